import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf, came } from './social';

const kept = new Map<string, string>();
const started = {
  provider: 'kakao',
  state: 'the-state',
  nonce: 'the-nonce',
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  redirectUri: 'https://lunch.example/login/kakao',
  keep: true,
};

beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    removeItem: (name: string) => kept.delete(name),
  });
  kept.set('ojeomneo.social', JSON.stringify(started));
});

afterEach(() => {
  vi.unstubAllGlobals();
  kept.clear();
});

describe('what a provider sent back', () => {
  test('is a proof with what was remembered, and once', () => {
    const query = { code: 'c', state: 'the-state' };
    expect(came('kakao', query)).toEqual({
      kind: 'proof',
      keep: true,
      proof: {
        code: 'c',
        redirectUri: started.redirectUri,
        codeVerifier: started.verifier,
        nonce: 'the-nonce',
      },
    });
    expect(came('kakao', query)).toEqual({ kind: 'unreadable' });
  });

  test.each([
    ['another state', 'kakao', { code: 'c', state: 'of-another' }],
    ['no state', 'kakao', { code: 'c' }],
    ['another provider', 'google', { code: 'c', state: 'the-state' }],
    ['no code', 'kakao', { state: 'the-state' }],
  ])('is nothing with %s', (_what, provider, query) => {
    expect(came(provider, query)).toEqual({ kind: 'unreadable' });
  });

  test('says when somebody thought better of it', () => {
    expect(came('kakao', { error: 'access_denied', state: 'the-state' })).toEqual({
      kind: 'closed',
    });
  });
});

test('the address holds the challenge of RFC 7636, appendix B, and never the verifier', async () => {
  const client = {
    provider: 'kakao',
    clientId: 'client',
    authorizeUrl: 'https://kauth.kakao.com/oauth/authorize',
    redirectUri: started.redirectUri,
    scope: 'openid profile_nickname',
  };
  const address = new URL(await addressOf(client, started));
  expect(address.origin + address.pathname).toBe(client.authorizeUrl);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client',
    redirect_uri: started.redirectUri,
    scope: 'openid profile_nickname',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
});
