import { useRoute } from 'preact-iso';
import { answer, open } from '../api/client';
import type { MenuItem } from '../api/schema';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { Heart } from '../favourite/Heart';
import { DishRow } from './DishRow';
import { hours } from './StoreCard';

export function StorePage() {
  const id = useRoute().params.id ?? '';
  const store = useLoad(
    'store',
    () => answer(open.GET('/stores/{id}', { params: { path: { id } } })),
    id,
  );
  const dishes = useLoad('dishes', () => allDishes(id), id);
  const now = store.of.value;
  return (
    <Screen
      title={now.state === 'there' ? now.value.name : t().stores}
      parent="/"
      aside={<Heart key={id} kind="STORE" id={id} />}
    >
      <Loaded load={store}>
        {(shop) => (
          <section class="stack tight">
            {shop.imageUrl !== null && (
              <img class="hero" src={shop.imageUrl} alt="" width="608" height="200" />
            )}
            <p>{shop.description}</p>
            <p class={shop.acceptingOrders ? 'strong good' : 'strong bad'}>{hours(shop)}</p>
          </section>
        )}
      </Loaded>
      <Loaded load={dishes}>
        {(items) =>
          [...Map.groupBy(items, (dish) => dish.categoryName)].map(([category, group]) => (
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
          ))
        }
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
