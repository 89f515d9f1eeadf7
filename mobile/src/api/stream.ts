/**
 * An order's events, read with fetch: EventSource cannot send the token. After a break the stream goes on
 * where it stopped (`Last-Event-ID`); coming back to the screen or to the network begins anew, at once.
 */
import { createParser } from 'eventsource-parser';
import { language } from '../i18n';
import { API } from './address';
import { Refused, reach, refusalOf } from './problem';
import type { OrderView } from './schema';
import { distrust, token } from './session';

interface Listener {
  order: (order: OrderView) => void;
  /** Whether what is shown is being kept up to date. */
  live: (live: boolean) => void;
}

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 15_000;
/** The Server sends a comment each 15 s: a stream that is silent for longer is dead, whatever TCP says. */
const SILENCE_MILLIS = 35_000;

/** Follows until the function that it gives back is called. */
export function followOrder(id: string, listener: Listener): () => void {
  const stopped = new AbortController();
  const wake = new EventTarget();
  const onWake = () => {
    if (document.visibilityState === 'visible') {
      wake.dispatchEvent(new Event('wake'));
    }
  };
  for (const [target, event] of [
    [document, 'visibilitychange'],
    [window, 'online'],
  ] as const) {
    target.addEventListener(event, onWake, { signal: stopped.signal });
  }
  window.addEventListener('offline', () => listener.live(false), { signal: stopped.signal });
  void follow(`${API}/orders/${id}/events`, listener, stopped.signal, wake);
  return () => stopped.abort();
}

async function follow(
  path: string,
  listener: Listener,
  stopped: AbortSignal,
  wake: EventTarget,
): Promise<void> {
  let last: string | undefined;
  let pause = FIRST_PAUSE_MILLIS;
  while (!stopped.aborted) {
    const connection = new AbortController();
    const end = () => connection.abort();
    stopped.addEventListener('abort', end);
    wake.addEventListener('wake', end);
    try {
      await read(
        path,
        last,
        connection,
        (id, order) => {
          last = id;
          pause = FIRST_PAUSE_MILLIS;
          listener.order(order);
        },
        listener.live,
      );
    } catch (failure) {
      if (failure instanceof Refused && failure.status === 404) {
        return;
      }
    } finally {
      stopped.removeEventListener('abort', end);
      wake.removeEventListener('wake', end);
    }
    if (!connection.signal.aborted) {
      listener.live(false);
      await rest(pause * (0.5 + Math.random()), stopped, wake);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }
}

async function read(
  path: string,
  last: string | undefined,
  connection: AbortController,
  take: (id: string | undefined, order: OrderView) => void,
  live: (live: boolean) => void,
): Promise<void> {
  const bearer = await token();
  const response = await reach(
    new Request(path, {
      headers: {
        Accept: 'text/event-stream',
        'Accept-Language': language(),
        ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(last === undefined ? {} : { 'Last-Event-ID': last }),
      },
      cache: 'no-store',
      signal: connection.signal,
    }),
  );
  if (response.status === 401 && bearer !== null) {
    distrust(bearer);
  }
  if (!response.ok || !response.body) {
    throw await refusalOf(response);
  }
  live(true);
  const parser = createParser({
    onEvent: (event) => take(event.id, JSON.parse(event.data) as OrderView),
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const silence = setTimeout(() => void reader.cancel(), SILENCE_MILLIS);
    const { done, value } = await reader.read();
    clearTimeout(silence);
    if (done) {
      return;
    }
    parser.feed(value);
  }
}

function rest(millis: number, stopped: AbortSignal, wake: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    const now = () => {
      clearTimeout(timer);
      resolve();
    };
    stopped.addEventListener('abort', now, { once: true });
    wake.addEventListener('wake', now, { once: true });
  });
}
