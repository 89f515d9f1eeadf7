import { useLocation } from 'preact-iso';
import type { OrderView } from '../api/schema';
import { orderAgain } from '../cart/carts';
import { t } from '../i18n';

/** Puts the same dishes into the cart; the cart says what has changed since. */
export function Reorder({ order }: { order: OrderView }) {
  const { route } = useLocation();
  return (
    <button
      class="button"
      type="button"
      onClick={() => {
        orderAgain(order);
        route(`/cart/${order.storeId}`);
      }}
    >
      {t().sameAgain}
    </button>
  );
}
