/** Days as texts such as `2026-11-25`: no clock and no time zone is needed to count them. */
const DAY_MS = 86_400_000;

export type View = 'week' | 'month';

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days that a view shows: whole weeks, from a Sunday as calendars in Korea have it. */
export function shown(view: View, day: string): { from: string; days: number } {
  if (view === 'week') {
    return { from: sundayOf(day), days: 7 };
  }
  return { from: sundayOf(`${day.slice(0, 8)}01`), days: 42 };
}

/** The day that the same view is about a step earlier or later. */
export function stepped(view: View, day: string, steps: number): string {
  if (view === 'week') {
    return plusDays(day, 7 * steps);
  }
  const month = new Date(`${day.slice(0, 8)}01T00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + steps);
  return month.toISOString().slice(0, 10);
}

export function isDay(text: string | null): text is string {
  return (
    text !== null && /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`))
  );
}

function sundayOf(day: string): string {
  return plusDays(day, -new Date(`${day}T00:00Z`).getUTCDay());
}
