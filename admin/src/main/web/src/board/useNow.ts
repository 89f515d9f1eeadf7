import { useEffect, useState } from 'react';

/** The time of the API, in ms of the epoch, every five seconds. */
export function useNow(ahead: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
}
