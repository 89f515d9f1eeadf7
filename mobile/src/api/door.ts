import type { Tokens, WebSession } from './schema';

/** Set while there is something to refresh with, as far as this app can know. */
export const KNOWN = 'ojeomneo.session';

/** How a session shows that it is still the one that began: what its refresh token is kept in. */
export interface Door {
  /** Below the API, with the slash at its end. */
  routes: '/auth/' | '/auth/web/';
  /** Whether a log-out needs a good access token to say whose it is. */
  anonymous: boolean;
  /** What a refresh sends; null without anything to refresh with. */
  proof: () => Promise<object | undefined | null>;
  /** Kept before anything relies on it: an answer that was not kept is asked for again with the same key. */
  keep: (session: WebSession | Tokens) => Promise<void>;
  /** Nothing of the session stays, nor of what was kept for when there is no network. */
  drop: () => Promise<void>;
}

/** Of a browser: the Server's cookie, which no script sees. */
export const cookie: Door = {
  routes: '/auth/web/',
  anonymous: false,
  proof: () => Promise.resolve(undefined),
  keep: () => Promise.resolve(),
  drop: async () => {
    await caches.delete('orders');
  },
};
