import type { StoreView } from '../api/schema';
import { hours } from './hours';

export function StoreCard({ store }: { store: StoreView }) {
  return (
    <a class={store.acceptingOrders ? 'card store' : 'card store off'} href={`/stores/${store.id}`}>
      {store.imageUrl === null ? (
        <span class="picture" />
      ) : (
        <img class="picture" src={store.imageUrl} alt="" width="72" height="72" loading="lazy" />
      )}
      <span class="stack tight">
        <span class="strong">{store.name}</span>
        <span class="quiet small">{hours(store)}</span>
      </span>
    </a>
  );
}
