import { expect, test } from 'vitest';
import { Refused } from '../api/problem';
import { attemptAnswered, attemptKey, isUnanswered } from './attemptKey';

function memory(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    clear: () => held.clear(),
    getItem: (key) => held.get(key) ?? null,
    key: (index) => [...held.keys()][index] ?? null,
    removeItem: (key) => void held.delete(key),
    setItem: (key, value) => void held.set(key, value),
  };
}

test('a refund keeps its key until it is answered, and the next has another', () => {
  const storage = memory();
  const key = attemptKey('order', storage);
  expect(attemptKey('order', storage)).toBe(key);
  attemptAnswered('order', storage);
  expect(attemptKey('order', storage)).not.toBe(key);
});

test('each order has its own', () => {
  const storage = memory();
  expect(attemptKey('one', storage)).not.toBe(attemptKey('another', storage));
});

test('a refusal is an answer; a broken connection and a failing server are none', () => {
  const refused = (status: number) => new Refused({ title: '', status, code: '' });
  expect([409, 422, 403].map((status) => isUnanswered(refused(status)))).toEqual([
    false,
    false,
    false,
  ]);
  expect([0, 500, 503].map((status) => isUnanswered(refused(status)))).toEqual([true, true, true]);
  expect(isUnanswered(new SyntaxError('half an answer'))).toBe(true);
});
