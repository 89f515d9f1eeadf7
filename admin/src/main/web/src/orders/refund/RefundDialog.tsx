import { Alert, Dialog, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../resource/value/number';
import type { Dossier } from '../dossier';
import { type Quantities, totalOf } from '../refundable';
import { ConfirmStep } from './ConfirmStep';
import { ChooseStep } from './ChooseStep';
import { useRefund } from './useRefund';

export interface Draft {
  /** All that is left, instead of the chosen lines. */
  rest: boolean;
  chosen: Quantities;
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
  const [draft, setDraft] = useState<Draft>({ rest: false, chosen: {}, reason: '' });
  const [sure, setSure] = useState(false);
  const { ask, busy, refusal } = useRefund({ dossier, onAnswer, onStale });
  const amount = draft.rest ? dossier.order.refundable : totalOf(dossier.lines, draft.chosen);

  async function submit() {
    const outcome = await ask(draft);
    if (outcome === 'asked') {
      onClose();
    } else if (outcome === 'refused') {
      setSure(false);
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
        {sure
          ? t('ojeomneo.order.refund.sure', { amount: formatMoney(amount, locale) })
          : t('ojeomneo.order.refund.title')}
      </DialogTitle>
      {refusal !== null && (
        <DialogContent sx={{ flex: 'none', pb: 0 }}>
          <Stack>
            <Alert severity={refusal.unanswered ? 'warning' : 'error'}>{refusal.text}</Alert>
          </Stack>
        </DialogContent>
      )}
      {sure ? (
        <ConfirmStep
          dossier={dossier}
          draft={draft}
          amount={amount}
          busy={busy}
          onBack={() => setSure(false)}
          onSubmit={() => void submit()}
        />
      ) : (
        <ChooseStep
          dossier={dossier}
          draft={draft}
          amount={amount}
          onChange={setDraft}
          onNext={() => setSure(true)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
