/** The shops and dishes that a customer likes: their ids, so that every heart knows whether it is full. */
import { effect, signal } from '@preact/signals';
import { answer, done, own } from '../api/client';
import { Refused } from '../api/problem';
import type { Favourite } from '../api/schema';
import { isKnown, user } from '../api/session';

export type Kind = Favourite['kind'];

const liked = signal<ReadonlySet<string> | null>(null);
let loading: Promise<void> | null = null;

// Somebody else's hearts are not theirs.
effect(() => {
  if (user.value === null) {
    liked.value = null;
  }
});

export function isLiked(id: string): boolean {
  return liked.value?.has(id) ?? false;
}

/** All of them, the newest first: there are at most 200. */
export async function favourites(): Promise<Favourite[]> {
  const found: Favourite[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof favouritePage>> = await favouritePage(cursor);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  liked.value = new Set(found.map(({ store, menu }) => store?.id ?? menu?.id ?? ''));
  return found;
}

/** Asks once which hearts are full; without an answer they stay empty until the next screen asks. */
export async function knowFavourites(): Promise<void> {
  if (liked.peek() === null && isKnown()) {
    loading ??= favourites()
      .then(() => undefined)
      .finally(() => {
        loading = null;
      });
    await loading.catch((failure: unknown) => {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
    });
  }
}

/**
 * Shown at once, and taken back when it is refused.
 *
 * @throws Refused FAVOURITES_FULL, or when the Server is not reached
 */
export async function like(kind: Kind, id: string, wanted: boolean): Promise<void> {
  mark(id, wanted);
  try {
    await done(send(kind, id, wanted));
  } catch (failure) {
    mark(id, !wanted);
    throw failure;
  }
}

function mark(id: string, wanted: boolean): void {
  const next = new Set(liked.value);
  if (wanted) {
    next.add(id);
  } else {
    next.delete(id);
  }
  liked.value = next;
}

function send(kind: Kind, id: string, wanted: boolean) {
  const params = { path: { id } };
  if (kind === 'STORE') {
    return wanted
      ? own.PUT('/users/me/favourites/stores/{id}', { params })
      : own.DELETE('/users/me/favourites/stores/{id}', { params });
  }
  return wanted
    ? own.PUT('/users/me/favourites/menus/{id}', { params })
    : own.DELETE('/users/me/favourites/menus/{id}', { params });
}

function favouritePage(cursor: string | null) {
  const query = { limit: 100, ...(cursor === null ? {} : { cursor }) };
  return answer(own.GET('/users/me/favourites', { params: { query } }));
}
