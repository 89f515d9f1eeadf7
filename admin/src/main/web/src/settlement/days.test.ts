import { expect, test } from 'vitest';
import { dayBefore, lastMonth, thisMonth } from './days';

test('this month ends today', () => {
  expect(thisMonth('2026-03-14')).toEqual({ from: '2026-03-01', to: '2026-03-14' });
});

test('last month is whole, over the turn of the year and in a leap year', () => {
  expect(lastMonth('2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(lastMonth('2028-03-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('the day before the first is the last of the month before', () => {
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});
