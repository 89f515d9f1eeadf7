import { describe, expect, test, vi } from 'vitest';
import { Kept } from '../testing/Kept';
import { attempt } from './attempt';
import { Refused } from './problem';

async function keysOf(failure: Refused, bodies: unknown[]): Promise<string[]> {
  const storage = new Kept();
  const keys: string[] = [];
  for (const body of bodies) {
    const sending = attempt(
      'order',
      body,
      (key) => {
        keys.push(key);
        return Promise.reject(failure);
      },
      storage,
    );
    await expect(sending).rejects.toBe(failure);
  }
  return keys;
}

describe('an attempt', () => {
  test.each([
    ['no answer', new Refused(0)],
    ['a fault of the Server', new Refused(503)],
    ['too many at once', new Refused(429)],
    ['a session that ended', new Refused(401)],
  ])('keeps its key after %s', async (_, failure) => {
    const [first, second] = await keysOf(failure, [{ a: 1 }, { a: 1 }]);
    expect(second).toBe(first);
  });

  test('waits for an earlier sending and then has its answer', async () => {
    vi.useFakeTimers();
    const keys: string[] = [];
    const answer = attempt(
      'order',
      {},
      (key) => {
        keys.push(key);
        return keys.length < 3
          ? Promise.reject(new Refused(409, { code: 'IDEMPOTENCY_KEY_IN_USE' }))
          : Promise.resolve('the order');
      },
      new Kept(),
    );
    await vi.advanceTimersByTimeAsync(5_000);
    await expect(answer).resolves.toBe('the order');
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
    vi.useRealTimers();
  });

  test('does not wait for ever for an earlier sending, and keeps its key', async () => {
    vi.useFakeTimers();
    const storage = new Kept();
    const busy = new Refused(409, { code: 'IDEMPOTENCY_KEY_IN_USE' });
    const answer = expect(attempt('order', {}, () => Promise.reject(busy), storage)).rejects.toBe(
      busy,
    );
    await vi.advanceTimersByTimeAsync(80_000);
    await answer;
    expect(storage.length).toBe(1);
    vi.useRealTimers();
  });

  test('that was refused is over: the next one is another', async () => {
    const soldOut = new Refused(409, { code: 'SOLD_OUT' });
    const [first, second] = await keysOf(soldOut, [{ a: 1 }, { a: 1 }]);
    expect(second).not.toBe(first);
  });

  test('with another body is another', async () => {
    const [first, second] = await keysOf(new Refused(0), [{ a: 1 }, { a: 2 }]);
    expect(second).not.toBe(first);
  });

  test('that succeeded leaves nothing behind', async () => {
    const storage = new Kept();
    await expect(attempt('order', {}, (key) => Promise.resolve(key), storage)).resolves.toMatch(
      /^[0-9a-f-]{36}$/,
    );
    expect(storage.length).toBe(0);
  });
});
