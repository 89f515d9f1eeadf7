import type { AuthProvider, UserIdentity } from 'react-admin';
import { currentSession } from '../api/session';
import { signOut } from './signing';

/**
 * What react-admin asks. Signing in is not its matter: `Gate` shows the page only to whoever has a session, and asks
 * for a new one above the page when it ends, so that nothing typed is lost.
 */
export const authProvider: AuthProvider = {
  login: () => Promise.resolve(),
  logout: async () => {
    await signOut();
    return false;
  },
  checkAuth: () => Promise.resolve(),
  checkError: () => Promise.resolve(),
  getPermissions: () => Promise.resolve(currentSession()?.permissions ?? []),
  getIdentity: (): Promise<UserIdentity> => {
    const session = currentSession();
    return session === null
      ? Promise.reject(new Error('nobody is signed in'))
      : Promise.resolve({ id: session.staff.id, fullName: session.staff.displayName });
  },
};
