import AddIcon from '@mui/icons-material/Add';
import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Row } from '../api/schema';
import { ChangeDialog, EndButton } from './ChangeDialog';
import { Spans } from './Spans';
import { type Calendar, type SpecialDay, timesOf } from './useCalendar';
import { dayOfWeek, inputs, overlaps } from './week';

/** The bounds are the shop's own: see the declaration of `stores`. */
const NUMBERS = [
  { name: 'cutoffMinutes', max: 1440 },
  { name: 'slotCapacity', max: 1000 },
] as const;

interface Props {
  of: Calendar;
  base: Row;
  day: string;
  /** Instead of this day the shop does not open at all. */
  onClosure: (day: string) => void;
  onClose: () => void;
}

/** One day that is not like the others of its week: what is left empty is as usual. */
export function SpecialDayDialog({ of, base, day, onClosure, onClose }: Props) {
  const t = useTranslate();
  const usual = timesOf(base);
  const specialOn = (wanted: string) => usual.storeDays.find((each) => each.day === wanted);
  const [draft, setDraft] = useState(() => draftOf(day, specialOn(day)));
  const [ends, setEnds] = useState(false);
  const there = specialOn(draft.day);
  const weekday = dayOfWeek(draft.day);

  function change(change: Partial<typeof draft>) {
    setEnds(false);
    setDraft({ ...draft, ...change });
  }

  /** What is there stays on its own day; what was typed for an ordinary day goes along to another. */
  function turnTo(wanted: string) {
    const found = specialOn(wanted);
    change(there === undefined && found === undefined ? { day: wanted } : draftOf(wanted, found));
  }

  function values() {
    const others = usual.storeDays.filter((each) => each !== there);
    const special: SpecialDay = {
      ...(there?.id === undefined ? {} : { id: there.id }),
      day: draft.day,
      hours: draft.hours,
      cutoffMinutes: numberOf(draft.cutoffMinutes),
      slotCapacity: numberOf(draft.slotCapacity),
    };
    return { storeDays: ends ? others : [...others, special] };
  }

  return (
    <ChangeDialog
      title={t('ojeomneo.calendar.special.title')}
      submitLabel={ends ? t('ojeomneo.calendar.special.remove') : t('ojeomneo.form.save')}
      of={of}
      base={base}
      values={values}
      onClose={onClose}
      more={
        there === undefined ? (
          <Button onClick={() => onClosure(draft.day)}>{t('ojeomneo.calendar.addClosure')}</Button>
        ) : (
          <EndButton label={t('ojeomneo.calendar.special.remove')} onEnd={() => setEnds(true)} />
        )
      }
    >
      <Typography variant="body2" color="textSecondary">
        {t('ojeomneo.calendar.special.about')}
      </Typography>
      <TextField
        type="date"
        required
        label={t('ojeomneo.calendar.special.day')}
        value={draft.day}
        onChange={({ target }) => turnTo(target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      <Stack role="group" aria-label={t('ojeomneo.calendar.special.hours')} sx={{ gap: 1 }}>
        {draft.hours.length === 0 && (
          <Typography color="textSecondary">
            {t('ojeomneo.calendar.special.usual', { hours: usualHours() })}
          </Typography>
        )}
        <Spans
          spans={draft.hours}
          removeLabel={t('ojeomneo.calendar.special.removeHours')}
          overlaps={(i) => overlaps({ [weekday]: draft.hours }, weekday, i)}
          onChange={(hours) => change({ hours })}
        />
        <Button
          startIcon={<AddIcon />}
          sx={{ alignSelf: 'start' }}
          onClick={() =>
            change({ hours: [...draft.hours, { opensAt: '11:00', closesAt: '15:00' }] })
          }
        >
          {t('ojeomneo.calendar.special.addHours')}
        </Button>
      </Stack>
      {NUMBERS.map(({ name, max }) => (
        <TextField
          key={name}
          type="number"
          label={t(`ojeomneo.calendar.${name}`)}
          placeholder={String(usual[name])}
          helperText={t(`ojeomneo.calendar.special.${name}`, { usual: usual[name] })}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value })}
          slotProps={{
            inputLabel: { shrink: true },
            htmlInput: { min: 0, max, step: 1, inputMode: 'numeric' },
          }}
        />
      ))}
    </ChangeDialog>
  );

  function usualHours(): string {
    const spans = usual.storeHours.filter((each) => each.dayOfWeek === weekday);
    return spans.length === 0
      ? t('ojeomneo.calendar.closed')
      : inputs(spans)
          .map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`)
          .join(', ');
  }
}

function draftOf(day: string, special: SpecialDay | undefined) {
  return {
    day,
    hours: inputs(special?.hours ?? []),
    cutoffMinutes: special?.cutoffMinutes?.toString() ?? '',
    slotCapacity: special?.slotCapacity?.toString() ?? '',
  };
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
