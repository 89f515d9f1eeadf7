import { expect, test } from 'vitest';
import type { Dossier, DossierLine, OfferedDish } from '../../api/schema';
import { costOf, creditOf, isChangeable, isCorrectable, maySettle, settlingOf } from './difference';

function dossier(status: string, channel = 'APP'): Dossier {
  return { order: { status, channel } } as Pick<Dossier, 'order'> as Dossier;
}

const line = { amount: 27_000, waived: 0, quantity: 3 } as Partial<DossierLine> as DossierLine;
const dish = {
  price: 9_500,
  groups: [{ options: [{ id: 'egg', price: 500 }] }],
} as Partial<OfferedDish> as OfferedDish;

test('the difference is the new price for so many, less what the old ones cost', () => {
  expect(creditOf({ line, quantity: 2 })).toBe(18_000);
  expect(creditOf({ line: { ...line, waived: 3_000 }, quantity: 2 })).toBe(16_000);
  expect(costOf({ dish, optionIds: ['egg'], quantity: 2 })).toBe(20_000);
  expect([creditOf(undefined), costOf(undefined)]).toEqual([0, 0]);
});

test('an unpaid order is settled when it is paid, whatever it costs then', () => {
  expect(settlingOf(dossier('PENDING_PAYMENT', 'PHONE'), -500)).toBe('unpaid');
  expect([0, 500, -500].map((each) => settlingOf(dossier('PAID'), each))).toEqual([
    'none',
    'dearer',
    'cheaper',
  ]);
});

test('what costs the shop money is for whoever may give money back', () => {
  expect(maySettle('cheaper', '', false)).toBe(false);
  expect(maySettle('cheaper', '', true)).toBe(true);
  expect(maySettle('dearer', 'WAIVED', false)).toBe(false);
  expect(maySettle('dearer', 'WAIVED', true)).toBe(true);
});

test('what is dearer is settled in a way that somebody named', () => {
  expect(maySettle('dearer', '', true)).toBe(false);
  expect(maySettle('dearer', 'CASH', false)).toBe(true);
});

test('an order is changed until it is fetched, and corrected until it is ready', () => {
  const states = ['PENDING_PAYMENT', 'PAID', 'PREPARING', 'READY', 'COMPLETED', 'CANCELLED'];
  const app = states.map((status) => dossier(status));
  expect(app.map(isChangeable)).toEqual([false, true, true, true, false, false]);
  expect(app.map(isCorrectable)).toEqual([false, true, true, false, false, false]);
  expect(isChangeable(dossier('PENDING_PAYMENT', 'COUNTER'))).toBe(true);
  expect(isCorrectable(dossier('PENDING_PAYMENT', 'PHONE'))).toBe(true);
});
