import { useStore } from 'react-admin';
import type { Column, Resource } from '../../api/schema';

export interface Picked {
  shown: Column[];
  isShown: (column: Column) => boolean;
  toggle: (column: Column) => void;
  reset: () => void;
  /** These and no others. */
  show: (names: string[]) => void;
}

/** The columns of a list that this person wants to see, kept in their browser. */
export function useColumns(resource: Resource): Picked {
  // Only what differs from the declaration is kept: a column that is new there shows up.
  const [chosen, setChosen] = useStore<Record<string, boolean>>(`${resource.name}.columns`, {});
  const isShown = (column: Column) => chosen[column.name] ?? column.listed;
  return {
    shown: resource.columns.filter(isShown),
    isShown,
    toggle: (column) => setChosen({ ...chosen, [column.name]: !isShown(column) }),
    reset: () => setChosen({}),
    show: (names) =>
      setChosen(
        Object.fromEntries(resource.columns.map(({ name }) => [name, names.includes(name)])),
      ),
  };
}
