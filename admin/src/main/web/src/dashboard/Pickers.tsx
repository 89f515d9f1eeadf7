import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Dashboard } from '../api/schema';
import { useInAddress } from '../layout/useInAddress';
import { todayInSeoul } from './change';

/** Which day, and of which shop. */
export function Pickers({ shops }: { shops: Dashboard['choices'] }) {
  const t = useTranslate();
  const [chosen, choose] = useInAddress();
  const today = todayInSeoul(new Date());
  const store = chosen.get('store') ?? '';

  return (
    <>
      {shops.length > 1 && (
        <TextField
          select
          label={t('ojeomneo.dashboard.shop')}
          value={shops.some(({ id }) => id === store) ? store : ''}
          onChange={(event) => choose({ store: event.target.value })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ minWidth: 150, maxWidth: 240 }}
        >
          <MenuItem value="">{t('ojeomneo.dashboard.allShops')}</MenuItem>
          {shops.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        type="date"
        label={t('ojeomneo.dashboard.day')}
        value={chosen.get('day') ?? today}
        onChange={({ target }) => choose({ day: target.value === today ? '' : target.value })}
        slotProps={{ htmlInput: { max: today }, inputLabel: { shrink: true } }}
      />
    </>
  );
}
