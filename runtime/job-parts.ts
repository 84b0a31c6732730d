/** How many failures a run names; it counts them all. */
const NAMED = 5;

/**
 * The parts of a job's run. One that fails keeps none of the others from its turn, and the run says so at its end:
 * a night on which one invoice cannot be made is no night without invoices.
 */
export type JobParts = {
  /** Does one part; where it fails, `otherwise` stands for what it would have answered. */
  attempt<T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T>;
  /** One part for each id; answers the sum of what they did. */
  each(what: string, ids: readonly number[], work: (id: number) => Promise<number>): Promise<number>;
  /** What was done; thrown, together with what failed, where anything did. */
  report(done: string): string;
};

export function jobParts(): JobParts {
  const failures: string[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      return otherwise;
    }
  };
  return {
    attempt,
    async each(what, ids, work) {
      let done = 0;
      for (const id of ids) done += await attempt(`${what} ${id}`, () => work(id), 0);
      return done;
    },
    report(done) {
      if (failures.length === 0) return done;
      throw new Error(`${done}; ${failures.length} failed: ${failures.slice(0, NAMED).join('; ')}`);
    },
  };
}
