/**
 * Logging in at Kakao, Google or Apple (RFC 6749 with PKCE, RFC 7636): away to their page and back to
 * /login/{provider}. What has to be remembered meanwhile is in this tab only, and once.
 */
import { answer, open } from '../api/client';
import type { SocialClient, SocialToken } from '../api/schema';
import { shell } from '../shell';

const UNDER_WAY = 'ojeomneo.social';
const RANDOM_BYTES = 32;

interface UnderWay {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
  /** A guest goes on with what they have, or somebody adds a way to log in. */
  keep: boolean;
}

export type Came =
  | { kind: 'proof'; proof: SocialToken; keep: boolean }
  | { kind: 'closed' }
  | { kind: 'unreadable' };

/**
 * @param keep whether it is for who is here now, and not for whoever it leads to
 */
export async function begin(client: SocialClient, keep: boolean): Promise<void> {
  const { nonce } = await answer(open.POST('/auth/social/nonce'));
  const started: UnderWay = {
    provider: client.provider,
    state: random(),
    nonce,
    verifier: random(),
    redirectUri: shell.loginReturn(client.redirectUri),
    keep,
  };
  sessionStorage.setItem(UNDER_WAY, JSON.stringify(started));
  shell.leave(await addressOf(client, started));
}

/** What the provider sent back: good once. */
export function came(provider: string, query: Record<string, string | undefined>): Came {
  const kept = sessionStorage.getItem(UNDER_WAY);
  sessionStorage.removeItem(UNDER_WAY);
  const started = kept === null ? null : (JSON.parse(kept) as UnderWay);
  if (started?.provider !== provider || started.state !== query.state) {
    return { kind: 'unreadable' };
  }
  if (query.error !== undefined) {
    return { kind: 'closed' };
  }
  if (query.code === undefined) {
    return { kind: 'unreadable' };
  }
  const { nonce, verifier, redirectUri, keep } = started;
  return {
    kind: 'proof',
    keep,
    proof: { code: query.code, redirectUri, codeVerifier: verifier, nonce },
  };
}

export async function addressOf(
  client: SocialClient,
  started: Pick<UnderWay, 'state' | 'nonce' | 'verifier' | 'redirectUri'>,
): Promise<string> {
  const address = new URL(client.authorizeUrl);
  const query = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: started.redirectUri,
    scope: client.scope,
    state: started.state,
    nonce: started.nonce,
    code_challenge: await challenge(started.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) {
    address.searchParams.set(name, value);
  }
  return address.toString();
}

async function challenge(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(hash));
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
