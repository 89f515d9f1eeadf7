import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { Refused } from '../api/problem';
import { ALL, whenChanged } from '../api/changes';
import { concerns } from '../api/concern';
import { memory } from '../api/memory';
import { language, t } from '../i18n';

export type Loading<T> =
  { state: 'loading' } | { state: 'failed'; failure: Refused } | { state: 'there'; value: T };

const SECOND_LOOK_MILLIS = 800;

export interface Load<T> {
  of: Signal<Loading<T>>;
  again: () => void;
}

/**
 * Loads on opening, whenever a key or the language changes, on coming back to the screen, and when staff have changed
 * something of it. What was there
 * before is shown until the newer answer is there, also when there is none.
 *
 * @param name of what is loaded; with the keys, no two loads that give different things have the same
 */
export function useLoad<T>(name: string, load: () => Promise<T>, ...keys: unknown[]): Load<T> {
  const spoken = language();
  const place = JSON.stringify([spoken, name, ...keys]);
  const of = useSignal<Loading<T>>(first(place));
  const run = useCallback(
    (isWanted: () => boolean) => {
      if (!isWanted()) {
        return;
      }
      const remembered = memory();
      load().then(
        (value) => {
          remembered.set(place, value);
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
    [place],
  );
  useEffect(() => {
    let wanted = true;
    of.value = first(place);
    run(() => wanted);
    const back = () => {
      if (document.visibilityState === 'visible') {
        run(() => wanted);
      }
    };
    document.addEventListener('visibilitychange', back);
    window.addEventListener('online', back);
    const deaf = whenChanged((names) => {
      if (concerns(names, name, keys[0])) {
        run(() => wanted);
        // A Server that has not heard of it yet may have answered: without Redis half a second later.
        if (!names.includes(ALL)) {
          setTimeout(() => run(() => wanted), SECOND_LOOK_MILLIS);
        }
      }
    });
    return () => {
      wanted = false;
      deaf();
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('online', back);
    };
  }, [run]);
  const again = () => {
    if (of.peek().state === 'failed') {
      of.value = { state: 'loading' };
    }
    run(() => true);
  };
  return { of, again };
}

function first<T>(place: string): Loading<T> {
  const known = memory().get(place);
  return known === undefined ? { state: 'loading' } : { state: 'there', value: known as T };
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
