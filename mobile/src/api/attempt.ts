/**
 * One intent is one request, however often it is sent: its idempotency key is kept, over restarts too, until
 * the Server has decided.
 */
import { Refused } from './problem';

const PREFIX = 'ojeomneo.attempt.';

interface Pending {
  key: string;
  body: string;
}

/**
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
    const result = await send(key);
    storage.removeItem(PREFIX + what);
    return result;
  } catch (failure) {
    // 409 also says that the first sending is still being worked on.
    const decided =
      failure instanceof Refused && !failure.undecided && failure.code !== 'IDEMPOTENCY_KEY_IN_USE';
    if (decided && failure.status !== 401) {
      storage.removeItem(PREFIX + what);
    }
    throw failure;
  }
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
