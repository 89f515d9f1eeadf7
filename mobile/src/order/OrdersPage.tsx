import { useSignal } from '@preact/signals';
import { answer, own } from '../api/client';
import { isKnown } from '../api/session';
import type { OrderView } from '../api/schema';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { clock, day, t, won } from '../i18n';

export function OrdersPage() {
  const older = useSignal<OrderView[]>([]);
  const next = useSignal<string | null>(null);
  const load = useLoad('orders', async () => {
    const page = isKnown() ? await orders() : { items: [], nextCursor: null };
    older.value = [];
    next.value = page.nextCursor;
    return page.items;
  });
  const more = async (cursor: string) => {
    const page = await orders(cursor);
    older.value = [...older.value, ...page.items];
    next.value = page.nextCursor;
  };
  return (
    <Screen title={t().orders}>
      <Loaded load={load}>
        {(newest) =>
          newest.length === 0 ? (
            <div class="card stack tight">
              <p class="strong">{t().noOrders}</p>
              <p class="quiet">{t().noOrdersHint}</p>
              <a class="button primary" href="/">
                {t().goHome}
              </a>
            </div>
          ) : (
            <ul class="stack">
              {[...newest, ...older.value].map((order) => (
                <li key={order.id}>
                  <Row order={order} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {next.value !== null && (
        <button class="button" type="button" onClick={() => void more(next.value ?? '')}>
          {t().more}
        </button>
      )}
    </Screen>
  );
}

function orders(cursor?: string) {
  return answer(own.GET('/orders', { params: { query: cursor ? { cursor } : {} } }));
}

function Row({ order }: { order: OrderView }) {
  const [first, ...others] = order.items;
  return (
    <a class="card stack tight" href={`/orders/${order.id}`}>
      <span class="row between">
        <span class="strong">{order.storeName}</span>
        <span class="badge">{order.number}</span>
      </span>
      <span>{t().status[order.status]}</span>
      <span class="quiet small">
        {first?.name}
        {others.length > 0 && ` +${others.length}`} · {won(order.totalAmount)}
      </span>
      <span class="quiet small">
        {day(order.createdAt)} {clock(order.createdAt)}
      </span>
    </a>
  );
}
