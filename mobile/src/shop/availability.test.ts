import { describe, expect, test } from 'vitest';
import type { Availability } from '../api/schema';
import { isGone, isLater, isSoldAt, saleHours } from './availability';

const lunch: Availability = {
  now: false,
  soldOut: false,
  windows: [{ days: [1, 2, 3, 4, 5], from: '11:00', until: '14:00' }],
};

/** 1 June 2026 is a Monday. */
function at(seoul: string): Date {
  return new Date(`${seoul}+09:00`);
}

describe('when a dish is sold', () => {
  test('is always, when nothing is said of it', () => {
    expect(isSoldAt(undefined, at('2026-06-01T03:00:00'))).toBe(true);
    expect(isLater({ soldOut: true })).toBe(false);
    expect(isGone({ soldOut: true })).toBe(true);
  });

  test.each([
    ['2026-06-01T10:59:59', false],
    ['2026-06-01T11:00:00', true],
    ['2026-06-05T13:59:59', true],
    ['2026-06-05T14:00:00', false],
    ['2026-06-06T12:00:00', false],
  ])('of a lunch dish at %s is %s', (moment, sold) => {
    expect(isSoldAt(lunch, at(moment))).toBe(sold);
  });

  test('over midnight is by the day on which it began', () => {
    const night = { ...lunch, windows: [{ days: [5], from: '22:00', until: '02:00' }] };
    expect(isSoldAt(night, at('2026-06-05T01:00:00'))).toBe(false);
    expect(isSoldAt(night, at('2026-06-06T01:59:59'))).toBe(true);
    expect(isSoldAt(night, at('2026-06-06T02:00:00'))).toBe(false);
  });

  test('is within its season, from midnight to midnight', () => {
    const season = { ...lunch, windows: [], from: '2026-06-02', until: '2026-06-03' };
    expect(isSoldAt(season, at('2026-06-01T23:59:59'))).toBe(false);
    expect(isSoldAt(season, at('2026-06-02T00:00:00'))).toBe(true);
    expect(isSoldAt(season, at('2026-06-03T23:59:59'))).toBe(true);
    expect(isSoldAt(season, at('2026-06-04T00:00:00'))).toBe(false);
  });

  test('is said in words', () => {
    expect(saleHours(lunch)).toBe('월–금 11:00–14:00');
    const several = [
      { days: [1, 2, 3, 4, 5, 6, 7], from: '17:00', until: '02:00' },
      { days: [6, 7], from: '00:00', until: '00:00' },
    ];
    expect(saleHours({ ...lunch, windows: several })).toBe('매일 17:00–02:00, 토·일 종일');
    expect(saleHours({ ...lunch, windows: [], from: '2026-12-01' })).toBe('2026-12-01 ~');
  });

  test('is not what is gone', () => {
    expect(isLater({ soldOut: true, availability: lunch })).toBe(true);
    const gone = { soldOut: true, availability: { ...lunch, soldOut: true } };
    expect([isLater(gone), isGone(gone)]).toEqual([false, true]);
  });
});
