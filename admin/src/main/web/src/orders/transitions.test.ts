import { expect, test } from 'vitest';
import { stepsOf } from './transitions';

test('what is over, or not paid, is moved by nobody here', () => {
  for (const status of ['PENDING_PAYMENT', 'COMPLETED', 'CANCELLED', 'EXPIRED'] as const) {
    expect(stepsOf(status)).toEqual([]);
  }
});

test('what the kitchen has can take longer; what stands on the counter cannot', () => {
  const kinds = (status: 'PAID' | 'ACCEPTED' | 'PREPARING' | 'READY') =>
    stepsOf(status).map(({ kind }) => kind);
  expect(kinds('PAID')).toEqual(['move', 'delay', 'cancel']);
  expect(kinds('ACCEPTED')).toEqual(['move', 'delay', 'cancel']);
  expect(kinds('PREPARING')).toEqual(['move', 'delay', 'cancel']);
  expect(kinds('READY')).toEqual(['move', 'cancel']);
});
