import type { components, paths } from './schema.d.ts';

/** What the API answers, by name: `Schemas['Invoice']`. */
export type Schemas = components['schemas'];
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Json = 'application/json';
/** What is sent as it is, where an operation takes no JSON. */
export type Binary = Blob | Uint8Array | FormData;
type Good = 200 | 201 | 202 | 204;

/** The operations of a method, by their path after `/api/v1/`. */
export type Operations<M extends Method> = {
  [P in keyof paths as P extends `/api/v1/${infer Rest}`
    ? paths[P] extends Record<M, object>
      ? Rest
      : never
    : never]: paths[P] extends Record<M, infer Operation> ? Operation : never;
};

type None = Record<never, never>;
type PathOf<O> = O extends { parameters: { path: infer P } } ? { readonly path: Readonly<P> } : None;
type QueryOf<O> = O extends { parameters: { query: infer Q } }
  ? { readonly query: Readonly<Q> }
  : O extends { parameters: { query?: infer Q } }
    ? [Exclude<Q, undefined>] extends [never]
      ? None
      : { readonly query?: Readonly<Exclude<Q, undefined>> }
    : None;
type Media<B> = B extends { content: Record<Json, infer Body> } ? Body : Binary;
type BodyOf<O> = O extends { requestBody: infer B }
  ? { readonly body: Media<B> }
  : O extends { requestBody?: infer B }
    ? [Exclude<B, undefined>] extends [never]
      ? None
      : { readonly body?: Media<Exclude<B, undefined>> }
    : None;

type AnyOptions = {
  readonly signal?: AbortSignal;
  /** A position of an answer (`answer.position`): the read models are to have got so far. */
  readonly minPosition?: number;
  /** Only if the resource is still as it was: an ETag, or the answer that it was seen in. Else `RevisionMoved`. */
  readonly ifMatch?: string | Pick<Answer<unknown>, 'etag'>;
  /** Made by itself where it is left out. Give your own to be safe over a restart of your process as well. */
  readonly idempotencyKey?: string;
};
export type Options<O> = PathOf<O> & QueryOf<O> & BodyOf<O> & AnyOptions;
/** The options as the last arguments of a call; left out where the operation needs none. */
export type Given<O> = None extends Options<O> ? [options?: Options<O>] : [options: Options<O>];

/** What an operation answers: its JSON, or nothing. */
export type Data<O> = O extends { responses: infer R } ? Content<R[keyof R & Good]> : never;
type Content<A> = A extends { content: Record<Json, infer D> } ? D : undefined;
/** What a list lists; `never` for what is no list. */
export type Item<O> = Data<O> extends { results: readonly (infer T)[] } ? T : never;

type Lists = Operations<'get'>;
/** The paths of `get` that answer lists. */
export type ListPath = { [P in keyof Lists]: [Item<Lists[P]>] extends [never] ? never : P }[keyof Lists];

export type Answer<D> = {
  readonly data: D;
  readonly status: number;
  /** Of the resource, for `ifMatch`; null where the answer has none. */
  readonly etag: string | null;
  /** Of the event that a command appended, for `minPosition`; null where there is none. */
  readonly position: number | null;
  /** True where an earlier request with the same key had been carried out already. */
  readonly replayed: boolean;
  readonly requestId: string | null;
  readonly headers: Headers;
};
