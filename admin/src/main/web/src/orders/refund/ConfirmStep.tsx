import { Alert, Box, Button, DialogActions, DialogContent, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../resource/value/number';
import type { Dossier } from '../dossier';
import { isWhole } from '../refundable';
import { Quiet } from '../Section';
import type { Draft } from './RefundDialog';

interface Props {
  dossier: Dossier;
  draft: Draft;
  amount: number;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}

/** The amount once more: what is asked for from here cannot be taken back. */
export function ConfirmStep({ dossier, draft, amount, busy, onBack, onSubmit }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const chosen = dossier.lines.filter(({ line }) => (draft.chosen[line] ?? 0) > 0);
  return (
    <>
      <DialogContent>
        <Stack spacing={1.5}>
          {draft.rest ? (
            <Box sx={{ fontWeight: 600 }}>{t('ojeomneo.order.refunds.rest')}</Box>
          ) : (
            <Box component="ul" sx={{ m: 0, pl: 2.5, fontWeight: 600 }}>
              {chosen.map(({ line, name }) => (
                <li key={line}>
                  {t('ojeomneo.order.refunds.line', { name, count: draft.chosen[line] ?? 0 })}
                </li>
              ))}
            </Box>
          )}
          <Quiet>
            {t('ojeomneo.order.reason.label')}: {draft.reason}
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
