import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { type RequestInit } from 'node-fetch';
import Stripe from 'stripe';
import type { Instant } from '#domain/kernel/time';

const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const EXCERPT = 200;
const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

// A connection of its own for every call: one that was kept, and that the other side has closed since, would look like a lost answer.
const [http, https] = [new HttpAgent({ keepAlive: false }), new HttpsAgent({ keepAlive: false })];

/** Why a call of Stripe did not end well, in terms of what may have been done by it. */
export type Failure = {
  /**
   * `unreached`: never sent. `busy`: sent back for now. `card`: the bank says no. `refused`: will never be done.
   * `unclear`: may have been done.
   */
  readonly kind: 'unreached' | 'busy' | 'card' | 'refused' | 'unclear';
  readonly error: string;
  readonly code: string | null;
  /** Nothing has that id. */
  readonly absent: boolean;
  /** Trouble that Stripe has kept under the key: asked again with it, the answer will always be this one. */
  readonly kept: boolean;
};

export type Api = {
  readonly stripe: Stripe;
  readonly now: () => Instant;
  readonly failureOf: (error: unknown) => Failure;
};

export type ApiOptions = {
  readonly key: string;
  readonly base: string;
  readonly timeoutMs: number;
  readonly now: () => Instant;
};

export function createApi({ key, base, timeoutMs, now }: ApiOptions): Api {
  const stripe = new Stripe(key, {
    apiVersion: Stripe.API_VERSION,
    httpClient: Stripe.createFetchHttpClient(fetchBelow(new URL(base).href.replace(/\/+$/, ''))),
    maxNetworkRetries: 0,
    telemetry: false,
    timeout: timeoutMs,
  });
  return { stripe, now, failureOf: (error) => failureOf(error, key) };
}

/** What happened to a call before Stripe's own words came back. */
class CallFailed extends Error {
  readonly reached: boolean;
  constructor(reached: boolean, message: string) {
    super(message);
    this.reached = reached;
  }
}

/**
 * The SDK knows hosts only; this puts what it asks for below a base with a path. Errors carry no `code` of the network, for
 * the SDK sends a call whose connection was reset once more, even when told never to.
 */
const fetchBelow = (base: string) => async (url: Parameters<typeof globalThis.fetch>[0], init?: object) => {
  const { pathname, search } = new URL(String(url));
  try {
    const answer = await fetch(base + pathname + search, {
      ...(init as RequestInit),
      redirect: 'manual',
      size: MAX_ANSWER_BYTES,
      agent: ({ protocol }) => (protocol === 'https:' ? https : http),
    });
    const body = await answer.text();
    if (!isStripes(answer.ok, body))
      throw new CallFailed(true, `answered ${answer.status} in words that are not Stripe's`);
    return new Response(body, { status: answer.status, headers: [...answer.headers] });
  } catch (error) {
    throw networkFailure(error);
  }
};

function networkFailure(error: unknown): unknown {
  const { name, code, type, erroredSysCall } = error as Readonly<Record<string, unknown>>;
  // The SDK makes its time-out of it.
  if (error instanceof CallFailed || name === 'AbortError') return error;
  if (type === 'max-size') return new CallFailed(true, `gave an answer of over ${MAX_ANSWER_BYTES} bytes`);
  const cause = typeof code === 'string' ? code : 'no code';
  return UNREACHED.has(cause) || erroredSysCall === 'connect' || erroredSysCall === 'getaddrinfo'
    ? new CallFailed(false, `could not be reached (${cause})`)
    : new CallFailed(true, `broke off before its answer was whole (${cause})`);
}

/** An object of Stripe, or an error of Stripe's form: not a page of something that stands in between. */
function isStripes(ok: boolean, body: string): boolean {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null) return false;
    return ok ? 'object' in answer : 'error' in answer && typeof answer.error === 'object';
  } catch {
    return false;
  }
}

function failureOf(error: unknown, key: string): Failure {
  const failure = { code: null, absent: false, kept: false };
  const say = (text: string) => `stripe ${withoutSecrets(text, key).replace(/\s+/g, ' ').slice(0, EXCERPT)}`;
  if (error instanceof Stripe.errors.StripeConnectionError) {
    const { detail, message } = error;
    if (detail instanceof CallFailed)
      return { ...failure, kind: detail.reached ? 'unclear' : 'unreached', error: say(detail.message) };
    return { ...failure, kind: 'unclear', error: say(`gave no answer: ${message}`) };
  }
  if (!(error instanceof Stripe.errors.StripeError))
    return { ...failure, kind: 'unclear', error: say(error instanceof Error ? error.message : String(error)) };
  const kind = kindOf(error);
  return {
    kind,
    error: say(`answered ${error.statusCode}: ${error.message}`),
    code: error.decline_code ?? error.code ?? null,
    absent: error.statusCode === 404 || error.code === 'resource_missing',
    kept: kind === 'unclear' && (error.statusCode ?? 0) >= 500 && error.headers?.['idempotent-replayed'] === 'true',
  };
}

function kindOf({ statusCode = 0, code, rawType }: InstanceType<typeof Stripe.errors.StripeError>): Failure['kind'] {
  if (statusCode === 429 || statusCode === 409 || code === 'lock_timeout' || code === 'rate_limit') return 'busy';
  // The key was used for something else: whatever that was, it is not known here.
  if (rawType === 'idempotency_error') return 'unclear';
  if (statusCode === 402) return 'card';
  return statusCode >= 400 && statusCode < 500 ? 'refused' : 'unclear';
}

const SECRETS = /\b(?:sk|rk|pk|whsec)_[\w*]+|\b\w+_secret_\w+|\b(?:\d[ -]?){12,18}\d\b/g;

function withoutSecrets(text: string, key: string): string {
  return text.replaceAll(key, '[key]').replace(SECRETS, '[secret]');
}
