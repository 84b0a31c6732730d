import type { HttpDeps } from './deps.ts';
import type { TimeLeft } from './in-time.ts';
import type { Principal } from './principal.ts';
import { Problem } from './problem.ts';
import type { Route } from './routes.ts';

/** So long does a request wait for read models that have not got there yet, in milliseconds. */
export const WAIT_MS = 2000;

/** Not about the command: it is never kept under its key, and tried again it may be decided. */
export const notYetVisible = (detail: string): Problem =>
  new Problem('not_yet_visible', detail, {}, { 'Retry-After': '1' });

/** Refusals that may come of what a read model did not show, as against of what was sent or of who sent it. */
const DOUBTFUL: readonly number[] = [404, 409, 422];

/**
 * What a command, or a question that is posted, looks up before it is decided: whether what the path names is there, whose it is, what it may do.
 * Read models follow the log after a moment; what is decided by them must not be decided by what they showed before.
 */
export function lookUps(route: Route, deps: HttpDeps, left: TimeLeft) {
  const { readModels } = deps;
  const concerned = route.roles !== 'public' && route.method !== 'get' && route.looksUp !== false;
  const behind = () => notYetVisible('the read models do not show yet what this is decided by; try again');

  return {
    /** Waits where the read models have been behind for longer than a moment. Who may not come in need not wait. */
    async fresh(principal: Principal | null): Promise<void> {
      if (!concerned || !readModels.fresh || (principal && !route.roles.includes(principal.role))) return;
      if (!(await readModels.fresh(left.share(WAIT_MS)))) throw behind();
    },

    /** Waits for everything that the log tells now. */
    async upToDate(): Promise<void> {
      const { position, sinceThen } = readModels;
      if (position && (await sinceThen?.(position(), left.share(WAIT_MS))) === 'behind') throw behind();
    },

    /**
     * Answers `work`. A refusal that may come of what was not shown yet is not believed: once it is shown, what was
     * looked up before `work` is looked up again, and `work` has the last word.
     */
    async certain<T>(work: () => Promise<T>, lookAgain: () => Promise<void>): Promise<T> {
      const { position, sinceThen } = readModels;
      if (!concerned || !position || !sinceThen) return work();
      const since = position();
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Problem) || !DOUBTFUL.includes(error.status)) throw error;
        const known = await sinceThen(since, left.share(WAIT_MS));
        if (known === 'complete') throw error;
        if (known === 'behind') throw behind();
        await lookAgain();
        return work();
      }
    },
  };
}

/** What was just decided and is read for its answer. It is there, unless its read model takes no more of its events. */
export function there<T>(row: T | undefined): T {
  if (row === undefined)
    throw notYetVisible('it was done, and its read model does not show it; see /api/v1/ops/projections/');
  return row;
}
