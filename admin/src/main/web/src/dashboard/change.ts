/** How a figure moved since last week, as it is said in words. */
export interface Change {
  direction: 'up' | 'down' | 'same' | 'unknown';
  /** Of what it was, whole per cent; null where there was nothing. */
  percent: number | null;
}

export function changeOf(now: number | null, before: number | null): Change {
  if (now === null || before === null) {
    return { direction: 'unknown', percent: null };
  }
  if (now === before) {
    return { direction: 'same', percent: 0 };
  }
  return {
    direction: now > before ? 'up' : 'down',
    percent: before === 0 ? null : Math.round((Math.abs(now - before) / Math.abs(before)) * 100),
  };
}

/** Null where there is nothing to have a share of. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Of a day of Seoul, as the API filters by it. */
export function midnightOf(day: string): string {
  return new Date(`${day}T00:00:00+09:00`).toISOString();
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** In Seoul, wherever the browser is. */
export function todayInSeoul(now: Date): string {
  return new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}
