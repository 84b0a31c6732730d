export type ErrorBody = {
  readonly type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly [more: string]: unknown;
};

/** What Stripe answers when it does nothing. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 404 | 409;
  readonly body: { readonly error: ErrorBody };
  constructor(status: Refusal['status'], error: ErrorBody) {
    super(error.message);
    this.status = status;
    this.body = { error };
  }
}

export const refused = (
  status: Refusal['status'],
  message: string,
  more: Partial<Omit<ErrorBody, 'message'>> = {},
): Refusal => new Refusal(status, { type: 'invalid_request_error', message, ...more });

/** By the address a 404, by a parameter a 400. */
export const missing = (kind: string, id: string, param?: string): Refusal =>
  refused(param === undefined ? 404 : 400, `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param: param ?? 'id',
  });
