import { answer, api } from '../api/http';
import { CancellationDialog } from '../orders/CancellationDialog';
import { type Outcome, useOrderAct } from '../orders/useOrderAct';

interface Props extends Outcome {
  order: { id: string; number: string };
}

/** The end of an order that staff took and nobody has paid for. */
export function EndDialog({ order, ...outcome }: Props) {
  const { ask, busy, refusal } = useOrderAct('ojeomneo.counter.cancelDialog.done', outcome);
  const end = (reason: string) =>
    answer(
      api.POST('/api/orders/{id}/cancellation', {
        params: { path: { id: order.id } },
        body: { reason },
      }),
    );
  return (
    <CancellationDialog
      order={order}
      words="ojeomneo.counter.cancelDialog"
      common={['noShow', 'customer', 'mistake']}
      busy={busy}
      refusal={refusal}
      onReason={(reason) => ask(() => end(reason))}
      onClose={outcome.onClose}
    />
  );
}
