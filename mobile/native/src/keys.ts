import { KeychainAccess, SecureStorage } from '@aparajita/capacitor-secure-storage';
import type { Keys } from '../../src/native/keys';

const NAME = 'refresh-token';

/** Encrypted by a key that does not leave the phone; in no backup and on no other phone. */
export const keys: Keys = {
  read: () => SecureStorage.getItem(NAME),
  write: (secret) =>
    SecureStorage.set(NAME, secret, false, false, KeychainAccess.whenUnlockedThisDeviceOnly),
  remove: () => SecureStorage.removeItem(NAME),
};
