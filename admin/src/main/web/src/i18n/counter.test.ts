import { expect, test } from 'vitest';
import { boardInEnglish } from './board.en';
import { boardInKorean } from './board.ko';
import { counterInEnglish } from './counter.en';
import { counterInKorean } from './counter.ko';
import { orderInEnglish } from './order.en';
import { orderInKorean } from './order.ko';

/** Each key with what is put into its sentence. */
function placesOf(words: object, above = ''): string[] {
  return Object.entries(words).flatMap(([key, said]: [string, unknown]) => {
    if (typeof said === 'object' && said !== null) {
      return placesOf(said, `${above}${key}.`);
    }
    const places = [...String(said).matchAll(/%\{(\w+)\}/g)].map(([, name]) => name);
    return [`${above}${key}: ${[...new Set(places)].sort().join(' ')}`];
  });
}

test('both languages say the same things with the same figures in them', () => {
  for (const [korean, english] of [
    [counterInKorean, counterInEnglish],
    [orderInKorean, orderInEnglish],
    [boardInKorean, boardInEnglish],
  ] as const) {
    expect(placesOf(english).sort()).toEqual(placesOf(korean).sort());
  }
});
