import {
  Button,
  DialogActions,
  DialogContent,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Stack,
} from '@mui/material';
import type { SyntheticEvent } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../resource/value/number';
import type { Dossier, DossierLine as Line } from '../../api/schema';
import { ReasonField } from '../ReasonField';
import { LineQuantity } from './LineQuantity';
import type { Draft } from './RefundDialog';
import { Total } from './Total';

interface Props {
  dossier: Dossier;
  draft: Draft;
  amount: number;
  onChange: (draft: Draft) => void;
  onNext: () => void;
  onClose: () => void;
}

/** Of what was replaced, nothing is left to be given back. */
const isThere = ({ quantity, replacedQuantity }: Line) => replacedQuantity < quantity;

const COMMON = ['missing', 'wrong', 'quality', 'late', 'customer'];

export function ChooseStep({ dossier, draft, amount, onChange, onNext, onClose }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const { order, lines } = dossier;
  const tooMuch = amount > order.refundable;
  const ready = amount > 0 && !tooMuch && draft.reason.trim() !== '';
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (ready) {
      onNext();
    }
  }
  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <DialogContent>
        <Stack spacing={2}>
          <FormControl>
            <FormLabel id="refund-what">{t('ojeomneo.order.refund.what')}</FormLabel>
            <RadioGroup
              aria-labelledby="refund-what"
              value={draft.rest ? 'rest' : 'lines'}
              onChange={(_, chosen) => onChange({ ...draft, rest: chosen === 'rest' })}
            >
              <FormControlLabel
                value="lines"
                control={<Radio size="small" />}
                label={t('ojeomneo.order.refund.byLine')}
              />
              <FormControlLabel
                value="rest"
                control={<Radio size="small" />}
                label={t('ojeomneo.order.refund.rest', {
                  amount: formatMoney(order.refundable, locale),
                })}
              />
            </RadioGroup>
          </FormControl>
          {!draft.rest && (
            <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {lines.filter(isThere).map((line) => (
                <LineQuantity
                  key={line.line}
                  line={line}
                  chosen={draft.chosen[line.line] ?? 0}
                  onChange={(quantity) =>
                    onChange({ ...draft, chosen: { ...draft.chosen, [line.line]: quantity } })
                  }
                />
              ))}
            </Stack>
          )}
          <Total amount={amount} most={order.refundable} />
          <ReasonField
            value={draft.reason}
            common={COMMON.map((each) => t(`ojeomneo.order.refund.reasons.${each}`))}
            onChange={(reason) => onChange({ ...draft, reason })}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('ra.action.cancel')}</Button>
        <Button type="submit" variant="contained" disabled={!ready}>
          {t('ojeomneo.order.refund.next')}
        </Button>
      </DialogActions>
    </form>
  );
}
