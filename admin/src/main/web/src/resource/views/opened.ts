import type { Resource, SavedView } from '../../api/schema';
import { type Filters, filterable } from '../list/filters';

export interface Opened {
  filters: Filters;
  sort?: { field: string; order: 'ASC' | 'DESC' };
  columns: string[];
  /** Whether all of it is still there. */
  whole: boolean;
}

/** What is left of a view: what it names may have gone since it was saved. */
export function opened(resource: Resource, view: SavedView): Opened {
  const wanted = filtersOf(view);
  const known = new Set(filterable(resource).map(({ name }) => name));
  const filters = Object.fromEntries(
    Object.entries(wanted).filter(([name]) =>
      name === 'q' ? resource.searchable : known.has(name),
    ),
  );
  const columns = view.columns.filter((name) =>
    resource.columns.some((column) => column.name === name),
  );
  const sort = sortOf(resource, view.sort);
  return {
    filters,
    ...(sort === undefined ? {} : { sort }),
    columns,
    whole:
      Object.keys(filters).length === Object.keys(wanted).length &&
      columns.length === view.columns.length &&
      (view.sort === null || sort !== undefined),
  };
}

function filtersOf(view: SavedView): Filters {
  return view.filter === null ? {} : (JSON.parse(view.filter) as Filters);
}

function sortOf(resource: Resource, sort: string | null): Opened['sort'] {
  const field = sort?.replace(/^-/, '');
  const known = resource.columns.some(({ name, sortable }) => name === field && sortable);
  return field !== undefined && (known || field === resource.defaultSort.replace(/^-/, ''))
    ? { field, order: sort?.startsWith('-') === true ? 'DESC' : 'ASC' }
    : undefined;
}

/** The path of a list as the view has it. */
export function viewPath(resource: string, { filters, sort }: Opened): string {
  const query = new URLSearchParams({
    filter: JSON.stringify(filters),
    page: '1',
    ...(sort === undefined ? {} : { sort: sort.field, order: sort.order }),
  });
  return `/${resource}?${query.toString()}`;
}
