import type { AnyGiven } from './call.ts';
import { RevisionMoved } from './problem.ts';

type Listed<T> = {
  readonly results: readonly T[];
  readonly next?: string | null;
  readonly next_after?: number | null;
};
type Page<T> = { readonly data: Listed<T> };

/** What all pages list, one by one. Logs go on by position (`next_after`), other lists by page number (`next`). */
export async function* itemsOf<T>(
  ask: (query: object) => Promise<Page<T>>,
  { query: asked = {} }: AnyGiven = {},
): AsyncGenerator<T> {
  let query: object | null = asked;
  while (query !== null) {
    const { data }: Page<T> = await ask(query);
    yield* data.results;
    query = following(data, query);
  }
}

/** The query of the next page; null after the last. */
function following({ next, next_after: after }: Listed<unknown>, query: object): object | null {
  if (typeof after === 'number') return { ...query, after };
  const page = next ? new URLSearchParams(next.slice(next.indexOf('?'))).get('page') : null;
  return page === null ? null : { ...query, page: Number(page) };
}

/**
 * Looks and acts on what was seen, by `ifMatch`; looks and acts anew where somebody else was faster.
 * @throws RevisionMoved it was so `tries` times
 */
export async function retryIfMoved<T>(lookAndAct: () => Promise<T>, tries = 3): Promise<T> {
  for (let left = tries - 1; ; left--) {
    try {
      return await lookAndAct();
    } catch (error) {
      if (!(error instanceof RevisionMoved) || left <= 0) throw error;
    }
  }
}
