import type { Hours } from './useCalendar';

/** The sessions of each day of the week, as inputs of time have them (`11:00`). */
export type Week = Record<string, { opensAt: string; closesAt: string }[]>;

/** As calendars in Korea have them: Sunday first. ISO's numbers. */
export const DAYS_OF_WEEK = ['7', '1', '2', '3', '4', '5', '6'];

export function weekOf(hours: readonly Hours[]): Week {
  const week: Week = Object.fromEntries(DAYS_OF_WEEK.map((day) => [day, []]));
  for (const { dayOfWeek, opensAt, closesAt } of hours) {
    week[dayOfWeek]?.push({ opensAt: opensAt.slice(0, 5), closesAt: closesAt.slice(0, 5) });
  }
  for (const sessions of Object.values(week)) {
    sessions.sort((a, b) => a.opensAt.localeCompare(b.opensAt));
  }
  return week;
}

export function hoursOf(week: Week): Hours[] {
  return Object.entries(week).flatMap(([dayOfWeek, sessions]) =>
    sessions.map((session) => ({ dayOfWeek, ...session })),
  );
}
