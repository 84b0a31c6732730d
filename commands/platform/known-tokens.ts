import type { IssuedToken } from '#domain/platform/access-token';

/** So long is a token believed to be as it was read, in milliseconds: by then at the latest what another process revoked is refused. */
const BELIEVED_MS = 500;
const MOST = 10_000;

type Known = { readonly token: IssuedToken | null; readonly at: number };

/** Tokens as they were read a moment ago, so that whoever calls often is not looked up each time. What this process revokes is forgotten at once. */
export class KnownTokens {
  readonly #read: (id: number) => Promise<IssuedToken | null>;
  readonly #monotonicMs: () => number;
  readonly #known = new Map<number, Known>();
  /** How often one was forgotten: what was being read meanwhile is not kept. */
  #forgotten = 0;

  constructor(read: (id: number) => Promise<IssuedToken | null>, monotonicMs: () => number) {
    this.#read = read;
    this.#monotonicMs = monotonicMs;
  }

  async find(id: number): Promise<IssuedToken | null> {
    const known = this.#known.get(id);
    // Of when it was asked for, not of when the answer came.
    const at = this.#monotonicMs();
    if (known !== undefined && at - known.at < BELIEVED_MS) return known.token;
    const forgotten = this.#forgotten;
    const token = await this.#read(id);
    if (forgotten === this.#forgotten) this.#keep(id, { token, at });
    return token;
  }

  forget(id: number): void {
    this.#forgotten += 1;
    this.#known.delete(id);
  }

  #keep(id: number, known: Known): void {
    // Nothing is kept of tokens that are not there: their number is whatever somebody guesses.
    if (known.token === null) return;
    this.#known.delete(id);
    this.#known.set(id, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
  }
}
