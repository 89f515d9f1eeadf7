import { describe, expect, it } from 'vitest';
import { filterOf, isCut, nameOf, spanOf, trailOf } from './spans';

describe('a span of time', () => {
  it('is from midnight to midnight in Seoul', () => {
    expect(filterOf('2026')).toEqual({
      from: '2025-12-31T15:00:00.000Z',
      to: '2026-12-31T15:00:00.000Z',
    });
    expect(filterOf('2028-02')).toEqual({
      from: '2028-01-31T15:00:00.000Z',
      to: '2028-02-29T15:00:00.000Z',
    });
    expect(filterOf('2026-11-27')).toEqual({
      from: '2026-11-26T15:00:00.000Z',
      to: '2026-11-27T15:00:00.000Z',
    });
  });

  it('is known by its filter, however it is written', () => {
    for (const span of ['2026', '2028-02', '2026-12', '2026-11-27', '2026-01-01']) {
      expect(spanOf(filterOf(span))).toBe(span);
    }
    expect(spanOf({ from: '2025-12-31T15:00:00Z', to: '2026-12-31T15:00:00Z' })).toBe('2026');
  });

  it('and no other range is one', () => {
    const day = filterOf('2026-11-27');
    expect(spanOf({ from: day.from })).toBeUndefined();
    expect(spanOf({ from: day.from, to: filterOf('2026-11-28').to })).toBeUndefined();
    expect(spanOf({ from: '2026-11-26T16:00:00Z', to: day.to })).toBeUndefined();
    expect(spanOf({ from: 'x', to: 'y' })).toBeUndefined();
    expect(spanOf(undefined)).toBeUndefined();
    expect(spanOf('2026')).toBeUndefined();
  });

  it('stands within others, down to a day', () => {
    expect(trailOf(undefined)).toEqual([]);
    expect(trailOf('2026-11-27')).toEqual(['2026', '2026-11', '2026-11-27']);
    expect(isCut(undefined)).toBe(true);
    expect(isCut('2026-11')).toBe(true);
    expect(isCut('2026-11-27')).toBe(false);
  });

  it('is called by what the one above does not say', () => {
    expect(nameOf('2026', 'ko')).toBe('2026년');
    expect(nameOf('2026-11', 'ko')).toBe('11월');
    expect(nameOf('2026-11-27', 'ko')).toBe('27일 (금)');
    expect(nameOf('2026-11', 'en')).toBe('November');
  });
});
