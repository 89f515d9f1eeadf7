import { describe, expect, it } from 'vitest';
import { changeOf, dayAfter, midnightOf, shareOf, todayInSeoul } from './change';

describe('what changed since last week', () => {
  it('is said in per cent of what it was', () => {
    expect(changeOf(12, 10)).toEqual({ direction: 'up', percent: 20 });
    expect(changeOf(5, 10)).toEqual({ direction: 'down', percent: 50 });
    expect(changeOf(10, 10)).toEqual({ direction: 'same', percent: 0 });
  });

  it('divides by nothing that is not there', () => {
    expect(changeOf(3, 0)).toEqual({ direction: 'up', percent: null });
    expect(changeOf(3, null)).toEqual({ direction: 'unknown', percent: null });
    expect(shareOf(0, 0)).toBeNull();
  });

  it('goes by the days of Seoul', () => {
    expect(todayInSeoul(new Date('2026-03-17T15:00:00Z'))).toBe('2026-03-18');
    expect(todayInSeoul(new Date('2026-03-17T14:59:59Z'))).toBe('2026-03-17');
    expect(midnightOf('2026-03-18')).toBe('2026-03-17T15:00:00.000Z');
    expect(dayAfter('2026-02-28')).toBe('2026-03-01');
  });
});
