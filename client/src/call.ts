import createFetchClient, { type ClientOptions } from 'openapi-fetch';
import { problemOf, UnexpectedAnswer } from './problem.ts';
import type { Answer, Binary, Method } from './types.ts';

/** The options of any operation. */
export type AnyGiven = {
  readonly path?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly minPosition?: number;
  readonly ifMatch?: string | Pick<Answer<unknown>, 'etag'>;
  readonly idempotencyKey?: string;
};

type AnyOperation = {
  readonly parameters: { readonly path?: object; readonly query?: object };
  readonly requestBody?: { readonly content: { readonly 'application/json': unknown } };
  readonly responses: Readonly<Record<200, { readonly content: { readonly 'application/json': unknown } }>>;
};
type AnyPaths = Readonly<Record<string, Readonly<Record<Method, AnyOperation>>>>;

/** Sends a call of any operation; throws what the API refuses it with. The body of the answer is still to be read. */
export function sender(options: ClientOptions) {
  const { request } = createFetchClient<AnyPaths>({ ...options, bodySerializer: (body) => sentAs(body) });
  return async (method: Method, path: string, given: AnyGiven = {}): Promise<Response> => {
    const { path: named, query, body, signal } = given;
    const params = { ...(named ? { path: named } : {}), ...(query ? { query } : {}) };
    const { response, error } = await request(method, `/api/v1/${path}`, {
      params,
      headers: headersOf(given),
      parseAs: 'stream',
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
    if (!response.ok) throw problemOf(response, error);
    return response;
  };
}

const isBinary = (body: unknown): body is Binary =>
  body instanceof Blob || body instanceof Uint8Array || body instanceof FormData;
const sentAs = (body: unknown): unknown => (isBinary(body) ? body : JSON.stringify(body));

function headersOf({ body, minPosition, ifMatch, idempotencyKey }: AnyGiven): Record<string, string> {
  const headers: Record<string, string> = {};
  if (body instanceof Blob || body instanceof Uint8Array)
    headers['Content-Type'] = (body instanceof Blob && body.type) || 'application/octet-stream';
  if (minPosition !== undefined) headers['X-Min-Position'] = String(minPosition);
  if (ifMatch !== undefined) headers['If-Match'] = etagOf(ifMatch);
  if (idempotencyKey !== undefined) headers['Idempotency-Key'] = idempotencyKey;
  return headers;
}

/** @throws TypeError the answer has no ETag: sent without, the command would be carried out whatever has happened since */
function etagOf(seen: NonNullable<AnyGiven['ifMatch']>): string {
  const etag = typeof seen === 'string' ? seen : seen.etag;
  if (etag === null) throw new TypeError('ifMatch: this answer has no ETag');
  return etag;
}

/** The JSON of an answer; undefined where it has no content. */
export async function jsonOf(response: Response): Promise<never> {
  const text = await response.text();
  if (text === '') return undefined as never;
  if (!response.headers.get('content-type')?.includes('json'))
    throw new UnexpectedAnswer(response.status, `no JSON (is it one for download?): ${text}`);
  return JSON.parse(text) as never;
}

export function answerOf<D>(response: Response, data: D): Answer<D> {
  const { status, headers } = response;
  const position = headers.get('x-event-position');
  return {
    data,
    status,
    etag: headers.get('etag'),
    position: position === null ? null : Number(position),
    replayed: headers.get('idempotency-replayed') === 'true',
    requestId: headers.get('x-request-id'),
    headers,
  };
}
