import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { type SyntheticEvent, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { useAct } from '../../profile/useAct';
import { formatMoney } from '../../resource/value/number';
import { ReasonField } from '../ReasonField';

interface Props {
  refundable: number;
  onReason: (reason: string) => Promise<void>;
  onClose: () => void;
}

const COMMON = ['soldOut', 'busy', 'closing', 'customer'];

/** Nothing is cancelled without a reason, which the customer reads. */
export function CancelDialog({ refundable, onReason, onClose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    void act(async () => {
      await onReason(reason.trim());
      onClose();
    });
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="cancel-title">
      <form onSubmit={submit}>
        <DialogTitle id="cancel-title">{t('ojeomneo.order.cancel.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{t('ojeomneo.order.cancel.about')}</Typography>
            {refundable > 0 && (
              <Typography sx={{ fontWeight: 650 }}>
                {t('ojeomneo.order.cancel.money', { amount: formatMoney(refundable, locale) })}
              </Typography>
            )}
            {refusal !== null && <Alert severity="error">{refusal}</Alert>}
            <ReasonField
              value={reason}
              common={COMMON.map((each) => t(`ojeomneo.order.cancel.reasons.${each}`))}
              onChange={setReason}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('ojeomneo.order.cancel.keep')}</Button>
          <Button
            type="submit"
            variant="contained"
            color="error"
            loading={busy}
            disabled={reason.trim() === ''}
          >
            {t('ojeomneo.order.cancel.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
