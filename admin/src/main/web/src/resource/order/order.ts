import type { Resource } from '../../api/schema';
import { LARGEST_PAGE } from '../list/sizes';
import type { Filters } from '../list/filters';

/** Why rows cannot be dragged here: what is seen is not the whole order, as it is. */
export type Hindrance = 'sorted' | 'filtered' | 'long' | 'tooLong';

interface Shown {
  sort: { field: string; order: string };
  filters: Filters;
  /** Whether all rows are on the page. */
  isWhole: boolean;
  perPage: number;
}

export function hindrance(resource: Resource, shown: Shown): Hindrance | undefined {
  if (shown.sort.field !== resource.orderedBy || shown.sort.order !== 'ASC') {
    return 'sorted';
  }
  if (Object.keys(shown.filters).length > 0) {
    return 'filtered';
  }
  if (!shown.isWhole) {
    return shown.perPage < LARGEST_PAGE ? 'long' : 'tooLong';
  }
  return undefined;
}

/** The path of the list as it must be seen for its rows to be dragged. */
export function orderedPath(resource: Resource): string {
  const query = new URLSearchParams({
    filter: '{}',
    sort: resource.orderedBy ?? '',
    order: 'ASC',
    page: '1',
    perPage: String(LARGEST_PAGE),
  });
  return `/${resource.name}?${query.toString()}`;
}

/** With one of them put where another stands. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = all.filter((_, i) => i !== from);
  return [...rest.slice(0, to), ...all.slice(from, from + 1), ...rest.slice(to)];
}
