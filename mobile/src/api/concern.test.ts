import { expect, test } from 'vitest';
import { namesOf } from './changes';
import { concerns } from './concern';

test('a shop is asked for again when it or a dish of it changed, and no other', () => {
  expect(concerns(['menus:a'], 'shop', 'a')).toBe(true);
  expect(concerns(['menus:b', 'config'], 'shop', 'a')).toBe(false);
});

test('a dish is asked for again when its options changed', () => {
  expect(concerns(['menu:d'], 'dish', 'd')).toBe(true);
  expect(concerns(['menu:e'], 'dish', 'd')).toBe(false);
});

test('what may be anything concerns the catalogue, and nothing of a person', () => {
  expect(concerns(['all'], 'stores', undefined)).toBe(true);
  expect(concerns(['all'], 'categories', undefined)).toBe(true);
  expect(concerns(['all'], 'devices', undefined)).toBe(false);
});

test('what a newer Server says is everything', () => {
  expect(namesOf('{"tags":["config",1]}')).toEqual(['config']);
  expect(namesOf('{"names":[]}')).toEqual(['all']);
  expect(namesOf('x')).toEqual(['all']);
});
