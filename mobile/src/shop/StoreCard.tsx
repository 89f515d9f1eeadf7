import type { StoreView } from '../api/schema';
import { clock, t } from '../i18n';

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

/** Until when orders are taken, or from when on. */
export function hours(store: StoreView): string {
  if (store.acceptingOrders && store.cutoffAt !== null) {
    return t().lastOrder(clock(store.cutoffAt));
  }
  if (store.opensAt !== undefined) {
    return `${t().closed} · ${t().opensAt(clock(store.opensAt))}`;
  }
  return store.closesAt === null ? t().closed : t().notAccepting;
}
