import type { DateSelectArg, EventClickArg } from '@fullcalendar/core';
import english from '@fullcalendar/core/locales/en-gb';
import korean from '@fullcalendar/core/locales/ko';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import FullCalendar from '@fullcalendar/react';
import timeGrid from '@fullcalendar/timegrid';
import { Box, type Theme, alpha, useMediaQuery, useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { CalendarSession, ShopCalendar } from '../api/schema';
import { type View, plusDays } from './days';
import { type Shown, eventsOf, firstHour, loadOf } from './events';
import type { Closure, ShopTimes } from './useCalendar';
import { untilOf } from './lastOrder';
import { useHolidays } from './useHolidays';
import { inputs } from './week';

interface Props {
  calendar: ShopCalendar;
  times: ShopTimes;
  view: View;
  day: string;
  /** Seoul's, as the grid marks it. */
  now: string;
  onSession: (session: CalendarSession) => void;
  onClosure: (closure: Closure) => void;
  onSpecial: (day: string) => void;
  /** Absent for whoever may not write. */
  onDays?: (fromDay: string, toDay: string) => void;
}

const VIEWS = { week: 'timeGridWeek', month: 'dayGridMonth' };

/** The grid, drawn by FullCalendar; what stands in it is the API's. On a phone the week is a list. */
export default function Days(props: Props) {
  const { calendar, times, view, day, now, onSession, onClosure, onSpecial, onDays } = props;
  const t = useTranslate();
  const locale = useLocale();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const holidays = useHolidays([
    ...new Set([
      calendar.days[0]?.day.slice(0, 4) ?? '',
      calendar.days.at(-1)?.day.slice(0, 4) ?? '',
    ]),
  ]);
  const shape = view === 'week' && narrow ? 'listWeek' : VIEWS[view];
  const events = eventsOf(calendar, times, holidays, {
    closed: t('ojeomneo.calendar.closed'),
    session: (session) => {
      const { taken, full } = loadOf(session);
      return [
        untilOf(session, t),
        ...(taken > 0 ? [t('ojeomneo.calendar.taken', { smart_count: taken })] : []),
        ...(full > 0 ? [t('ojeomneo.calendar.full', { smart_count: full })] : []),
      ].join(' · ');
    },
    special: ({ hours, cutoffMinutes, slotCapacity }) =>
      [
        t('ojeomneo.calendar.special.title'),
        ...inputs(hours).map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`),
        ...(cutoffMinutes === null
          ? []
          : [t('ojeomneo.calendar.special.cutoff', { minutes: cutoffMinutes })]),
        ...(slotCapacity === null
          ? []
          : [t('ojeomneo.calendar.special.capacity', { orders: slotCapacity })]),
      ].join(' · '),
  });

  function open({ event }: EventClickArg) {
    const shown = event.extendedProps.shown as Shown;
    if (shown.kind === 'session') {
      onSession(shown.session);
    } else if (shown.kind === 'closure') {
      onClosure(shown.closure);
    } else if (shown.kind === 'special') {
      onSpecial(shown.day);
    }
  }

  function dragged({ startStr, endStr }: DateSelectArg) {
    const toDay = plusDays(endStr, -1);
    if (toDay > startStr) {
      onDays?.(startStr, toDay);
    }
  }

  return (
    <Box sx={look}>
      <FullCalendar
        key={`${shape} ${day}`}
        plugins={[dayGrid, timeGrid, list, interaction]}
        locales={[korean, english]}
        locale={locale === 'ko' ? 'ko' : 'en-gb'}
        timeZone="UTC"
        now={now}
        nowIndicator
        firstDay={0}
        initialView={shape}
        initialDate={day}
        headerToolbar={false}
        height="auto"
        fixedWeekCount
        events={events}
        eventClick={open}
        eventTimeFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        slotLabelFormat={{ hour: '2-digit', minute: '2-digit', hour12: false }}
        displayEventEnd
        slotDuration="01:00:00"
        slotMinTime={firstHour(calendar)}
        allDayText={t('ojeomneo.calendar.allDay')}
        noEventsText={t('ojeomneo.calendar.nothing')}
        selectable={onDays !== undefined && view === 'month'}
        select={dragged}
        // A single day is clicked, several are dragged over.
        dateClick={onDays && (({ dateStr }) => onDays(dateStr.slice(0, 10), dateStr.slice(0, 10)))}
      />
    </Box>
  );
}

const look = (theme: Theme) => ({
  '--fc-border-color': theme.palette.divider,
  '--fc-page-bg-color': theme.palette.background.paper,
  '--fc-neutral-bg-color': theme.palette.background.default,
  '--fc-list-event-hover-bg-color': alpha(theme.palette.primary.main, 0.08),
  '--fc-today-bg-color': alpha(theme.palette.primary.main, 0.08),
  '--fc-highlight-color': alpha(theme.palette.primary.main, 0.2),
  '--fc-now-indicator-color': theme.palette.error.main,
  bgcolor: 'background.paper',
  '& a': { color: 'inherit', textDecoration: 'none' },
  '& .fc-event': { cursor: 'pointer', whiteSpace: 'normal', fontSize: '0.8125rem' },
  '& .fc-event .fc-event-title, & .fc-event .fc-event-time': { whiteSpace: 'normal' },
  '& .fc-daygrid-event': { display: 'block', px: 0.5 },
  '& .fc-list-event-dot': { borderColor: theme.palette.success.main },
  '& .special .fc-list-event-dot, & .unusual .fc-list-event-dot': {
    borderColor: theme.palette.info.main,
  },
  '& .closure .fc-list-event-dot, & .holiday .fc-list-event-dot': {
    borderColor: theme.palette.error.main,
  },
  '& .fc-daygrid-event-dot': { display: 'none' },
  // A seventh of a phone is as wide as a time of day.
  '& .fc-daygrid-event.session .fc-event-title': { display: { xs: 'none', sm: 'block' } },
  '& .session': {
    bgcolor: alpha(theme.palette.success.main, 0.16),
    border: `1px solid ${theme.palette.success.main}`,
    color: 'text.primary',
    '--fc-event-text-color': theme.palette.text.primary,
  },
  '& .session .fc-event-main': { color: 'text.primary' },
  '& .session.unusual': {
    bgcolor: alpha(theme.palette.info.main, 0.16),
    border: `2px solid ${theme.palette.info.main}`,
  },
  '& .special': {
    bgcolor: theme.palette.info.main,
    borderColor: theme.palette.info.main,
    '--fc-event-text-color': theme.palette.getContrastText(theme.palette.info.main),
  },
  '& .closure': {
    bgcolor: theme.palette.error.main,
    borderColor: theme.palette.error.main,
    '--fc-event-text-color': theme.palette.getContrastText(theme.palette.error.main),
  },
  '& .fc-list-event.closure, & .fc-list-event.session, & .fc-list-event.special, & .fc-list-event.holiday':
    {
      bgcolor: 'transparent',
      border: 0,
      color: 'text.primary',
    },
  '& .fc-list-event.closure td': { color: 'error.main', fontWeight: 650 },
  '& .holiday': {
    bgcolor: 'transparent',
    borderColor: 'transparent',
    cursor: 'default',
    '--fc-event-text-color': theme.palette.error.main,
  },
  '& .cutoff': {
    bgcolor: alpha(theme.palette.warning.main, 0.35),
    opacity: 1,
    '& .fc-event-title': { fontStyle: 'normal', color: 'text.primary', opacity: 1, m: 0.25 },
  },
  '& .fc-day-sun .fc-col-header-cell-cushion, & .fc-day-sun .fc-daygrid-day-number': {
    color: 'error.main',
  },
  '& .fc-day-sat .fc-col-header-cell-cushion, & .fc-day-sat .fc-daygrid-day-number': {
    color: 'info.main',
  },
  '& .fc-day-other .fc-daygrid-day-top': { opacity: 1 },
});
