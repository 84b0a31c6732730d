import type { Context } from 'hono';
import type { z } from 'zod';
import type { Instant } from '#domain/kernel/time';
import type { ReadWhat } from '#domain/log/read-access';
import { type Feature, type FeatureLevel, rankOf } from '#domain/plans/feature';
import type { Role, Scope } from '#domain/platform/access-token';
import type { May } from '#domain/platform/member';
import type { Cause } from '#runtime/metadata';
import type { Host } from './people.ts';
import type { Principal, TenantScope } from './principal.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Access = readonly Role[] | 'public';

type Names<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** `{id}` and `{…_id}` are positive integers, other parameters are text. */
type Params<Path> = { readonly [Name in Names<Path>]: Name extends 'id' | `${string}_id` ? number : string };
type Caller<A extends Access> = A extends 'public' ? null : Principal;

/** What is known before the body is looked at. */
export type Visit<Path extends string = string, A extends Access = readonly Role[]> = {
  readonly c: Context<HttpEnv>;
  readonly principal: Caller<A>;
  readonly scope: TenantScope;
  readonly params: Params<Path>;
  /** The path's `{id}`; 0 where it has none. */
  readonly id: number;
  readonly now: Instant;
};

/** What a handler is given once the request has passed every check. */
export type Call<
  Q = unknown,
  B = unknown,
  R = unknown,
  Path extends string = string,
  A extends Access = readonly Role[],
> = Visit<Path, A> & {
  readonly query: Q;
  readonly body: B;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  /** What `resource` found. */
  readonly resource: R;
  /** Names the command: a retry under the same Idempotency-Key has the same `commandId`. */
  readonly cause: Cause & { readonly requestId: string };
  /** The revision of If-Match; undefined where the caller sent none, or `*`. */
  readonly ifMatch: number | undefined;
  /**
   * Waits until the read models show all that the log tells now, else 503. For a command that refuses a part of what
   * was sent and takes the rest: such a refusal is not looked up once more.
   */
  readonly upToDate: () => Promise<void>;
  readonly signal: AbortSignal;
  /** What the caller may see now: for what goes on telling them. */
  readonly scopeNow: () => Promise<TenantScope>;
};

export type Reply = {
  readonly status:
    | 200
    | 201
    | 202
    | 204
    | 206
    | 302
    | 303
    | 304
    | 400
    | 403
    | 409
    | 410
    | 412
    | 413
    | 415
    | 422
    | 429
    | 503;
  /**
   * JSON. A function is called with the scope to read in once there is something to read: when the read models have
   * reached `position`, or, where they do not in time, with what they will be once they have. It shows what the
   * command has decided, whomever that belongs to from now on.
   */
  readonly body?: unknown;
  /** Answers `ETag`. */
  readonly revision?: number;
  /** Answers `X-Event-Position`. */
  readonly position?: number;
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body that is not JSON, with its own content type in `headers`. A stream ends when its caller is no longer accepted. */
  readonly raw?: string | Uint8Array | ReadableStream;
};

export type Answer = {
  readonly status: number;
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  /** Of an answer that is not JSON. */
  readonly contentType?: string;
};

/** A feature of the account's plan that the route needs, made by `requireFeature`. */
export type Gate = { readonly feature: Feature; readonly level: FeatureLevel };
/** Declares a route's gate where the route is declared. */
export const requireFeature = (feature: Feature, level: FeatureLevel): Gate => {
  if (rankOf(feature, level) === null) throw new Error(`${feature} has no level ${String(level)}`);
  return { feature, level };
};

