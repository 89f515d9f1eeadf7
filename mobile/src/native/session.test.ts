/** A session in the shell of a store's app: what is kept where, and what the Server is asked. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cookie, KNOWN } from '../api/door';
import { Kept } from '../testing/Kept';
import { keyStoreDoor, knowAsKept, type Keys } from './keys';

class KeyStore implements Keys {
  secret: string | null = null;
  failing = false;
  read = () => Promise.resolve(this.secret);
  write = (secret: string) => {
    if (this.failing) {
      return Promise.reject(new Error('the phone was switched off'));
    }
    this.secret = secret;
    return Promise.resolve();
  };
  remove = () => {
    this.secret = null;
    return Promise.resolve();
  };
}

/** The shell has one page. */
class NoOtherTabs extends EventTarget {
  postMessage = () => undefined;
}

interface Asked {
  path: string;
  body: string;
  key: string | null;
  bearer: string | null;
}

let storage: Kept;
let keys: KeyStore;
let asked: Asked[];
/** What the Server answers next; else a session with the tokens access-N and refresh-N. */
let refusals: number[];

beforeEach(() => {
  storage = new Kept();
  keys = new KeyStore();
  asked = [];
  refusals = [];
  vi.stubEnv('VITE_SERVER', 'https://ojeomneo.example');
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('sessionStorage', new Kept());
  vi.stubGlobal('BroadcastChannel', NoOtherTabs);
  vi.stubGlobal('navigator', {
    userAgent: 'tests',
    locks: oneAtATime(),
  });
  vi.stubGlobal('fetch', answer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** As Web Locks are. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, work: () => unknown) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function answer(request: Request): Promise<Response> {
  const { headers, url } = request;
  asked.push({
    path: url,
    body: await request.text(),
    key: headers.get('Idempotency-Key'),
    bearer: headers.get('Authorization'),
  });
  const refusal = refusals.shift();
  if (refusal !== undefined) {
    return Response.json({ status: refusal }, { status: refusal });
  }
  if (url.endsWith('/logout')) {
    return new Response(null, { status: 204 });
  }
  const n = asked.length;
  const [accessToken, refreshToken] = [`access-${n}`, `refresh-${n}`];
  return Response.json({ accessToken, refreshToken, expiresIn: 900, user: { guest: true } });
}

/** The app, as if it had just been started. */
async function start() {
  vi.resetModules();
  const session = await import('../api/session');
  const { runIn } = await import('../shell');
  runIn({
    platform: 'android',
    door: keyStoreDoor(keys),
    checkout: (_order, address) => address,
    loginReturn: (address) => address,
    leave: () => undefined,
  });
  await knowAsKept(keys);
  return session;
}

test('the refresh token is in the key store and nowhere else', async () => {
  const session = await start();
  await session.beSomebody();
  expect(asked[0]?.path).toBe('https://ojeomneo.example/ojeomneo/v1/auth/guest');
  expect(keys.secret).toBe('refresh-1');
  expect([...storage.items.values()].join()).not.toContain('refresh-1');
  expect(await session.token()).toBe('access-1');
});

test('two who both find nobody here make one guest', async () => {
  const session = await start();
  await Promise.all([session.beSomebody(), session.beSomebody()]);
  expect(asked.filter(({ path }) => path.endsWith('/guest'))).toHaveLength(1);
});

test('after a restart the session goes on with what the key store has, and keeps the next', async () => {
  keys.secret = 'kept';
  const session = await start();
  await session.resume();
  expect(asked[0]).toMatchObject({
    path: 'https://ojeomneo.example/ojeomneo/v1/auth/refresh',
    body: '{"refreshToken":"kept"}',
  });
  expect(keys.secret).toBe('refresh-1');
});

test('a token that could not be kept is asked for again, as the same request', async () => {
  keys.secret = 'kept';
  keys.failing = true;
  await expect((await start()).token()).rejects.toThrow('switched off');
  keys.failing = false;
  await (await start()).token();
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
  expect(keys.secret).toBe('refresh-2');
});

test('a refused token is forgotten, and no other is made up', async () => {
  keys.secret = 'stolen';
  refusals = [401];
  const session = await start();
  expect(await session.token()).toBeNull();
  expect(keys.secret).toBeNull();
  expect(session.isKnown()).toBe(false);
});

test('a log-out says whose it is, even long after the last request', async () => {
  keys.secret = 'kept';
  const session = await start();
  await session.logOut();
  expect(asked.map((each) => [each.path.split('/').at(-1), each.bearer])).toEqual([
    ['refresh', null],
    ['logout', 'Bearer access-1'],
  ]);
  expect(keys.secret).toBeNull();
});

test('who logs out leaves nothing of theirs behind, but the language of the phone', async () => {
  keys.secret = 'kept';
  const session = await start();
  sessionStorage.setItem('ojeomneo.social', '{"verifier":"secret"}');
  storage.setItem('ojeomneo.language', 'en');
  storage.setItem('ojeomneo.carts', '{"a-shop":{"lines":[]}}');
  storage.setItem('ojeomneo.attempt.order', '{"body":"a cart"}');
  storage.setItem('of-another-app', 'x');
  await session.logOut();
  expect([...storage.items.keys()]).toEqual(['ojeomneo.language', 'of-another-app']);
  expect(sessionStorage.length).toBe(0);
});

test('the carts of who has logged out are not put back by the next one', async () => {
  storage.setItem('ojeomneo.carts', '{"a-shop":{"storeId":"a-shop","storeName":"","lines":[]}}');
  vi.stubGlobal('window', new EventTarget());
  const session = await start();
  const carts = await import('../cart/carts');
  expect(carts.cartOf('a-shop')).toBeDefined();
  await session.logOut();
  expect(carts.cartOf('a-shop')).toBeUndefined();
});

test('without a network a log-out still leaves nothing on the phone', async () => {
  keys.secret = 'kept';
  const session = await start();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await expect(session.logOut()).rejects.toMatchObject({ offline: true });
  expect(keys.secret).toBeNull();
  expect(session.isKnown()).toBe(false);
});

test('a session that has ended already is logged out of without a word', async () => {
  const session = await start();
  await session.beSomebody();
  refusals = [401];
  await session.logOut();
  expect(keys.secret).toBeNull();
});

test('what a removed app left in the key store, and what a phone cleared, is noticed', async () => {
  storage.setItem(KNOWN, '1');
  await knowAsKept(keys, storage);
  expect(storage.getItem(KNOWN)).toBeNull();
  keys.secret = 'kept';
  await knowAsKept(keys, storage);
  expect(storage.getItem(KNOWN)).toBe('1');
});

test('in a browser the cookie is all there is', async () => {
  expect(cookie.routes).toBe('/auth/web/');
  expect(await cookie.proof()).toBeUndefined();
});
