/** What was loaded since the app was opened: going back shows it at once, while it is asked for again. */
const known = new Map<string, unknown>();

export function remember(place: string, value: unknown): void {
  known.set(place, value);
}

export function remembered(place: string): unknown {
  return known.get(place);
}

/** Nobody sees what the one before them saw. */
export function forgetAll(): void {
  known.clear();
}
