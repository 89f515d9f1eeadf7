import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { takesLetters } from '../keys/strokes';

let arrivedAt: string | undefined;

/**
 * For the heading of a page: whoever goes to another page by keyboard or ear begins there, not where the link was. Not
 * on the first page, which the browser announces, and not away from where somebody already types.
 */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const before = arrivedAt;
    arrivedAt = pathname;
    const { activeElement } = document;
    const types = takesLetters(activeElement) && activeElement?.closest('#main') !== null;
    if (before !== undefined && before !== pathname && !types) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return heading;
}
