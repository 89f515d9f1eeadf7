import { Alert, Box, CircularProgress, Stack } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../resource/value/number';
import type { Dossier } from '../api/schema';

/** What a Server is doing with the order's money right now; read out as it changes. */
export function UnderWay({ dossier: { refunds, check } }: { dossier: Dossier }) {
  const t = useTranslate();
  const locale = useLocale();
  const sum = (status: string) =>
    refunds.reduce(
      (total, each) => total + (each.status === status && !each.atTill ? each.amount : 0),
      0,
    );
  const pending = sum('PENDING');
  const failing = sum('FAILED');
  const amount = (won: number) => ({ amount: formatMoney(won, locale) });
  return (
    <Stack role="status" spacing={1} sx={{ '&:not(:empty)': { mb: 2 } }}>
      {pending > 0 && (
        <Alert severity="info" icon={<Turning />}>
          {t('ojeomneo.order.refunds.pending', amount(pending))}
        </Alert>
      )}
      {failing > 0 && (
        <Alert severity="error">{t('ojeomneo.order.refunds.failing', amount(failing))}</Alert>
      )}
      {check !== null && (
        <Alert severity="info" icon={<Turning />}>
          {check.tries > 0
            ? t('ojeomneo.order.lookUp.tries', { smart_count: check.tries })
            : t('ojeomneo.order.lookUp.pending')}
        </Alert>
      )}
    </Stack>
  );
}

function Turning() {
  return (
    <Box sx={{ display: 'inline-flex' }} aria-hidden>
      <CircularProgress size={18} color="inherit" />
    </Box>
  );
}
