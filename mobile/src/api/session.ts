/**
 * Who uses the app. The access token lives in this module only; the refresh token is a cookie that no script
 * sees, or in a phone's key store (door.ts). Two tabs share the cookie: whoever refreshes holds the lock, and a
 * refresh whose answer was lost is repeated with the same key, so that the Server knows it for the same one.
 */
import { signal } from '@preact/signals';
import { language } from '../i18n';
import { shell } from '../shell';
import { API } from './address';
import { deviceLabel } from './device';
import { KNOWN } from './door';
import { forgetAll, leave } from './memory';
import { reach, Refused, refusalOf } from './problem';
import type {
  LogIn,
  SignUp,
  SocialToken,
  Tokens,
  User,
  ViewOfCustomer,
  WebSession,
} from './schema';

type Entrance = 'signup' | 'login' | 'guest' | `social/${string}`;

const LOCK = 'ojeomneo-session';
const REFRESH_KEY = 'ojeomneo.refresh-key';
const EARLY_MILLIS = 30_000;

export const user = signal<User | null>(null);

/**
 * Until when this page shows what another sees, to staff and to read only; null where it is one's own. Nothing of it is
 * kept, and whoever else this browser is logged in as stays so.
 */
export const viewing = signal<Date | null>(null);

let access: { token: string; until: number } | null = null;
const channel = new BroadcastChannel(LOCK);

channel.addEventListener('message', () => {
  if (viewing.value === null) {
    leave();
    void forget();
  }
});

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
  return viewing.value !== null || localStorage.getItem(KNOWN) !== null;
}

/**
 * @param link what the back office has opened this page with
 * @throws Refused when it was used, or is too old
 */
export async function beginView(link: string): Promise<void> {
  const response = await reach(
    new Request(`${API}/auth/views`, {
      method: 'POST',
      headers: { 'Accept-Language': language(), 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: link }),
    }),
  );
  if (!response.ok) {
    throw await refusalOf(response);
  }
  const view = (await response.json()) as ViewOfCustomer;
  const until = Date.now() + view.expiresIn * 1000;
  access = { token: view.accessToken, until };
  user.value = view.user;
  viewing.value = new Date(until);
}

/** A token that will still be good when it arrives; null for somebody without a session. */
export async function token(): Promise<string | null> {
  if (viewing.value !== null) {
    return access?.token ?? null;
  }
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
  if (access?.token === refused && viewing.value === null) {
    access = null;
  }
}

export async function signUp(form: SignUp): Promise<void> {
  await enter('signup', form);
}

export async function logIn(form: LogIn): Promise<void> {
  await enter('login', form);
}

/** With what a provider gave: as whoever it leads to. */
export async function logInAt(provider: string, proof: SocialToken): Promise<void> {
  await enter(`social/${provider}`, proof);
}

/** Somebody, at least a guest: for what only needs to be told apart from others. */
export async function beSomebody(): Promise<void> {
  if ((await token()) === null) {
    await enter('guest', {}, isKnown);
  }
}

export async function logOut(): Promise<void> {
  if (viewing.value !== null) {
    location.replace('/');
    return;
  }
  let bearer = access?.token ?? null;
  try {
    if (shell.door.anonymous) {
      bearer = await token();
    }
  } finally {
    // Whatever the Server says, nobody is logged in here any more, and nothing here is theirs.
    leave();
    await forget();
    channel.postMessage('ended');
  }
  if (bearer !== null || !shell.door.anonymous) {
    await farewell(bearer);
  }
}

async function farewell(bearer: string | null): Promise<void> {
  try {
    await send('logout', undefined, bearer === null ? {} : { Authorization: `Bearer ${bearer}` });
  } catch (failure) {
    // What ended with the account, or with all of its sessions, cannot be ended again.
    if (!(failure instanceof Refused && failure.status === 401)) {
      throw failure;
    }
  }
}

/** Takes over what the Server now says of the account. */
export function nowIs(changed: User): void {
  user.value = changed;
}

async function forget(): Promise<void> {
  access = null;
  forgetAll();
  user.value = null;
  localStorage.removeItem(KNOWN);
  await shell.door.drop();
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
    await take(await send(entrance, { ...body, deviceId: deviceLabel() }));
  });
}

async function refresh(): Promise<string | null> {
  const key = localStorage.getItem(REFRESH_KEY) ?? crypto.randomUUID();
  localStorage.setItem(REFRESH_KEY, key);
  try {
    const proof = await shell.door.proof();
    if (proof === null) {
      throw new Refused(401);
    }
    const bearer = await take(await send('refresh', proof, { 'Idempotency-Key': key }));
    localStorage.removeItem(REFRESH_KEY);
    return bearer;
  } catch (failure) {
    if (failure instanceof Refused && !failure.undecided) {
      localStorage.removeItem(REFRESH_KEY);
      if (failure.status === 401) {
        await forget();
        return null;
      }
    }
    throw failure;
  }
}

async function take(tokens: WebSession | Tokens | null): Promise<string | null> {
  if (!tokens) {
    return null;
  }
  await shell.door.keep(tokens);
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
): Promise<WebSession | Tokens | null> {
  const response = await reach(
    new Request(API + shell.door.routes + path, {
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
  return response.status === 204 ? null : ((await response.json()) as WebSession | Tokens);
}
