import type { OrderView } from '../api/schema';
import { t, won } from '../i18n';
import { Reorder } from '../order/Reorder';

const ONGOING = new Set(['PENDING_PAYMENT', 'PAID', 'ACCEPTED', 'PREPARING', 'READY']);
const SHOWN = 5;

/** Of a customer's last orders, newest first: those that still go on, and what to order again. */
export function Mine({ orders }: { orders: OrderView[] }) {
  const ongoing = orders.filter((order) => ONGOING.has(order.status));
  const again = lastOfEachShop(orders.filter((order) => order.status === 'COMPLETED'));
  return (
    <>
      {ongoing.length > 0 && (
        <section class="stack tight">
          <h2>{t().ongoing}</h2>
          {ongoing.map((order) => (
            <a key={order.id} class="note row between" href={`/orders/${order.id}`}>
              <span class="stack none">
                <span class="strong">{t().status[order.status]}</span>
                <span class="small">{order.storeName}</span>
              </span>
              <span class="badge">{order.number}</span>
            </a>
          ))}
        </section>
      )}
      {again.length > 0 && (
        <section class="stack tight">
          <h2>{t().orderAgain}</h2>
          <ul class="shelf">
            {again.map((order) => (
              <li key={order.id} class="card stack tight">
                <p class="strong">{order.storeName}</p>
                <p class="quiet small">
                  {order.items.map((item) => item.name).join(', ')}
                  <br />
                  {won(order.totalAmount)}
                </p>
                <Reorder order={order} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function lastOfEachShop(orders: OrderView[]): OrderView[] {
  const newest = new Map<string, OrderView>();
  for (const order of orders) {
    if (!newest.has(order.storeId)) {
      newest.set(order.storeId, order);
    }
  }
  return [...newest.values()].slice(0, SHOWN);
}
