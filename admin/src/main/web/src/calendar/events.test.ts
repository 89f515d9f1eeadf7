import { expect, test } from 'vitest';
import type { ShopCalendar } from '../api/schema';
import { eventsOf, firstHour, loadOf } from './events';

const night = {
  opensAt: '2026-11-27T11:00:00Z',
  closesAt: '2026-11-27T17:00:00Z',
  cutoffAt: '2026-11-27T16:30:00Z',
  capacity: 2,
  slots: [
    { at: '2026-11-27T11:10:00Z', taken: 2 },
    { at: '2026-11-27T11:20:00Z', taken: 1 },
  ],
};
const calendar: ShopCalendar = {
  name: '한솥',
  days: [{ day: '2026-11-27', closed: false, reason: null, taken: 3, sessions: [night] }],
  stranded: [],
};
const words = { closed: '휴무', session: () => '영업', special: () => '특별' };
const nothing = { storeClosures: [], storeDays: [] };

test('a session that goes over midnight is drawn at the times of Seoul', () => {
  const [session, cutoff] = eventsOf(calendar, nothing, {}, words);
  expect(session).toMatchObject({ start: '2026-11-27T20:00', end: '2026-11-28T02:00' });
  expect(cutoff).toMatchObject({ start: '2026-11-28T01:30', display: 'background' });
});

test('a closure is drawn to its last day, and only where it is in view', () => {
  const closures = [
    { fromDay: '2026-11-20', toDay: '2026-11-27', reason: '공사' },
    { fromDay: '2026-12-24', toDay: '2026-12-24', reason: '' },
  ];
  const drawn = eventsOf(
    calendar,
    { ...nothing, storeClosures: closures },
    { '2026-12-25': ['성탄절'] },
    words,
  );
  expect(drawn.filter(({ allDay }) => allDay)).toMatchObject([
    { title: '휴무: 공사', start: '2026-11-20', end: '2026-11-28' },
  ]);
});

test('a special day stands over its sessions, which look otherwise', () => {
  const usual = { cutoffMinutes: null, slotCapacity: null, hours: [] };
  const storeDays = [
    { ...usual, day: '2026-11-27' },
    { ...usual, day: '2026-12-24' },
  ];
  const drawn = eventsOf(calendar, { ...nothing, storeDays }, {}, words);
  expect(drawn.filter(({ allDay }) => allDay)).toMatchObject([
    { title: '특별', start: '2026-11-27', classNames: ['special'] },
  ]);
  expect(drawn[0]).toMatchObject({ classNames: ['session', 'unusual'] });
});

test('a session that goes on at midnight has no last order', () => {
  const on = { ...night, cutoffAt: null };
  const days = [{ day: '2026-11-27', closed: false, reason: null, taken: 3, sessions: [on] }];
  expect(eventsOf({ ...calendar, days }, nothing, {}, words)).toHaveLength(1);
});

test('a full slot is counted', () => {
  expect(loadOf(night)).toEqual({ taken: 3, full: 1 });
});

test('a shop that is open at night is drawn from midnight on', () => {
  expect(firstHour(calendar)).toBe('00:00:00');
  expect(firstHour({ ...calendar, days: [] })).toBe('08:00:00');
});
