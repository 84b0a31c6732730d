import type { Context } from 'hono';
import type { z } from 'zod';
import type { Role } from '#domain/access-token';
import type { Cause } from '#runtime/metadata';
import type { Principal, TenantScope } from './principal.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a handler is given once the request has passed every check. */
export type Call<Q = unknown, B = unknown, R = unknown> = {
  readonly c: Context;
  readonly principal: Principal;
  readonly scope: TenantScope;
  readonly params: Readonly<Record<string, string>>;
  /** The path's `{id}`, a positive integer. */
  readonly id: number;
  readonly query: Q;
  readonly body: B;
  /** What `resource` found. */
  readonly resource: R;
  readonly cause: Cause;
  /** The revision of If-Match; undefined where the caller sent none. */
  readonly ifMatch: number | undefined;
  readonly signal: AbortSignal;
};

export type Reply = {
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
  /** Answers `ETag`. */
  readonly revision?: number;
  /** Answers `X-Event-Position`. */
  readonly position?: number;
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body that is not JSON, with its own content type in `headers`. */
  readonly raw?: string | Uint8Array | ReadableStream;
};

export type Answer = {
  readonly status: number;
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly example?: unknown;
};

type Access = {
  /** Who may call it at all; a route that does not say does not start. */
  readonly roles: readonly Role[] | 'public';
};

/** One route, declared in one place: address, access, shapes and what it does. */
export type Route<Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, R = unknown> = Access & {
  readonly method: Method;
  /** With `{name}` for parameters, ending in `/`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly query?: Q;
  readonly body?: B;
  readonly bodyExample?: unknown;
  readonly bodyLimit?: number;
  readonly answers: readonly Answer[];
  /** Loads what the path names inside the caller's scope, or throws `notFound`: before anything else is looked at. */
  readonly resource?: (call: Pick<Call, 'id' | 'params' | 'scope' | 'principal'>) => Promise<R>;
  readonly handle: (call: Call<z.output<Q>, z.output<B>, R>) => Promise<Reply>;
};

export type Feature = { readonly name: string; readonly routes: readonly Route[] };

/** Keeps the types of one route together while forgetting them for the list. */
export function route<Q extends z.ZodType, B extends z.ZodType, R>(declared: Route<Q, B, R>): Route {
  return declared as unknown as Route;
}

export const ANYONE_OF = {
  staff: ['admin', 'account_manager'],
  readers: ['admin', 'account_manager', 'agency', 'client'],
  admin: ['admin'],
  platform: ['admin', 'platform'],
  all: ['admin', 'account_manager', 'agency', 'client', 'platform'],
} as const satisfies Record<string, readonly Role[]>;
