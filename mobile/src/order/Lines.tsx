import type { OrderView } from '../api/schema';
import { t, won } from '../i18n';

/** What was ordered, and what it comes to. */
export function Lines({ order }: { order: OrderView }) {
  return (
    <>
      <ul class="stack tight">
        {order.items.map((item, index) => (
          <li key={index} class="row between">
            <span>
              {item.name} × {item.quantity}
              {item.options.length > 0 && (
                <span class="quiet small">
                  {' '}
                  {item.options.map((option) => option.name).join(', ')}
                </span>
              )}
            </span>
            <span>{won(item.amount)}</span>
          </li>
        ))}
      </ul>
      {order.discount !== undefined && (
        <p class="row between">
          <span>{t().discount}</span>
          <span>−{won(order.discount)}</span>
        </p>
      )}
      <p class="row between strong">
        <span>{t().total}</span>
        <span>{won(order.totalAmount)}</span>
      </p>
    </>
  );
}
