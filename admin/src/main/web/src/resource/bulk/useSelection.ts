import { useState } from 'react';
import type { Row } from '../../api/schema';

export interface Selection {
  /** All that match the filters, also those on other pages. */
  all: boolean;
  ids: string[];
  /** At least 1 where anything is chosen. */
  count: number;
  has: (row: Row) => boolean;
  /** With `through`, all from the row that was touched last to this one become alike. */
  set: (rows: Row[], row: Row, chosen: boolean, through: boolean) => void;
  setPage: (rows: Row[], chosen: boolean) => void;
  chooseAll: () => void;
  clear: () => void;
}

interface Chosen {
  /** Under which filters; another list starts with nothing chosen. */
  of: string;
  all: boolean;
  ids: ReadonlySet<string>;
  last: string | null;
}

/** The rows of a list that were chosen, over its pages. */
export function useSelection(filters: string): Selection {
  const none: Chosen = { of: filters, all: false, ids: new Set(), last: null };
  const [kept, setKept] = useState<Chosen>(none);
  const chosen = kept.of === filters ? kept : none;
  function change(rows: Row[], add: boolean, last: string | null) {
    const ids = new Set(chosen.all ? [] : chosen.ids);
    for (const { id } of rows) {
      if (add) {
        ids.add(id);
      } else {
        ids.delete(id);
      }
    }
    setKept({ of: filters, all: false, ids, last });
  }
  return {
    all: chosen.all,
    ids: [...chosen.ids],
    count: chosen.all ? 1 : chosen.ids.size,
    has: ({ id }) => chosen.all || chosen.ids.has(id),
    set: (rows, row, add, through) =>
      change(through ? range(rows, chosen.last, row) : [row], add, row.id),
    setPage: (rows, add) => change(rows, add, null),
    chooseAll: () => setKept({ ...none, all: true }),
    clear: () => setKept(none),
  };
}

/** From the one to the other, both included, whichever comes first. */
export function range(rows: Row[], from: string | null, to: Row): Row[] {
  const start = rows.findIndex(({ id }) => id === from);
  const end = rows.indexOf(to);
  return start < 0 ? [to] : rows.slice(Math.min(start, end), Math.max(start, end) + 1);
}
