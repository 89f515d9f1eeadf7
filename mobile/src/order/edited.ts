import type { OrderView } from '../api/schema';

/**
 * What staff did to an order while somebody looked at it. The stream tells how the order is, not what
 * happened to it: dishes are changed, or when it is fetched and what the kitchen is told.
 */
export type Edit = 'CHANGED' | 'CORRECTED';

/** Null for an order that went on, or did not. */
export function editOf(before: OrderView, now: OrderView): Edit | null {
  if (!same(before.items, now.items)) {
    return 'CHANGED';
  }
  return before.pickupAt === now.pickupAt && before.note === now.note ? null : 'CORRECTED';
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
