import { expect, test } from 'vitest';
import type { BoardOrder } from '../api/schema';
import {
  arrived,
  boardOf,
  minutesBetween,
  ordersIn,
  urgencyOf,
  withOrder,
  withShop,
} from './board';

const NOON = Date.parse('2026-11-25T03:00:00Z');
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

function order(id: string, change: Partial<BoardOrder> = {}): BoardOrder {
  return {
    id,
    number: 'A01',
    storeId: 's1',
    storeName: '한솥',
    status: 'PAID',
    seq: 2,
    items: [],
    note: null,
    pickupAt: null,
    estimatedReadyAt: null,
    createdAt: at(0),
    paidAt: at(0),
    acceptedAt: null,
    escalateAt: at(5),
    acceptBy: at(20),
    totalAmount: 9000,
    cancelReason: null,
    channel: 'APP',
    customerName: null,
    ...change,
  };
}

const board = (...orders: BoardOrder[]) =>
  boardOf({ stores: [{ id: 's1', name: '한솥', paused: false }], orders });

test('newer news replaces an order, older news does not', () => {
  const now = board(order('a', { seq: 3, status: 'ACCEPTED' }));
  expect(withOrder(now, order('a', { seq: 2 }))).toBe(now);
  const moved = withOrder(now, order('a', { seq: 4, status: 'PREPARING' }));
  expect(ordersIn(moved, 'PREPARING', null)).toHaveLength(1);
  expect(ordersIn(moved, 'ACCEPTED', null)).toHaveLength(0);
});

test('what is over leaves the board', () => {
  for (const status of ['COMPLETED', 'CANCELLED'] as const) {
    expect(withOrder(board(order('a')), order('a', { seq: 9, status })).orders.size).toBe(0);
  }
});

test('the order that runs out of time first is on top, of the chosen shop only', () => {
  const all = board(
    order('a', { acceptBy: at(20) }),
    order('b', { acceptBy: at(8) }),
    order('c', { storeId: 's2' }),
  );
  expect(ordersIn(all, 'PAID', 's1').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(ordersIn(all, 'PAID', null)).toHaveLength(3);
});

test('urgency follows the clock', () => {
  const waiting = order('a');
  expect([0, 3.5, 5].map((minutes) => urgencyOf(waiting, NOON + minutes * 60_000))).toEqual([
    'calm',
    'soon',
    'late',
  ]);
  const cooking = order('b', { status: 'PREPARING', estimatedReadyAt: at(10) });
  expect(urgencyOf(cooking, NOON + 11 * 60_000)).toBe('late');
  expect(urgencyOf({ ...cooking, status: 'READY' }, NOON + 60 * 60_000)).toBe('calm');
});

test('only what was not there before has arrived, and nothing on the first look', () => {
  const before = board(order('a'));
  const after = withOrder(before, order('b'));
  expect(arrived(before, after, null).map(({ id }) => id)).toEqual(['b']);
  expect(arrived(null, after, null)).toEqual([]);
  expect(arrived(before, after, 's2')).toEqual([]);
});

test('a shop that is paused says so', () => {
  expect(withShop(board(), { id: 's1', name: '한솥', paused: true }).shops[0]?.paused).toBe(true);
});

test('minutes are whole', () => {
  expect(minutesBetween(NOON, NOON + 119_000)).toBe(1);
});
