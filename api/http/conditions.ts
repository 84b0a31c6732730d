import type { Context } from 'hono';
import { Problem } from './problem.ts';
import { MIN_POSITION, type RawQuery, readQuery } from './query.ts';
import type { HttpEnv } from './routes.ts';

/** What the headers and the query ask for besides the content. */
export type Conditions = {
  readonly rawQuery: RawQuery;
  readonly ifMatch: number | undefined;
  readonly idempotencyKey: string | undefined;
  readonly minPosition: number | undefined;
  /** What is malformed. It is answered only once it is known that the caller may be here at all. */
  readonly problem: Problem | null;
};

/** Of what does not concern itself with them: probes, metrics, documents. */
export const NO_CONDITIONS: Conditions = {
  rawQuery: new Map(),
  ifMatch: undefined,
  idempotencyKey: undefined,
  minPosition: undefined,
  problem: null,
};

const KEY = /^[\x20-\x7e]{1,255}$/;
const ETAG = /^"(0|[1-9]\d{0,14})"$/;
const POSITION = /^\d{1,15}$/;

export function readConditions(c: Context<HttpEnv>): Conditions {
  let problem: Problem | null = null;
  const spoiled = <T>(detail: string, instead: T): T => {
    problem ??= new Problem('malformed', detail);
    return instead;
  };
  let rawQuery: RawQuery = new Map();
  try {
    rawQuery = readQuery(c.req.raw.url);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problem = error;
  }

  const match = c.req.header('if-match')?.trim();
  const revision = ETAG.exec(match ?? '')?.[1];
  const ifMatch =
    revision !== undefined
      ? Number(revision)
      : match === undefined || match === '*'
        ? undefined
        : spoiled('If-Match must be one strong ETag of this API, such as "3", or *', undefined);

  const key = c.req.header('idempotency-key');
  const idempotencyKey =
    key === undefined || KEY.test(key)
      ? key
      : spoiled('Idempotency-Key must be 1 to 255 printable ASCII characters', undefined);

  const wanted = c.req.header('x-min-position') ?? rawQuery.get(MIN_POSITION)?.[0];
  const minPosition =
    wanted === undefined
      ? undefined
      : POSITION.test(wanted)
        ? Number(wanted)
        : spoiled('the minimum position must be the number of an X-Event-Position header', undefined);
  return { rawQuery, ifMatch, idempotencyKey, minPosition, problem };
}
