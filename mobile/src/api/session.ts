/**
 * Who uses the app. The access token lives in this module only; the refresh token is a cookie that no script
 * sees. Two tabs share the cookie: whoever refreshes holds the lock, and a refresh whose answer was lost is
 * repeated with the same key, so that the Server knows it for the same one.
 */
import { signal } from '@preact/signals';
import { language } from '../i18n';
import { deviceLabel } from './device';
import { forgetAll } from './memory';
import { reach, Refused, refusalOf } from './problem';
import type { LogIn, SignUp, User, WebSession } from './schema';

type Entrance = 'signup' | 'login' | 'guest';

const BASE = '/ojeomneo/v1/auth/web/';
const LOCK = 'ojeomneo-session';
/** Whether this browser has a refresh cookie, as far as it can know. */
const KNOWN = 'ojeomneo.session';
const REFRESH_KEY = 'ojeomneo.refresh-key';
const EARLY_MILLIS = 30_000;

export const user = signal<User | null>(null);

let access: { token: string; until: number } | null = null;
const channel = new BroadcastChannel(LOCK);

channel.addEventListener('message', () => forget());

/** The session that this browser has, if it still has one. Call once, at the start. */
export async function resume(): Promise<void> {
  if (localStorage.getItem(KNOWN)) {
    await token().catch((failure: unknown) => {
      if (!(failure instanceof Refused)) {
        throw failure;
      }
    });
  }
}

export function isKnown(): boolean {
  return localStorage.getItem(KNOWN) !== null;
}

/** A token that will still be good when it arrives; null for somebody without a session. */
export async function token(): Promise<string | null> {
  if (access && access.until > Date.now()) {
    return access.token;
  }
  if (!isKnown()) {
    return null;
  }
  return navigator.locks.request(LOCK, async () => {
    if (access && access.until > Date.now()) {
      return access.token;
    }
    return refresh();
  });
}

/** The token that the Server refused is not tried again. */
export function distrust(refused: string): void {
  if (access?.token === refused) {
    access = null;
  }
}

export async function signUp(form: SignUp): Promise<void> {
  await enter('signup', form);
}

export async function logIn(form: LogIn): Promise<void> {
  await enter('login', form);
}

/** Somebody, at least a guest: for what only needs to be told apart from others. */
export async function beSomebody(): Promise<void> {
  if ((await token()) === null) {
    await enter('guest', {}, isKnown);
  }
}

export async function logOut(): Promise<void> {
  const bearer = access?.token;
  forget();
  await caches.delete('orders');
  channel.postMessage('ended');
  await send('logout', undefined, bearer ? { Authorization: `Bearer ${bearer}` } : {});
}

/** Takes over what the Server now says of the account. */
export function nowIs(changed: User): void {
  user.value = changed;
}

function forget(): void {
  access = null;
  forgetAll();
  user.value = null;
  localStorage.removeItem(KNOWN);
}

/**
 * @param isNeedless asked once nobody else is entering: two that both found nobody here make one guest
 */
async function enter(
  entrance: Entrance,
  body: object,
  isNeedless: () => boolean = () => false,
): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    if (isNeedless()) {
      return;
    }
    take(await send(entrance, { ...body, deviceId: deviceLabel() }));
  });
}

async function refresh(): Promise<string | null> {
  const key = localStorage.getItem(REFRESH_KEY) ?? crypto.randomUUID();
  localStorage.setItem(REFRESH_KEY, key);
  try {
    const tokens = await send('refresh', undefined, { 'Idempotency-Key': key });
    localStorage.removeItem(REFRESH_KEY);
    return take(tokens);
  } catch (failure) {
    if (failure instanceof Refused && !failure.undecided) {
      localStorage.removeItem(REFRESH_KEY);
      if (failure.status === 401) {
        forget();
        return null;
      }
    }
    throw failure;
  }
}

function take(tokens: WebSession | null): string | null {
  if (!tokens) {
    return null;
  }
  access = {
    token: tokens.accessToken,
    until: Date.now() + tokens.expiresIn * 1000 - EARLY_MILLIS,
  };
  localStorage.setItem(KNOWN, '1');
  user.value = tokens.user;
  return tokens.accessToken;
}

async function send(
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<WebSession | null> {
  const response = await reach(
    new Request(BASE + path, {
      method: 'POST',
      headers: {
        'Accept-Language': language(),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  if (!response.ok) {
    throw await refusalOf(response);
  }
  return response.status === 204 ? null : ((await response.json()) as WebSession);
}
