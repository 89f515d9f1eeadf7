import type { EventInput } from '@fullcalendar/core';
import type { CalendarSession, ShopCalendar } from '../api/schema';
import { toSeoul } from '../resource/value/seoul';
import { plusDays } from './days';
import type { Closure, SpecialDay } from './useCalendar';

export type Shown =
  | { kind: 'session'; session: CalendarSession }
  | { kind: 'closure'; closure: Closure }
  | { kind: 'special'; day: string }
  | { kind: 'other' };

interface Words {
  closed: string;
  session: (session: CalendarSession) => string;
  special: (day: SpecialDay) => string;
}

/** What staff have set for a shop beside its weekly hours. */
interface Exceptions {
  storeClosures: readonly Closure[];
  storeDays: readonly SpecialDay[];
}

/** What the calendar draws. The grid knows no time zones: it is given the times of Seoul. */
export function eventsOf(
  calendar: ShopCalendar,
  { storeClosures, storeDays }: Exceptions,
  holidays: Readonly<Record<string, readonly string[]>>,
  words: Words,
): EventInput[] {
  const first = calendar.days[0]?.day ?? '';
  const last = calendar.days.at(-1)?.day ?? '';
  const special = new Set(storeDays.map(({ day }) => day));
  return [
    ...calendar.days.flatMap(({ day, sessions }) =>
      sessions.flatMap((session) => sessionEvents(session, special.has(day), words)),
    ),
    ...storeDays
      .filter(({ day }) => day >= first && day <= last)
      .map((each) => ({
        id: `special ${each.day}`,
        title: words.special(each),
        start: each.day,
        allDay: true,
        classNames: ['special'],
        extendedProps: { shown: { kind: 'special', day: each.day } satisfies Shown },
      })),
    ...storeClosures
      .filter(({ fromDay, toDay }) => fromDay <= last && toDay >= first)
      .map((closure) => ({
        id: `closure ${closure.fromDay}`,
        title: closure.reason === '' ? words.closed : `${words.closed}: ${closure.reason}`,
        start: closure.fromDay,
        end: plusDays(closure.toDay, 1),
        allDay: true,
        classNames: ['closure'],
        extendedProps: { shown: { kind: 'closure', closure } satisfies Shown },
      })),
    ...Object.entries(holidays)
      .filter(([day]) => day >= first && day <= last)
      .map(([day, names]) => ({
        id: `holiday ${day}`,
        title: names.join(', '),
        start: day,
        allDay: true,
        interactive: false,
        classNames: ['holiday'],
        extendedProps: { shown: { kind: 'other' } satisfies Shown },
      })),
  ];
}

function sessionEvents(session: CalendarSession, isSpecial: boolean, words: Words): EventInput[] {
  const end = toSeoul(session.closesAt);
  return [
    {
      id: `session ${session.opensAt}`,
      title: words.session(session),
      start: toSeoul(session.opensAt),
      end,
      classNames: isSpecial ? ['session', 'unusual'] : ['session'],
      extendedProps: { shown: { kind: 'session', session } satisfies Shown },
    },
    ...(session.cutoffAt !== null && session.cutoffAt < session.closesAt
      ? [
          {
            id: `cutoff ${session.opensAt}`,
            title: '',
            start: toSeoul(session.cutoffAt),
            end,
            display: 'background',
            classNames: ['cutoff'],
            extendedProps: { shown: { kind: 'other' } satisfies Shown },
          },
        ]
      : []),
  ];
}

/** Orders with a time, and how many times are full. */
export function loadOf(session: CalendarSession): { taken: number; full: number } {
  return {
    taken: session.slots.reduce((sum, { taken }) => sum + taken, 0),
    full: session.slots.filter(({ taken }) => taken >= session.capacity).length,
  };
}

/** The hour before the first that anything is drawn at: nobody looks at the night of a lunch shop. */
export function firstHour(calendar: ShopCalendar): string {
  const hours = calendar.days.flatMap(({ sessions }) =>
    sessions.map(({ opensAt, closesAt }) => {
      const [opens, closes] = [toSeoul(opensAt), toSeoul(closesAt)];
      return opens.slice(0, 10) < closes.slice(0, 10) && closes.slice(11) !== '00:00'
        ? 0
        : Number(opens.slice(11, 13));
    }),
  );
  return `${String(Math.max(0, Math.min(9, ...hours) - 1)).padStart(2, '0')}:00:00`;
}
