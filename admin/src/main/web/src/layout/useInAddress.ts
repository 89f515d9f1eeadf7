import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * What stands in the address behind the path, and how to choose it. A choice builds on the one before it, also when the
 * page has not followed that yet. An empty value is taken out; `rest` holds where the address says nothing.
 */
export function useInAddress() {
  const [chosen, setChosen] = useSearchParams();
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  }, [chosen]);
  function choose(wish: Record<string, string>, rest: Record<string, string> = {}) {
    const all = { ...rest, ...Object.fromEntries(latest.current), ...wish };
    latest.current = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
    setChosen(latest.current, { replace: true });
  }
  return [chosen, choose] as const;
}
