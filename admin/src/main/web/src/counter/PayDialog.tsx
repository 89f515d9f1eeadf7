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
import { useLocale, useTranslate } from 'react-admin';
import { answer, api } from '../api/http';
import type { TillMethod } from '../api/schema';
import { type Outcome, useOrderAct } from '../orders/useOrderAct';
import { formatMoney } from '../resource/value/number';

interface Props extends Outcome {
  order: { id: string; number: string; totalAmount: number };
}

/** Money for an order, at the till. To ask again does no harm: the API takes it once. */
export function PayDialog({ order, ...outcome }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { ask, busy, refusal } = useOrderAct('ojeomneo.counter.payDialog.done', outcome);
  const { onClose } = outcome;
  const { id, number, totalAmount } = order;
  const take = (method: TillMethod) =>
    answer(
      api.POST('/api/orders/{id}/till-payment', {
        params: { path: { id } },
        body: { method, amount: totalAmount },
      }),
    );
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
                onClick={() => ask(() => take(method))}
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
