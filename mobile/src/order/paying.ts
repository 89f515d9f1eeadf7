import { attempt } from '../api/attempt';
import { own } from '../api/client';
import { Refused } from '../api/problem';
import type { OrderView } from '../api/schema';

/** With what the payment page sends the browser back. */
export type Returned =
  | { kind: 'approved'; orderId: string; paymentKey: string; amount: number }
  | { kind: 'refused'; orderId: string | undefined; code: string; message: string }
  | { kind: 'unreadable' };

export function returned(query: Record<string, string | undefined>): Returned {
  const { paymentKey, orderId, code, message } = query;
  const amount = Number(query.amount);
  if (paymentKey && orderId && Number.isSafeInteger(amount) && amount > 0) {
    return { kind: 'approved', orderId, paymentKey, amount };
  }
  return code ? { kind: 'refused', orderId, code, message: message ?? '' } : { kind: 'unreadable' };
}

/**
 * Confirms a payment; sent again, it is still the same one.
 *
 * @returns whether its outcome is known: a bank may take its time
 * @throws Refused PAYMENT_DECLINED and what else the Server refuses
 */
export async function pay(
  approved: Extract<Returned, { kind: 'approved' }>,
): Promise<{ order: OrderView; settled: boolean }> {
  const { orderId: id, paymentKey, amount } = approved;
  return attempt(`payment.${id}`, { paymentKey, amount }, async (key) => {
    const { data, error, response } = await own.POST('/orders/{id}/payment', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: { paymentKey, amount },
    });
    if (!data) {
      throw new Refused(response.status, error);
    }
    return { order: data, settled: response.status === 200 };
  });
}
