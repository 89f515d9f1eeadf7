import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Dossier } from '../../api/schema';
import { EndDialog } from '../../counter/EndDialog';
import { PayDialog } from '../../counter/PayDialog';
import { CorrectDialog } from './CorrectDialog';
import { isCorrectable, isUnpaidByStaff } from './difference';

interface Props {
  dossier: Dossier;
  onAnswer: (dossier: Dossier) => void;
  onStale: () => void;
}

/** Money at the till, another pickup time or note, and the end of what nobody paid for. */
export function TillSteps({ dossier, onAnswer, onStale }: Props) {
  const t = useTranslate();
  const [open, setOpen] = useState<'pay' | 'end' | 'correct'>();
  const { order } = dossier;
  const close = () => setOpen(undefined);
  return (
    <>
      {isCorrectable(dossier) && (
        <Button variant="outlined" color="secondary" sx={touch} onClick={() => setOpen('correct')}>
          {t('ojeomneo.counter.correct.action')}
        </Button>
      )}
      {isUnpaidByStaff(dossier) && (
        <Button variant="outlined" color="error" sx={touch} onClick={() => setOpen('end')}>
          {t('ojeomneo.order.step.cancel')}
        </Button>
      )}
      {order.status === 'PENDING_PAYMENT' && (
        <Button variant="contained" sx={touch} onClick={() => setOpen('pay')}>
          {t('ojeomneo.counter.unpaid.take')}
        </Button>
      )}
      {open === 'pay' && (
        <PayDialog order={order} onAnswer={onAnswer} onStale={onStale} onClose={close} />
      )}
      {open === 'end' && (
        <EndDialog order={order} onAnswer={onAnswer} onStale={onStale} onClose={close} />
      )}
      {open === 'correct' && (
        <CorrectDialog dossier={dossier} onAnswer={onAnswer} onStale={onStale} onClose={close} />
      )}
    </>
  );
}

const touch = { minHeight: { xs: 44, lg: 38 } };
