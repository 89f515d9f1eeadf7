import type { Hours, Span } from './useCalendar';

/** The sessions of each day of the week, as inputs of time have them (`11:00`). */
export type Week = Record<string, Span[]>;

/** As calendars in Korea have them: Sunday first. ISO's numbers. */
export const DAYS_OF_WEEK = ['7', '1', '2', '3', '4', '5', '6'];

export function weekOf(hours: readonly Hours[]): Week {
  const week: Week = Object.fromEntries(DAYS_OF_WEEK.map((day) => [day, []]));
  for (const { dayOfWeek, opensAt, closesAt } of hours) {
    week[dayOfWeek]?.push({ opensAt, closesAt });
  }
  return Object.fromEntries(Object.entries(week).map(([day, spans]) => [day, inputs(spans)]));
}

/** In their order, as inputs of time have them. */
export function inputs(spans: readonly Span[]): Span[] {
  return spans
    .map(({ opensAt, closesAt }) => ({
      opensAt: opensAt.slice(0, 5),
      closesAt: closesAt.slice(0, 5),
    }))
    .sort((a, b) => a.opensAt.localeCompare(b.opensAt));
}

const DAY = 24 * 60;
const WEEK = 7 * DAY;

/** Whether another session is on during this one, also across midnight and the end of the week. */
export function overlaps(week: Week, day: string, index: number): boolean {
  const all = Object.entries(week).flatMap(([day, spans]) =>
    spans.map((span, i) => ({ ...minutesOf(day, span), key: `${day} ${i}` })),
  );
  const one = all.find(({ key }) => key === `${day} ${index}`);
  return (
    one !== undefined &&
    all.some((other) => other !== one && (beginsDuring(other, one) || beginsDuring(one, other)))
  );
}

interface Minutes {
  /** Of the week. */
  from: number;
  length: number;
}

function minutesOf(day: string, { opensAt, closesAt }: Span): Minutes {
  const from = minuteOf(opensAt);
  const length = minuteOf(closesAt) - from;
  return { from: Number(day) * DAY + from, length: length > 0 ? length : length + DAY };
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? NaN) * 60 + (minutes ?? NaN);
}

function beginsDuring(one: Minutes, other: Minutes): boolean {
  return (one.from - other.from + WEEK) % WEEK < other.length;
}

/** ISO's number of the day of the week, as a text. */
export function dayOfWeek(day: string): string {
  return String(new Date(`${day}T00:00Z`).getUTCDay() || 7);
}

export function hoursOf(week: Week): Hours[] {
  return Object.entries(week).flatMap(([dayOfWeek, sessions]) =>
    sessions.map((session) => ({ dayOfWeek, ...session })),
  );
}
