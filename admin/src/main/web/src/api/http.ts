import { language } from '../i18n/language';
import { currentSession, sessionHasEnded } from './session';
import { type Problem, Refused } from './problem';

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, unless it is a file. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Calls the API and answers with what it said; an empty answer is `undefined`.
 *
 * @throws Refused with a message for the person, also when the API cannot be reached (status 0)
 */
export async function call<T>(path: string, wish: Call = {}): Promise<T> {
  const answer = await send(path, wish);
  if (answer.status === 204 || answer.status === 202) {
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
  return (await answer.json()) as T;
}

/** As `call`, for an answer that is not JSON. */
export async function send(path: string, wish: Call = {}): Promise<Response> {
  const answer = await fetch(`/api${path}`, {
    method: wish.method ?? 'GET',
    headers: headersOf(wish),
    body: bodyOf(wish.body),
    signal: wish.signal,
    credentials: 'same-origin',
  }).catch((failed: unknown) => {
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

function headersOf(wish: Call): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json, */*;q=0.5',
    'Accept-Language': language(),
    ...wish.headers,
  };
  if (wish.body !== undefined && !(wish.body instanceof Blob)) {
    headers['Content-Type'] = 'application/json';
  }
  const session = currentSession();
  if (session !== null && wish.method !== undefined && wish.method !== 'GET') {
    headers['X-CSRF-Token'] = session.csrfToken;
  }
  return headers;
}

function bodyOf(body: unknown): BodyInit | undefined {
  if (body === undefined) {
    return undefined;
  }
  return body instanceof Blob ? body : JSON.stringify(body);
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
