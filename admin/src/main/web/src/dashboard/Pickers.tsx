import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Dashboard } from '../api/schema';
import { todayInSeoul } from './change';

/** Which day, and of which shop. */
export function Pickers({ shops }: { shops: Dashboard['choices'] }) {
  const t = useTranslate();
  const [chosen, setChosen] = useSearchParams();
  const today = todayInSeoul(new Date());
  const store = chosen.get('store') ?? '';

  function choose(name: 'day' | 'store', value: string) {
    const next = new URLSearchParams(chosen);
    if (value === '' || (name === 'day' && value === today)) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setChosen(next, { replace: true });
  }

  return (
    <>
      {shops.length > 1 && (
        <TextField
          select
          label={t('ojeomneo.dashboard.shop')}
          value={shops.some(({ id }) => id === store) ? store : ''}
          onChange={(event) => choose('store', event.target.value)}
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
        onChange={(event) => choose('day', event.target.value)}
        slotProps={{ htmlInput: { max: today }, inputLabel: { shrink: true } }}
      />
    </>
  );
}
