import type { Registry } from 'prom-client';
import type { Instant } from '#domain/kernel/time';
import type { ReadAccessEvent } from '#domain/log/read-access';
import type { Feature, FeatureLevel } from '#domain/plans/feature';
import type { Role, Scope } from '#domain/platform/access-token';
import type { Cause } from '#runtime/metadata';
import type { ReadTables } from '#runtime/read-model';
import type { Hosts } from './people.ts';
import type { Principal, ScopePorts } from './principal.ts';
import type { Problem } from './problem.ts';

export type TokenRecord = {
  readonly id: number;
  readonly role: Role;
  readonly accountId: number | null;
  readonly userId: number | null;
  readonly scopes: readonly Scope[];
  readonly label: string | null;
  /** Lower-case hex. */
  readonly secretSha256: string;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
};

export type TokenDirectory = {
  find(tokenId: number): Promise<TokenRecord | null>;
  /** The token of the first start; where that start was given its secret, the bare secret is accepted too. */
  bootstrap?(): Promise<TokenRecord | null>;
  /** Told of every accepted use. Must not throw and not be waited for. */
  used?(tokenId: number, at: Instant): void;
};

/** Who has signed in. What a session stands on is looked at each time, so it ends with that. */
export type Sessions = {
  /** By the secret that the browser keeps; null where nobody is signed in by it any more. Counts as a sign of life. */
  find(secret: string): Promise<Principal | null>;
  /** Whether the session of that id still goes on. */
  goesOn(sessionId: string): Promise<boolean>;
};

/** An answer as it is kept under an idempotency key. */
export type StoredAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

export type Begun =
  | { readonly kind: 'new'; readonly commandId: string }
  | { readonly kind: 'replay'; readonly response: StoredAnswer }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'running' };

export type IdempotencyStore = {
  /** Claims the key, or says what became of it. A claim whose holder died is given again under the same command id. */
  begin(scope: string, key: string, requestHash: string): Promise<Begun>;
  /** The first answer, where there is one; claims nothing. */
  find(scope: string, key: string, requestHash: string): Promise<StoredAnswer | null>;
  finish(scope: string, key: string, response: StoredAnswer): Promise<void>;
  /** Lets go of the claim but remembers its command id: what was half done is recognised when it is tried again. */
  abandon(scope: string, key: string): Promise<void>;
};

export type GateQuestion = {
  readonly accountId: number;
  readonly feature: Feature;
  readonly level: FeatureLevel;
  readonly cause: Cause;
};
export type GateAnswer = { readonly allowed: boolean; readonly upgradeTo: string | null };

export type Readiness = { readonly ready: boolean; readonly checks: Readonly<Record<string, unknown>> };

/** What is logged; pino satisfies it. */
export type Logger = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type Limits = {
  readonly ratePerMinute: number;
  readonly bodyBytes: number;
  /** Proxies in front of us whose `X-Forwarded-For` entry is believed; 0 takes the peer's address. */
  readonly trustedProxies?: number;
};

export const DEFAULT_LIMITS: Limits = { ratePerMinute: 600, bodyBytes: 256 * 1024 };

/** How far the read models are; `Arrivals` and `Ahead` of the runtime, which say more. What is left out is not waited for. */
export type ReadModelProgress = {
  waitFor(position: number, timeoutMs: number): Promise<boolean>;
  position?(): number;
  /** True where they show what was in the log a moment ago, after waiting where they do not. */
  fresh?(timeoutMs: number): Promise<boolean>;
  /** Whether what was looked up at that position of theirs was all that the log tells. */
  sinceThen?(position: number, timeoutMs: number): Promise<'complete' | 'caught_up' | 'behind'>;
  /** Reads tables in which that position is to be seen already. */
  ahead?<T>(position: number, work: (tables: ReadTables) => Promise<T>): Promise<T>;
};

/** A page about a problem, as HTML with its headers. */
export type ProblemPage = (
  problem: Problem,
  about: {
    /** As the address of the request has it, with its query. */
    readonly path: string;
    readonly method: string;
    readonly requestId: string;
    /** Null for whoever is not known. */
    readonly principal: Principal | null;
    /** As `Accept-Language` has them. */
    readonly languages: string;
  },
) => Promise<{ readonly html: string; readonly headers: Readonly<Record<string, string>> }>;

/** What the HTTP layer stands on; `main.ts` and the tests put it together. */
export type HttpDeps = ScopePorts & {
  readonly tokens: TokenDirectory;
  /** Left out, nobody can sign in. */
  readonly sessions?: Sessions | undefined;
  /** Null for a token that is not acceptable; throws only where it cannot be known. */
  readonly verifyJwt?: ((token: string) => Promise<Principal | null>) | undefined;
  readonly idempotency: IdempotencyStore;
  readonly readModels: ReadModelProgress;
  /** Says that somebody waits for a quick answer, until what it gives is called. */
  readonly asking?: (() => () => void) | undefined;
  readonly readiness: () => Promise<Readiness>;
  /** Whether the store has left a question unanswered and said nothing since. */
  readonly isStoreSilent?: (() => boolean) | undefined;
  /** Whether anything of the store or its read models is being waited for longer than is usual. */
  readonly isHeldUp?: (() => boolean) | undefined;
  /** Must be there where a route declares a gate; records every question. */
  readonly checkGate?: ((question: GateQuestion) => Promise<GateAnswer>) | undefined;
  /** Opens the names and addresses in what goes out; see `Route.keepsSealed`. Left out, they go out as they are kept. */
  readonly openPersonal?: ((text: string, write: (plain: string) => string) => Promise<string>) | undefined;
  /** Notes who read what; the answer waits for it. */
  readonly recordRead?:
    | ((read: ReadAccessEvent['data'], accountId: number | null, cause: Cause) => Promise<void>)
    | undefined;
  readonly logger: Logger;
  readonly clock: { now(): Instant };
  readonly newId: () => string;
  readonly monotonicMs: () => number;
  /** The same, standing while this process does: what it is busy with is no time that a caller waits for the store. */
  readonly listeningMs?: (() => number) | undefined;
  /** Resolves after so many milliseconds, or rejects once the signal is aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly metrics: Registry;
  readonly limits: Limits;
  /** The environment's name as it stands in tokens. */
  readonly environment: string;
  /** Without a trailing slash; `''` makes links relative. */
  readonly publicUrl: string;
  readonly version: string;
  /** What people read where something is wrong with a page; null where it is not for them to read. Left out, they read documents. */
  readonly problemPage?: ProblemPage | undefined;
  /** Left out, every host is the house's own. */
  readonly hosts?: Hosts | undefined;
  /** Answers that break the schema they declare are a 500: for tests. */
  readonly checkAnswers?: boolean;
};
