import { beforeEach, expect, test, vi } from 'vitest';
import { leave } from './api/memory';
import { installation } from './installation';
import { Kept } from './testing/Kept';

beforeEach(() => {
  vi.stubGlobal('localStorage', new Kept());
  vi.stubGlobal('sessionStorage', new Kept());
});

test('an installation stays the same, also when somebody logs out', () => {
  const first = installation();
  leave();

  expect(installation()).toBe(first);
});

test('two installations are not the same', () => {
  const one = installation();
  localStorage.clear();

  expect(installation()).not.toBe(one);
});
