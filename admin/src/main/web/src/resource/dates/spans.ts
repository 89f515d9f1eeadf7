import { daysOfInstants, instantsOfDays } from '../value/seoul';
import { rangeOf } from '../list/filters';

/** A year, a month or a day of Seoul: `2026`, `2026-11`, `2026-11-27`. */
export type Span = string;

/** Which one a filter by instants is just the whole of; undefined for any other range. */
export function spanOf(filter: unknown): Span | undefined {
  const { from, to } = rangeOf(filter);
  // An address is typed by anybody.
  if (typeof from !== 'string' || typeof to !== 'string' || !isTime(from) || !isTime(to)) {
    return undefined;
  }
  const days = daysOfInstants({ from, to });
  const day = days.from ?? '';
  return [day, day.slice(0, 7), day.slice(0, 4)].find((span) => {
    const whole = filterOf(span);
    return sameInstant(whole.from, from) && sameInstant(whole.to, to);
  });
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function sameInstant(one: string | undefined, other: string): boolean {
  return one !== undefined && Date.parse(one) === Date.parse(other);
}

/** The filter that leaves the whole of it. */
export function filterOf(span: Span): { from?: string; to?: string } {
  const [year = '', month, day] = span.split('-');
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  return instantsOfDays({ from, to: day !== undefined ? from : lastDay(year, month ?? '12') });
}

function lastDay(year: string, month: string): string {
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  return Number.isNaN(last.getTime()) ? '' : last.toISOString().slice(0, 10);
}

/** From the year to the span itself. */
export function trailOf(span: Span | undefined): Span[] {
  return span === undefined
    ? []
    : [4, 7, 10].filter((length) => length <= span.length).map((length) => span.slice(0, length));
}

/** What it is cut into; a day into nothing. */
export function isCut(span: Span | undefined): boolean {
  return span === undefined || span.length < 10;
}

/** As it is called within the one above it: `2026년`, `11월`, `27일 (금)`. */
export function nameOf(span: Span, language: string): string {
  const first = span + '0000-01-01'.slice(span.length);
  const at = new Date(`${first}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions =
    span.length === 4
      ? { year: 'numeric' }
      : span.length === 7
        ? { month: 'long' }
        : { day: 'numeric', weekday: 'short' };
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
}
