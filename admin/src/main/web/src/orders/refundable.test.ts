import { expect, test } from 'vitest';
import type { DossierLine as Line } from '../api/schema';
import { leftOf, priceOf, totalOf, wishOf, within } from './refundable';

function line(
  number: number,
  quantity: number,
  amount: number,
  refundedQuantity = 0,
  change: Partial<Line> = {},
): Line {
  return {
    line: number,
    menuId: `menu-${number}`,
    name: `메뉴 ${number}`,
    quantity,
    unitPrice: 0,
    options: [],
    amount,
    refundedQuantity,
    refundedAmount: 0,
    replacedQuantity: 0,
    waived: 0,
    replaces: null,
    ...change,
  };
}

test('only what was not given back is left', () => {
  expect(leftOf(line(1, 3, 27_000, 1))).toBe(2);
  expect(leftOf(line(1, 3, 27_000, 3))).toBe(0);
});

test('one of a line costs its share, options included', () => {
  expect(priceOf(line(1, 3, 28_500))).toBe(9_500);
});

test('what was replaced is not there to be given back, and what the shop bore was not paid', () => {
  expect(leftOf(line(1, 3, 27_000, 1, { replacedQuantity: 2 }))).toBe(0);
  expect(priceOf(line(1, 2, 27_000, 0, { waived: 3_001 }))).toBe(11_999);
});

test('the total is that of the chosen ones', () => {
  const lines = [line(1, 3, 28_500), line(2, 1, 4_000)];
  expect(totalOf(lines, {})).toBe(0);
  expect(totalOf(lines, { 1: 2, 2: 1 })).toBe(23_000);
});

test('what somebody else gave back meanwhile is not counted', () => {
  expect(totalOf([line(1, 3, 28_500, 2)], { 1: 3 })).toBe(9_500);
});

test('no more than what is left can be chosen, and no part of one', () => {
  const one = line(1, 3, 27_000, 1);
  expect([5, 2.9, 1, -1, Number.NaN].map((typed) => within(one, typed))).toEqual([2, 2, 1, 0, 0]);
});

test('a wish names only the lines of which something is wanted and left', () => {
  const lines = [line(1, 3, 27_000, 2), line(2, 1, 4_000), line(3, 1, 4_000, 1)];
  expect(wishOf(lines, { 1: 2, 2: 0, 3: 1 })).toEqual([{ line: 1, quantity: 1 }]);
});
