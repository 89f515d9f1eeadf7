import { describe, expect, it } from 'vitest';
import type { OrderView } from '../api/schema';
import { editOf } from './edited';

const ITEM = {
  menuId: 'm',
  name: '김치찌개',
  quantity: 2,
  unitPrice: 9000,
  options: [],
  amount: 18000,
};
const ORDER = {
  status: 'PAID',
  items: [ITEM],
  totalAmount: 18000,
  pickupAt: null,
  note: null,
  refunds: [],
} as unknown as OrderView;

describe('an order that staff edit', () => {
  it.each<[string, Partial<OrderView>]>([
    ['fewer portions', { items: [{ ...ITEM, quantity: 1, amount: 9000 }], totalAmount: 9000 }],
    [
      'something dearer that the shop bears',
      { items: [{ ...ITEM, name: '갈비탕' }], discount: 500 },
    ],
    ['another dish and another time', { items: [], pickupAt: '2026-11-27T03:00:00Z' }],
  ])('has other dishes: %s', (_, now) => {
    expect(editOf(ORDER, { ...ORDER, ...now })).toBe('CHANGED');
  });

  it.each<[string, Partial<OrderView>]>([
    ['when it is fetched', { pickupAt: '2026-11-27T03:00:00Z' }],
    ['what the kitchen is told', { note: '덜 맵게' }],
  ])('is corrected: %s', (_, now) => {
    expect(editOf(ORDER, { ...ORDER, ...now })).toBe('CORRECTED');
  });

  it.each<[string, Partial<OrderView>]>([
    ['goes on', { status: 'ACCEPTED', estimatedReadyAt: '2026-11-27T03:00:00Z' }],
    ['is given money back', { refunds: [{ amount: 500, status: 'PENDING', reason: '누락' }] }],
    ['is told again', {}],
  ])('says nothing when it %s', (_, now) => {
    expect(editOf(ORDER, { ...ORDER, ...now })).toBeNull();
  });
});
