/** A phone that is told of orders while its app is closed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Door } from '../api/door';
import type { Plugin } from './messages';

type Told = (what: { value: string } & { error: string }) => void;

class Phone implements Plugin {
  permission = 'prompt';
  answer = 'granted';
  token = 'token-1';
  failure: string | null = null;
  silent = false;
  asked = 0;
  readonly listeners = new Map<string, Told>();

  checkPermissions = () => Promise.resolve({ receive: this.permission });
  requestPermissions = () => {
    this.asked++;
    this.permission = this.answer;
    return this.checkPermissions();
  };
  addListener = (event: string, told: Told) => {
    this.listeners.set(event, told);
    return Promise.resolve({
      remove: () => Promise.resolve(void this.listeners.delete(event)),
    });
  };
  register = () => {
    if (this.silent) {
      return Promise.resolve();
    }
    const event = this.failure === null ? 'registration' : 'registrationError';
    this.listeners.get(event)?.({ value: this.token, error: this.failure ?? '' });
    return Promise.resolve();
  };
}

/** The shell has one page. */
class NoOtherTabs extends EventTarget {
  postMessage = () => undefined;
}

let phone: Phone;
let config: { android: boolean; ios: boolean };
let sent: { user: string; body: unknown }[];
let somebody: string;

beforeEach(() => {
  phone = new Phone();
  config = { android: true, ios: true };
  sent = [];
  somebody = 'kim';
  vi.stubEnv('VITE_SERVER', 'https://ojeomneo.example');
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
  vi.stubGlobal('sessionStorage', { length: 0 });
  vi.stubGlobal('BroadcastChannel', NoOtherTabs);
  vi.stubGlobal('navigator', {
    userAgent: 'tests',
    locks: { request: (_name: string, work: () => unknown) => work() },
  });
  vi.stubGlobal('fetch', answer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

async function answer(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace('/ojeomneo/v1', '');
  switch (`${request.method} ${path}`) {
    case 'GET /config/push':
      return Response.json({ publicKey: null, ...config });
    case 'POST /auth/guest':
      return Response.json({
        accessToken: somebody,
        refreshToken: 'refresh',
        expiresIn: 900,
        user: { id: somebody },
      });
    case 'PUT /users/me/push-device': {
      const user = request.headers.get('Authorization')?.replace('Bearer ', '') ?? '';
      sent.push({ user, body: await request.json() });
      return new Response(null, { status: 204 });
    }
    default:
      return new Response(null, { status: 204 });
  }
}

/** The app, just started by somebody. */
async function start(platform: 'android' | 'ios' = 'android') {
  vi.resetModules();
  const push = await import('../order/push');
  const session = await import('../api/session');
  const { runIn } = await import('../shell');
  const { tellPhone } = await import('./messages');
  const door: Door = {
    routes: '/auth/',
    anonymous: true,
    proof: () => Promise.resolve(null),
    keep: () => Promise.resolve(),
    drop: () => Promise.resolve(),
  };
  runIn({
    platform,
    door,
    checkout: (_order, address) => address,
    loginReturn: (address) => address,
    leave: () => undefined,
    tell: tellPhone(platform, phone),
  });
  await session.beSomebody();
  return { ...push, ...session };
}

test('who touches the button is asked, and the Server is given the token of this phone', async () => {
  const app = await start('ios');
  await app.tellThisDevice();
  expect(phone.asked).toBe(1);
  expect(sent).toEqual([{ user: 'kim', body: { platform: 'IOS', token: 'token-1' } }]);
  expect(app.told.value).toBe(true);
  expect(phone.listeners.size).toBe(0);
});

test('an order that is opened asks nobody, and tells who has agreed before', async () => {
  const app = await start();
  await app.tellAsBefore();
  expect(phone.asked).toBe(0);
  expect(sent).toEqual([]);
  phone.permission = 'granted';
  await app.tellAsBefore();
  await app.tellAsBefore();
  expect(sent).toEqual([{ user: 'kim', body: { platform: 'ANDROID', token: 'token-1' } }]);
});

test('who does not want to be told is not, and not asked again', async () => {
  phone.answer = 'denied';
  const app = await start();
  await app.tellThisDevice();
  await app.tellThisDevice();
  expect(phone.asked).toBe(1);
  expect(sent).toEqual([]);
  expect(app.told.value).toBe(false);
});

test('nobody is asked for what the Server cannot do', async () => {
  config.android = false;
  const app = await start();
  await app.tellThisDevice();
  expect(phone.asked).toBe(0);
  expect(sent).toEqual([]);
});

test('who logs in next is told in place of who did before', async () => {
  const app = await start();
  await app.tellThisDevice();
  await app.logOut();
  expect(app.told.value).toBe(false);
  somebody = 'lee';
  await app.beSomebody();
  await app.tellAsBefore();
  expect(sent.map(({ user }) => user)).toEqual(['kim', 'lee']);
});

test('a phone that gets no token is a phone that is not told, and tries again', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  phone.failure = 'SERVICE_NOT_AVAILABLE';
  const app = await start();
  await app.tellThisDevice();
  expect(app.told.value).toBe(false);
  expect(warned).toHaveBeenCalledOnce();
  phone.failure = null;
  await app.tellThisDevice();
  expect(app.told.value).toBe(true);
  warned.mockRestore();
});

test('a phone that never answers is given up, and nothing goes on listening', async () => {
  vi.useFakeTimers();
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  phone.silent = true;
  const app = await start();
  const telling = app.tellThisDevice();
  await vi.advanceTimersByTimeAsync(20_000);
  await telling;
  expect(app.told.value).toBe(false);
  expect(warned).toHaveBeenCalledOnce();
  expect(phone.listeners.size).toBe(0);
  warned.mockRestore();
  vi.useRealTimers();
});
