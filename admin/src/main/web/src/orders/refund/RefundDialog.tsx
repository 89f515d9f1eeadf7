import { Alert, Dialog, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useState } from 'react';
import { useLocale, useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../../api/http';
import { formatMoney } from '../../resource/value/number';
import type { Dossier } from '../../api/schema';
import { type Quantities, totalOf, wishOf } from '../refundable';
import { useAttempt } from '../useAttempt';
import { ConfirmStep } from './ConfirmStep';
import { ChooseStep } from './ChooseStep';

export interface Draft {
  /** All that is left, instead of the chosen lines. */
  rest: boolean;
  chosen: Quantities;
  reason: string;
}

/** What was shown to be confirmed, and is sent as it was shown, whatever becomes of the order meanwhile. */
export interface Wish {
  amount: number;
  /** Absent for all that is left. */
  lines?: { line: number; quantity: number }[];
  reason: string;
}

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
  onClose: () => void;
}

/** What is to be given back and why; then the amount once more, before it is asked for. */
export function RefundDialog({ dossier, onAnswer, onStale, onClose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const [draft, setDraft] = useState<Draft>({ rest: false, chosen: {}, reason: '' });
  const [wish, setWish] = useState<Wish>();
  const { id } = dossier.order;
  const { ask, busy, refusal } = useAttempt<Dossier>({
    about: id,
    words: ['ojeomneo.order.refund'],
    onAnswer: (asked) => {
      onAnswer(asked);
      notify('ojeomneo.order.refund.asked', { type: 'success' });
      onClose();
    },
    onStale,
  });
  const amount = draft.rest ? dossier.order.refundable : totalOf(dossier.lines, draft.chosen);

  function next() {
    const lines = draft.rest ? undefined : wishOf(dossier.lines, draft.chosen);
    setWish({ amount, lines, reason: draft.reason.trim() });
  }

  async function submit({ lines, reason }: Wish) {
    const outcome = await ask((header) =>
      answer(
        api.POST('/api/orders/{id}/refunds', {
          params: { path: { id }, header },
          body: { lines, reason },
        }),
      ),
    );
    if (outcome === 'refused') {
      setWish(undefined);
    }
  }

  return (
    <Dialog
      open
      onClose={busy ? undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="refund-title"
    >
      <DialogTitle id="refund-title">
        {wish === undefined
          ? t('ojeomneo.order.refund.title')
          : t('ojeomneo.order.refund.sure', { amount: formatMoney(wish.amount, locale) })}
      </DialogTitle>
      {refusal !== null && (
        <DialogContent sx={{ flex: 'none', pb: 0 }}>
          <Stack>
            <Alert severity={refusal.unanswered ? 'warning' : 'error'}>{refusal.text}</Alert>
          </Stack>
        </DialogContent>
      )}
      {wish === undefined ? (
        <ChooseStep
          dossier={dossier}
          draft={draft}
          amount={amount}
          onChange={setDraft}
          onNext={next}
          onClose={onClose}
        />
      ) : (
        <ConfirmStep
          dossier={dossier}
          wish={wish}
          busy={busy}
          onBack={() => setWish(undefined)}
          onSubmit={() => void submit(wish)}
        />
      )}
    </Dialog>
  );
}
