import { Button, Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { daysOfInstants, instantsOfDays, seoulDay } from '../value/seoul';
import type { EditorProps } from './FilterEditor';
import { rangeOf } from './filters';

interface Ends {
  from?: string;
  to?: string;
}

/** Days, also of instants: the whole of both, in Seoul. Or times of day. */
export function DateRange({ column, value, onChange }: EditorProps) {
  const t = useTranslate();
  const isInstant = column.type === 'INSTANT';
  const stored = rangeOf(value) as Ends;
  const ends = isInstant ? daysOfInstants(stored) : stored;
  const set = (next: Ends) => onChange(isInstant ? instantsOfDays(next) : next);
  const type = column.type === 'TIME' ? 'time' : 'date';
  const input = (which: 'from' | 'to') => (
    <TextField
      fullWidth
      type={type}
      label={t(which === 'from' ? 'ojeomneo.list.from' : 'ojeomneo.list.to')}
      value={ends[which] ?? ''}
      onChange={(event) => {
        const typed = event.target.value;
        set({ ...ends, [which]: typed === '' ? undefined : typed });
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Stack spacing={1.5}>
      {input('from')}
      {input('to')}
      {type === 'date' && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5 }}>
          {PRESETS.map(({ label, from, to }) => (
            <Button
              key={label}
              size="small"
              variant="outlined"
              color="secondary"
              onClick={() => set({ from: seoulDay(from), to: seoulDay(to) })}
            >
              {t(`ojeomneo.list.${label}`)}
            </Button>
          ))}
        </Stack>
      )}
    </Stack>
  );
}

/** Days from today. */
const PRESETS = [
  { label: 'today', from: 0, to: 0 },
  { label: 'yesterday', from: -1, to: -1 },
  { label: 'week', from: -6, to: 0 },
  { label: 'month', from: -29, to: 0 },
];
