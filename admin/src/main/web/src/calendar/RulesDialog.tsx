import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Row } from '../api/schema';
import { ChangeDialog } from './ChangeDialog';
import { type Calendar, timesOf } from './useCalendar';

/** The bounds are the shop's own: see the declaration of `stores`. */
const RULES = [
  { name: 'cutoffMinutes', min: 0, max: 1440 },
  { name: 'prepMinutes', min: 0, max: 240 },
  { name: 'slotMinutes', min: 5, max: 60 },
  { name: 'slotCapacity', min: 1, max: 1000 },
] as const;

interface Props {
  of: Calendar;
  base: Row;
  onClose: () => void;
}

/** Last order and pickup slots. */
export function RulesDialog({ of, base, onClose }: Props) {
  const t = useTranslate();
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(RULES.map(({ name }) => [name, String(timesOf(base)[name])])),
  );
  return (
    <ChangeDialog
      title={t('ojeomneo.calendar.rules')}
      submitLabel={t('ojeomneo.form.save')}
      of={of}
      base={base}
      values={() =>
        Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, Number(text)]))
      }
      onClose={onClose}
    >
      {RULES.map(({ name, min, max }) => (
        <TextField
          key={name}
          type="number"
          required
          label={t(`ojeomneo.calendar.${name}`)}
          value={typed[name]}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          slotProps={{ htmlInput: { min, max, step: 1, inputMode: 'numeric' } }}
        />
      ))}
    </ChangeDialog>
  );
}
