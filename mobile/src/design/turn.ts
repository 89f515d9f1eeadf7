/** What the clock changes while it is being looked at. */
import { useEffect } from 'preact/hooks';
import type { Load } from './Loaded';

/** Phones that show the same do not all ask at once; the whole way still takes less than a second. */
const SPREAD_MILLIS = 400;
const FIRST_RETRY_MILLIS = 1_000;
const LONGEST_WAIT_MILLIS = 60_000;
/** Timers count no further than 24 days. */
const LONGEST_TIMER_MILLIS = 86_400_000;

export interface Turning {
  changesAt?: string | undefined;
}

/**
 * Reads again when the first of these changes by the clock. The clock that counts is the Server's: while it says
 * that this is still to come, it is asked more and more seldom.
 */
export function useTurn(load: Pick<Load<unknown>, 'again'>, shown: readonly Turning[]): void {
  const next = firstOf(shown);
  useEffect(() => {
    if (next === undefined) {
      return undefined;
    }
    let retry = FIRST_RETRY_MILLIS;
    const again = () => {
      // Who comes back to it asks anyway.
      if (document.visibilityState === 'visible') {
        load.again();
      }
      timer = setTimeout(again, retry);
      retry = Math.min(retry * 2, LONGEST_WAIT_MILLIS);
    };
    let timer = setTimeout(again, waitUntil(next, Date.now()));
    return () => clearTimeout(timer);
  }, [next]);
}

export function firstOf(shown: readonly Turning[]): number | undefined {
  const moments = shown.flatMap(({ changesAt }) =>
    changesAt === undefined ? [] : [Date.parse(changesAt)],
  );
  return moments.length === 0 ? undefined : Math.min(...moments);
}

export function waitUntil(moment: number, now: number): number {
  const wait = Math.max(moment - now, 0) + Math.random() * SPREAD_MILLIS;
  return Math.min(wait, LONGEST_TIMER_MILLIS);
}
