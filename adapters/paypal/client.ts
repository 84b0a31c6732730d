import { codeOf } from '#adapters/failure-code';
import { type Instant, plusMs } from '#domain/kernel/time';

export type Json = Readonly<Record<string, unknown>>;
/** What PayPal answered, or why it is not known what it did. */
export type Answer =
  | { readonly kind: 'ok'; readonly status: number; readonly body: Json }
  /** It said no: nothing was done. */
  | { readonly kind: 'no'; readonly status: number; readonly issue: string; readonly error: string }
  | { readonly kind: 'temporary' | 'unknown'; readonly error: string };

type Failed = Exclude<Answer, { readonly kind: 'ok' }>;
type Token = { readonly value: string; readonly renewAt: Instant; readonly endsAt: Instant };

export type PayPalOptions = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookId: string;
  readonly base?: string | undefined;
  /** Where a payer comes back to. */
  readonly returnUrl: string;
  readonly timeoutMs?: number | undefined;
  readonly now: () => Instant;
};
export const LIVE_BASE = 'https://api-m.paypal.com';
const TIMEOUT_MS = 20_000;
const MAX_BYTES = 2 * 1024 * 1024;
/** A token is fetched anew so long before it ends. */
const EARLY_MS = 60_000;

export type PayPalClient = {
  get(path: string): Promise<Answer>;
  /** A call that makes or moves something; `key` is what PayPal recognises a repeat by. */
  post(path: string, body: unknown, key: string): Promise<Answer>;
  readonly base: string;
  readonly timeoutMs: number;
};

/** PayPal's REST API with its access token. Never throws; neither token nor secret stands in any error. */
export function createPayPalClient(options: PayPalOptions): PayPalClient {
  const { clientId, clientSecret, timeoutMs = TIMEOUT_MS, now } = options;
  const base = (options.base ?? LIVE_BASE).replace(/\/$/, '');
  let token: Token | null = null;
  let fetching: Promise<Token | Failed> | null = null;

  async function send(path: string, init: RequestInit, changes: boolean): Promise<Answer> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${base}${path}`, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
      text = await response.text();
    } catch (error) {
      const reason = codeOf(error);
      // Where no connection was made, nothing can have been done.
      const certain = !changes || /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(reason);
      return { kind: certain ? 'temporary' : 'unknown', error: `PayPal does not answer: ${reason}` };
    }
    const body = text.length > MAX_BYTES ? null : parsed(text);
    const { status } = response;
    if (status === 429) return { kind: 'temporary', error: 'PayPal answered 429: too many requests' };
    if (status >= 500) return { kind: changes ? 'unknown' : 'temporary', error: `PayPal answered ${status}` };
    if (body === null && status !== 204)
      return { kind: changes ? 'unknown' : 'temporary', error: `PayPal answered ${status} and no JSON` };
    if (status >= 200 && status < 300) return { kind: 'ok', status, body: body ?? {} };
    const issue = issueOf(body ?? {});
    return { kind: 'no', status, issue, error: `PayPal answered ${status} ${issue}` };
  }

  async function fetched(): Promise<Token | Failed> {
    const init = {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    };
    const answer = await send('/v1/oauth2/token', init, false);
    if (answer.kind !== 'ok') return answer;
    const { access_token: value, expires_in: seconds } = answer.body;
    if (typeof value !== 'string') return { kind: 'temporary', error: 'PayPal gave no token' };
    const endsAt = plusMs(now(), Number(seconds ?? 0) * 1000);
    token = { value, endsAt, renewAt: plusMs(endsAt, -EARLY_MS) };
    return token;
  }

  /**
   * The token, fetched anew in time or where PayPal has refused it; once, however many calls want it. One that is still
   * good is used to its end where no other can be had.
   */
  async function authorized(refused: string | null): Promise<string | Failed> {
    const held = token;
    if (held !== null && held.value !== refused && held.renewAt > now()) return held.value;
    fetching ??= fetched().finally(() => {
      fetching = null;
    });
    const answer = await fetching;
    if ('value' in answer) return answer.value;
    return held !== null && held.value !== refused && held.endsAt > now() ? held.value : answer;
  }

  async function call(path: string, init: RequestInit, changes: boolean): Promise<Answer> {
    let refused: string | null = null;
    for (;;) {
      const bearer = await authorized(refused);
      if (typeof bearer !== 'string') return bearer;
      const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${bearer}` };
      const answer = await send(path, { ...init, headers }, changes);
      if (answer.kind !== 'no' || answer.status !== 401 || refused !== null) return answer;
      refused = bearer;
    }
  }

  return {
    base,
    timeoutMs,
    get: (path) => call(path, { method: 'GET', headers: { Accept: 'application/json' } }, false),
    post: (path, body, key) =>
      call(
        path,
        {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'PayPal-Request-Id': key,
            Prefer: 'return=representation',
          },
          body: JSON.stringify(body),
        },
        true,
      ),
  };
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

function issueOf(body: Json): string {
  const [detail] = (Array.isArray(body['details']) ? body['details'] : []) as readonly Json[];
  return String(detail?.['issue'] ?? body['name'] ?? 'without a reason').slice(0, 100);
}
