import { useSignal } from '@preact/signals';
import { attempt } from '../api/attempt';
import { answer, own } from '../api/client';
import { Refused } from '../api/problem';
import type { OrderView } from '../api/schema';
import { reason } from '../design/Loaded';
import { Sheet } from '../design/Sheet';
import { t } from '../i18n';

interface Props {
  order: OrderView;
  onCancelled: (order: OrderView) => void;
}

export function Cancellation({ order, onCancelled }: Props) {
  const asked = useSignal(false);
  const why = useSignal(0);
  const failure = useSignal<Refused | null>(null);
  const cancel = async () => {
    failure.value = null;
    try {
      onCancelled(await cancelOrder(order.id, t().reasons[why.value] ?? ''));
      asked.value = false;
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      failure.value = refused;
    }
  };
  return (
    <>
      <button
        class="button danger"
        type="button"
        onClick={() => {
          asked.value = true;
        }}
      >
        {t().cancelOrder}
      </button>
      {asked.value && (
        <Sheet
          title={t().cancelOrder}
          onClose={() => {
            asked.value = false;
          }}
        >
          <fieldset class="stack tight">
            <p class="quiet">{t().cancelReason}</p>
            {t().reasons.map((text, index) => (
              <label key={text} class="check">
                <input
                  type="radio"
                  name="reason"
                  checked={why.value === index}
                  onChange={() => {
                    why.value = index;
                  }}
                />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          {failure.value && (
            <p class="bad" role="alert">
              {reason(failure.value)}
            </p>
          )}
          <button class="button danger wide" type="button" onClick={() => void cancel()}>
            {t().cancelConfirm}
          </button>
          <button
            class="button wide"
            type="button"
            onClick={() => {
              asked.value = false;
            }}
          >
            {t().keepOrder}
          </button>
        </Sheet>
      )}
    </>
  );
}

function cancelOrder(id: string, because: string): Promise<OrderView> {
  const body = { reason: because };
  return attempt(`cancellation.${id}`, body, (key) =>
    answer(
      own.POST('/orders/{id}/cancellation', {
        params: { path: { id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
}
