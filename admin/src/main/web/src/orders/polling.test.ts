import { expect, test } from 'vitest';
import type { Dossier } from '../api/schema';
import { isSettled, pauseAfter } from './polling';

type Part = Pick<Dossier, 'refunds' | 'attempts' | 'check'>;

function dossier(refund: string, attempt: string, check: boolean, atTill = false): Dossier {
  const now = '2026-11-25T03:00:00Z';
  return {
    refunds: [{ status: refund, atTill }],
    attempts: [{ status: attempt }],
    check: check ? { askedAt: now, checkAt: now, tries: 0 } : null,
  } as Part as Dossier;
}

test('all is settled when money has come and gone', () => {
  expect(isSettled(dossier('DONE', 'DONE', false))).toBe(true);
  expect(isSettled(dossier('DONE', 'FAILED', false))).toBe(true);
});

test('a refund that is under way or tried again, an unclear payment and a look are not settled', () => {
  expect(isSettled(dossier('PENDING', 'DONE', false))).toBe(false);
  expect(isSettled(dossier('FAILED', 'DONE', false))).toBe(false);
  expect(isSettled(dossier('DONE', 'OPEN', false))).toBe(false);
  expect(isSettled(dossier('DONE', 'DONE', true))).toBe(false);
});

test('money that goes back at the till waits for people', () => {
  expect(isSettled(dossier('PENDING', 'DONE', false, true))).toBe(true);
});

test('it is asked again soon at first, then ever later, and at least twice a minute', () => {
  const pauses = Array.from({ length: 40 }, (_, unchanged) => pauseAfter(unchanged));
  expect(pauses.slice(0, 3)).toEqual([1000, 1500, 2250]);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses.at(-1)).toBe(30_000);
});
