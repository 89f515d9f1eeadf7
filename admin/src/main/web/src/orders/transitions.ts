import type { OrderStatus } from '../api/schema';

export type Step =
  | { kind: 'move'; to: 'ACCEPTED' | 'PREPARING' | 'READY' | 'COMPLETED' }
  /** A later estimate: alone, or with the acceptance. */
  | { kind: 'delay'; to?: 'ACCEPTED' }
  | { kind: 'cancel' };

const STEPS: Record<OrderStatus, Step[]> = {
  PENDING_PAYMENT: [],
  PAID: [{ kind: 'move', to: 'ACCEPTED' }, { kind: 'delay', to: 'ACCEPTED' }, { kind: 'cancel' }],
  ACCEPTED: [{ kind: 'move', to: 'PREPARING' }, { kind: 'delay' }, { kind: 'cancel' }],
  PREPARING: [{ kind: 'move', to: 'READY' }, { kind: 'delay' }, { kind: 'cancel' }],
  READY: [{ kind: 'move', to: 'COMPLETED' }, { kind: 'cancel' }],
  COMPLETED: [],
  CANCELLED: [],
  EXPIRED: [],
};

/** What staff may do with an order in this state, the likeliest first; the API has the last word. */
export function stepsOf(status: OrderStatus): readonly Step[] {
  return STEPS[status];
}
