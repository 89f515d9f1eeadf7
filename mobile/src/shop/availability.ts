/** When a dish is sold, as the app says and checks it. The Server decides; here nobody is sent there in vain. */
import type { Availability, MenuItem, SaleHours } from '../api/schema';
import { t } from '../i18n';

const DAY_MILLIS = 86_400_000;
/** Seoul has no summer time. */
const SEOUL_MILLIS = 9 * 3_600_000;
const WEEK = 7;

type Timed = Pick<MenuItem, 'availability' | 'soldOut'>;

/** Gone whatever the time. */
export function isGone(dish: Timed): boolean {
  return dish.availability ? dish.availability.soldOut : dish.soldOut;
}

/** There is some, but not at this time of day or year. */
export function isLater(dish: Timed): boolean {
  return dish.availability !== undefined && !dish.availability.now && !dish.availability.soldOut;
}

/** @param instant when it is fetched */
export function isSoldAt(availability: Availability | undefined, instant: Date): boolean {
  if (availability === undefined) {
    return true;
  }
  const seoul = instant.getTime() + SEOUL_MILLIS;
  const today = Math.floor(seoul / DAY_MILLIS);
  return [today - 1, today].some(
    (day) =>
      isInSeason(availability, day) &&
      (availability.windows.length === 0
        ? day === today
        : availability.windows.some((window) => isWithin(window, day, seoul))),
  );
}

function isInSeason({ from, until }: Availability, day: number): boolean {
  const date = new Date(day * DAY_MILLIS).toISOString().slice(0, 10);
  return (from === undefined || date >= from) && (until === undefined || date <= until);
}

function isWithin(window: SaleHours, day: number, seoul: number): boolean {
  // The first of January 1970 was a Thursday.
  const weekday = ((day + 3) % WEEK) + 1;
  const opens = millis(window.from);
  const closes = millis(window.until);
  const since = seoul - day * DAY_MILLIS;
  return (
    window.days.includes(weekday) &&
    since >= opens &&
    since < (closes > opens ? closes : closes + DAY_MILLIS)
  );
}

function millis(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** As `월–금 11:00–14:00`. */
export function saleHours({ windows, from, until }: Availability): string {
  const season =
    from === undefined && until === undefined ? [] : [`${from ?? ''} ~ ${until ?? ''}`];
  const hours = windows.map((window) =>
    window.from === window.until
      ? `${days(window.days)} ${t().allDay}`
      : `${days(window.days)} ${window.from}–${window.until}`,
  );
  return [...season.map((each) => each.trim()), hours.join(', ')]
    .filter((each) => each !== '')
    .join(' · ');
}

function days(numbers: number[]): string {
  if (numbers.length === WEEK) {
    return t().daily;
  }
  const names = numbers.map((number) => t().weekdays[number - 1] ?? '');
  const first = numbers[0] ?? 0;
  const inARow = numbers.every((number, index) => number === first + index);
  return inARow && numbers.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join('·');
}
