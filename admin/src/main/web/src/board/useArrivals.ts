import { useEffect, useRef, useState } from 'react';
import { type Board, arrived } from './board';
import { ring } from './sound';

const ESCALATED_EVERY_MS = 10_000;

/** What arrived a moment ago; it is heard as well, and so is, again and again, what nobody takes. */
export function useArrivals(
  board: Board | null,
  shop: string | null,
  escalated: boolean,
): ReadonlySet<string> {
  const before = useRef<Board | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const came = board === null ? [] : arrived(before.current, board, shop);
    before.current = board ?? before.current;
    if (came.length > 0) {
      setFresh((known) => new Set([...known, ...came.map(({ id }) => id)]));
      ring();
    }
  }, [board, shop]);
  useEffect(() => {
    if (escalated) {
      const timer = setInterval(ring, ESCALATED_EVERY_MS);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [escalated]);
  return fresh;
}
