import type { Problem as Described } from './schema';

/** What the API answers when it refuses (RFC 9457); these three are there in any case. */
export type Problem = Described & Required<Pick<Described, 'title' | 'status' | 'code'>>;

/** A refusal; its message is written for whoever sits in front of the page. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Problem;
  /** For react-admin: what belongs to which field of a form. */
  readonly body: { errors?: Record<string, string> };

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'Refused';
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
    this.body = problem.errors === undefined ? {} : { errors: this.fields() };
  }

  /** The messages by field; a field of an inline is `optionGroups[0].name` or `optionGroups.0.name`. */
  fields(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { field = '', message = '' } of this.problem.errors ?? []) {
      found[field.replace(/\[(\d+)\]/g, '.$1')] ??= message;
    }
    return found;
  }
}

export function isRefused(error: unknown, status?: number): error is Refused {
  return error instanceof Refused && (status === undefined || error.status === status);
}
