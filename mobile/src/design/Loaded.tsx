import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { Refused } from '../api/problem';
import { language, t } from '../i18n';

export type Loading<T> =
  { state: 'loading' } | { state: 'failed'; failure: Refused } | { state: 'there'; value: T };

export interface Load<T> {
  of: Signal<Loading<T>>;
  again: () => void;
}

/**
 * Loads on opening, whenever a key or the language changes, and on coming back to the screen. What is already
 * shown stays until the newer answer is there, also when there is none.
 */
export function useLoad<T>(load: () => Promise<T>, ...keys: unknown[]): Load<T> {
  const of = useSignal<Loading<T>>({ state: 'loading' });
  const spoken = language();
  const run = useCallback(
    (isWanted: () => boolean) => {
      load().then(
        (value) => {
          if (isWanted()) {
            of.value = { state: 'there', value };
          }
        },
        (failure: unknown) => {
          if (!(failure instanceof Refused)) {
            throw failure;
          }
          if (isWanted() && of.peek().state !== 'there') {
            of.value = { state: 'failed', failure };
          }
        },
      );
    },
    [...keys, spoken],
  );
  useEffect(() => {
    let wanted = true;
    of.value = { state: 'loading' };
    run(() => wanted);
    const back = () => {
      if (document.visibilityState === 'visible') {
        run(() => wanted);
      }
    };
    document.addEventListener('visibilitychange', back);
    window.addEventListener('online', back);
    return () => {
      wanted = false;
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('online', back);
    };
  }, [run]);
  const again = () => {
    of.value = { state: 'loading' };
    run(() => true);
  };
  return { of, again };
}

interface Props<T> {
  load: Load<T>;
  children: (value: T) => ComponentChildren;
}

export function Loaded<T>({ load, children }: Props<T>) {
  const now = load.of.value;
  switch (now.state) {
    case 'loading':
      return <div class="skeleton" role="progressbar" aria-label={t().loading} />;
    case 'failed':
      return (
        <div class="card stack tight" role="alert">
          <p>{reason(now.failure)}</p>
          <button class="button" type="button" onClick={load.again}>
            {t().retry}
          </button>
        </div>
      );
    case 'there':
      return <>{children(now.value)}</>;
  }
}

/** In words for whoever uses the app: the Server's own where it has some. */
export function reason(failure: Refused): string {
  return failure.offline ? t().unreachable : failure.message || t().failed;
}
