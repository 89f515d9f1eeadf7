import type { Resource } from '../api/schema';

/** A screen or record that somebody opened; the title only of what is no person. */
export interface Seen {
  path: string;
  title?: string;
}

const MOST = 10;
const PREFIX = 'ojeomneo.recent.';

/** The newest first, each once. */
export function withSeen(before: readonly Seen[], path: string): Seen[] {
  const known = before.find((seen) => seen.path === path) ?? { path };
  return [known, ...before.filter((seen) => seen.path !== path)].slice(0, MOST);
}

/** Of this person, in this browser. */
export function seenBy(staff: string, store: Storage = localStorage): Seen[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(PREFIX + staff) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSeen).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** What others have left here goes: they are not here to sign out any more. */
export function keepSeen(staff: string, seen: readonly Seen[], store: Storage = localStorage) {
  forgetSeen(store, PREFIX + staff);
  try {
    store.setItem(PREFIX + staff, JSON.stringify(seen));
  } catch {
    // Full, or forbidden: then nothing is remembered.
  }
}

/** Whoever it was of. */
export function forgetSeen(store: Storage = localStorage, but?: string) {
  Object.keys(store)
    .filter((key) => key.startsWith(PREFIX) && key !== but)
    .forEach((key) => store.removeItem(key));
}

/** What may stay in a browser: names of dishes, shops and settings, and numbers of orders. */
export function isNoPerson({ name, group }: Pick<Resource, 'name' | 'group'>): boolean {
  return group === 'CATALOGUE' || group === 'SETTINGS' || name === 'orders';
}

function isSeen(value: unknown): value is Seen {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    value.path.startsWith('/') &&
    (!('title' in value) || typeof value.title === 'string')
  );
}
