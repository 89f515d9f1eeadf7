import createClient from 'openapi-fetch';
import { language } from '../i18n';
import { API } from './address';
import { isLive } from './changes';
import { reach, Refused } from './problem';
import type { paths, Problem } from './schema';
import { beSomebody, distrust, token, viewing } from './session';

/** What everybody may read. */
export const open = createClient<paths>({
  baseUrl: API,
  fetch: (request) => reach(spoken(fresh(request))),
});

/** What belongs to one customer. */
export const own = createClient<paths>({ baseUrl: API, fetch: asCustomer });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * @throws Refused when the answer is a problem, or none came
 */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) {
    throw new Refused(response.status, error as Partial<Problem> | undefined);
  }
  return data;
}

/**
 * For answers without a body.
 *
 * @throws Refused as {@link answer}
 */
export async function done(call: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) {
    throw new Refused(response.status, error as Partial<Problem> | undefined);
  }
}

async function asCustomer(request: Request): Promise<Response> {
  try {
    await beSomebody();
  } catch (failure) {
    if (failure instanceof Refused && failure.offline && request.method === 'GET') {
      // What the service worker has kept needs no token.
      return reach(spoken(request));
    }
    throw failure;
  }
  const again = request.clone();
  const first = await token();
  const response = await reach(signed(request, first));
  if (response.status !== 401 || first === null) {
    return response;
  }
  distrust(first);
  await beSomebody();
  return reach(signed(again, await token()));
}

function signed(request: Request, bearer: string | null): Request {
  if (bearer !== null) {
    request.headers.set('Authorization', `Bearer ${bearer}`);
  }
  // The service worker keeps orders: of the customers of this browser, and of nobody else.
  return spoken(viewing.value === null ? request : new Request(request, { cache: 'no-store' }));
}

/** Past what the service worker keeps, but not past the browser's own cache: what is the same is answered by 304. */
function fresh(request: Request): Request {
  return isLive() && request.cache === 'default'
    ? new Request(request, { cache: 'no-cache' })
    : request;
}

function spoken(request: Request): Request {
  request.headers.set('Accept-Language', language());
  return request;
}
