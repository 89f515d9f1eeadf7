import { expect, test } from 'vitest';
import { forgetAll, memory } from './memory';

test('an answer that comes after the log-out is not remembered', () => {
  memory().set('stores', ['a shop']);
  const whenAsked = memory();
  forgetAll();
  whenAsked.set('orders', ["somebody's order"]);
  expect(memory().size).toBe(0);
});