type Declared<Path extends string, A extends Access, Q, B, R> = {
  readonly method: Method;
  /** With `{name}` for parameters; ends in `/`, also served without. */
  readonly path: Path;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may call it at all; a route that does not say does not start. */
  readonly roles: A;
  /** By default `read` for GET and `write` for everything else. A POST that only reads says `read`. */
  readonly scope?: Scope;
  /** A strict object. */
  readonly query?: Q;
  /**
   * True where callers that nobody can change any more ask in their own ways: parameters that are not declared are passed over,
   * and what cannot be meant counts as not said.
   */
  readonly laxQuery?: boolean;
  /** Strict objects all the way down, or loose ones where the schema says so; see `defineRoute`. */
  readonly body?: B;
  /** What the document of the API shows in place of `body`, where the handler itself checks what comes. */
  readonly bodyShown?: z.ZodType;
  /** True where the handler answers each item of the body by itself, also one that no schema can take: see `unfit`. */
  readonly checksItems?: boolean;
  readonly bodyExample?: unknown;
  /** In bytes, where it is not the default. */
  readonly bodyLimit?: number;
  /** The body is taken as bytes of one of these content types; `body` is left out. */
  readonly rawBody?: readonly string[];
  readonly answers: readonly Answer[];
  /** Whose reading is recorded before the answer leaves; by default of what the path names. Null: this one is not. */
  readonly reads?: {
    readonly what: ReadWhat;
    readonly of?: (
      call: Call<Q, B, R, Path, A>,
      reply: Reply,
    ) => { readonly what?: ReadWhat; readonly ids: readonly number[]; readonly account: number | null } | null;
  };
  /** True where the answer is about text as it is kept: names and addresses in it stay sealed. */
  readonly keepsSealed?: boolean;
  /**
   * False for a command that is decided by its own stream and by what was sent alone. All others look things up in
   * read models, and are not decided by what those showed long ago.
   */
  readonly looksUp?: boolean;
  /**
   * True where the work itself may take long: it is waited for, unless the store says nothing at all. Of all others
   * the caller has an answer within five seconds where it is the store that they wait for.
   */
  readonly patient?: boolean;
  /**
   * What a member must be allowed to do for their account (spec 13, 3.13); null for what each of them may. Every route that
   * agencies or clients may call says one of them.
   */
  readonly needs?: May | null;
  /** False for probes: takes nothing from the caller's rate. */
  readonly rateLimited?: boolean;
  /**
   * Of a public route whose address proves itself: whose rate it takes from, so that what is refused at the caller's address
   * is not in its way. Null where it proves nothing.
   */
  readonly rateName?: (params: Params<Path>) => string | null;
  /** Served on hosts of agencies, too. It is for people, and what goes wrong is told them without naming anybody. */
  readonly everyHost?: boolean;
  /**
   * True for a page of people (`api/pages/`): no part of the API and its document. Whom it is not for is told that it is not there,
   * and what goes wrong is told on a page.
   */
  readonly page?: boolean;
  /** Loads what the path names inside the caller's scope; null or `notFound()` is 404, before any 403 or 422. */
  readonly resource?: (visit: Visit<Path, A>) => Promise<R | null | undefined>;
  /** Asked after the role; 403 with `upgrade_to`. Callers without an account are not asked. */
  readonly gate?: Gate & {
    readonly account?: (visit: Visit<Path, A>, resource: R) => number | null;
    /** Where only the request itself tells the account: asked once it has been read. */
    readonly of?: (call: Call<Q, B, R, Path, A>) => Promise<number | null>;
  };
  readonly handle: (call: Call<Q, B, R, Path, A>) => Promise<Reply>;
};

/** One route as the list keeps it: its types are forgotten, its schemas are not. */
export type Route = Omit<Declared<string, Access, unknown, unknown, unknown>, 'query' | 'body'> & {
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
};

export type FeatureRoutes = { readonly name: string; readonly routes: readonly Route[] };

/** Declares a route in one place: address, access, shapes and what it does. */
export function defineRoute<
  const Path extends string,
  const A extends Access,
  R = undefined,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
>(
  declared: Omit<Declared<Path, A, z.output<Q>, z.output<B>, R>, 'query' | 'body'> & {
    readonly query?: Q;
    readonly body?: B;
  },
): Route {
  // The pipeline gives each function exactly what the schemas beside it made.
  return declared as unknown as Route;
}

export const ANYONE_OF = {
  staff: ['admin', 'account_manager'],
  readers: ['admin', 'account_manager', 'agency', 'client'],
  admin: ['admin'],
  platform: ['admin', 'platform'],
  all: ['admin', 'account_manager', 'agency', 'client', 'platform'],
} as const satisfies Record<string, readonly Role[]>;

/** False for probes, metrics and documents: whatever a request to them carries besides its address is nothing to them. */
export const isOfApi = (route: Pick<Route, 'path'>): boolean => route.path.startsWith('/api/');
/** Whether pages for people are below that address. */
export const isPage = (path: string): boolean => path.startsWith('/app/');
export const isCommand = (route: Route): boolean => route.roles !== 'public' && scopeNeeded(route) === 'write';
export const scopeNeeded = (route: Route): Scope => route.scope ?? (route.method === 'get' ? 'read' : 'write');

/** What the middleware and the pipeline tell each other about a request. */
export type HttpEnv = {
  Variables: {
    requestId: string;
    traceparent?: string;
    /** The route's pattern, for logs and metrics: never the address itself. */
    pattern?: string;
    caller?: Principal;
    failure?: unknown;
    rate?: Readonly<Record<string, string>>;
    host?: Host;
    /** The answer names nobody, whatever host it leaves from. */
    everyHost?: boolean;
  };
};
