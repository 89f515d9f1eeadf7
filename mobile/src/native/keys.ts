import { KNOWN, type Door } from '../api/door';

/** One secret in the system's key store: the Keychain of an iPhone, Android's Keystore. */
export interface Keys {
  read: () => Promise<string | null>;
  write: (secret: string) => Promise<void>;
  remove: () => Promise<void>;
}

/** The plain endpoints, where the refresh token is in the answer and the key store keeps it. */
export function keyStoreDoor(keys: Keys): Door {
  return {
    routes: '/auth/',
    anonymous: true,
    proof: async () => {
      const refreshToken = await keys.read();
      return refreshToken === null ? null : { refreshToken };
    },
    keep: async (session) => {
      if (!('refreshToken' in session)) {
        throw new Error('the Server answered without a refresh token');
      }
      await keys.write(session.refreshToken);
    },
    drop: keys.remove,
  };
}

/** The key store knows best: a phone may clear what a page keeps, and keeps secrets of an app that was removed. */
export async function knowAsKept(keys: Keys, storage: Storage = localStorage): Promise<void> {
  if ((await keys.read()) === null) {
    storage.removeItem(KNOWN);
  } else {
    storage.setItem(KNOWN, '1');
  }
}
