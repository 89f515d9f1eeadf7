import { describe, expect, it } from 'vitest';
import type { Resource } from '../../api/schema';
import { hindrance, moved, orderedPath } from './order';

const categories = { name: 'menu_categories', orderedBy: 'position' } as Resource;
const whole = {
  sort: { field: 'position', order: 'ASC' },
  filters: {},
  isWhole: true,
  perPage: 25,
};

describe('rows are dragged', () => {
  it('where all of them are seen in their order', () => {
    expect(hindrance(categories, whole)).toBeUndefined();
  });

  it('but not where what is seen is not that order', () => {
    expect(hindrance(categories, { ...whole, sort: { field: 'name', order: 'ASC' } })).toBe(
      'sorted',
    );
    expect(hindrance(categories, { ...whole, sort: { field: 'position', order: 'DESC' } })).toBe(
      'sorted',
    );
    expect(hindrance(categories, { ...whole, filters: { q: '김' } })).toBe('filtered');
    expect(hindrance(categories, { ...whole, isWhole: false })).toBe('long');
    expect(hindrance(categories, { ...whole, isWhole: false, perPage: 100 })).toBe('tooLong');
  });

  it('and the way there is a path', () => {
    expect(orderedPath(categories)).toBe(
      '/menu_categories?filter=%7B%7D&sort=position&order=ASC&page=1&perPage=100',
    );
  });
});

describe('what is moved', () => {
  it('stands where the other stood, and the others keep their order', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
