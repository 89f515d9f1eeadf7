import { type Values, same } from './changes';

/** One member of a row that two people have changed, or one of them. */
export interface Difference {
  name: string;
  before: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Conflict {
  /** Changed here and elsewhere, to different values: somebody has to choose. */
  open: Difference[];
  /** Changed here only; kept. */
  mineOnly: Difference[];
  /** Changed elsewhere only; kept. */
  theirsOnly: Difference[];
}

export type Side = 'mine' | 'theirs';

/**
 * What became of a row while somebody edited it.
 *
 * @param before the row as they read it
 * @param mine what their form holds; members that it lacks are not theirs to write
 * @param theirs the row as it is now
 */
export function compare(before: Values, mine: Values, theirs: Values): Conflict {
  const conflict: Conflict = { open: [], mineOnly: [], theirsOnly: [] };
  for (const name of Object.keys(mine)) {
    const difference = { name, before: before[name], mine: mine[name], theirs: theirs[name] };
    const byMe = !same(before[name], mine[name]);
    const byThem = !same(before[name], theirs[name]);
    if (same(mine[name], theirs[name])) {
      continue;
    }
    if (byMe && byThem) {
      conflict.open.push(difference);
    } else if (byMe) {
      conflict.mineOnly.push(difference);
    } else {
      conflict.theirsOnly.push(difference);
    }
  }
  return conflict;
}

/** The form once everything is chosen, to be saved on the version that is there now. */
export function resolved(conflict: Conflict, mine: Values, choices: Record<string, Side>): Values {
  const form: Values = { ...mine };
  for (const { name, theirs } of conflict.theirsOnly) {
    form[name] = theirs;
  }
  for (const { name, theirs } of conflict.open) {
    if (choices[name] !== 'mine') {
      form[name] = theirs;
    }
  }
  for (const { name, theirs } of conflict.mineOnly) {
    if (choices[name] === 'theirs') {
      form[name] = theirs;
    }
  }
  return form;
}
