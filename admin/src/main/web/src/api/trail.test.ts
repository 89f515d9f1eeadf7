import { expect, test } from 'vitest';
import { type Fetch, Trail } from './trail';

/** A list of the numbers from 1; a cursor is how many were passed. */
function list(length: number) {
  const asked: string[] = [];
  const fetch: Fetch = (cursor, limit) => {
    asked.push(`${cursor ?? '0'}+${limit}`);
    const from = Number(cursor ?? 0);
    const items = Array.from({ length: Math.max(0, Math.min(limit, length - from)) }, (_, i) => ({
      id: String(from + i + 1),
    }));
    const end = from + limit;
    return Promise.resolve({
      items,
      nextCursor: end < length ? String(end) : null,
      estimatedTotal: length,
    });
  };
  return { asked, fetch };
}

test('pages one after the other take one request each', async () => {
  const { asked, fetch } = list(70);
  const trail = new Trail(25);
  await trail.page(1, fetch);
  await trail.page(2, fetch);
  const last = await trail.page(3, fetch);
  expect(asked).toEqual(['0+25', '25+25', '50+25']);
  expect(last.items.map(({ id }) => id)).toHaveLength(20);
  expect(last.nextCursor).toBeNull();
});

test('a page opened by its number is walked to in large steps', async () => {
  const { asked, fetch } = list(1_000);
  const page = await new Trail(50).page(6, fetch);
  expect(page.items[0]?.id).toBe('251');
  expect(asked).toEqual(['0+100', '100+100', '200+50', '250+50']);
});

test('a page beyond the end is empty', async () => {
  const { fetch } = list(30);
  expect((await new Trail(25).page(9, fetch)).items).toEqual([]);
});

test('a page absurdly far away is not walked to', async () => {
  const { asked, fetch } = list(10_000);
  expect((await new Trail(100).page(90, fetch)).items).toEqual([]);
  expect(asked).toEqual([]);
});
