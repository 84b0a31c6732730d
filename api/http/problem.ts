import { isUnavailable, StreamBusy, WrongExpectedRevision } from '#runtime/event-store';
import { RenderingFailed } from '#runtime/rendering-failed';
import { etag } from './etag.ts';

/** Every code a problem may carry, with its status and title. Closed: what needs another adds it here. */
export const PROBLEMS = {
  malformed: [400, 'The request cannot be read'],
  unauthorized: [401, 'A valid token is needed'],
  forbidden: [403, 'This token may not do that'],
  not_permitted: [403, 'You are not allowed to do that for the account'],
  feature_not_in_plan: [403, 'The plan does not include this'],
  not_found: [404, 'There is no such thing'],
  gone: [410, 'It is no longer there'],
  method_not_allowed: [405, 'This address does not take that method'],
  duplicate: [409, 'It exists already'],
  last_approver: [409, 'Nobody else may approve'],
  in_use: [409, 'Something else still needs it'],
  invalid_state: [409, 'The state does not allow that'],
  not_as_approved: [409, 'The link is not as the client approved it'],
  brief_incomplete: [409, 'The brief is not complete'],
  domain_blocked: [409, 'The account wants no links on that domain'],
  storage_full: [409, 'The account has no room for more files'],
  over_budget: [409, 'The price is over the budget'],
  units_exhausted: [409, 'The units of Ahrefs are used up'],
  not_refundable: [409, 'The money cannot be given back'],
  payment_in_flight: [409, 'A payment is on its way'],
  version_superseded: [409, 'Another version has taken its place'],
  not_approved: [409, 'It is not approved'],
  checklist_errors: [409, 'The checklist has errors'],
  report_not_ready: [409, 'It is not made yet'],
  no_recipients: [409, 'Nobody is left to send it to'],
  white_label_unready: [409, 'The white label has no host or sender yet'],
  fact_conflict: [409, 'The fact was received before with other content'],
  site_of_other_account: [409, 'The site belongs to another account'],
  idempotency_in_progress: [409, 'The first request with this key is still running'],
  revision_moved: [412, 'The resource has changed meanwhile'],
  too_large: [413, 'The request is too large'],
  unsupported_media_type: [415, 'The content type is not taken here'],
  range_not_satisfiable: [416, 'There are no such bytes'],
  invalid_values: [422, 'Some values are not valid'],
  override_required: [422, 'An override_reason is needed'],
  price_out_of_range: [422, 'The price is out of range'],
  idempotency_mismatch: [422, 'The key was used for another request'],
  clock_backwards: [422, 'The clock only goes forward'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something went wrong here'],
  unavailable: [503, 'The store does not answer'],
  busy: [503, 'Others change it at the same time'],
  not_drawn_yet: [503, 'Too many documents are being drawn'],
  not_yet_visible: [503, 'The read model has not got there yet'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
/** `line` and `column`, from 1: where it stands inside of a text that was sent. */
export type FieldError = {
  readonly pointer: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
};
export type ProblemExtras = {
  readonly errors?: readonly FieldError[];
  readonly upgrade_to?: string | null;
  readonly current_state?: string;
  readonly existing_id?: number;
};
type Headers = Readonly<Record<string, string>>;

/** Thrown anywhere in a request; answered as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;
  readonly headers: Headers;
  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}, headers: Headers = {}) {
    super(detail);
    this.code = code;
    this.extras = extras;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }

  /** The document's text. `place` is where it happened; without a public address its type leads nowhere. */
  text(place: { readonly requestId: string; readonly instance: string; readonly publicUrl: string | null }): string {
    const [status, title] = PROBLEMS[this.code];
    return JSON.stringify({
      type: place.publicUrl === null ? 'about:blank' : `${place.publicUrl}/docs/problems/${this.code}`,
      title,
      status,
      detail: this.message,
      instance: place.instance,
      code: this.code,
      request_id: place.requestId,
      errors: [],
      ...this.extras,
    });
  }
}

export const notFound = (what = 'thing'): Problem =>
  new Problem('not_found', `there is no such ${what}, or this token may not see it`);

/** A step of ours that is about to follow has not been taken yet: true for a moment only, so it is to be tried again. */
export const stillBeing = (done: string, state: string, what = 'the invoice'): Problem =>
  new Problem('invalid_state', `${what} is being ${done}; try again`, { current_state: state }, { 'Retry-After': '1' });

/** One value that cannot be meant, and where it stands. */
export const bad = (pointer: string, message: string): Problem =>
  new Problem('invalid_values', `${pointer}: ${message}`, { errors: [{ pointer, message }] });

/** Two transactions of the database were in each other's way: serialisation, deadlock, a lock that was waited for too long. */
const IN_THE_WAY = new Set(['40001', '40P01', '55P03']);

/** Whatever was thrown, as a problem; what is nobody's doing but ours tells nothing of the inside. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const contended = error instanceof StreamBusy || error instanceof WrongExpectedRevision;
  if (contended || (typeof code === 'string' && IN_THE_WAY.has(code)))
    return new Problem('busy', 'others change the same thing at this moment; try again', {}, { 'Retry-After': '1' });
  if (isUnavailable(error))
    return new Problem('unavailable', 'the store does not answer; try again', {}, { 'Retry-After': '2' });
  if (error instanceof RenderingFailed && error.passes)
    return new Problem('not_drawn_yet', 'many documents are being drawn; try again', {}, { 'Retry-After': '5' });
  return new Problem('internal', 'this is our fault; name the request id when you report it');
}

/** A refusal of a command, as any aggregate may word it. */
export type AnyRefusal = {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string;
  readonly currentState?: string;
  readonly upgradeTo?: string | null;
  readonly holder?: number;
};

/** `revision` is the resource's as it is now: whoever saw another one is told. */
export function refused(refusal: AnyRefusal, revision?: number): Problem {
  const { code, message, pointer, currentState, upgradeTo, holder } = refusal;
  if (!Object.hasOwn(PROBLEMS, code)) throw new Error(`no problem for refusal ${code}`);
  const extras = {
    ...(pointer === undefined ? {} : { errors: [{ pointer, message }] }),
    ...(currentState === undefined ? {} : { current_state: currentState }),
    ...(upgradeTo === undefined ? {} : { upgrade_to: upgradeTo }),
    ...(holder === undefined ? {} : { existing_id: holder }),
  };
  const isMoved = code === 'revision_moved' && revision !== undefined && revision >= 0;
  return new Problem(code as ProblemCode, message, extras, isMoved ? { ETag: etag(revision) } : {});
}

type Refused = { readonly ok: false; readonly refusal: AnyRefusal; readonly revision?: number };

/** What a command came to, or the problem it is answered with. */
export function accepted<H extends { readonly ok: true } | Refused>(handled: H): Extract<H, { readonly ok: true }> {
  if (!handled.ok) throw refused(handled.refusal, handled.revision);
  return handled as Extract<H, { readonly ok: true }>;
}
