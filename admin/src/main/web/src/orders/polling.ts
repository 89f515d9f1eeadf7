import type { Dossier } from '../api/schema';

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * Whether a Server still has something to do with the order's money. A refused refund is tried again, so it has; what
 * goes back at the till waits for people.
 */
export function isSettled({ refunds, attempts, check }: Dossier): boolean {
  return (
    check === null &&
    refunds.every(({ status, atTill }) => status === 'DONE' || atTill) &&
    attempts.every(({ status }) => status !== 'OPEN')
  );
}

/** How long to wait before asking again, after so many answers in a row that said nothing new. */
export function pauseAfter(unchanged: number): number {
  return Math.min(LONGEST_MS, Math.round(FIRST_MS * 1.5 ** unchanged));
}
