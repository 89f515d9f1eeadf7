import {
  Alert,
  Box,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { formatMoney } from '../../resource/value/number';
import type { Settled, Settling } from './difference';

interface Props {
  credit: number;
  cost: number;
  settling: Settling;
  settled: Settled;
  mayRefund: boolean;
  onSettled: (settled: Settled) => void;
}

/** What the change comes to, read out as it changes, and who bears it. */
export function Settle({ credit, cost, settling, settled, mayRefund, onSettled }: Props) {
  const t = useTranslate();
  const locale = useLocale();
  const word = (key: string) => t(`ojeomneo.counter.change.${key}`);
  const difference = cost - credit;
  const name = difference === 0 ? 'same' : difference > 0 ? 'dearer' : 'cheaper';
  return (
    <div>
      <Box role="status" component="div" sx={sums}>
        <span>{word('credit')}</span>
        <span>−{formatMoney(credit, locale)}</span>
        <span>{word('cost')}</span>
        <span>{formatMoney(cost, locale)}</span>
        <b>{word(name)}</b>
        <b>{formatMoney(Math.abs(difference), locale)}</b>
      </Box>
      {settling === 'unpaid' && <Typography sx={{ mt: 1 }}>{word('unpaid')}</Typography>}
      {settling === 'cheaper' && (
        <Alert severity={mayRefund ? 'info' : 'warning'} sx={{ mt: 1 }}>
          {word(mayRefund ? 'back' : 'noRefunds')}
        </Alert>
      )}
      {settling === 'dearer' && (
        <FormControl sx={{ mt: 1.5 }}>
          <FormLabel id="settle">{word('settle')}</FormLabel>
          <RadioGroup
            aria-labelledby="settle"
            value={settled}
            onChange={(_, chosen) => onSettled(chosen as Settled)}
          >
            <FormControlLabel value="CASH" control={<Radio />} label={word('byCash')} />
            <FormControlLabel value="CARD" control={<Radio />} label={word('byCard')} />
            <FormControlLabel
              value="WAIVED"
              control={<Radio />}
              label={word('waive')}
              disabled={!mayRefund}
            />
          </RadioGroup>
          {!mayRefund && (
            <Typography variant="body2" color="textSecondary">
              {word('noWaive')}
            </Typography>
          )}
        </FormControl>
      )}
    </div>
  );
}

const sums = {
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  rowGap: 0.5,
  columnGap: 2,
  '& > :nth-of-type(even)': { textAlign: 'right' },
  borderTop: 1,
  borderColor: 'divider',
  pt: 1.5,
};
