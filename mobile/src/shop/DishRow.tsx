import type { MenuItem } from '../api/schema';
import { t, won } from '../i18n';

export function DishRow({ dish }: { dish: MenuItem }) {
  return (
    <a class={dish.soldOut ? 'dish off' : 'dish'} href={`/menus/${dish.id}`}>
      <span class="stack tight">
        <span class="strong">{dish.name}</span>
        <span class="quiet small">{dish.description}</span>
        <span>
          {won(dish.price)} {dish.soldOut && <span class="badge">{t().soldOut}</span>}
        </span>
      </span>
      {dish.imageUrl === null ? (
        <span class="picture" />
      ) : (
        <img class="picture" src={dish.imageUrl} alt="" width="96" height="96" loading="lazy" />
      )}
    </a>
  );
}
