import { Box, Stack } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../resource/value/number';

/** What the choice comes to, read out as it changes. */
export function Total({ amount, most }: { amount: number; most: number }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <Box role="status" sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Stack direction="row" sx={{ fontSize: 17, fontWeight: 700, gap: 2 }}>
        <Box sx={{ flex: 1 }}>{t('ojeomneo.order.refund.total')}</Box>
        <div>{formatMoney(amount, locale)}</div>
      </Stack>
      {amount > most && (
        <Box sx={{ color: 'error.main', mt: 0.5 }}>
          {t('ojeomneo.order.refund.tooMuch', { amount: formatMoney(most, locale) })}
        </Box>
      )}
    </Box>
  );
}
