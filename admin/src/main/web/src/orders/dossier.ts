/** Everything about one order, as `GET /api/orders/{id}/dossier` says it. Amounts are KRW. */

export type OrderStatus =
  | 'PENDING_PAYMENT'
  | 'PAID'
  | 'ACCEPTED'
  | 'PREPARING'
  | 'READY'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'EXPIRED';

export interface Standing {
  id: string;
  number: string;
  userId: string;
  storeId: string;
  storeName: string;
  businessDay: string;
  status: OrderStatus;
  totalAmount: number;
  /** What may still be given back. */
  refundable: number;
  note: string | null;
  pickupAt: string | null;
  estimatedReadyAt: string | null;
  cancelReason: string | null;
  lastEvent: number;
  createdAt: string;
  expiresAt: string;
}

export interface Line {
  line: number;
  menuId: string;
  name: string;
  quantity: number;
  unitPrice: number;
  options: { name: string; price: number }[];
  /** Of all of it, options included. */
  amount: number;
  refundedQuantity: number;
  refundedAmount: number;
}

export interface OrderEvent {
  seq: number;
  type: string;
  /** `customer:ID`, `staff:ID`, `system:JOB`. */
  actor: string;
  actorName: string | null;
  at: string;
}

export interface Attempt {
  id: string;
  paymentKey: string;
  amount: number;
  status: 'OPEN' | 'DONE' | 'FAILED';
  failureCode: string | null;
  failureMessage: string | null;
  checks: number;
  checkAt: string | null;
  createdAt: string;
  settledAt: string | null;
}

export interface Payment {
  id: string;
  paymentKey: string;
  amount: number;
  /** Asked back, given back already or not. */
  refunded: number;
  method: string | null;
  receiptUrl: string | null;
  approvedAt: string;
  /** False for one that came twice or too late: it goes back. */
  paysOrder: boolean;
}

export interface Refund {
  id: string;
  paymentId: string;
  amount: number;
  reason: string;
  status: 'PENDING' | 'DONE' | 'FAILED';
  tries: number;
  failureCode: string | null;
  /** None for a refund of the rest. */
  lines: { line: number; quantity: number; amount: number }[];
  createdAt: string;
  doneAt: string | null;
}

export interface Customer {
  id: string;
  displayName: string | null;
  email: string | null;
  guest: boolean;
  deletedAt: string | null;
}

export interface OtherOrder {
  id: string;
  number: string;
  storeName: string;
  status: OrderStatus;
  totalAmount: number;
  createdAt: string;
}

export interface Dossier {
  order: Standing;
  lines: Line[];
  events: OrderEvent[];
  attempts: Attempt[];
  payments: Payment[];
  refunds: Refund[];
  /** A look at the provider that is still to be made. */
  check: { askedAt: string; checkAt: string; tries: number } | null;
  customer: Customer;
  otherOrders: OtherOrder[];
}
