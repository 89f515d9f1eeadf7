import { createParser } from 'eventsource-parser';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api } from '../api/http';
import { isRefused } from '../api/problem';
import { onSessionChange } from '../api/session';
import type { BoardEvents, BoardOrder } from '../api/schema';
import { type Board, boardOf, withOrder, withShop } from './board';

/** The API sends something every 15 s; after this long the connection is dead, whatever the browser thinks. */
const SILENCE_MS = 35_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

export interface Live {
  /** Null until the first snapshot. */
  board: Board | null;
  /** Since when nothing is heard (ms of the epoch); null while the board is live. */
  offlineSince: number | null;
  /** What the clock of the API is ahead of ours, in ms. */
  ahead: number;
  /** Counts the changes of dishes: whoever shows them reads them again. */
  menusChanged: number;
  /** The last one on the board that somebody else cancelled: the customer, another screen, or the time. */
  cancelled: BoardOrder | null;
  take: (order: BoardOrder) => void;
}

/**
 * The board as it is now. Each connection begins with the whole of it, so that to connect again is always right: after
 * silence, sleep, a lost network and when the page is looked at again. Streams are read with fetch, because EventSource
 * hides the comments by which a dead connection is told from a quiet one.
 */
export function useBoard(): Live {
  const [board, setBoard] = useState<Board | null>(null);
  const [offlineSince, setOfflineSince] = useState<number | null>(null);
  const [ahead, setAhead] = useState(0);
  const [menusChanged, setMenusChanged] = useState(0);
  const [cancelled, setCancelled] = useState<BoardOrder | null>(null);
  const shown = useRef<Board | null>(null);
  useEffect(() => {
    shown.current = board;
  }, [board]);
  const change = useRef((update: (board: Board) => Board) => {
    setBoard((known) => (known === null ? known : update(known)));
  });

  useEffect(() => {
    const closed = new AbortController();
    let connection = new AbortController();
    let wake: () => void = () => undefined;

    function heard(event: keyof BoardEvents | undefined, data: string) {
      if (event === 'snapshot') {
        const snapshot = JSON.parse(data) as BoardEvents['snapshot'];
        setBoard(boardOf(snapshot));
        setAhead(Date.parse(snapshot.at) - Date.now());
        setOfflineSince(null);
      } else if (event === 'order') {
        const order = JSON.parse(data) as BoardEvents['order'];
        if (order.status === 'CANCELLED' && shown.current?.orders.has(order.id) === true) {
          setCancelled(order);
        }
        change.current((known) => withOrder(known, order));
      } else if (event === 'store') {
        change.current((known) => withShop(known, JSON.parse(data) as BoardEvents['store']));
      } else if (event === 'menus') {
        setMenusChanged((count) => count + 1);
      }
    }

    async function listen(signal: AbortSignal) {
      const stream = await answer(api.GET('/api/orders/live', { signal, parseAs: 'stream' }));
      const reader = stream?.pipeThrough(new TextDecoderStream()).getReader();
      const parser = createParser({
        onEvent: ({ event, data }) => heard(event as keyof BoardEvents | undefined, data),
      });
      for (;;) {
        const silence = setTimeout(() => connection.abort(), SILENCE_MS);
        const read = await reader?.read().finally(() => clearTimeout(silence));
        if (read === undefined || read.done) {
          return;
        }
        parser.feed(read.value);
      }
    }

    async function stayConnected() {
      let pause = FIRST_PAUSE_MS;
      while (!closed.signal.aborted) {
        connection = new AbortController();
        const begun = Date.now();
        try {
          await listen(AbortSignal.any([closed.signal, connection.signal]));
        } catch (error) {
          if (isRefused(error) && error.code === 'SESSION_ENDED') {
            pause = LONGEST_PAUSE_MS;
          }
        }
        setOfflineSince((since) => since ?? Date.now());
        pause =
          Date.now() - begun > SILENCE_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pause);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }

    let hiddenAt: number | null = null;
    function looked() {
      if (document.visibilityState === 'hidden') {
        hiddenAt = Date.now();
      } else if (hiddenAt !== null && Date.now() - hiddenAt > SILENCE_MS) {
        connection.abort();
        wake();
      } else {
        wake();
      }
    }
    function online() {
      connection.abort();
      wake();
    }
    function offline() {
      setOfflineSince((since) => since ?? Date.now());
      connection.abort();
    }

    const signedIn = onSessionChange(() => wake());
    void stayConnected();
    document.addEventListener('visibilitychange', looked);
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    return () => {
      closed.abort();
      signedIn();
      wake();
      document.removeEventListener('visibilitychange', looked);
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
    };
  }, []);

  const take = useCallback((order: BoardOrder) => {
    change.current((known) => withOrder(known, order));
  }, []);
  return { board, offlineSince, ahead, menusChanged, cancelled, take };
}
