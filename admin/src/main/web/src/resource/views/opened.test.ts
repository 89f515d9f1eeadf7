import { describe, expect, it } from 'vitest';
import type { Resource, SavedView } from '../../api/schema';
import { opened, viewPath } from './opened';

const resource = {
  name: 'menus',
  searchable: true,
  defaultSort: '-id',
  columns: [
    { name: 'name', filter: null, sortable: true },
    { name: 'price', filter: 'RANGE', sortable: true },
    { name: 'tags', filter: 'VALUES', sortable: false },
  ],
} as unknown as Resource;

function view(change: Partial<SavedView>): SavedView {
  return {
    id: '1',
    resource: 'menus',
    name: '보기',
    shared: false,
    mine: true,
    owner: '직원',
    filter: '{"q":"찌개","price":{"to":9000}}',
    sort: '-price',
    columns: ['name', 'price'],
    version: 1,
    ...change,
  };
}

describe('a saved view', () => {
  it('opens as it was saved', () => {
    expect(opened(resource, view({}))).toEqual({
      filters: { q: '찌개', price: { to: 9000 } },
      sort: { field: 'price', order: 'DESC' },
      columns: ['name', 'price'],
      whole: true,
    });
  });

  it('opens with what is left of it, and knows', () => {
    expect(opened(resource, view({ filter: '{"gone":1,"price":5}' }))).toMatchObject({
      filters: { price: 5 },
      whole: false,
    });
    expect(opened(resource, view({ columns: ['name', 'gone'] }))).toMatchObject({
      columns: ['name'],
      whole: false,
    });
    expect(opened(resource, view({ sort: 'tags' })).sort).toBeUndefined();
    expect(opened(resource, view({ sort: 'tags' })).whole).toBe(false);
  });

  it('needs neither filter nor sort', () => {
    expect(opened(resource, view({ filter: null, sort: null }))).toMatchObject({
      filters: {},
      whole: true,
    });
  });

  it('stands in the address', () => {
    expect(viewPath('menus', opened(resource, view({ filter: '{"price":5}' })))).toBe(
      '/menus?filter=%7B%22price%22%3A5%7D&page=1&sort=price&order=DESC',
    );
  });
});
