import { StoreUnavailable } from '#runtime/event-store';

/** Every code a problem may carry, with its status and title. Closed: a feature that needs another adds it here. */
export const PROBLEMS = {
  malformed_body: [400, 'The body cannot be read'],
  malformed_header: [400, 'A header is malformed'],
  malformed_query: [400, 'The query string is malformed'],
  unauthenticated: [401, 'A valid bearer token is needed'],
  role_not_allowed: [403, 'This role may not do that'],
  scope_missing: [403, 'The token lacks the scope'],
  feature_not_in_plan: [403, 'The plan does not include this feature'],
  not_found: [404, 'There is no such thing'],
  method_not_allowed: [405, 'The path does not take this method'],
  invalid_state: [409, 'The state does not allow it'],
  duplicate: [409, 'It exists already'],
  fact_conflict: [409, 'The same fact was reported with other content'],
  site_of_other_account: [409, 'The site belongs to another account'],
  over_budget: [409, 'The price is over the budget'],
  payment_in_flight: [409, 'A payment is on its way'],
  clock_backwards: [409, 'The clock cannot go back'],
  idempotency_in_progress: [409, 'The first request with this key is still running'],
  revision_moved: [412, 'The resource has changed'],
  body_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The content type is not supported'],
  invalid_values: [422, 'Some values are not valid'],
  override_required: [422, 'It needs a reason to override the rule'],
  price_out_of_range: [422, 'The price is out of range'],
  idempotency_mismatch: [422, 'The key was used with another request'],
  rate_limited: [429, 'Too many requests'],
  internal_error: [500, 'Something went wrong here'],
  store_unavailable: [503, 'The store is away'],
  read_model_behind: [503, 'The read model has not reached the position'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export type FieldError = { readonly pointer: string; readonly message: string };

export type ProblemOptions = {
  readonly errors?: readonly FieldError[] | undefined;
  readonly upgradeTo?: string | null | undefined;
  readonly currentState?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** Thrown anywhere in a request; answered as RFC 9457. `detail` is for the caller's eyes. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly options: ProblemOptions;
  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.options = options;
  }
  get status(): number {
    return PROBLEMS[this.code][0];
  }
}

/** A refusal of a decider as a problem. A refusal whose code the table lacks does not compile. */
export function refused(refusal: {
  readonly code: ProblemCode;
  readonly message: string;
  readonly currentState?: string | undefined;
  readonly upgradeTo?: string | null | undefined;
  readonly errors?: readonly FieldError[] | undefined;
}): Problem {
  const { code, message, currentState, upgradeTo, errors } = refusal;
  return new Problem(code, message, { currentState, upgradeTo, errors });
}

export const notFound = (): Problem => new Problem('not_found', 'there is no such thing, or it is not yours to see');

export type ProblemPlace = { readonly requestId: string; readonly instance: string; readonly publicUrl: string };

export function problemBody(problem: Problem, { requestId, instance, publicUrl }: ProblemPlace) {
  const { errors, upgradeTo, currentState } = problem.options;
  const [status, title] = PROBLEMS[problem.code];
  return {
    type: `${publicUrl}/docs/problems/${problem.code}`,
    title,
    status,
    detail: problem.detail,
    instance,
    code: problem.code,
    request_id: requestId,
    errors: errors ?? [],
    ...(upgradeTo === undefined ? {} : { upgrade_to: upgradeTo }),
    ...(currentState === undefined ? {} : { current_state: currentState }),
  };
}

/** Trouble with the database or its connection, as drivers name it. */
const AWAY = /^(08|53|57P|58|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** Whatever was thrown, as a problem; what is nobody's doing but ours is 500 and tells nothing. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof StoreUnavailable || (typeof code === 'string' && AWAY.test(code)))
    return new Problem('store_unavailable', 'the store does not answer; try again', {
      headers: { 'Retry-After': '2' },
    });
  return new Problem('internal_error', 'the request could not be carried out; the request id leads to the cause');
}
