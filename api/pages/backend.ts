import { introduce } from '#api/http/inside';
import type { Principal } from '#api/http/principal';
import { PROBLEMS, Problem, type ProblemCode, type ProblemExtras } from '#api/http/problem';
import type { Answer, Data, Given, Item, ListPath, Method, Operations } from '#client/types';

/**
 * The API as a page's reader would have it: every call goes through the same pipeline, as the reader, inside this process. Paths and
 * types are those of the published client, after `/api/v1/`. What the API refuses is thrown as the same `Problem`.
 */
export type Backend = {
  get<P extends keyof Operations<'get'>>(path: P, ...given: Given<Operations<'get'>[P]>): Answered<'get', P>;
  /** Null where there is no such thing, or the reader may not see it. */
  find<P extends keyof Operations<'get'>>(
    path: P,
    ...given: Given<Operations<'get'>[P]>
  ): Promise<Answer<Data<Operations<'get'>[P]>> | null>;
  post<P extends keyof Operations<'post'>>(path: P, ...given: Given<Operations<'post'>[P]>): Answered<'post', P>;
  put<P extends keyof Operations<'put'>>(path: P, ...given: Given<Operations<'put'>[P]>): Answered<'put', P>;
  patch<P extends keyof Operations<'patch'>>(path: P, ...given: Given<Operations<'patch'>[P]>): Answered<'patch', P>;
  delete<P extends keyof Operations<'delete'>>(
    path: P,
    ...given: Given<Operations<'delete'>[P]>
  ): Answered<'delete', P>;
  /** A list asked with what the address of the page says, which the API judges: text, of whatever kind it may be. */
  list<P extends ListPath>(path: P, query: Loose, names?: object): Promise<Data<Operations<'get'>[P]>>;
  /** Every item of a list, page after page, `most` at most (5,000 unless told). */
  all<P extends ListPath>(
    path: P,
    options: Given<Operations<'get'>[P]>[0],
    most?: number,
  ): Promise<Item<Operations<'get'>[P]>[]>;
  /** What is no JSON, as it comes: PDFs, CSV, bundles. */
  download<P extends keyof Operations<'get'>>(path: P, ...given: Given<Operations<'get'>[P]>): Promise<Response>;
  /** The same of what is made of a body: previews. */
  answer<P extends keyof Operations<'post'>>(path: P, ...given: Given<Operations<'post'>[P]>): Promise<Response>;
};
type Answered<M extends Method, P extends keyof Operations<M>> = Promise<Answer<Data<Operations<M>[P]>>>;

export type Loose = Readonly<Record<string, string | number | undefined>>;

/** Options of any operation, as they come here. */
type AnyGiven = {
  readonly path?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly minPosition?: number;
  readonly ifMatch?: string | { readonly etag: string | null };
  readonly idempotencyKey?: string;
};

export type BackendDeps = {
  readonly fetch: (request: Request, env: unknown) => Promise<Response>;
  /** Of the connection that the page was asked for on. */
  readonly env: unknown;
  readonly principal: Principal;
  readonly requestId: string;
  readonly traceparent?: string | undefined;
  readonly languages?: string | undefined;
};

const MOST = 5_000;
const PAGE_SIZE = 200;

export function createBackend(deps: BackendDeps): Backend {
  const send = async (method: Method, path: string, given: AnyGiven = {}): Promise<Response> => {
    const response = await deps.fetch(introduce(requestOf(method, path, given, deps), deps.principal), deps.env);
    if (response.status >= 400) throw await problemOf(response);
    return response;
  };
  const call = async <T>(method: Method, path: string, given?: AnyGiven): Promise<Answer<T>> =>
    answerOf<T>(await send(method, path, given));
  return {
    get: (path, ...[given]) => call('get', path, given),
    post: (path, ...[given]) => call('post', path, given),
    put: (path, ...[given]) => call('put', path, given),
    patch: (path, ...[given]) => call('patch', path, given),
    delete: (path, ...[given]) => call('delete', path, given),
    download: (path, ...[given]) => send('get', path, given),
    answer: (path, ...[given]) => send('post', path, given),
    list: async (path, query, names = {}) =>
      (await call<Data<Operations<'get'>[typeof path]>>('get', path, { query, path: names })).data,
    async find(path, ...[given]) {
      try {
        return await call('get', path, given);
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
    async all(path, options, most = MOST) {
      const found: Item<Operations<'get'>[typeof path]>[] = [];
      const given: AnyGiven = options ?? {};
      for (let page = 1; found.length < most; page++) {
        const query = { ...given.query, page, page_size: PAGE_SIZE };
        type Listed = { readonly next: string | null; readonly results: typeof found };
        const { data } = await call<Listed>('get', path, { ...given, query });
        found.push(...data.results);
        if (data.next === null) break;
      }
      return found.slice(0, most);
    },
  };
}

function requestOf(method: Method, path: string, given: AnyGiven, deps: BackendDeps): Request {
  const { body, query = {}, ifMatch, minPosition, idempotencyKey, signal } = given;
  const names = new Map(Object.entries(given.path ?? {}));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names.get(name) ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null) search.append(name, String(each));
  const etag = typeof ifMatch === 'object' ? ifMatch.etag : ifMatch;
  const isJson =
    body !== undefined && !(body instanceof Uint8Array || body instanceof FormData || body instanceof Blob);
  const headers = new Headers({ 'x-request-id': deps.requestId });
  if (deps.traceparent !== undefined) headers.set('traceparent', deps.traceparent);
  if (deps.languages !== undefined) headers.set('accept-language', deps.languages);
  if (isJson) headers.set('content-type', 'application/json');
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  if (etag !== undefined && etag !== null) headers.set('if-match', etag);
  if (minPosition !== undefined) headers.set('x-min-position', String(minPosition));
  return new Request(`http://inside/api/v1/${filled}${search.size > 0 ? `?${search}` : ''}`, {
    method: method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as FormData) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** What an operation answers is said by its declaration, which the types of the client were made from. */
async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  const position = headers.get('x-event-position');
  return {
    data: (isJson && text !== '' ? JSON.parse(text) : undefined) as T,
    status,
    etag: headers.get('etag'),
    position: position === null ? null : Number(position),
    replayed: headers.get('idempotency-replayed') === 'true',
    requestId: headers.get('x-request-id'),
    headers,
  };
}

/** The problem as it was thrown on the other side of the pipeline. */
async function problemOf(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => ({}))) as Partial<ProblemExtras> & { code?: string; detail?: string };
  const code: ProblemCode = isCode(said.code) ? said.code : 'internal';
  const { errors, upgrade_to, current_state, existing_id } = said;
  const kept = ['retry-after', 'etag'].flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name === 'etag' ? 'ETag' : 'Retry-After', value]];
  });
  const extras = {
    ...(errors === undefined ? {} : { errors }),
    ...(upgrade_to === undefined ? {} : { upgrade_to }),
    ...(current_state === undefined ? {} : { current_state }),
    ...(existing_id === undefined ? {} : { existing_id }),
  };
  return new Problem(code, said.detail ?? 'it did not work', extras, Object.fromEntries(kept));
}
const isCode = (code: string | undefined): code is ProblemCode => code !== undefined && Object.hasOwn(PROBLEMS, code);
