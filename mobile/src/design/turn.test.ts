import { expect, test } from 'vitest';
import { firstOf, waitUntil } from './turn';

test('the first change of what is shown is waited for', () => {
  expect(firstOf([])).toBeUndefined();
  expect(firstOf([{}])).toBeUndefined();
  const soon = '2026-06-01T03:00:00Z';
  expect(firstOf([{ changesAt: '2026-06-01T03:00:00.5Z' }, {}, { changesAt: soon }])).toBe(
    Date.parse(soon),
  );
});

test('nobody asks before it, and nobody much later', () => {
  const now = Date.parse('2026-06-01T03:00:00Z');
  for (let i = 0; i < 100; i++) {
    const wait = waitUntil(now + 1_000, now);
    expect(wait).toBeGreaterThanOrEqual(1_000);
    expect(wait).toBeLessThan(1_500);
  }
  expect(waitUntil(now - 1_000, now)).toBeLessThan(500);
  expect(waitUntil(now + 1e12, now)).toBe(86_400_000);
});
