/**
 * Whether the browser's way back leads to a screen of this app, which its history does not say: what lies behind
 * may be the payment page or another site. Kept in the entries of the history itself, so it outlives a reload.
 */
import { useLocation } from 'preact-iso';
import { useLayoutEffect } from 'preact/hooks';

/** Its types leave out what it gives. */
type Where = ReturnType<typeof useLocation> & { wasPush?: boolean };

const MARK = { behind: 'app' };

/**
 * Call once, above all screens: marks what was reached by going on from a screen, and begins it at its top. Where
 * the browser goes back to, it also scrolls to.
 */
export function useTrail(): void {
  const { url, path, wasPush }: Where = useLocation();
  useLayoutEffect(() => {
    if (wasPush) {
      history.replaceState(MARK, '');
    }
  }, [url]);
  useLayoutEffect(() => {
    if (wasPush) {
      scrollTo(0, 0);
    }
  }, [path]);
}

export function isAppBehind(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'behind' in state;
}
