import { expect, test } from 'vitest';
import type { StoreView } from '../api/schema';
import { hours, hoursTurn } from './hours';

const open: StoreView = {
  id: 'a',
  name: '한솥',
  description: '',
  acceptingOrders: true,
  closesAt: '2026-06-01T05:30:00Z',
  cutoffAt: '2026-06-01T05:00:00Z',
  slots: [],
  imageUrl: null,
  changesAt: '2026-06-01T03:00:00.001Z',
};

test('the last order is said, and asked for again when it has passed', () => {
  expect(hours(open)).toBe('주문 마감 14:00');
  expect(hoursTurn(open).changesAt).toBe(open.cutoffAt);
  const late = { ...open, acceptingOrders: false };
  expect(hours(late)).toBe('지금은 주문을 받지 않아요');
  expect(hoursTurn(late).changesAt).toBe(open.closesAt);
});

test('a shop that goes on at midnight has no last order', () => {
  const midnight = '2026-06-01T15:00:00Z';
  const text = hours({ ...open, closesAt: midnight, cutoffAt: midnight, goesOn: true });
  expect(text).toBe('지금 주문할 수 있어요');
});

test('a closed shop turns when it opens, and one without hours never', () => {
  const closed = { ...open, acceptingOrders: false, closesAt: null, cutoffAt: null };
  expect(hoursTurn({ ...closed, opensAt: '2026-06-02T02:00:00Z' }).changesAt).toBe(
    '2026-06-02T02:00:00Z',
  );
  expect(hoursTurn(closed).changesAt).toBeUndefined();
});
