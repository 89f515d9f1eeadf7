import { answer, api } from '../api/http';
import { isRefused } from '../api/problem';
import type { SignIn } from '../api/schema';
import { currentSession, setSessionState } from '../api/session';
import { forgetSeen } from '../find/recent';

/** Asks the API who is signed in; the answer goes to the session's state. */
export async function lookUpSession(): Promise<void> {
  try {
    setSessionState({ kind: 'signedIn', session: await answer(api.GET('/api/session')) });
  } catch (error) {
    setSessionState({ kind: isRefused(error, 401) ? 'signedOut' : 'unreachable' });
  }
}

/** Signs in. Somebody else than the one whose session ended gets a fresh page: what lies open is not theirs. */
export async function signIn(credentials: SignIn): Promise<void> {
  const before = currentSession();
  const session = await answer(api.POST('/api/session', { body: credentials }));
  if (before !== null && before.staff.id !== session.staff.id) {
    window.location.reload();
    return;
  }
  setSessionState({ kind: 'signedIn', session });
}

/** What the person has just changed: the API may believe a copy of the session for another second. */
export function secondFactorIs(on: boolean): void {
  const session = currentSession();
  if (session !== null) {
    const staff = { ...session.staff, secondFactor: on };
    setSessionState({ kind: 'signedIn', session: { ...session, staff } });
  }
}

export async function signOut(): Promise<void> {
  try {
    await api.DELETE('/api/session');
  } catch (error) {
    if (!isRefused(error, 401)) {
      throw error;
    }
  }
  forgetSeen();
  // What was read as this person must not stay in the memory of the page.
  window.location.hash = '#/';
  window.location.reload();
}
