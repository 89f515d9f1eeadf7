/** All times of day are Seoul's, wherever the browser is: UTC+9, without summer time since 1988. */
const OFFSET_MS = 9 * 60 * 60 * 1000;

/** `2026-11-25T19:44` in Seoul, as an input of date and time has it; empty when there is no instant. */
export function toSeoul(instant: string | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') {
    return '';
  }
  const at = new Date(instant).getTime();
  return Number.isNaN(at) ? '' : new Date(at + OFFSET_MS).toISOString().slice(0, 16);
}

/** The instant of that time in Seoul; null for what is none. */
export function fromSeoul(local: string): string | null {
  const at = new Date(`${local}Z`).getTime();
  return local === '' || Number.isNaN(at) ? null : new Date(at - OFFSET_MS).toISOString();
}

/** `2026-11-25`, today in Seoul or some days later. */
export function seoulDay(days = 0, now = Date.now()): string {
  return new Date(now + OFFSET_MS + days * 86_400_000).toISOString().slice(0, 10);
}

/** From the start of one day to the start of the day after the other: the end of a range of instants is not in it. */
export function instantsOfDays(days: { from?: string; to?: string }): {
  from?: string;
  to?: string;
} {
  const from = days.from === undefined ? null : fromSeoul(`${days.from}T00:00`);
  const last = days.to === undefined ? null : fromSeoul(`${days.to}T00:00`);
  const to = last === null ? null : new Date(Date.parse(last) + 86_400_000).toISOString();
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** The days that such a range was made of. */
export function daysOfInstants(range: { from?: string; to?: string }): {
  from?: string;
  to?: string;
} {
  const from = toSeoul(range.from).slice(0, 10);
  const to =
    range.to === undefined
      ? ''
      : toSeoul(new Date(Date.parse(range.to) - 1).toISOString()).slice(0, 10);
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}
