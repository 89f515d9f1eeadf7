/** Who is signed in. The CSRF token lives here, in memory, and nowhere else in the browser. */
import type { Permission, Session } from './schema';

export type SessionState =
  | { kind: 'asking' }
  | { kind: 'unreachable' }
  | { kind: 'signedOut' }
  | { kind: 'signedIn'; session: Session }
  /** It ended while somebody worked: what they typed stays on the page behind the sign-in. */
  | { kind: 'ended'; session: Session };

let state: SessionState = { kind: 'asking' };
const listeners = new Set<() => void>();

export function sessionState(): SessionState {
  return state;
}

export function setSessionState(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Of whoever works here, also while they have to sign in again. */
export function currentSession(): Session | null {
  return state.kind === 'signedIn' || state.kind === 'ended' ? state.session : null;
}

export function mayThey(permission: Permission): boolean {
  return currentSession()?.permissions.includes(permission) ?? false;
}

/** The API said that there is no session. */
export function sessionHasEnded(): void {
  const session = currentSession();
  setSessionState(session === null ? { kind: 'signedOut' } : { kind: 'ended', session });
}
