import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { answer, own } from '../api/client';
import { Refused } from '../api/problem';
import { followOrder } from '../api/stream';
import { empty } from '../cart/carts';
import { reason, useLoad } from '../design/Loaded';
import { Screen } from '../design/Screen';
import { t } from '../i18n';
import { pay, returned, type Returned } from './paying';

type Approved = Extract<Returned, { kind: 'approved' }>;
type Refusal = Extract<Returned, { kind: 'refused' }>;

/** Where the payment page sends the browser back to; loading it again does no harm. */
export function ReturnPage() {
  const { query } = useLocation();
  const what = returned(query);
  switch (what.kind) {
    case 'approved':
      return <Confirming approved={what} />;
    case 'refused':
      return <Unpaid refused={what} />;
    case 'unreadable':
      return <Ended title={t().badReturn} text="" orderId={undefined} />;
  }
}

function Confirming({ approved }: { approved: Approved }) {
  const { route } = useLocation();
  const waiting = useSignal(false);
  const failure = useSignal<Refused | null>(null);
  const attemptNumber = useSignal(0);
  const id = approved.orderId;
  useEffect(() => {
    let unfollow: (() => void) | undefined;
    let left = false;
    const see = () => {
      route(`/orders/${id}`, true);
    };
    const confirm = async () => {
      const { order, settled } = await pay(approved);
      empty(order.storeId);
      if (left) {
        return;
      }
      if (settled) {
        see();
        return;
      }
      waiting.value = true;
      unfollow = followOrder(id, {
        order: (now) => {
          if (now.status !== 'PENDING_PAYMENT') {
            see();
          }
        },
        live: () => undefined,
      });
    };
    failure.value = null;
    confirm().catch((refused: unknown) => {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      if (refused.code === 'ALREADY_PAID') {
        see();
      } else {
        failure.value = refused;
      }
    });
    return () => {
      left = true;
      unfollow?.();
    };
  }, [id, approved.paymentKey, attemptNumber.value]);
  if (failure.value?.undecided) {
    return (
      <Screen title={t().checking}>
        <p role="alert">{reason(failure.value)}</p>
        <button class="button primary wide" type="button" onClick={() => attemptNumber.value++}>
          {t().retry}
        </button>
      </Screen>
    );
  }
  if (failure.value) {
    return <Ended title={t().declined} text={reason(failure.value)} orderId={id} />;
  }
  return (
    <Screen title={t().checking}>
      <div role="status" class="stack">
        <div class="skeleton" />
        <p>{waiting.value ? t().checkingMore : t().loading}</p>
      </div>
      {waiting.value && (
        <a class="button wide" href={`/orders/${id}`}>
          {t().toOrder}
        </a>
      )}
    </Screen>
  );
}

/** Unless the order is paid all the same: somebody went back to a payment page that has done its work. */
function Unpaid({ refused }: { refused: Refusal }) {
  const { route } = useLocation();
  const id = refused.orderId;
  const load = useLoad(
    'returned',
    async () =>
      id === undefined ? undefined : answer(own.GET('/orders/{id}', { params: { path: { id } } })),
    id,
  );
  const now = load.of.value;
  const status = now.state === 'there' ? now.value?.status : undefined;
  const settled = status !== undefined && status !== 'PENDING_PAYMENT';
  useEffect(() => {
    if (settled && id !== undefined) {
      route(`/orders/${id}`, true);
    }
  }, [settled]);
  return (
    <Ended
      title={refused.code.includes('CANCEL') ? t().payClosed : t().declined}
      text={refused.message}
      orderId={id}
    />
  );
}

interface EndedProps {
  title: string;
  text: string;
  orderId: string | undefined;
}

function Ended({ title, text, orderId }: EndedProps) {
  return (
    <Screen title={title}>
      <p role="alert">{text}</p>
      <a
        class="button primary wide"
        href={orderId === undefined ? '/orders' : `/orders/${orderId}`}
      >
        {t().toOrder}
      </a>
    </Screen>
  );
}
