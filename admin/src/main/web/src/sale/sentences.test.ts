import { expect, test } from 'vitest';
import type { DishSale } from '../api/schema';
import { sentences } from './sentences';

const sale: DishSale = {
  at: '2026-06-01T03:00:00Z',
  listed: true,
  inTime: true,
  price: 9500,
  nextSaleAt: null,
  nextPriceAt: null,
  times: { ko: '월–금 11:00–14:00', en: 'Mon–Fri 11:00–14:00' },
};

function say(key: string, options: Record<string, string> = {}): string {
  return [key.replace('ojeomneo.sale.', ''), ...Object.values(options)].join(' | ');
}

test('what is sold is said with its price and its hours', () => {
  expect(sentences(sale, say, 'en')).toEqual([
    'sold | Jun 1, 2026, 12:00 PM | ₩9,500',
    'times | Mon–Fri 11:00–14:00',
  ]);
});

test('what is not sold then says when it is, and what changes', () => {
  const later = {
    ...sale,
    listed: false,
    inTime: false,
    nextSaleAt: '2026-06-02T02:00:00Z',
    nextPriceAt: '2026-07-01T00:00:00Z',
  };
  expect(sentences(later, say, 'en').map((each) => each.split(' | ')[0])).toEqual([
    'unlisted',
    'notSold',
    'times',
    'next',
    'nextPrice',
  ]);
});
