import AddIcon from '@mui/icons-material/Add';
import {
  Box,
  Button,
  Checkbox,
  FormControlLabel,
  IconButton,
  Stack,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Row } from '../api/schema';
import { ChangeDialog } from './ChangeDialog';
import { Spans } from './Spans';
import { DAYS_OF_WEEK, type Week, hoursOf, overlaps, weekOf } from './week';
import { type Calendar, timesOf } from './useCalendar';

interface Props {
  of: Calendar;
  base: Row;
  onClose: () => void;
}

/** Every session of the week, such as lunch and dinner. */
export function HoursDialog({ of, base, onClose }: Props) {
  const t = useTranslate();
  const [week, setWeek] = useState<Week>(() => weekOf(timesOf(base).storeHours));
  const dayName = (day: string) => t(`ojeomneo.calendar.days.${day}`);

  function set(day: string, sessions: Week[string]) {
    setWeek({ ...week, [day]: sessions });
  }

  return (
    <ChangeDialog
      title={t('ojeomneo.calendar.hours')}
      submitLabel={t('ojeomneo.form.save')}
      of={of}
      base={base}
      values={() => ({ storeHours: hoursOf(week) })}
      onClose={onClose}
    >
      <Typography variant="body2" color="textSecondary">
        {t('ojeomneo.calendar.hoursAbout')}
      </Typography>
      {DAYS_OF_WEEK.map((day) => {
        const sessions = week[day] ?? [];
        return (
          <Box key={day} role="group" aria-label={dayName(day)} sx={row}>
            <FormControlLabel
              sx={{ minWidth: 92, m: 0 }}
              control={
                <Checkbox
                  checked={sessions.length > 0}
                  onChange={(_, on) =>
                    set(day, on ? [{ opensAt: '11:00', closesAt: '15:00' }] : [])
                  }
                />
              }
              label={dayName(day)}
            />
            <Stack sx={{ gap: 1, flex: 1 }}>
              {sessions.length === 0 && (
                <Typography color="textSecondary" sx={{ pt: 1.25 }}>
                  {t('ojeomneo.calendar.closed')}
                </Typography>
              )}
              <Spans
                spans={sessions}
                removeLabel={t('ojeomneo.calendar.removeSession', { day: dayName(day) })}
                overlaps={(i) => overlaps(week, day, i)}
                onChange={(spans) => set(day, spans)}
              />
            </Stack>
            <IconButton
              aria-label={t('ojeomneo.calendar.addSession', { day: dayName(day) })}
              onClick={() => set(day, [...sessions, { opensAt: '17:00', closesAt: '21:00' }])}
            >
              <AddIcon />
            </IconButton>
          </Box>
        );
      })}
      <Button
        onClick={() =>
          setWeek({
            ...week,
            ...Object.fromEntries(['2', '3', '4', '5'].map((d) => [d, week['1'] ?? []])),
          })
        }
      >
        {t('ojeomneo.calendar.likeMonday')}
      </Button>
    </ChangeDialog>
  );
}

const row = { display: 'flex', alignItems: 'start', gap: 1 };
