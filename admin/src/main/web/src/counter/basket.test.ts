import { expect, test } from 'vitest';
import type { OfferedDish, OfferedGroup } from '../api/schema';
import {
  type Entry,
  isChosenRight,
  isOffered,
  itemsOf,
  totalOf,
  troubleOf,
  withOneMore,
  withOption,
  withQuantity,
} from './basket';

function group(id: string, minChoices: number, maxChoices: number, options: string[]) {
  return {
    id,
    name: id,
    minChoices,
    maxChoices,
    options: options.map((each) => ({ id: each, name: each, price: 500, soldOut: false })),
  } satisfies OfferedGroup;
}

function dish(menuId: string, price: number, change: Partial<OfferedDish> = {}): OfferedDish {
  return {
    menuId,
    name: menuId,
    category: '한식',
    price,
    remaining: null,
    soldOut: false,
    onSale: true,
    groups: [],
    ...change,
  };
}

const SIZE = group('size', 1, 1, ['small', 'large']);
const EXTRAS = group('extras', 0, 2, ['egg', 'rice', 'kimchi']);
const SOUP = dish('soup', 8_000, { groups: [SIZE, EXTRAS] });
const TEA = dish('tea', 2_000, { remaining: 3 });

test('a basket costs its dishes and their options, as often as they are in it', () => {
  const soups = withOneMore(withOneMore([], SOUP, ['large', 'egg']), SOUP, ['egg', 'large']);
  const basket = withOneMore(soups, TEA, []);
  expect(itemsOf(basket)).toEqual([
    { menuId: 'soup', quantity: 2, optionIds: ['egg', 'large'] },
    { menuId: 'tea', quantity: 1, optionIds: [] },
  ]);
  expect(totalOf([SOUP, TEA], basket)).toBe(20_000);
});

test('what has left the menu costs nothing and cannot be ordered', () => {
  const basket = withOneMore([], TEA, []);
  const [entry] = basket;
  expect(totalOf([SOUP], basket)).toBe(0);
  expect(entry && troubleOf([SOUP], basket, entry, false)).toEqual({ kind: 'gone' });
});

test('where one may be chosen the other gives way, where two may the third is not taken', () => {
  expect(withOption(SIZE, ['small', 'egg'], 'large')).toEqual(['egg', 'large']);
  expect(withOption(EXTRAS, ['egg', 'rice'], 'kimchi')).toEqual(['egg', 'rice']);
  expect(withOption(EXTRAS, ['egg', 'rice'], 'egg')).toEqual(['rice']);
});

test('a choice is right when each group has as many as it asks for and none has run out', () => {
  expect(isChosenRight(SOUP, [])).toBe(false);
  expect(isChosenRight(SOUP, ['small'])).toBe(true);
  expect(isChosenRight(SOUP, ['small', 'large'])).toBe(false);
  expect(isChosenRight(SOUP, ['small', 'nothing'])).toBe(false);
  const without = { ...SIZE, options: SIZE.options.map((each) => ({ ...each, soldOut: true })) };
  expect(isChosenRight({ ...SOUP, groups: [without] }, ['small'])).toBe(false);
});

test('what is sold at another time of day can be had for that time', () => {
  const evening = dish('steak', 20_000, { onSale: false });
  expect(isOffered(evening, false)).toBe(false);
  expect(isOffered(evening, true)).toBe(true);
  expect(isOffered({ ...evening, soldOut: true }, true)).toBe(false);
});

test('no more than is left, counted over all entries of the dish', () => {
  const two: Entry = { menuId: 'tea', name: 'tea', optionIds: [], quantity: 2 };
  expect(troubleOf([TEA], [two, { ...two }], two, false)).toEqual({ kind: 'tooMany', left: 3 });
  expect(troubleOf([TEA], [two], two, false)).toBeNull();
});

test('none takes an entry out, and what is no number changes nothing', () => {
  const entry: Entry = { menuId: 'tea', name: 'tea', optionIds: [], quantity: 1 };
  const basket = [entry];
  expect(withQuantity(basket, entry, 0)).toEqual([]);
  expect(withQuantity(basket, entry, Number.NaN)[0]?.quantity).toBe(1);
  expect(withQuantity(basket, entry, 2.9)[0]?.quantity).toBe(2);
});
