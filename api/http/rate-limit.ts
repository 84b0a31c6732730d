import { Problem } from './problem.ts';

type Bucket = { tokens: number; at: number };

/** So many names are remembered at most; those unused for longest are forgotten first. */
const MAX_NAMES = 50_000;

/**
 * Token buckets by name: so many requests a minute, with a burst of as many. In this process's
 * memory; of several processes each gives its own share.
 */
export class RateLimiter {
  readonly #perMinute: number;
  readonly #monotonicMs: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, monotonicMs: () => number) {
    this.#perMinute = perMinute;
    this.#monotonicMs = monotonicMs;
  }

  /**
   * Takes `cost` (1 unless told) under every name, or nothing at all: then throws 429. Answers the headers of the tightest.
   */
  take(names: readonly string[], cost = 1): Readonly<Record<string, string>> {
    const buckets = names.map((name) => this.#refilled(name));
    const tightest = Math.min(...buckets.map(({ tokens }) => tokens));
    if (tightest < cost) throw this.#refusal(tightest);
    for (const bucket of buckets) bucket.tokens -= cost;
    return this.#headers(tightest - cost);
  }

  /** The 429 of that name where nothing is left under it, else null; takes nothing. */
  refusal(name: string): Problem | null {
    const { tokens } = this.#refilled(name);
    return tokens < 1 ? this.#refusal(tokens) : null;
  }

  /** The headers of that name as it is now. */
  look(name: string): Readonly<Record<string, string>> {
    return this.#headers(this.#refilled(name).tokens);
  }

  #refilled(name: string): Bucket {
    const now = this.#monotonicMs();
    const before = this.#buckets.get(name) ?? { tokens: this.#perMinute, at: now };
    const gained = ((now - before.at) / 60_000) * this.#perMinute;
    const bucket = { tokens: Math.min(this.#perMinute, before.tokens + gained), at: now };
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    if (this.#buckets.size > MAX_NAMES) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    return bucket;
  }

  #headers(tokens: number): Readonly<Record<string, string>> {
    const left = Math.max(0, Math.floor(tokens));
    return {
      'RateLimit-Limit': String(this.#perMinute),
      'RateLimit-Remaining': String(left),
      'RateLimit-Reset': String(Math.ceil(((this.#perMinute - left) / this.#perMinute) * 60)),
    };
  }

  #refusal(tokens: number): Problem {
    // As if one were wanted, also where less would do.
    const wait = Math.max(1, Math.ceil(((1 - tokens) / this.#perMinute) * 60));
    const headers = { ...this.#headers(tokens), 'Retry-After': String(wait) };
    return new Problem('rate_limited', `at most ${this.#perMinute} requests a minute`, {}, headers);
  }
}
