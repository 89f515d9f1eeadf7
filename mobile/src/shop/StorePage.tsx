import { useRoute } from 'preact-iso';
import { answer, open } from '../api/client';
import type { MenuItem } from '../api/schema';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { useTurn } from '../design/turn';
import { t } from '../i18n';
import { Heart } from '../favourite/Heart';
import { DishRow } from './DishRow';
import { hours, hoursTurn } from './hours';

export function StorePage() {
  const id = useRoute().params.id ?? '';
  const load = useLoad(
    'shop',
    async () => {
      const [store, dishes] = await Promise.all([
        answer(open.GET('/stores/{id}', { params: { path: { id } } })),
        allDishes(id),
      ]);
      return { store, dishes };
    },
    id,
  );
  const now = load.of.value;
  useTurn(load, now.state === 'there' ? [hoursTurn(now.value.store), ...now.value.dishes] : []);
  return (
    <Screen
      title={now.state === 'there' ? now.value.store.name : t().stores}
      parent="/"
      aside={<Heart key={id} kind="STORE" id={id} />}
    >
      <Loaded load={load}>
        {({ store, dishes }) => (
          <>
            <section class="stack tight">
              {store.imageUrl !== null && (
                <img class="hero" src={store.imageUrl} alt="" width="608" height="200" />
              )}
              <p>{store.description}</p>
              <p class={store.acceptingOrders ? 'strong good' : 'strong bad'}>{hours(store)}</p>
            </section>
            {[...Map.groupBy(dishes, (dish) => dish.categoryName)].map(([category, group]) => (
              <section key={category}>
                <h2>{category}</h2>
                <ul>
                  {group.map((dish) => (
                    <li key={dish.id}>
                      <DishRow dish={dish} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

async function allDishes(storeId: string): Promise<MenuItem[]> {
  const found: MenuItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof dishPage>> = await dishPage(storeId, cursor);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

function dishPage(storeId: string, cursor: string | null) {
  return answer(
    open.GET('/menus', {
      params: { query: { storeId, limit: 100, ...(cursor === null ? {} : { cursor }) } },
    }),
  );
}
