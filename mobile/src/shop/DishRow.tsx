import type { MenuItem } from '../api/schema';
import { t, won } from '../i18n';
import { isLater, saleHours } from './availability';

export function DishRow({ dish }: { dish: MenuItem }) {
  return (
    <a class={dish.soldOut ? 'dish off' : 'dish'} href={`/menus/${dish.id}`}>
      <span class="stack tight">
        <span class="strong">{dish.name}</span>
        <span class="quiet small">{dish.description}</span>
        <span>
          {won(dish.price)}{' '}
          {dish.soldOut && <span class="badge">{isLater(dish) ? t().notNow : t().soldOut}</span>}
        </span>
        {dish.availability && <span class="quiet small">{saleHours(dish.availability)}</span>}
      </span>
      {dish.imageUrl === null ? (
        <span class="picture" />
      ) : (
        <img class="picture" src={dish.imageUrl} alt="" width="96" height="96" loading="lazy" />
      )}
    </a>
  );
}
