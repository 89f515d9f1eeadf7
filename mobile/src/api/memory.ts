/** What was loaded since the app was opened: going back shows it at once, while it is asked for again. */
let known = new Map<string, unknown>();

/**
 * By what was asked for. Taken when something is asked for: an answer that comes after a log-out falls into a memory
 * that nobody looks into any more.
 */
export function memory(): Map<string, unknown> {
  return known;
}

/** Nobody sees what the one before them saw. */
export function forgetAll(): void {
  known = new Map();
}
