export type KeptOptions<T> = {
  readonly mostBytes: number;
  /** Nothing is kept for longer. */
  readonly lastsMs: number;
  readonly bytesOf: (value: T) => number;
  readonly monotonicMs: () => number;
};
type Entry<T> = { readonly value: T; readonly bytes: number; readonly until: number };

/** What takes long to make and is asked for again, in this process's memory: what was not asked for longest goes first. */
export class Kept<T> {
  readonly #options: KeptOptions<T>;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #making = new Map<string, Promise<T | null>>();
  #bytes = 0;

  constructor(options: KeptOptions<T>) {
    this.#options = options;
  }

  /** Made once for all who ask for it meanwhile. What could not be made, or is null, is not kept. */
  async get(name: string, make: () => Promise<T | null>): Promise<T | null> {
    const known = this.#entries.get(name);
    if (known && known.until > this.#options.monotonicMs()) {
      this.#entries.delete(name);
      this.#entries.set(name, known);
      return known.value;
    }
    const begun = this.#making.get(name);
    if (begun !== undefined) return begun;
    const making = make().finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    const value = await making;
    if (value !== null) this.#keep(name, value);
    return value;
  }

  #keep(name: string, value: T): void {
    const { mostBytes, lastsMs, bytesOf, monotonicMs } = this.#options;
    this.#forget(name);
    const bytes = bytesOf(value);
    if (bytes > mostBytes) return;
    this.#entries.set(name, { value, bytes, until: monotonicMs() + lastsMs });
    this.#bytes += bytes;
    while (this.#bytes > mostBytes) this.#forget(this.#entries.keys().next().value ?? '');
  }

  #forget(name: string): void {
    this.#bytes -= this.#entries.get(name)?.bytes ?? 0;
    this.#entries.delete(name);
  }
}
