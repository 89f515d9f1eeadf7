import { expect, test } from 'vitest';
import { formatMoney, parseWhole, withSeparators } from './number';

test('money is understood however it is typed', () => {
  for (const typed of ['12000', '12,000', '12,000원', ' ₩12 000 ', '１２，０００']) {
    expect(parseWhole(typed)).toBe(12_000);
  }
});

test('nothing is nothing and not zero', () => {
  expect(parseWhole('')).toBeNull();
  expect(parseWhole('0')).toBe(0);
});

test('what is no whole number is said to be none', () => {
  for (const typed of ['12.5', 'abc', '1e5', '12천', '9999999999999999']) {
    expect(parseWhole(typed)).toBeUndefined();
  }
});

test('money is shown with separators', () => {
  expect(formatMoney(1_234_500, 'ko')).toBe('1,234,500원');
  expect(formatMoney(1_234_500, 'en')).toBe('₩1,234,500');
  expect(withSeparators(-4_500)).toBe('-4,500');
});
