/** The board and what becomes of it, without a page: what the API says (docs/admin.md), and what follows from the clock. */
import type { BoardOrder, BoardShop, OrderStatus, Snapshot } from '../api/schema';

export type LiveStatus = Extract<OrderStatus, 'PAID' | 'ACCEPTED' | 'PREPARING' | 'READY'>;

export interface Board {
  shops: BoardShop[];
  orders: ReadonlyMap<string, BoardOrder>;
}

export const COLUMNS: readonly LiveStatus[] = ['PAID', 'ACCEPTED', 'PREPARING', 'READY'];

export function boardOf(snapshot: Pick<Snapshot, 'stores' | 'orders'>): Board {
  return {
    shops: snapshot.stores,
    orders: new Map(snapshot.orders.map((order) => [order.id, order])),
  };
}

/** The board with this order as it now is; older news changes nothing. */
export function withOrder(board: Board, order: BoardOrder): Board {
  const known = board.orders.get(order.id);
  if (known !== undefined && known.seq >= order.seq) {
    return board;
  }
  const orders = new Map(board.orders);
  if (isLive(order)) {
    orders.set(order.id, order);
  } else {
    orders.delete(order.id);
  }
  return { ...board, orders };
}

export function withShop(board: Board, shop: BoardShop): Board {
  return { ...board, shops: board.shops.map((each) => (each.id === shop.id ? shop : each)) };
}

function isLive({ status }: BoardOrder): boolean {
  return (COLUMNS as readonly string[]).includes(status);
}

/** Of one state and shop (null: all), the one to be looked at first on top. */
export function ordersIn(board: Board, status: LiveStatus, shop: string | null): BoardOrder[] {
  return [...board.orders.values()]
    .filter((order) => order.status === status && (shop === null || order.storeId === shop))
    .sort((one, other) => dueAt(one) - dueAt(other) || one.id.localeCompare(other.id));
}

function dueAt(order: BoardOrder): number {
  const due = order.status === 'PAID' ? order.acceptBy : order.estimatedReadyAt;
  return Date.parse(due ?? order.createdAt);
}

export type Urgency = 'calm' | 'soon' | 'late';

/** Before it is accepted: late once somebody is to hear of it; afterwards: once the estimate has passed. */
export function urgencyOf(order: BoardOrder, now: number): Urgency {
  const [limit, warning] =
    order.status === 'PAID' ? [order.escalateAt, 120_000] : [order.estimatedReadyAt, 180_000];
  if (limit === null || order.status === 'READY') {
    return 'calm';
  }
  const left = Date.parse(limit) - now;
  return left <= 0 ? 'late' : left <= warning ? 'soon' : 'calm';
}

/** Whole minutes from one instant to another, down. */
export function minutesBetween(from: number, to: number): number {
  return Math.floor((to - from) / 60_000);
}

/** Those that nobody has seen on this board before. */
export function arrived(before: Board | null, after: Board, shop: string | null): BoardOrder[] {
  if (before === null) {
    return [];
  }
  return ordersIn(after, 'PAID', shop).filter(({ id }) => !before.orders.has(id));
}
