import { expect, it } from 'vitest';
import { type Press, sequences, strokeOf } from './strokes';

const press = (some: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...some,
});

it.each([
  [press({ key: 'j', code: 'KeyJ' }), 'j'],
  // The keyboard is on Korean.
  [press({ key: 'ㅓ', code: 'KeyJ' }), 'j'],
  // Another layout: the letter counts, not where it is.
  [press({ key: 'j', code: 'KeyC' }), 'j'],
  [press({ key: '?', code: 'Slash', shiftKey: true }), '?'],
  [press({ key: '/', code: 'Slash' }), '/'],
  [press({ key: 'k', code: 'KeyK', ctrlKey: true }), 'mod+k'],
  [press({ key: 'K', code: 'KeyK', metaKey: true }), 'mod+k'],
  [press({ key: 'ㅏ', code: 'KeyK', ctrlKey: true }), 'mod+k'],
  [press({ key: 'ArrowDown', code: 'ArrowDown' }), 'ArrowDown'],
])('%o is %s', (pressed, stroke) => {
  expect(strokeOf(pressed)).toBe(stroke);
});

it.each([
  ['a syllable is being composed', press({ key: 'ㅓ', code: 'KeyJ', isComposing: true })],
  ['the input method has the key', press({ key: 'Process', code: 'KeyJ' })],
  ['the system means something with Alt', press({ key: 'n', code: 'KeyN', altKey: true })],
  ['the browser does with Shift', press({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true })],
  ['a capital letter is none', press({ key: 'N', code: 'KeyN', shiftKey: true })],
])('nothing is meant where %s', (_, pressed) => {
  expect(strokeOf(pressed)).toBeUndefined();
});

it('two in a row are a sequence when the second comes soon', () => {
  const read = sequences(new Set(['g']));

  expect(read('o', 0)).toBe('o');
  expect(read('g', 1_000)).toBe('g');
  expect(read('o', 1_500)).toBe('g o');
  expect(read('o', 1_600)).toBe('o');
  expect(read('g', 2_000)).toBe('g');
  expect(read('o', 4_000)).toBe('o');
});
