import { expect, test } from 'vitest';
import { isDay, plusDays, shown, stepped } from './days';

test('a week begins on its Sunday', () => {
  expect(shown('week', '2026-11-27')).toEqual({ from: '2026-11-22', days: 7 });
  expect(shown('week', '2026-11-22')).toEqual({ from: '2026-11-22', days: 7 });
});

test('a month is six weeks around its first', () => {
  expect(shown('month', '2026-11-27')).toEqual({ from: '2026-11-01', days: 42 });
  expect(shown('month', '2026-12-31')).toEqual({ from: '2026-11-29', days: 42 });
});

test('a step from a long month never skips a short one', () => {
  expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(stepped('month', '2026-01-31', -1)).toBe('2025-12-01');
  expect(stepped('week', '2026-12-30', 1)).toBe('2027-01-06');
});

test('days go over the end of a month and of a year', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
});

test('what is typed into the address is a day or nothing', () => {
  expect(isDay('2026-11-27')).toBe(true);
  expect(['2026-13-01', '26-1-1', 'x', null].some(isDay)).toBe(false);
});
