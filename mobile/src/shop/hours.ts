import type { StoreView } from '../api/schema';
import type { Turning } from '../design/turn';
import { clock, t } from '../i18n';

/** Until when orders are taken, or from when on. */
export function hours(store: StoreView): string {
  if (store.acceptingOrders && store.cutoffAt !== null) {
    return store.goesOn ? t().noLastOrder : t().lastOrder(clock(store.cutoffAt));
  }
  if (store.opensAt !== undefined) {
    return `${t().closed} · ${t().opensAt(clock(store.opensAt))}`;
  }
  return store.closesAt === null ? t().closed : t().notAccepting;
}

/** When the clock makes that untrue: more seldom than the pickup slots, which are not in it. */
export function hoursTurn({ acceptingOrders, cutoffAt, opensAt, closesAt }: StoreView): Turning {
  return { changesAt: (acceptingOrders ? cutoffAt : (opensAt ?? closesAt)) ?? undefined };
}
