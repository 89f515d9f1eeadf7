import { describe, expect, test } from 'vitest';
import { attempt } from './attempt';
import { Refused } from './problem';

/** A storage of the page's, which Node has not. */
class Kept implements Storage {
  private readonly values = new Map<string, string>();
  get length(): number {
    return this.values.size;
  }
  clear(): void {
    this.values.clear();
  }
  getItem(name: string): string | null {
    return this.values.get(name) ?? null;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  removeItem(name: string): void {
    this.values.delete(name);
  }
  setItem(name: string, value: string): void {
    this.values.set(name, value);
  }
}

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
    ['the first one still running', new Refused(409, { code: 'IDEMPOTENCY_KEY_IN_USE' })],
    ['a session that ended', new Refused(401)],
  ])('keeps its key after %s', async (_, failure) => {
    const [first, second] = await keysOf(failure, [{ a: 1 }, { a: 1 }]);
    expect(second).toBe(first);
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
