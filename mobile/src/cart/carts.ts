/**
 * The carts of this browser, one for each shop; they outlive a restart, and every tab has the same. They go with
 * whoever logs out.
 */
import { computed, signal } from '@preact/signals';
import { whenLeaving } from '../api/memory';
import type { OrderView } from '../api/schema';
import { add, linesOf, portions, type Cart } from './cart';

const KEPT = 'ojeomneo.carts';

const carts = signal<Record<string, Cart>>(read(localStorage.getItem(KEPT)));

window.addEventListener('storage', (event) => {
  if (event.key === KEPT) {
    carts.value = read(event.newValue);
  }
});

whenLeaving(() => {
  carts.value = {};
});

/** The shop whose cart was touched last, for the way back to it. */
export const latest = computed(() => Object.values(carts.value).at(-1));

export function cartOf(storeId: string): Cart | undefined {
  return carts.value[storeId];
}

/** A cart without lines is none. */
export function keep(cart: Cart): void {
  const others = Object.entries(carts.value).filter(([store]) => store !== cart.storeId);
  carts.value = Object.fromEntries(
    portions(cart) === 0 ? others : [...others, [cart.storeId, cart]],
  );
  localStorage.setItem(KEPT, JSON.stringify(carts.value));
}

/** Puts what was ordered once more into the shop's cart. */
export function orderAgain({ storeId, storeName, items }: OrderView): void {
  const cart = cartOf(storeId) ?? { storeId, storeName, lines: [] };
  keep(linesOf({ items }).reduce(add, cart));
}

export function empty(storeId: string): void {
  const cart = cartOf(storeId);
  if (cart) {
    keep({ ...cart, lines: [] });
  }
}

function read(kept: string | null): Record<string, Cart> {
  return kept === null ? {} : (JSON.parse(kept) as Record<string, Cart>);
}
