import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import { FormDialog } from '../notice/FormDialog';
import { ReasonField } from '../orders/ReasonField';
import { type Outcome, useOrderAct } from '../orders/useOrderAct';

interface Props extends Outcome {
  order: { id: string; number: string };
}

const COMMON = ['noShow', 'customer', 'mistake'];

/** The end of an order that staff took and nobody has paid for. */
export function EndDialog({ order, ...outcome }: Props) {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const { ask, busy, refusal } = useOrderAct('ojeomneo.counter.cancelDialog.done', outcome);
  const word = (key: string) => t(`ojeomneo.counter.cancelDialog.${key}`, { number: order.number });
  const end = () =>
    answer(
      api.POST('/api/orders/{id}/cancellation', {
        params: { path: { id: order.id } },
        body: { reason: reason.trim() },
      }),
    );
  return (
    <FormDialog
      title={word('title')}
      about={word('about')}
      submitLabel={word('submit')}
      cancelLabel={word('keep')}
      color="error"
      busy={busy}
      disabled={reason.trim() === ''}
      refusal={refusal}
      onSubmit={() => ask(end)}
      onClose={outcome.onClose}
    >
      <ReasonField
        value={reason}
        common={COMMON.map((each) => word(`reasons.${each}`))}
        onChange={setReason}
      />
    </FormDialog>
  );
}
