import type { DataProvider, Identifier, RaRecord, SortPayload } from 'react-admin';
import type { Row } from './schema';
import { answer, api } from './http';
import { Trail } from './trail';

type Filter = Record<string, unknown>;

interface ListWish {
  pagination?: { page: number; perPage: number };
  sort?: SortPayload;
  filter?: Filter;
  signal?: AbortSignal;
}

const MOST_TRAILS = 50;
const trails = new Map<string, Trail>();

/** The same list in the same order and the same page length. */
function trailOf(key: string, perPage: number): Trail {
  const known = trails.get(key) ?? new Trail(perPage);
  trails.delete(key);
  trails.set(key, known);
  if (trails.size > MOST_TRAILS) {
    trails.delete(trails.keys().next().value ?? '');
  }
  return known;
}

/** `filter` and `sort` as the API takes them, without what is empty. */
export function listQuery(filter: Filter, sort: SortPayload | undefined) {
  return {
    filter: Object.keys(filter).length > 0 ? JSON.stringify(filter) : undefined,
    sort:
      sort !== undefined && sort.field !== ''
        ? (sort.order === 'DESC' ? '-' : '') + sort.field
        : undefined,
  };
}

async function list(resource: string, wish: ListWish) {
  const { page, perPage } = wish.pagination ?? { page: 1, perPage: 25 };
  const query = listQuery(wish.filter ?? {}, wish.sort);
  const trail = trailOf(JSON.stringify([resource, query, perPage]), perPage);
  const found = await trail.page(page, (cursor, limit) =>
    answer(
      api.GET('/api/{resource}', {
        params: { path: { resource }, query: { ...query, limit, cursor: cursor ?? undefined } },
        signal: wish.signal,
      }),
    ),
  );
  return {
    data: found.items,
    pageInfo: { hasNextPage: found.nextCursor !== null, hasPreviousPage: page > 1 },
    meta: { estimatedTotal: found.estimatedTotal },
  };
}

export function recordPath(resource: string, id: Identifier): string {
  return `/${resource}/${encodeURIComponent(String(id))}`;
}

function keyOf(resource: string, id: Identifier) {
  return { resource, id: String(id) };
}

/** Nothing is written over another's change: the API compares this with the row's version. */
export function ifMatch(version: unknown): { 'If-Match'?: string } {
  return typeof version === 'number' ? { 'If-Match': `"${version}"` } : {};
}

async function remove(resource: string, id: Identifier, version: unknown) {
  await api.DELETE('/api/{resource}/{id}', {
    params: { path: keyOf(resource, id), header: ifMatch(version) },
  });
  return { data: { id } as RaRecord };
}

async function update(resource: string, id: Identifier, data: object, version: unknown) {
  return {
    data: await answer(
      api.PUT('/api/{resource}/{id}', {
        params: { path: keyOf(resource, id), header: ifMatch(version) },
        body: data,
      }),
    ),
  };
}

/** The one place where react-admin's generic types meet rows that the API declares only at run time. */
const provider = {
  getList: (resource: string, wish: ListWish) => list(resource, wish),
  getOne: async (resource: string, { id, signal }: { id: Identifier; signal?: AbortSignal }) => ({
    data: await answer(
      api.GET('/api/{resource}/{id}', { params: { path: keyOf(resource, id) }, signal }),
    ),
  }),
  getMany: async (resource: string, { ids, signal }: { ids: Identifier[]; signal?: AbortSignal }) =>
    list(resource, {
      filter: { id: ids.map(String) },
      pagination: { page: 1, perPage: 100 },
      signal,
    }),
  getManyReference: (
    resource: string,
    { target, id, filter, ...wish }: ListWish & { target: string; id: Identifier },
  ) => list(resource, { ...wish, filter: { ...filter, [target]: String(id) } }),
  create: async (resource: string, { data }: { data: object }) => ({
    data: await answer(api.POST('/api/{resource}', { params: { path: { resource } }, body: data })),
  }),
  update: (
    resource: string,
    { id, data, previousData }: { id: Identifier; data: object; previousData: Row },
  ) => update(resource, id, data, previousData.version),
  updateMany: () => Promise.reject(new Error('each row is updated by itself')),
  delete: (resource: string, { id, previousData }: { id: Identifier; previousData?: Row }) =>
    remove(resource, id, previousData?.version),
  deleteMany: () => Promise.reject(new Error('each row is deleted by itself')),
  supportAbortSignal: true,
};

export const dataProvider = provider as unknown as DataProvider;
