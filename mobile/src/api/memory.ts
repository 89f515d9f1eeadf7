/**
 * What was loaded since the app was opened: going back shows it at once, while it is asked for again. And how all that
 * this browser knows of a person ends with their log-out.
 */
let known = new Map<string, unknown>();
const forgets = new Set<() => void>();

/**
 * By what was asked for. Taken when something is asked for: an answer that comes after a log-out falls into a memory
 * that nobody looks into any more.
 */
export function memory(): Map<string, unknown> {
  return known;
}

/** Of the phone, whoever uses it. */
const OF_NOBODY = new Set(['ojeomneo.language', 'ojeomneo.installation']);

/** For what a page that is loaded has of it, too. Called when somebody logs out, in every tab. */
export function whenLeaving(forget: () => void): void {
  forgets.add(forget);
}

/** Nobody sees what the one before them saw. */
export function forgetAll(): void {
  known = new Map();
}

/** Nor what they kept here, whichever page did: carts, orders under way, a log-in that was not finished. */
export function leave(): void {
  forgetAll();
  clear(localStorage);
  clear(sessionStorage);
  for (const forget of forgets) {
    forget();
  }
}

function clear(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const name of names) {
    if (name?.startsWith('ojeomneo.') && !OF_NOBODY.has(name)) {
      storage.removeItem(name);
    }
  }
}
