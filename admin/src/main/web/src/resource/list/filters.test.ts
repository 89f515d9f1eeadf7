import { expect, test } from 'vitest';
import { listPath, rangeOf, valuesOf, withFilter } from './filters';

test('an emptied filter is gone', () => {
  const filters = { status: ['PAID'], price: { from: 1 }, q: '김치' };
  expect(withFilter(filters, 'status', [])).toEqual({ price: { from: 1 }, q: '김치' });
  expect(withFilter(filters, 'price', {})).toEqual({ status: ['PAID'], q: '김치' });
  expect(withFilter(filters, 'q', '')).toEqual({ status: ['PAID'], price: { from: 1 } });
});

test('"no" and "none" are filters too', () => {
  expect(withFilter({}, 'soldOut', false)).toEqual({ soldOut: false });
  expect(withFilter({}, 'origin', null)).toEqual({ origin: null });
  expect(withFilter({}, 'price', { from: 0 })).toEqual({ price: { from: 0 } });
});

test('whatever an address holds is read without falling over', () => {
  expect(valuesOf('PAID')).toEqual(['PAID']);
  expect(valuesOf({ from: 1 })).toEqual([]);
  expect(rangeOf('PAID')).toEqual({});
  expect(rangeOf({ from: 5, to: null, other: [] })).toEqual({ from: 5 });
});

test('a filter survives the way through an address', () => {
  const filters = {
    storeId: ['a b&c'],
    q: '김치 "찌개"',
    at: { from: '2026-11-24T15:00:00.000Z' },
  };
  const address = listPath('orders', filters);
  const read = new URLSearchParams(address.slice(address.indexOf('?'))).get('filter');
  expect(JSON.parse(read ?? '')).toEqual(filters);
});
