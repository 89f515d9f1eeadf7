import { attempt } from '../api/attempt';
import { answer, open, own } from '../api/client';
import { Refused } from '../api/problem';
import type { MenuDetail } from '../api/schema';
import { t } from '../i18n';
import { shell } from '../shell';
import { recheck, reprice, toOrder, total, type Cart, type Change } from './cart';
import { cartOf, keep } from './carts';

export type Placed =
  { changes: Change[]; checkoutUrl?: never } | { checkoutUrl: string; changes?: never };

/** By id, as the Server has them now. */
export type Dishes = ReadonlyMap<string, MenuDetail>;

/** Makes a shop's cart what the shop sells now, and says what that changed. */
export async function bringUpToDate(storeId: string): Promise<[Change[], Dishes]> {
  const before = cartOf(storeId);
  if (!before) {
    return [[], new Map()];
  }
  const dishes = await dishesOf(before);
  // The quantities may have been changed while the dishes were looked up.
  const [now, changes] = recheck(cartOf(storeId) ?? before, dishes);
  if (changes.length > 0) {
    keep(now);
  }
  return [changes, dishes];
}

/**
 * Orders what the cart holds, unless it no longer is what the customer saw: then the cart is brought up to date
 * and nothing is ordered. The cart stays until the order is paid.
 *
 * @throws Refused what the Server refuses, such as STORE_CLOSED or SLOT_FULL
 */
export async function placeOrder(
  cart: Cart,
  pickupAt: string | null,
  note: string,
): Promise<Placed> {
  const [now, changes] = recheck(cart, await dishesOf(cart));
  if (changes.length > 0) {
    keep(now);
    return { changes };
  }
  const body = toOrder(now, pickupAt, note);
  const order = await attempt(`order.${cart.storeId}`, body, (key) =>
    answer(own.POST('/orders', { params: { header: { 'Idempotency-Key': key } }, body })),
  );
  if (order.totalAmount !== total(now)) {
    // A price changed in the very second between looking and ordering: nobody pays what was not shown.
    await answer(
      own.POST('/orders/{id}/cancellation', {
        params: { path: { id: order.id } },
        body: { reason: t().changedReason },
      }),
    );
    const [repriced, changed] = reprice(now, order.items);
    keep(repriced);
    return { changes: changed };
  }
  const { id, payment } = order;
  return { checkoutUrl: payment ? shell.checkout(id, payment.checkoutUrl) : `/orders/${id}` };
}

/** Past every cache: what is ordered is what is sold now. */
async function dishesOf(cart: Cart): Promise<Map<string, MenuDetail>> {
  const ids = [...new Set(cart.lines.map((line) => line.menuId))];
  const dishes = await Promise.all(ids.map(dishNow));
  return new Map(dishes.filter((dish) => dish !== undefined).map((dish) => [dish.id, dish]));
}

async function dishNow(id: string): Promise<MenuDetail | undefined> {
  try {
    const path = { id };
    return await answer(open.GET('/menus/{id}', { params: { path }, cache: 'reload' }));
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 404) {
      return undefined;
    }
    throw failure;
  }
}
