import { Button, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Statement } from '../api/schema';
import { todayInSeoul } from '../dashboard/change';
import { useInAddress } from '../layout/useInAddress';
import { lastMonth, thisMonth, yesterday } from './days';

interface Props {
  shown: Pick<Statement, 'from' | 'to' | 'choices'>;
}

/** Which days, and of which shop; they stand in the address. */
export function Pickers({ shown }: Props) {
  const t = useTranslate();
  const [chosen, choose] = useInAddress();
  const today = todayInSeoul(new Date());
  const store = chosen.get('store') ?? '';
  // What is shown may still be the answer to an earlier choice.
  const days = { from: chosen.get('from') ?? shown.from, to: chosen.get('to') ?? shown.to };

  return (
    <>
      {(
        [
          ['yesterday', yesterday(today)],
          ['thisMonth', thisMonth(today)],
          ['lastMonth', lastMonth(today)],
        ] as const
      ).map(([name, { from, to }]) => (
        <Button key={name} color="secondary" onClick={() => choose({ from, to })}>
          {t(`ojeomneo.settlement.${name}`)}
        </Button>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <TextField
          key={name}
          type="date"
          label={t(`ojeomneo.settlement.${name}`)}
          value={days[name]}
          onChange={(event) => choose({ [name]: event.target.value }, days)}
          slotProps={{ htmlInput: { max: today }, inputLabel: { shrink: true } }}
        />
      ))}
      {shown.choices.length > 1 && (
        <TextField
          select
          label={t('ojeomneo.settlement.shop')}
          value={shown.choices.some(({ id }) => id === store) ? store : ''}
          onChange={(event) => choose({ store: event.target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ minWidth: 150, maxWidth: 240 }}
        >
          <MenuItem value="">{t('ojeomneo.settlement.allShops')}</MenuItem>
          {shown.choices.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  );
}
