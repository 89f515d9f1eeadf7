import { expect, it } from 'vitest';
import { entryOf, isAnother } from './build';

const page = (script: string) =>
  `<head><script type="module" crossorigin src="${script}" nonce="x"></script></head>`;
const serves = (status: number, body: string) => () =>
  Promise.resolve(new Response(body, { status }));

it('a page is known by the script that it begins with', () => {
  expect(entryOf(page('/assets/index-a1.js'))).toBe('/assets/index-a1.js');
  expect(entryOf('<script src="/a.js" type="module"></script>')).toBe('/a.js');
  expect(entryOf('<p>502</p>')).toBeUndefined();
});

it('another script is another version', async () => {
  expect(await isAnother('/a.js', serves(200, page('/b.js')))).toBe(true);
  expect(await isAnother('/a.js', serves(200, page('/a.js')))).toBe(false);
});

it('an error of a proxy, or no network, is none', async () => {
  expect(await isAnother('/a.js', serves(502, page('/b.js')))).toBe(false);
  expect(await isAnother('/a.js', serves(200, '<p>hotel wifi</p>'))).toBe(false);
  expect(await isAnother('/a.js', () => Promise.reject(new TypeError('offline')))).toBe(false);
});
