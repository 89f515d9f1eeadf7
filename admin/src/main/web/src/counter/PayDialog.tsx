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
import { useLocale, useNotify, useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import type { Dossier, TillMethod } from '../api/schema';
import { useAct } from '../profile/useAct';
import { formatMoney } from '../resource/value/number';

interface Props {
  order: { id: string; number: string; totalAmount: number };
  onPaid: (dossier: Dossier) => void;
  onRefused: () => void;
  onClose: () => void;
}

/** Money for an order, at the till. To ask again does no harm: the API takes it once. */
export function PayDialog({ order, onPaid, onRefused, onClose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const { act, busy, refusal } = useAct();
  const { id, number, totalAmount } = order;
  const take = (method: TillMethod) =>
    act(async () => {
      try {
        const paid = await answer(
          api.POST('/api/orders/{id}/till-payment', {
            params: { path: { id } },
            body: { method, amount: totalAmount },
          }),
        );
        notify('ojeomneo.counter.payDialog.done', { type: 'success' });
        onPaid(paid);
        onClose();
      } catch (error) {
        onRefused();
        throw error;
      }
    });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="pay-title">
      <DialogTitle id="pay-title">
        {t('ojeomneo.counter.payDialog.title', {
          number,
          amount: formatMoney(totalAmount, locale),
        })}
      </DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography>{t('ojeomneo.counter.payDialog.about')}</Typography>
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
          <Stack direction="row" sx={{ gap: 1 }}>
            {(['CASH', 'CARD'] as const).map((method) => (
              <Button
                key={method}
                variant="contained"
                size="large"
                disabled={busy}
                sx={{ flex: 1, minHeight: 56 }}
                onClick={() => void take(method)}
              >
                {t(`ojeomneo.counter.${method === 'CASH' ? 'cash' : 'card'}`)}
              </Button>
            ))}
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
}
