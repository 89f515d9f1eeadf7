import { Alert, Box, Button, DialogActions, DialogContent, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../resource/value/number';
import type { Dossier } from '../../api/schema';
import { isWhole } from '../refundable';
import { Quiet } from '../Section';
import type { Wish } from './RefundDialog';

interface Props {
  dossier: Dossier;
  wish: Wish;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}

/** The amount once more: what is asked for from here cannot be taken back. */
export function ConfirmStep({ dossier, wish, busy, onBack, onSubmit }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { amount, lines, reason } = wish;
  const nameOf = (wanted: number) => dossier.lines.find(({ line }) => line === wanted)?.name ?? '';
  return (
    <>
      <DialogContent>
        <Stack spacing={1.5}>
          {lines === undefined ? (
            <Box sx={{ fontWeight: 600 }}>{t('ojeomneo.order.refunds.rest')}</Box>
          ) : (
            <Box component="ul" sx={{ m: 0, pl: 2.5, fontWeight: 600 }}>
              {lines.map(({ line, quantity }) => (
                <li key={line}>
                  {t('ojeomneo.order.refunds.line', { name: nameOf(line), count: quantity })}
                </li>
              ))}
            </Box>
          )}
          <Quiet>
            {t('ojeomneo.order.reason.label')}: {reason}
          </Quiet>
          <Typography>{t('ojeomneo.order.refund.about')}</Typography>
          {dossier.order.status === 'PAID' && isWhole(dossier, amount) && (
            <Alert severity="warning">{t('ojeomneo.order.refund.cancels')}</Alert>
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onBack} disabled={busy}>
          {t('ojeomneo.order.refund.back')}
        </Button>
        <Button variant="contained" loading={busy} onClick={onSubmit} autoFocus>
          {t('ojeomneo.order.refund.submit', { amount: formatMoney(amount, locale) })}
        </Button>
      </DialogActions>
    </>
  );
}
