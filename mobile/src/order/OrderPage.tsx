import { useSignal } from '@preact/signals';
import { useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { answer, own } from '../api/client';
import { followOrder } from '../api/stream';
import type { OrderView } from '../api/schema';
import { Loaded, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { clock, day, t, won } from '../i18n';
import { shell } from '../shell';
import { Cancellation } from './Cancellation';
import { Lines } from './Lines';
import { Reorder } from './Reorder';
import { ring, useBell } from './bell';
import { editOf, type Edit } from './edited';
import { tellAsBefore, tellThisDevice, told } from './push';

const STEPS = ['PAID', 'ACCEPTED', 'PREPARING', 'READY', 'COMPLETED'] as const;
const ENDED = new Set(['COMPLETED', 'CANCELLED', 'EXPIRED']);

export function OrderPage() {
  const id = useRoute().params.id ?? '';
  const load = useLoad(
    'order',
    () => answer(own.GET('/orders/{id}', { params: { path: { id } } })),
    id,
  );
  return (
    <Screen title={t().order} parent="/orders">
      <Loaded load={load}>{(order) => <Live key={order.id} first={order} />}</Loaded>
    </Screen>
  );
}

function Live({ first }: { first: OrderView }) {
  const order = useSignal(first);
  const live = useSignal(true);
  const edit = useSignal<Edit | null>(null);
  const { id } = first;
  useEffect(() => {
    order.value = first;
  }, [first, order]);
  useEffect(() => {
    if (ENDED.has(first.status)) {
      return undefined;
    }
    return followOrder(id, {
      order: (now) => {
        if (now.status === 'READY' && order.peek().status !== 'READY') {
          ring();
        }
        edit.value = editOf(order.peek(), now) ?? edit.peek();
        order.value = now;
      },
      live: (now) => {
        live.value = now;
      },
    });
  }, [id]);
  const now = order.value;
  return (
    <>
      {!live.value && !ENDED.has(now.status) && (
        <p class="note" role="status">
          {t().reconnecting}
        </p>
      )}
      <section class={now.status === 'READY' ? 'card stack ready' : 'card stack'}>
        <p class="quiet">
          {now.storeName} · {t().orderNumber}
        </p>
        <p class="number">{now.number}</p>
        <div role="status">
          <h2>{t().status[now.status]}</h2>
          {edit.value !== null && <p class="note">{t().became[edit.value]}</p>}
        </div>
        <When order={now} />
        {STEPS.some((step) => step === now.status) && <Steps status={now.status} />}
        {now.payment && (
          <a class="button primary wide" href={shell.checkout(now.id, now.payment.checkoutUrl)}>
            {t().pay(won(now.payment.amount))}
          </a>
        )}
        {now.cancelReason !== null && <p>{now.cancelReason}</p>}
        {now.refunds.map((refund, index) => (
          <p key={index}>
            {t().refund} {won(refund.amount)} · {t().refundStatus[refund.status]}
          </p>
        ))}
      </section>
      {!ENDED.has(now.status) && <Bell />}
      <Ordered order={now} />
      {now.cancellable && (
        <Cancellation
          order={now}
          onCancelled={(cancelled) => {
            order.value = cancelled;
          }}
        />
      )}
    </>
  );
}

function When({ order }: { order: OrderView }) {
  if (order.status === 'PENDING_PAYMENT') {
    return <p>{t().payBefore(clock(order.expiresAt))}</p>;
  }
  if (order.status !== 'ACCEPTED' && order.status !== 'PREPARING') {
    return order.pickupAt === null || ENDED.has(order.status) ? null : (
      <p>{t().pickupFor(clock(order.pickupAt))}</p>
    );
  }
  if (order.estimatedReadyAt === null) {
    return null;
  }
  const minutes = Math.ceil((Date.parse(order.estimatedReadyAt) - Date.now()) / 60_000);
  return <p>{minutes > 0 ? t().readyIn(minutes) : t().readySoon}</p>;
}

function Steps({ status }: { status: OrderView['status'] }) {
  const reached = STEPS.findIndex((step) => step === status);
  return (
    <ol class="steps" aria-label={t().steps}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          data-done={index <= reached || undefined}
          aria-current={index === reached ? 'step' : undefined}
        >
          {t().step[step]}
        </li>
      ))}
    </ol>
  );
}

/** Browsers let a page sound, and ask whether it may tell, only after it was touched: the button is that touch. */
function Bell() {
  const { ready, prepare } = useBell();
  useEffect(() => void tellAsBefore(), []);
  return ready.value ? (
    <p class="quiet small" role="status">
      {told.value ? t().toldAnywhere : t().soundIsOn}
    </p>
  ) : (
    <button
      class="button"
      type="button"
      onClick={() => void prepare().then(() => tellThisDevice())}
    >
      {t().tellMe}
    </button>
  );
}

function Ordered({ order }: { order: OrderView }) {
  // What was cancelled after it was paid has a refund.
  const paid =
    order.refunds.length > 0 || !['PENDING_PAYMENT', 'EXPIRED', 'CANCELLED'].includes(order.status);
  return (
    <section class="card stack tight">
      <h2>{t().ordered}</h2>
      <Lines order={order} />
      {order.note !== null && <p class="quiet">{order.note}</p>}
      <p class="quiet small">
        {t().orderedAt} {day(order.createdAt)} {clock(order.createdAt)}
      </p>
      <div class="row">
        {paid && (
          <a class="button" href={`/orders/${order.id}/receipt`}>
            {t().receipt}
          </a>
        )}
        {ENDED.has(order.status) && <Reorder order={order} />}
      </div>
    </section>
  );
}
