import { describe, expect, test } from 'vitest';
import { overlaps, weekOf } from './week';

/** Of `1 11:00 14:00`, in this order; which of them overlap. */
function overlapping(...sessions: string[]) {
  const week = weekOf(
    sessions.map((session) => {
      const [dayOfWeek = '', opensAt = '', closesAt = ''] = session.split(' ');
      return { dayOfWeek, opensAt, closesAt };
    }),
  );
  return Object.entries(week).flatMap(([day, spans]) =>
    spans
      .map(({ opensAt, closesAt }) => `${day} ${opensAt} ${closesAt}`)
      .filter((_, i) => overlaps(week, day, i)),
  );
}

describe('of sessions that overlap both are found', () => {
  test.each([
    [['1 11:00 14:00', '1 13:00 20:00']],
    [['1 11:00 20:00', '1 13:00 14:00']],
    [['1 11:00 14:00', '1 11:00 14:00']],
    [['1 22:00 03:00', '2 02:00 05:00']],
    [['1 02:00 05:00', '7 22:00 03:00']],
    [['1 09:00 09:00', '2 08:59 10:00']],
  ])('%j', (sessions) => {
    expect(overlapping(...sessions, '4 11:00 14:00')).toEqual(sessions);
  });
});

test('sessions may touch', () => {
  expect(overlapping('1 11:00 14:00', '1 14:00 20:00', '2 11:00 14:00')).toEqual([]);
  expect(overlapping('7 22:00 02:00', '1 02:00 05:00')).toEqual([]);
  expect(overlapping('7 09:00 09:00', '1 09:00 09:00', '2 09:00 09:00')).toEqual([]);
});

test('hours whose beginning is not typed yet overlap with none', () => {
  expect(overlapping('1 11:00 14:00', '1  13:00')).toEqual([]);
});
