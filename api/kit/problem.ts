import type { z } from 'zod';

/** The closed list of problem codes, each with its HTTP status and title (spec 08, ruling 4.1). */
export const PROBLEMS = {
  malformed: [400, 'The request cannot be read'],
  unauthorized: [401, 'A valid token is needed'],
  forbidden: [403, 'This token may not do that'],
  feature_not_in_plan: [403, 'The plan does not include this'],
  not_found: [404, 'There is no such thing'],
  method_not_allowed: [405, 'This address does not take that method'],
  duplicate: [409, 'It exists already'],
  invalid_state: [409, 'The state does not allow that'],
  idempotency_in_progress: [409, 'The first request with this key is still running'],
  fact_conflict: [409, 'The fact was received before with other content'],
  revision_moved: [412, 'The resource has changed meanwhile'],
  too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'The body must be JSON'],
  invalid_values: [422, 'Some values are not valid'],
  override_required: [422, 'An override_reason is needed'],
  idempotency_mismatch: [422, 'The key was used for another request'],
  clock_backwards: [422, 'The clock only goes forward'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something went wrong here'],
  unavailable: [503, 'The store does not answer'],
  not_yet_visible: [503, 'The read model has not got there yet'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export type FieldError = { readonly pointer: string; readonly message: string };
export type ProblemExtras = {
  readonly errors?: readonly FieldError[];
  readonly upgrade_to?: string | null;
  readonly current_state?: string;
  readonly existing_id?: number;
};

/** Thrown anywhere under a route; answered as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    extras: ProblemExtras = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.code = code;
    this.extras = extras;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }

  body(instance: string, requestId: string): Record<string, unknown> {
    const [status, title] = PROBLEMS[this.code];
    return {
      type: `/docs/problems/${this.code}`,
      title,
      status,
      detail: this.message,
      instance,
      code: this.code,
      request_id: requestId,
      ...this.extras,
    };
  }
}

export const notFound = (what = 'resource'): Problem =>
  new Problem('not_found', `there is no such ${what}, or this token may not see it`);

/** JSON pointers into what was sent (RFC 6901), one error each; an unknown field points at itself. */
export function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    const at = (path: readonly PropertyKey[]) =>
      prefix + path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: at([...issue.path, key]), message: 'this field is not known' }));
    }
    return [{ pointer: at(issue.path), message: issue.message }];
  });
}

export function invalid(errors: readonly FieldError[]): Problem {
  const first = errors[0];
  return new Problem(
    'invalid_values',
    first ? `${first.pointer || 'the body'}: ${first.message}` : 'some values are not valid',
    { errors },
  );
}
