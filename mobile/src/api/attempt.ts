/**
 * One intent is one request, however often it is sent: its idempotency key is kept, over restarts too, until
 * the Server has decided.
 */
import { Refused } from './problem';

const PREFIX = 'ojeomneo.attempt.';
const PAUSE_MILLIS = 1_000;
/** The Server gives up on a sending after 60 s and lets the next one do the work. */
const MOST_PAUSES = 70;

interface Pending {
  key: string;
  body: string;
}

/**
 * Waits while an earlier sending is still being worked on, such as one of a page that was loaded again.
 *
 * @param what names the intent; a changed body is a new intent
 * @param send is given the key
 */
export async function attempt<T>(
  what: string,
  body: unknown,
  send: (key: string) => Promise<T>,
  storage: Storage = localStorage,
): Promise<T> {
  const key = keyOf(what, JSON.stringify(body), storage);
  try {
    const result = await sendWhenFree(() => send(key));
    storage.removeItem(PREFIX + what);
    return result;
  } catch (failure) {
    const decided = failure instanceof Refused && !failure.undecided && !isStillRunning(failure);
    if (decided && failure.status !== 401) {
      storage.removeItem(PREFIX + what);
    }
    throw failure;
  }
}

async function sendWhenFree<T>(send: () => Promise<T>): Promise<T> {
  for (let pauses = 0; ; pauses++) {
    try {
      return await send();
    } catch (failure) {
      if (!(failure instanceof Refused && isStillRunning(failure)) || pauses === MOST_PAUSES) {
        throw failure;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    }
  }
}

function isStillRunning(failure: Refused): boolean {
  return failure.code === 'IDEMPOTENCY_KEY_IN_USE';
}

function keyOf(what: string, body: string, storage: Storage): string {
  const kept = storage.getItem(PREFIX + what);
  if (kept !== null) {
    const pending = JSON.parse(kept) as Pending;
    if (pending.body === body) {
      return pending.key;
    }
  }
  const key = crypto.randomUUID();
  storage.setItem(PREFIX + what, JSON.stringify({ key, body } satisfies Pending));
  return key;
}
