/** A month of Seoul until `today`, as the API takes it. */
export interface Days {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

/** The month of `today`, up to that day. */
export function thisMonth(today: string): Days {
  return { from: `${today.slice(0, 7)}-01`, to: today };
}

/** The whole month before. */
export function lastMonth(today: string): Days {
  const to = dayBefore(`${today.slice(0, 7)}-01`);
  return { from: `${to.slice(0, 7)}-01`, to };
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** One day, the one before. */
export function yesterday(today: string): Days {
  return { from: dayBefore(today), to: dayBefore(today) };
}
