import { useSyncExternalStore } from 'react';
import type { Session } from '../api/schema';
import { type SessionState, onSessionChange, sessionState } from '../api/session';

export function useSessionState(): SessionState {
  return useSyncExternalStore(onSessionChange, sessionState);
}

/** Of whoever is signed in; only inside `Gate`. */
export function useSession(): Session {
  const state = useSessionState();
  if (state.kind !== 'signedIn' && state.kind !== 'ended') {
    throw new Error('nobody is signed in');
  }
  return state.session;
}
