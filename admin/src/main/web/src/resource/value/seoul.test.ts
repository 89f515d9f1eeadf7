import { expect, test } from 'vitest';
import { daysOfInstants, fromSeoul, instantsOfDays, seoulDay, toSeoul } from './seoul';

test('a time in Seoul is nine hours before it in UTC', () => {
  expect(fromSeoul('2026-11-25T08:30')).toBe('2026-11-24T23:30:00.000Z');
  expect(toSeoul('2026-11-24T23:30:00Z')).toBe('2026-11-25T08:30');
});

test('what is no time is none', () => {
  expect(fromSeoul('')).toBeNull();
  expect(fromSeoul('soon')).toBeNull();
  expect(toSeoul(null)).toBe('');
});

test('the day changes at midnight in Seoul', () => {
  expect(seoulDay(0, Date.parse('2026-11-25T15:00:00Z'))).toBe('2026-11-26');
  expect(seoulDay(-6, Date.parse('2026-11-25T14:59:00Z'))).toBe('2026-11-19');
});

test('a range of days holds all of its last day, and comes back as it was', () => {
  const days = { from: '2026-11-24', to: '2026-11-25' };
  const instants = instantsOfDays(days);
  expect(instants).toEqual({ from: '2026-11-23T15:00:00.000Z', to: '2026-11-25T15:00:00.000Z' });
  expect(daysOfInstants(instants)).toEqual(days);
});

test('a range may be open at either end', () => {
  expect(instantsOfDays({ from: '2026-11-24' })).toEqual({ from: '2026-11-23T15:00:00.000Z' });
  expect(daysOfInstants({ to: '2026-11-25T15:00:00.000Z' })).toEqual({ to: '2026-11-25' });
});
