import createClient from 'openapi-fetch';
import { language } from '../i18n/language';
import { type Problem, Refused } from './problem';
import type { paths } from './schema';
import { currentSession, sessionHasEnded } from './session';

/** The API as its document has it. What it refuses is thrown as `Refused`, and never an `error` of the answer. */
export const api = createClient<paths>({ credentials: 'same-origin', fetch: send });

/**
 * What the API said; an empty answer is `undefined`.
 *
 * @throws Refused with a message for the person, also when the API cannot be reached (status 0)
 */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

async function send(request: Request): Promise<Response> {
  request.headers.set('Accept', 'application/json, application/problem+json, */*;q=0.5');
  request.headers.set('Accept-Language', language());
  const session = currentSession();
  if (session !== null && request.method !== 'GET') {
    request.headers.set('X-CSRF-Token', session.csrfToken);
  }
  const answer = await fetch(request).catch((failed: unknown) => {
    if (failed instanceof DOMException && failed.name === 'AbortError') {
      throw failed;
    }
    throw unreachable();
  });
  if (answer.ok) {
    return answer;
  }
  const problem = await problemOf(answer);
  if (problem.code === 'SESSION_ENDED') {
    sessionHasEnded();
  }
  throw new Refused(problem);
}

async function problemOf(answer: Response): Promise<Problem> {
  try {
    return (await answer.json()) as Problem;
  } catch {
    return { title: `HTTP ${answer.status}`, status: answer.status, code: 'UNKNOWN' };
  }
}

function unreachable(): Refused {
  const title =
    language() === 'ko'
      ? '서버에 연결할 수 없어요. 네트워크를 확인하고 다시 시도해 주세요.'
      : 'The server cannot be reached. Please check your network and try again.';
  return new Refused({ title, status: 0, code: 'UNREACHABLE' });
}
