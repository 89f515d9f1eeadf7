import type { Problem } from './schema';

/** What the Server refused, in its own words; status 0 when it was not reached at all. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string>;

  constructor(status: number, problem?: Partial<Problem>) {
    super(problem?.detail ?? problem?.title ?? '');
    this.status = status;
    this.code = problem?.code ?? (status === 0 ? 'OFFLINE' : 'UNKNOWN');
    this.fields = Object.fromEntries(
      (problem?.errors ?? []).map((each) => [each.field, each.message]),
    );
  }

  get offline(): boolean {
    return this.status === 0;
  }

  /** Asking the same once more may go better: nothing was decided. */
  get undecided(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** A fetch that tells an unreachable Server from everything else that may go wrong. */
export async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    if (request.signal.aborted) {
      throw failure;
    }
    throw new Refused(0);
  }
}

export async function refusalOf(response: Response): Promise<Refused> {
  const problem: unknown = await response.json().catch(() => undefined);
  return new Refused(response.status, problem as Partial<Problem> | undefined);
}
