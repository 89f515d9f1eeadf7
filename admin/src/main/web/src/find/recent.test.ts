import { beforeEach, expect, it } from 'vitest';
import { forgetSeen, isNoPerson, keepSeen, seenBy, withSeen } from './recent';

/** As much of a browser's storage as there is to it. */
class Shelf {
  [key: string]: unknown;
  getItem(key: string) {
    return typeof this[key] === 'string' ? this[key] : null;
  }
  setItem(key: string, value: string) {
    this[key] = value;
  }
  removeItem(key: string) {
    Reflect.deleteProperty(this, key);
  }
}

let store: Storage;

beforeEach(() => {
  store = new Shelf() as unknown as Storage;
});

it('the last ten are kept, the newest first and each once', () => {
  let seen = withSeen([], '/menus');
  for (let i = 0; i < 12; i++) {
    seen = withSeen(seen, `/menus/${i}`);
  }
  seen = withSeen(seen, '/menus/5');

  expect(seen).toHaveLength(10);
  expect(seen[0]?.path).toBe('/menus/5');
  expect(seen.filter(({ path }) => path === '/menus/5')).toHaveLength(1);
});

it('what is seen again keeps its title', () => {
  expect(withSeen([{ path: '/a' }, { path: '/menus/1', title: '비빔밥' }], '/menus/1')[0]).toEqual({
    path: '/menus/1',
    title: '비빔밥',
  });
});

it('each person has their own, and what somebody else left goes', () => {
  keepSeen('kim', [{ path: '/menus' }], store);
  expect(seenBy('lee', store)).toEqual([]);

  keepSeen('lee', [{ path: '/orders' }], store);

  expect(seenBy('lee', store)).toEqual([{ path: '/orders' }]);
  expect(seenBy('kim', store)).toEqual([]);
});

it('nothing is left after signing out, and what is not of it stays', () => {
  keepSeen('kim', [{ path: '/menus' }], store);
  store.setItem('ojeomneo.language', 'en');

  forgetSeen(store);

  expect(Object.keys(store)).toEqual(['ojeomneo.language']);
});

it('no title is kept that may be of a person', () => {
  expect(isNoPerson({ name: 'menus', group: 'CATALOGUE' })).toBe(true);
  expect(isNoPerson({ name: 'orders', group: 'ORDERS' })).toBe(true);
  expect(isNoPerson({ name: 'users', group: 'CUSTOMERS' })).toBe(false);
  expect(isNoPerson({ name: 'staff', group: 'STAFF' })).toBe(false);
  expect(isNoPerson({ name: 'refunds', group: 'ORDERS' })).toBe(false);
});

it('what is no list of them is none', () => {
  for (const kept of ['{', '1', '[1, {"path": 3}, {"path": "https://elsewhere"}]']) {
    store.setItem('ojeomneo.recent.kim', kept);
    expect(seenBy('kim', store)).toEqual([]);
  }
});
