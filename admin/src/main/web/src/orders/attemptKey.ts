import { isRefused } from '../api/problem';

const name = (order: string) => `ojeomneo.refund.${order}`;

/**
 * The key of the refund that is being asked for. It stays the same until the API has answered, also over a closed
 * dialog and a reloaded page: whoever asks again after a broken connection asks for the same refund.
 */
export function attemptKey(order: string, storage: Storage = sessionStorage): string {
  const kept = storage.getItem(name(order));
  if (kept !== null) {
    return kept;
  }
  // Not randomUUID: browsers have it only where the address is https or localhost.
  const fresh = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  storage.setItem(name(order), fresh);
  return fresh;
}

/** The next refund is another one. */
export function attemptAnswered(order: string, storage: Storage = sessionStorage): void {
  storage.removeItem(name(order));
}

/** Whether the API may have done it although it did not say so. */
export function isUnanswered(error: unknown): boolean {
  return !isRefused(error) || error.status === 0 || error.status >= 500;
}
