import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { type AnyGiven, answerOf, jsonOf, sender } from './call.ts';
import { itemsOf } from './pages.ts';
import { type Fetch, retrying, type Sleep, sleepFor } from './retry.ts';
import type { paths } from './schema.d.ts';
import type { Answer, Data, Given, Item, ListPath, Method, Operations } from './types.ts';

export type ClientSettings = {
  /** Where the API is, such as `https://api.example.com`; without `/api/v1`. */
  readonly baseUrl: string;
  /** A token of the API, or what gives the one that is good now; left out, the calls are made without one. */
  readonly token?: string | (() => string | Promise<string>);
  /** How often a call is sent at most (4 unless told), and how long is waited in between at most (30,000 ms). */
  readonly retry?: { readonly attempts?: number; readonly maxWaitMs?: number };
  readonly fetch?: Fetch;
  readonly sleep?: Sleep;
  readonly now?: () => number;
  /** Makes Idempotency-Keys: unique, 1 to 255 printable ASCII characters. */
  readonly newKey?: () => string;
};

/** The API, typed by its own OpenAPI document. Paths are those of the document after `/api/v1/`. */
export type Client = {
  get<P extends keyof Operations<'get'>>(path: P, ...given: Given<Operations<'get'>[P]>): Answered<'get', P>;
  post<P extends keyof Operations<'post'>>(path: P, ...given: Given<Operations<'post'>[P]>): Answered<'post', P>;
  put<P extends keyof Operations<'put'>>(path: P, ...given: Given<Operations<'put'>[P]>): Answered<'put', P>;
  patch<P extends keyof Operations<'patch'>>(path: P, ...given: Given<Operations<'patch'>[P]>): Answered<'patch', P>;
  delete<P extends keyof Operations<'delete'>>(
    path: P,
    ...given: Given<Operations<'delete'>[P]>
  ): Answered<'delete', P>;
  /** Everything that a list has, page after page; a page is asked for when the one before has been gone through. */
  pages<P extends ListPath>(path: P, ...given: Given<Operations<'get'>[P]>): AsyncGenerator<Item<Operations<'get'>[P]>>;
  /** What is no JSON: PDFs, evidence bundles, CSV. */
  download<P extends keyof Operations<'get'>>(path: P, ...given: Given<Operations<'get'>[P]>): Promise<Answer<Blob>>;
  /** Calls by openapi-fetch, with the same token, keys and retries, for what the above does not do, such as streams. */
  readonly raw: FetchClient<paths>;
};
type Answered<M extends Method, P extends keyof Operations<M>> = Promise<Answer<Data<Operations<M>[P]>>>;

/**
 * Every call throws a `ProblemError` where the API refuses, `Unreachable` where nobody answers, `UnexpectedAnswer` where
 * somebody else does, and what its `signal` gives as reason where it is given up.
 */
export function createClient(settings: ClientSettings): Client {
  const options = { baseUrl: settings.baseUrl, fetch: fetchOf(settings) };
  const send = sender(options);
  const call = async (method: Method, path: string, given?: AnyGiven): Promise<Answer<never>> => {
    const response = await send(method, path, given);
    return answerOf(response, await jsonOf(response));
  };
  return {
    raw: createFetchClient<paths>(options),
    get: (path, ...[given]) => call('get', path, given),
    post: (path, ...[given]) => call('post', path, given),
    put: (path, ...[given]) => call('put', path, given),
    patch: (path, ...[given]) => call('patch', path, given),
    delete: (path, ...[given]) => call('delete', path, given),
    pages: (path, ...[given]) => itemsOf((query) => call('get', path, { ...given, query }), given),
    download: async (path, ...[given]) => {
      const response = await send('get', path, given);
      return answerOf(response, await response.blob());
    },
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** `fetch` with the token, a key for what changes anything, and tries again; the key stays the same over them. */
function fetchOf({ token, retry = {}, now = Date.now, ...settings }: ClientSettings): Fetch {
  const { fetch = (request) => globalThis.fetch(request), sleep = sleepFor } = settings;
  const { newKey = () => crypto.randomUUID() } = settings;
  const { attempts = 4, maxWaitMs = 30_000 } = retry;
  const again = retrying(fetch, { attempts, maxWaitMs, sleep, now });
  return async (request) => {
    const bearer = typeof token === 'function' ? await token() : token;
    if (bearer !== undefined) request.headers.set('Authorization', `Bearer ${bearer}`);
    if (!SAFE.has(request.method) && !request.headers.has('Idempotency-Key'))
      request.headers.set('Idempotency-Key', newKey());
    return again(request);
  };
}
