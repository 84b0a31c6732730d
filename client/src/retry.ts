export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;
export type Fetch = (request: Request) => Promise<Response>;

export type Retrying = {
  /** Requests at most for one call, the first one counted. */
  readonly attempts: number;
  /** What asks to wait for longer is not waited for, in milliseconds. */
  readonly maxWaitMs: number;
  readonly sleep: Sleep;
  /** In milliseconds since 1970; for a Retry-After that names a date. */
  readonly now: () => number;
};

/** Nobody answered, however often it was tried. `cause` is what the last try came to. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  constructor(url: string, cause: unknown) {
    super(`no answer from ${new URL(url).origin}`, { cause });
  }
}

/**
 * Sends a request, and again as the API asks for it: 429 and 503, and any refusal that says Retry-After, such as the 409
 * while the first request with the same key is still running. A connection that broke is tried again as well: what is
 * sent carries an Idempotency-Key, so it is carried out once.
 * @throws Unreachable
 */
export function retrying(fetch: Fetch, retry: Retrying): Fetch {
  return async (request) => {
    const { signal, url } = request;
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt >= retry.attempts;
      const outcome = await sent(fetch, isLast ? request : request.clone());
      if ('failure' in outcome) {
        signal.throwIfAborted();
        if (isLast) throw new Unreachable(url, outcome.failure);
        await waited(retry, backoffMs(attempt), signal);
        continue;
      }
      const { response } = outcome;
      const wait = waitMs(response, attempt, retry);
      if (isLast || wait === null || wait > retry.maxWaitMs) return response;
      await response.body?.cancel();
      await waited(retry, wait, signal);
    }
  };
}

async function sent(fetch: Fetch, request: Request): Promise<{ response: Response } | { failure: unknown }> {
  try {
    return { response: await fetch(request) };
  } catch (failure) {
    return { failure };
  }
}

async function waited({ sleep, maxWaitMs }: Retrying, milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.min(milliseconds, maxWaitMs), signal);
  signal.throwIfAborted();
}

/** How long to wait before the next try; null where another try would bring nothing else. */
function waitMs(response: Response, attempt: number, { now }: Retrying): number | null {
  if (response.ok) return null;
  const { status, headers } = response;
  const asked = retryAfterMs(headers.get('retry-after'), now());
  if (asked !== null && status >= 400) return asked;
  return status === 429 || status === 503 ? backoffMs(attempt) : null;
}

/** Of a Retry-After in seconds or as a date; null where it is neither. */
export function retryAfterMs(text: string | null, now: number): number | null {
  if (text === null || text.trim() === '') return null;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** 250 ms, 500 ms, 1 s, 2 s and so on. */
const backoffMs = (attempt: number): number => 125 * 2 ** attempt;

/** Wakes early where the call is given up. */
export const sleepFor: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
