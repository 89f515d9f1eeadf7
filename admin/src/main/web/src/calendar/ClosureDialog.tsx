import { Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Row } from '../api/schema';
import { ChangeDialog, EndButton } from './ChangeDialog';
import { plusDays } from './days';
import { type Calendar, type Closure, timesOf } from './useCalendar';

interface Props {
  of: Calendar;
  base: Row;
  /** That is changed; for a new one only what the form begins with. */
  closure: Closure;
  isNew: boolean;
  today: string;
  onClose: () => void;
}

/** A day or more on which the shop does not open. */
export function ClosureDialog({ of, base, closure, isNew, today, onClose }: Props) {
  const t = useTranslate();
  const [draft, setDraft] = useState(closure);
  const [ends, setEnds] = useState(false);
  const others = timesOf(base).storeClosures.filter(
    ({ fromDay }) => isNew || fromDay !== closure.fromDay,
  );
  const runs = !isNew && closure.fromDay < today && closure.toDay >= today;

  function values() {
    if (!ends) {
      return { storeClosures: [...others, draft] };
    }
    // One that has begun keeps its past.
    const past = { ...closure, toDay: plusDays(today, -1) };
    return { storeClosures: runs ? [...others, past] : others };
  }

  return (
    <ChangeDialog
      title={t(isNew ? 'ojeomneo.calendar.addClosure' : 'ojeomneo.calendar.closure')}
      submitLabel={ends ? t('ojeomneo.calendar.endClosure') : t('ojeomneo.form.save')}
      of={of}
      base={base}
      values={values}
      onClose={onClose}
      more={
        !isNew && (
          <EndButton
            label={t(runs ? 'ojeomneo.calendar.endNow' : 'ojeomneo.calendar.endClosure')}
            onEnd={() => setEnds(true)}
          />
        )
      }
    >
      <Stack direction="row" sx={{ gap: 1 }}>
        {(['fromDay', 'toDay'] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            required
            fullWidth
            label={t(`ojeomneo.calendar.${end}`)}
            value={draft[end]}
            onChange={({ target }) => {
              setEnds(false);
              setDraft({ ...draft, [end]: target.value });
            }}
            slotProps={{
              inputLabel: { shrink: true },
              htmlInput: end === 'toDay' ? { min: draft.fromDay } : {},
            }}
          />
        ))}
      </Stack>
      <TextField
        label={t('ojeomneo.calendar.reason')}
        value={draft.reason}
        onChange={({ target }) => setDraft({ ...draft, reason: target.value })}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
    </ChangeDialog>
  );
}
