/** So long does work of the background wait, for each of its steps, while somebody waits for an answer; in milliseconds. */
const MOST_MS = 20;

/** Who asks something goes first: steps of the background begin when nobody waits for an answer, or after a moment. */
export class Courtesy {
  #asking = 0;
  readonly #waiting = new Set<() => void>();

  /** Somebody waits for an answer, until what this gives is called. */
  enter(): () => void {
    this.#asking += 1;
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#asking -= 1;
      if (this.#asking === 0) for (const go of [...this.#waiting]) go();
    };
  }

  /** Resolves when a step may begin. */
  turn(): Promise<void> | undefined {
    if (this.#asking === 0) return undefined;
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        this.#waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, MOST_MS);
      this.#waiting.add(go);
    });
  }
}
