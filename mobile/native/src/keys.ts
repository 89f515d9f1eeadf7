import { KeychainAccess, SecureStorage } from '@aparajita/capacitor-secure-storage';
import type { Keys } from '../../src/native/keys';

const NAME = 'refresh-token';

/** Encrypted by a key that does not leave the phone; in no backup and on no other phone. */
export const keys: Keys = {
  // Of what `set` has written; `getItem` would give it with the quotes around it.
  read: async () => (await SecureStorage.get(NAME, false)) as string | null,
  write: (secret) =>
    SecureStorage.set(NAME, secret, false, false, KeychainAccess.whenUnlockedThisDeviceOnly),
  remove: async () => {
    await SecureStorage.remove(NAME);
  },
};
