import { expect, test } from 'vitest';
import type { Resource, Row } from '../../api/schema';
import { copyOf } from './copy';

const resource = {
  title: 'name',
  columns: [
    { name: 'code', type: 'TEXT', creatable: true, offInCopies: false },
    { name: 'name', type: 'TEXT', creatable: true, offInCopies: false },
    { name: 'price', type: 'MONEY', creatable: true, offInCopies: false },
    { name: 'active', type: 'BOOLEAN', creatable: true, offInCopies: true },
    { name: 'createdAt', type: 'INSTANT', creatable: false, offInCopies: false },
  ],
  inlines: [{ name: 'groups', inlines: [{ name: 'options', inlines: [] }] }],
} as unknown as Resource;

const row: Row = {
  id: 'soup',
  version: 7,
  code: 'soup',
  name: '국',
  price: 5000,
  active: true,
  createdAt: '2026-11-26T03:00:00Z',
  groups: [{ id: '1', name: '맵기', options: [{ id: '2', name: '맵게' }] }],
};

test('a copy has what may be written, another name, and is not on sale', () => {
  expect(copyOf(resource, row, (title) => `${title} (복사)`)).toMatchObject({
    name: '국 (복사)',
    price: 5000,
    active: false,
  });
});

test('a copy shares no key with what it was made of, nor do the rows within it', () => {
  const copy = copyOf(resource, row, (title) => title);
  for (const name of ['id', 'version', 'code', 'createdAt']) {
    expect(copy).not.toHaveProperty(name);
  }
  expect(copy.groups).toEqual([{ name: '맵기', options: [{ name: '맵게' }] }]);
});
