/** What a change of an order costs, and who may make it, without a page. Amounts are KRW. */
import type { Dossier, DossierLine as Line, OfferedDish } from '../../api/schema';
import { priceOf as priceOfDish } from '../../counter/basket';
import { priceOf } from '../refundable';

export interface Removed {
  line: Line;
  quantity: number;
}

export interface Added {
  dish: OfferedDish;
  optionIds: readonly string[];
  quantity: number;
}

/** What is not owed any more. */
export function creditOf(removed: Removed | undefined): number {
  return removed === undefined ? 0 : priceOf(removed.line) * removed.quantity;
}

/** What is owed instead, at today's prices. */
export function costOf(added: Added | undefined): number {
  return added === undefined ? 0 : priceOfDish(added.dish, added.optionIds) * added.quantity;
}

export type Settling = 'none' | 'unpaid' | 'dearer' | 'cheaper';

/** How the difference is settled: of an order that is not paid for, when it is. */
export function settlingOf({ order }: Dossier, difference: number): Settling {
  if (order.status === 'PENDING_PAYMENT') {
    return 'unpaid';
  }
  return difference === 0 ? 'none' : difference > 0 ? 'dearer' : 'cheaper';
}

/** How more was settled; empty until somebody said so. */
export type Settled = '' | 'CASH' | 'CARD' | 'WAIVED';

/** Whether this may be asked for: what costs the shop money is for whoever may give money back. */
export function maySettle(settling: Settling, settled: Settled, mayRefund: boolean): boolean {
  switch (settling) {
    case 'none':
    case 'unpaid':
      return true;
    case 'cheaper':
      return mayRefund;
    case 'dearer':
      return settled !== '' && (settled !== 'WAIVED' || mayRefund);
  }
}

const SERVED = ['PAID', 'ACCEPTED', 'PREPARING', 'READY'];

/** Taken by staff, and still to be paid for. */
export function isUnpaidByStaff({ order }: Dossier): boolean {
  return order.status === 'PENDING_PAYMENT' && order.channel !== 'APP';
}

/** Whether what the order holds can be changed: not by us while the customer has yet to pay for it in the app. */
export function isChangeable(dossier: Dossier): boolean {
  return isUnpaidByStaff(dossier) || SERVED.includes(dossier.order.status);
}

/** Whether pickup and note can be corrected: until it is ready. */
export function isCorrectable(dossier: Dossier): boolean {
  return isChangeable(dossier) && dossier.order.status !== 'READY';
}
