import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { answer, open, own } from '../api/client';
import { isKnown, user } from '../api/session';
import type { OrderView } from '../api/schema';
import { config } from '../config';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { DishRow } from '../shop/DishRow';
import { StoreCard } from '../shop/StoreCard';

const TYPING_MILLIS = 250;

export function Home() {
  const typed = useSignal('');
  const query = useSignal('');
  const category = useSignal<string | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      query.value = typed.value.trim().slice(0, 50);
    }, TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [typed.value, query]);
  const categories = useLoad(() => answer(open.GET('/menus/categories')));
  const looking = query.value !== '' || category.value !== undefined;
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
      <Loaded load={categories}>
        {(page) => (
          <div class="chips">
            {[{ id: undefined, name: t().allCategories }, ...page.items].map((each) => (
              <button
                key={each.id}
                class="chip"
                type="button"
                aria-pressed={category.value === each.id}
                onClick={() => {
                  category.value = each.id;
                }}
              >
                {each.name}
              </button>
            ))}
          </div>
        )}
      </Loaded>
      {looking ? <Found query={query.value} category={category.value} /> : <Today />}
    </Screen>
  );
}

function Found({ query, category }: { query: string; category: string | undefined }) {
  const dishes = useLoad(
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

function Today() {
  const stores = useLoad(() => answer(open.GET('/stores', { params: { query: { limit: 100 } } })));
  const notices = config.value?.notices ?? [];
  return (
    <>
      {notices.length > 0 && (
        <section class="stack tight" aria-label={t().notices}>
          {notices.map((notice) => (
            <details key={notice.id} class="note">
              <summary class="strong">{notice.title}</summary>
              <p>{notice.body}</p>
            </details>
          ))}
        </section>
      )}
      {(user.value !== null || isKnown()) && <Again />}
      <section class="stack">
        <h2>{t().stores}</h2>
        <Loaded load={stores}>
          {(page) => (
            <ul class="stack">
              {[...page.items]
                .sort((a, b) => Number(b.acceptingOrders) - Number(a.acceptingOrders))
                .map((store) => (
                  <li key={store.id}>
                    <StoreCard store={store} />
                  </li>
                ))}
            </ul>
          )}
        </Loaded>
      </section>
    </>
  );
}

/** The last shops that this customer ordered from, once each. */
function Again() {
  const orders = useLoad(() =>
    answer(own.GET('/orders', { params: { query: { status: 'COMPLETED', limit: 20 } } })),
  );
  const now = orders.of.value;
  const last = now.state === 'there' ? lastOfEachShop(now.value.items) : [];
  return last.length === 0 ? null : (
    <section class="stack tight">
      <h2>{t().orderAgain}</h2>
      <ul class="chips">
        {last.map((order) => (
          <li key={order.id}>
            <a class="button" href={`/stores/${order.storeId}`}>
              {order.storeName}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lastOfEachShop(orders: OrderView[]): OrderView[] {
  return [...new Map(orders.map((order) => [order.storeId, order])).values()].slice(0, 5);
}
