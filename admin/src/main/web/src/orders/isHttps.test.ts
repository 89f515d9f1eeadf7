import { expect, test } from 'vitest';
import { isHttps } from './isHttps';

test('only an https address becomes a link', () => {
  expect(isHttps('https://dashboard.tosspayments.com/receipt/1')).toBe(true);
  for (const address of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'http://receipt',
    '//receipt',
    'receipt',
    '',
    null,
  ]) {
    expect(isHttps(address)).toBe(false);
  }
});
