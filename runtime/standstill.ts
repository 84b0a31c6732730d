export type Standing = { readonly name: string; readonly position: number; readonly lag: number };

/**
 * For how long read models have been seen behind without moving. One that moves, however slowly, does not stand
 * still; one that has nothing to do does not either.
 */
export class Standstill {
  /** Of each that was behind when it was last looked at: where it stood, and since when it has stood there. */
  readonly #behind = new Map<string, { readonly position: number; readonly since: number }>();

  /**
   * Takes note of where they are at `nowMs`, a reading of a clock that only goes forward; answers for how many
   * milliseconds each that is behind has stood still, which is 0 when it is first seen so.
   */
  observe(nowMs: number, all: readonly Standing[]): { readonly name: string; readonly stillMs: number }[] {
    return all.flatMap(({ name, position, lag }) => {
      if (lag === 0) {
        this.#behind.delete(name);
        return [];
      }
      const known = this.#behind.get(name);
      const since = known?.position === position ? known.since : nowMs;
      this.#behind.set(name, { position, since });
      return [{ name, stillMs: nowMs - since }];
    });
  }
}
