import { isKnown } from '../api/session';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { useTurn } from '../design/turn';
import { t } from '../i18n';
import { DishRow } from '../shop/DishRow';
import { StoreCard } from '../shop/StoreCard';
import { hoursTurn } from '../shop/hours';
import { favourites } from './favourites';

export function FavouritesPage() {
  const load = useLoad('favourites', () => (isKnown() ? favourites() : Promise.resolve([])));
  const now = load.of.value;
  useTurn(
    load,
    now.state === 'there'
      ? now.value.flatMap(({ menu, store }) => [
          ...(menu ? [menu] : []),
          ...(store ? [hoursTurn(store)] : []),
        ])
      : [],
  );
  return (
    <Screen title={t().favourites}>
      <Loaded load={load}>
        {(found) => {
          const stores = found.flatMap(({ store }) => (store ? [store] : []));
          const dishes = found.flatMap(({ menu }) => (menu ? [menu] : []));
          return found.length === 0 ? (
            <div class="card stack tight">
              <p class="strong">{t().noFavourites}</p>
              <p class="quiet">{t().noFavouritesHint}</p>
              <a class="button primary" href="/">
                {t().goHome}
              </a>
            </div>
          ) : (
            <>
              <ul class="stack">
                {stores.map((store) => (
                  <li key={store.id}>
                    <StoreCard store={store} />
                  </li>
                ))}
              </ul>
              <ul>
                {dishes.map((dish) => (
                  <li key={dish.id}>
                    <DishRow dish={dish} />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}
