import { isRefused } from '../api/problem';

const name = (about: string) => `ojeomneo.attempt.${about}`;

/**
 * The key of what is being asked for: a refund, a change of an order, an order at the counter. It stays the same until
 * it is known to be done, also over a closed dialog and a reloaded page: whoever asks again after a broken connection
 * asks for the same.
 */
export function attemptKey(about: string, storage: Storage = sessionStorage): string {
  const kept = storage.getItem(name(about));
  if (kept !== null) {
    return kept;
  }
  // Not randomUUID: browsers have it only where the address is https or localhost.
  const fresh = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  storage.setItem(name(about), fresh);
  return fresh;
}

/** It is done: the next one is another. */
export function attemptAnswered(about: string, storage: Storage = sessionStorage): void {
  storage.removeItem(name(about));
}

/** Whether the API may have done it although it did not say so. */
export function isUnanswered(error: unknown): boolean {
  return !isRefused(error) || error.status === 0 || error.status >= 500;
}
