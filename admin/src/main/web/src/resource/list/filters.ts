import type { Column, FilterKind, Resource } from '../../api/schema';

/** Of the API: a value, several of them, or `{from, to}`; `q` is the search. It stands in the address as it is. */
export type Filters = Record<string, unknown>;

export interface Range {
  from?: string | number;
  to?: string | number;
}

export interface Filterable extends Column {
  filter: FilterKind;
}

export function filterable(resource: Resource): Filterable[] {
  return resource.columns.filter((column): column is Filterable => column.filter !== null);
}

/** The filters that are set, in the order of the declaration. */
export function active(resource: Resource, filters: Filters): Filterable[] {
  return filterable(resource).filter(({ name }) => filters[name] !== undefined);
}

/** With one filter set anew; without it for nothing. */
export function withFilter(filters: Filters, name: string, value: unknown): Filters {
  const rest = Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name));
  return isEmpty(value) ? rest : { ...rest, [name]: value };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isRange(value) && value.from === undefined && value.to === undefined)
  );
}

/** An address is typed by anybody: what is no list counts as one of one. */
export function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.map(String);
  }
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

export function rangeOf(value: unknown): Range {
  if (!isRange(value)) {
    return {};
  }
  const { from, to } = value;
  return { ...(isEnd(from) ? { from } : {}), ...(isEnd(to) ? { to } : {}) };
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEnd(end: unknown): end is string | number {
  return typeof end === 'string' || typeof end === 'number';
}

/** The path of a list that shows just these rows. */
export function listPath(resource: string, filters: Filters): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filters), page: '1' });
  return `/${resource}?${query.toString()}`;
}
