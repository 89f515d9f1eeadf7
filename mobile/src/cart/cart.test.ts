import { describe, expect, test } from 'vitest';
import type { MenuDetail, OptionGroup } from '../api/schema';
import {
  add,
  each,
  isComplete,
  linesOf,
  recheck,
  reprice,
  setQuantity,
  toggle,
  toOrder,
  total,
  unsoldAt,
  type Cart,
} from './cart';

const stew = { menuId: 'stew', name: '김치찌개', price: 9000, quantity: 1, options: [] };
const rice = { id: 'rice', name: '곱빼기', price: 1000 };
const empty: Cart = { storeId: 'shop', storeName: '종로 김치찌개', lines: [] };

function group(minChoices: number, maxChoices: number, ...ids: string[]): OptionGroup {
  const options = ids.map((id) => ({ id, name: id, price: 1000, soldOut: false }));
  return { id: 'group', name: '밥', minChoices, maxChoices, options };
}

function dish(changes: Partial<MenuDetail> = {}): MenuDetail {
  return {
    id: 'stew',
    storeId: 'shop',
    name: '김치찌개',
    description: '',
    category: 'KOREAN',
    categoryName: '한식',
    price: 9000,
    imageUrl: null,
    soldOut: false,
    tags: [],
    optionGroups: [],
    allergens: [],
    origin: null,
    ...changes,
  };
}

describe('a cart', () => {
  test('has one line for the same dish with the same options, in whatever order they were chosen', () => {
    const egg = { id: 'egg', name: '달걀', price: 500 };
    const twice = add(add(empty, { ...stew, options: [rice, egg] }), {
      ...stew,
      quantity: 2,
      options: [egg, rice],
    });
    expect(twice.lines).toHaveLength(1);
    expect(twice.lines[0]?.quantity).toBe(3);
    expect(add(twice, stew).lines).toHaveLength(2);
  });

  test('costs its dishes with their options, times their quantity', () => {
    const cart = add(add(empty, { ...stew, quantity: 2, options: [rice] }), stew);
    expect(cart.lines.map(each)).toEqual([10_000, 9000]);
    expect(total(cart)).toBe(29_000);
  });

  test('loses a line at quantity 0 and takes no more than 99 portions of one', () => {
    const cart = add(empty, stew);
    expect(setQuantity(cart, 0, 0).lines).toEqual([]);
    expect(setQuantity(cart, 0, 1000).lines[0]?.quantity).toBe(99);
  });

  test('becomes an order of ids and quantities: prices are the shop’s business', () => {
    const cart = add(empty, { ...stew, options: [rice] });
    expect(toOrder(cart, null, '  ')).toEqual({
      storeId: 'shop',
      items: [{ menuId: 'stew', quantity: 1, optionIds: ['rice'] }],
    });
    expect(toOrder(cart, '2026-11-26T03:00:00Z', ' 덜 맵게 ')).toMatchObject({
      pickupAt: '2026-11-26T03:00:00Z',
      note: '덜 맵게',
    });
  });
});

describe('a choice of options', () => {
  test('of a group of one replaces the one before, and cannot be taken back', () => {
    const one = group(1, 1, 'a', 'b');
    const chosen = toggle(one, toggle(one, new Set(), 'a'), 'b');
    expect([...chosen]).toEqual(['b']);
    expect([...toggle(one, chosen, 'b')]).toEqual(['b']);
  });

  test('of at most one that is optional can be taken back', () => {
    const optional = group(0, 1, 'a', 'b');
    const chosen = toggle(optional, new Set(['a']), 'b');
    expect([...chosen]).toEqual(['b']);
    expect([...toggle(optional, chosen, 'b')]).toEqual([]);
  });

  test('stops at the most that the group allows', () => {
    const two = group(0, 2, 'a', 'b', 'c');
    expect([...toggle(two, new Set(['a', 'b']), 'c')]).toEqual(['a', 'b']);
  });

  test('is complete when each group has as many as it wants', () => {
    const groups = [group(1, 2, 'a', 'b'), group(0, 1, 'x')];
    expect(isComplete(groups, new Set())).toBe(false);
    expect(isComplete(groups, new Set(['a']))).toBe(true);
    expect(isComplete(groups, new Set(['a', 'b', 'x']))).toBe(true);
  });
});

