import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { answer, open } from '../api/client';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { useTurn } from '../design/turn';
import { t } from '../i18n';
import { DishRow } from '../shop/DishRow';
import { Today } from './Today';

const TYPING_MILLIS = 250;
const LONGEST_QUERY = 50;

export function Home() {
  // What is looked for stands in the address: the way back from a dish leads to where it was found.
  const { query: address, route } = useLocation();
  const { q: query = '', category } = address;
  const typed = useSignal(query);
  const look = (wanted: string, among: string | undefined) => {
    const next = new URLSearchParams({
      ...(wanted === '' ? {} : { q: wanted }),
      ...(among === undefined ? {} : { category: among }),
    });
    route(next.size === 0 ? '/' : `/?${next}`, true);
  };
  useEffect(() => {
    const wanted = typed.value.trim().slice(0, LONGEST_QUERY);
    if (wanted === query) {
      return undefined;
    }
    const timer = setTimeout(() => look(wanted, category), TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [typed.value]);
  const categories = useLoad('categories', () => answer(open.GET('/menus/categories')));
  const now = categories.of.value;
  // Without them there is still the search.
  const known = now.state === 'there' ? now.value.items : [];
  const looking = query !== '' || category !== undefined;
  return (
    <Screen title={t().tabHome} plain>
      <header class="row">
        <img src="/icon.svg" alt="" width="32" height="32" />
        <span class="strong">{t().appName}</span>
      </header>
      <h1>{t().homeTitle}</h1>
      <div class="search">
        <input
          type="search"
          aria-label={t().search}
          placeholder={t().searchHint}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
      </div>
      <div class="chips">
        {[{ id: undefined, name: t().allCategories }, ...known].map((each) => (
          <button
            key={each.id}
            class="chip"
            type="button"
            aria-pressed={category === each.id}
            onClick={() => look(query, each.id)}
          >
            {each.name}
          </button>
        ))}
      </div>
      {looking ? <Found query={query} category={category} /> : <Today />}
    </Screen>
  );
}

function Found({ query, category }: { query: string; category: string | undefined }) {
  const dishes = useLoad(
    'found',
    () =>
      answer(
        open.GET('/menus', {
          params: {
            query: {
              limit: 50,
              ...(query === '' ? {} : { q: query }),
              ...(category === undefined ? {} : { category }),
            },
          },
        }),
      ),
    query,
    category,
  );
  const found = dishes.of.value;
  useTurn(dishes, found.state === 'there' ? found.value.items : []);
  return (
    <section class="stack" aria-label={t().menus}>
      <Loaded load={dishes}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="quiet">{t().searchNothing(query)}</p>
          ) : (
            <ul>
              {page.items.map((dish) => (
                <li key={dish.id}>
                  <DishRow dish={dish} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
