import { Problem } from './problem.ts';

export type RateHeaders = Readonly<Record<'RateLimit-Limit' | 'RateLimit-Remaining' | 'RateLimit-Reset', string>>;
type Bucket = { tokens: number; at: number };

/** So many names are remembered at most; the stalest are forgotten first. */
const MAX_NAMES = 50_000;

/**
 * Token buckets by name: `perMinute` requests a minute with bursts of as many. In this process's
 * memory: with several processes each gives its own share.
 */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #monotonicMs: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, monotonicMs: () => number) {
    this.#perMinute = perMinute;
    this.#monotonicMs = monotonicMs;
  }

  /** Takes one; answers the headers, or throws 429 with Retry-After. */
  take(name: string): RateHeaders {
    const now = this.#monotonicMs();
    const before = this.#buckets.get(name) ?? { tokens: this.#perMinute, at: now };
    const tokens = Math.min(this.#perMinute, before.tokens + ((now - before.at) / 60_000) * this.#perMinute);
    this.#buckets.delete(name);
    this.#buckets.set(name, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > MAX_NAMES) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    const wait = Math.max(1, Math.ceil(((1 - tokens) / this.#perMinute) * 60));
    const left = Math.max(0, Math.floor(tokens - 1));
    const headers = {
      'RateLimit-Limit': String(this.#perMinute),
      'RateLimit-Remaining': String(left),
      'RateLimit-Reset': String(tokens >= 1 ? Math.ceil(((this.#perMinute - left) / this.#perMinute) * 60) : wait),
    };
    if (tokens < 1)
      throw new Problem(
        'rate_limited',
        `at most ${this.#perMinute} requests a minute`,
        {},
        { ...headers, 'Retry-After': String(wait) },
      );
    return headers;
  }
}
