import type { Schemas } from './types.ts';

export type ProblemDocument = Schemas['Problem'];
export type ProblemCode = ProblemDocument['code'];
export type FieldError = ProblemDocument['errors'][number];

/** The API refused, in its own words (RFC 9457). Each kind of refusal is a class of its own; `code` is exact. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  /** Address of the page that tells about this kind of problem. */
  readonly type: string;
  readonly title: string;
  readonly instance: string;
  /** Name it when you report a fault. */
  readonly requestId: string;
  readonly errors: readonly FieldError[];
  /** Seconds after which it may go better; null where the API does not say so. */
  readonly retryAfterSeconds: number | null;
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument, headers: Headers) {
    super(document.detail);
    this.name = new.target.name;
    this.document = document;
    this.status = document.status;
    this.code = document.code;
    this.type = document.type;
    this.title = document.title;
    this.instance = document.instance;
    this.requestId = document.request_id;
    this.errors = document.errors;
    const seconds = headers.get('retry-after') ?? '';
    this.retryAfterSeconds = /^\d+$/.test(seconds) ? Number(seconds) : null;
  }
}

/** 400, 405, 413, 415: the request is not made as it should be. A fault of the calling program. */
export class BadRequest extends ProblemError {}
/** 401: the token is missing, wrong, expired or revoked. */
export class Unauthorized extends ProblemError {}
/** 403: the token's role or scopes do not allow it. */
export class Forbidden extends ProblemError {}
/** 403: the account's plan does not include it. */
export class FeatureNotInPlan extends Forbidden {
  /** The lowest plan that does; null where none does. */
  get upgradeTo(): string | null {
    return this.document.upgrade_to ?? null;
  }
}
/** 404, 410: there is no such thing (any more), or the token may not see it. */
export class NotFound extends ProblemError {}
/** 409: what is there does not allow it. */
export class Conflict extends ProblemError {
  /** The state that is in the way; null where it is something else. */
  get currentState(): string | null {
    return this.document.current_state ?? null;
  }
  /** Whose id is in the way; null where there is none. */
  get existingId(): number | null {
    return this.document.existing_id ?? null;
  }
}
/** 412: the resource is no longer as `ifMatch` has it. */
export class RevisionMoved extends Conflict {
  /** As it is now; null where the answer does not say. */
  readonly currentEtag: string | null;
  constructor(document: ProblemDocument, headers: Headers) {
    super(document, headers);
    this.currentEtag = headers.get('etag');
  }
}
/** 422: some values cannot be meant; `errors` says which and why. */
export class Validation extends ProblemError {}
/** 422: the Idempotency-Key came before with another request. */
export class KeyReused extends ProblemError {}
/** 429, after the client has tried again as often as it may. */
export class RateLimited extends ProblemError {}
/** 503, after the client has tried again as often as it may. */
export class Busy extends ProblemError {}
/** 500: a fault of the API. */
export class ServerFault extends ProblemError {}

/** Something else than the API answered: a proxy, or an address that is another's. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  readonly body: string;
  constructor(status: number, body: string) {
    super(`an answer that is not of the API: ${status} ${body.slice(0, 200)}`);
    this.status = status;
    this.body = body;
  }
}

/** Every code has its class: a new one in the document does not compile until it is put here. */
const CLASSES: Readonly<Record<ProblemCode, typeof ProblemError>> = {
  malformed: BadRequest,
  method_not_allowed: BadRequest,
  too_large: BadRequest,
  range_not_satisfiable: BadRequest,
  unsupported_media_type: BadRequest,
  unauthorized: Unauthorized,
  forbidden: Forbidden,
  not_permitted: Forbidden,
  feature_not_in_plan: FeatureNotInPlan,
  not_found: NotFound,
  gone: NotFound,
  duplicate: Conflict,
  not_as_approved: Conflict,
  brief_incomplete: Conflict,
  checklist_errors: Conflict,
  domain_blocked: Conflict,
  invalid_state: Conflict,
  storage_full: Conflict,
  over_budget: Conflict,
  units_exhausted: Conflict,
  not_refundable: Conflict,
  payment_in_flight: Conflict,
  fact_conflict: Conflict,
  site_of_other_account: Conflict,
  idempotency_in_progress: Conflict,
  in_use: Conflict,
  last_approver: Conflict,
  version_superseded: Conflict,
  not_approved: Conflict,
  report_not_ready: Conflict,
  no_recipients: Conflict,
  white_label_unready: Conflict,
  revision_moved: RevisionMoved,
  invalid_values: Validation,
  override_required: Validation,
  price_out_of_range: Validation,
  clock_backwards: Validation,
  idempotency_mismatch: KeyReused,
  rate_limited: RateLimited,
  unavailable: Busy,
  busy: Busy,
  not_drawn_yet: Busy,
  not_yet_visible: Busy,
  internal: ServerFault,
};

/** A newer API may have codes that this client does not know yet: then the status decides. */
const BY_STATUS: Readonly<Record<number, typeof ProblemError>> = {
  401: Unauthorized,
  403: Forbidden,
  404: NotFound,
  410: NotFound,
  409: Conflict,
  412: RevisionMoved,
  422: Validation,
  429: RateLimited,
  503: Busy,
};

/** What an answer that is no success says, as an error to throw. `body` is JSON, or the text of what is none. */
export function problemOf(response: Response, body: unknown): ProblemError | UnexpectedAnswer {
  const document = documentOf(body);
  if (!document)
    return new UnexpectedAnswer(response.status, typeof body === 'string' ? body : JSON.stringify(body ?? ''));
  const known = Object.hasOwn(CLASSES, document.code) ? CLASSES[document.code] : BY_STATUS[document.status];
  const Class = known ?? (document.status < 500 ? BadRequest : ServerFault);
  return new Class(document, response.headers);
}

function documentOf(body: unknown): ProblemDocument | null {
  if (typeof body !== 'object' || body === null) return null;
  const { code, status, detail = '', errors = [] } = body as Partial<ProblemDocument>;
  if (typeof code !== 'string' || typeof status !== 'number') return null;
  return { ...(body as ProblemDocument), detail, errors };
}
