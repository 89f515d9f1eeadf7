import { expect, test } from 'vitest';
import { changed } from './changes';
import { compare, resolved } from './conflict';

const before = { name: '비빔밥', price: 9000, soldOut: false, tags: ['매움'], origin: null };

test('what only one of two changed is nobody’s to choose', () => {
  const mine = { ...before, price: 9500 };
  const theirs = { ...before, soldOut: true };
  const conflict = compare(before, mine, theirs);
  expect(conflict.open).toEqual([]);
  expect(conflict.mineOnly.map(({ name }) => name)).toEqual(['price']);
  expect(conflict.theirsOnly.map(({ name }) => name)).toEqual(['soldOut']);
});

test('both changes are kept, and only mine is sent', () => {
  const mine = { ...before, price: 9500 };
  const theirs = { ...before, soldOut: true };
  const form = resolved(compare(before, mine, theirs), mine, {});
  expect(form).toEqual({ ...before, price: 9500, soldOut: true });
  expect(changed(theirs, form)).toEqual({ price: 9500 });
});

test('what both changed is chosen, and the other’s value stands until it is', () => {
  const mine = { ...before, price: 9500 };
  const theirs = { ...before, price: 9900 };
  const conflict = compare(before, mine, theirs);
  expect(conflict.open).toEqual([{ name: 'price', before: 9000, mine: 9500, theirs: 9900 }]);
  expect(resolved(conflict, mine, {}).price).toBe(9900);
  expect(resolved(conflict, mine, { price: 'mine' }).price).toBe(9500);
});

test('what both changed alike is no conflict', () => {
  const both = { ...before, price: 9500 };
  expect(compare(before, both, both)).toEqual({ open: [], mineOnly: [], theirsOnly: [] });
});

test('rows within a row are compared by what they say', () => {
  const was = { groups: [{ id: '1', name: '맵기', options: [{ id: '2', price: 0 }] }] };
  const mine = { groups: [{ id: '1', name: '맵기', options: [{ id: '2', price: 500 }] }] };
  const conflict = compare(was, mine, was);
  expect(conflict.mineOnly).toHaveLength(1);
});

test('an emptied text is nothing, as what never was', () => {
  expect(changed(before, { ...before, origin: '' })).toEqual({});
  expect(changed(before, { ...before, name: '' })).toEqual({ name: null });
});

test('what the form keeps for itself is not sent', () => {
  const form = { groups: [{ _key: 'x', name: '맵기', options: [{ _key: 'y', name: '' }] }] };
  expect(changed({ groups: [] }, form)).toEqual({
    groups: [{ name: '맵기', options: [{ name: null }] }],
  });
});
