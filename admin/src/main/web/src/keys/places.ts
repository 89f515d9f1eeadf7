/** What `g` and a letter opens. A letter is that of the English name, or the nearest that was left. */
export const PLACES: readonly (readonly [letter: string, path: string])[] = [
  ['b', '/board'],
  ['c', '/counter'],
  ['o', '/orders'],
  ['m', '/menus'],
  ['s', '/stores'],
  ['k', '/daily_stock'],
  ['u', '/users'],
  ['r', '/refunds'],
  ['p', '/payments'],
  ['d', '/settlement'],
  ['n', '/notices'],
  ['l', '/audit_log'],
  ['a', '/profile'],
];
