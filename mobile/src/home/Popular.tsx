import type { MenuItem } from '../api/schema';
import { t, won } from '../i18n';

/** What others buy these days, as far as it can be had now. */
export function Popular({ dishes }: { dishes: MenuItem[] }) {
  const there = dishes.filter((dish) => !dish.soldOut);
  return there.length === 0 ? null : (
    <section class="stack tight">
      <h2>{t().popular}</h2>
      <ul class="shelf">
        {there.map((dish) => (
          <li key={dish.id}>
            <a class="offering stack none" href={`/menus/${dish.id}`}>
              {dish.imageUrl === null ? (
                <span class="picture" />
              ) : (
                <img class="picture" src={dish.imageUrl} alt="" width="140" height="140" />
              )}
              <span class="strong">{dish.name}</span>
              <span class="quiet small">{won(dish.price)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