test('a cart takes over the prices of the order that was made of it', () => {
  const cart = add(empty, { ...stew, quantity: 2, options: [rice] });
  const item = {
    menuId: 'stew',
    name: '김치찌개',
    quantity: 2,
    unitPrice: 9500,
    options: [rice],
    amount: 21_000,
  };
  const [now, changes] = reprice(cart, [item]);
  expect(total(now)).toBe(21_000);
  expect(changes).toEqual([{ kind: 'price', name: '김치찌개', before: 10_000, after: 10_500 }]);
  expect(reprice(now, [item])[1]).toEqual([]);
});

describe('a cart that is checked once more', () => {
  const cart = add(empty, { ...stew, quantity: 2 });
  const check = (now: Cart, ...dishes: MenuDetail[]) =>
    recheck(now, new Map(dishes.map((found) => [found.id, found])));

  test('stays as it is when nothing has changed', () => {
    expect(check(cart, dish())).toEqual([cart, []]);
  });

  test('takes over a new price and says both', () => {
    const [now, changes] = check(cart, dish({ price: 9500 }));
    expect(total(now)).toBe(19_000);
    expect(changes).toEqual([{ kind: 'price', name: '김치찌개', before: 9000, after: 9500 }]);
  });

  test.each([
    ['gone', []],
    ['soldOut', [dish({ soldOut: true })]],
  ] as const)('loses a dish that is %s', (kind, dishes) => {
    expect(check(cart, ...dishes)).toEqual([{ ...cart, lines: [] }, [{ kind, name: '김치찌개' }]]);
  });

  test('loses a line whose option went, and one that lacks an option which is now required', () => {
    const withRice = add(empty, { ...stew, options: [rice] });
    expect(check(withRice, dish())[1]).toEqual([{ kind: 'options', name: '김치찌개' }]);
    expect(check(cart, dish({ optionGroups: [group(1, 1, 'a')] }))[1]).toEqual([
      { kind: 'options', name: '김치찌개' },
    ]);
  });

  test('takes over what an option costs now', () => {
    const withRice = add(empty, { ...stew, options: [{ ...rice, price: 700 }] });
    const [now, changes] = check(withRice, dish({ optionGroups: [group(0, 1, 'rice')] }));
    expect(total(now)).toBe(10_000);
    expect(changes).toMatchObject([{ kind: 'price', before: 9700, after: 10_000 }]);
  });
});

test('what was ordered goes into a cart again, and the same dish is one line', () => {
  const options = [rice];
  const items = [
    { menuId: 'stew', name: '김치찌개', quantity: 2, unitPrice: 9000, options, amount: 20000 },
    { menuId: 'stew', name: '김치찌개', quantity: 1, unitPrice: 9000, options: [], amount: 9000 },
  ];
  const cart = linesOf({ items }).reduce(add, add(empty, stew));
  expect(cart.lines.map(({ quantity }) => quantity)).toEqual([2, 2]);
  expect(total(cart)).toBe(38_000);
});

describe('a cart with what is sold at times', () => {
  const availability = {
    now: false,
    soldOut: false,
    windows: [{ days: [1, 2, 3, 4, 5], from: '11:00', until: '14:00' }],
  };
  const cart = add(empty, stew);

  test('keeps it for later, and loses what is gone whatever the time', () => {
    const later = new Map([['stew', dish({ soldOut: true, availability })]]);
    expect(recheck(cart, later)).toEqual([cart, []]);
    const gone = dish({ soldOut: true, availability: { ...availability, soldOut: true } });
    expect(recheck(cart, new Map([['stew', gone]]))[1]).toEqual([
      { kind: 'soldOut', name: '김치찌개' },
    ]);
  });

  test('names what cannot be fetched at a moment', () => {
    const dishes = new Map([['stew', dish({ soldOut: true, availability })]]);
    const names = (seoul: string) =>
      unsoldAt(cart, dishes, new Date(`${seoul}+09:00`)).map(({ name }) => name);
    expect(names('2026-06-01T10:59:59')).toEqual(['김치찌개']);
    expect(names('2026-06-01T11:00:00')).toEqual([]);
  });
});
