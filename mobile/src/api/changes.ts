/**
 * What staff change while the app is open. The Server tells names only: whoever shows something of that name asks for
 * it again. While nothing is heard (no network, a Server that cannot be reached) the app shows what it has, and asks
 * for all of it once the line is back.
 */
import { createParser } from 'eventsource-parser';
import { API } from './address';
import { reach } from './problem';

type Listener = (names: readonly string[]) => void;

/** Said to everybody: anything may have changed. */
export const ALL = 'all';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 30_000;
/** The Server sends a comment each 15 s: a stream that is silent for longer is dead, whatever TCP says. */
const SILENCE_MILLIS = 35_000;
/** Not all apps ask in the same instant; the whole way still takes less than a second. */
const SPREAD_MILLIS = 300;

const listeners = new Set<Listener>();
let live = false;

/** Whether changes are heard: then nothing that was kept for a visit without network is shown as new. */
export function isLive(): boolean {
  return live;
}

export function whenChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For as long as the page is looked at: a tab in the background holds no line. */
export function followChanges(): void {
  let connection: AbortController | undefined;
  const turn = () => {
    connection?.abort();
    connection = undefined;
    live = false;
    if (document.visibilityState === 'visible') {
      connection = new AbortController();
      void follow(connection.signal);
    }
  };
  document.addEventListener('visibilitychange', turn);
  window.addEventListener('online', turn);
  turn();
}

async function follow(stopped: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MILLIS;
  const isOver = () => stopped.aborted;
  while (!isOver()) {
    try {
      await read(stopped, () => {
        pause = FIRST_PAUSE_MILLIS;
      });
    } catch {
      // Whatever it was: the pages that are opened say when there is no network.
    }
    if (!isOver()) {
      live = false;
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }
}

async function read(stopped: AbortSignal, connected: () => void): Promise<void> {
  const connection = new AbortController();
  const end = () => connection.abort();
  stopped.addEventListener('abort', end, { once: true });
  try {
    const response = await reach(
      new Request(`${API}/changes`, {
        headers: { Accept: 'text/event-stream' },
        cache: 'no-store',
        signal: connection.signal,
      }),
    );
    if (!response.ok || !response.body) {
      return;
    }
    connected();
    live = true;
    // What changed before nobody has told: it may be anything.
    tell([ALL]);
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === 'changed') {
          setTimeout(() => tell(namesOf(data)), Math.random() * SPREAD_MILLIS);
        }
      },
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
  } finally {
    stopped.removeEventListener('abort', end);
  }
}

/** A newer Server may tell more than this app understands. */
export function namesOf(data: string): string[] {
  try {
    const { tags } = JSON.parse(data) as { tags?: unknown };
    return Array.isArray(tags)
      ? tags.filter((tag): tag is string => typeof tag === 'string')
      : [ALL];
  } catch {
    return [ALL];
  }
}

function tell(names: readonly string[]): void {
  if (names.length > 0) {
    listeners.forEach((listener) => listener(names));
  }
}
