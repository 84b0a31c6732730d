import type { NotFound, Trouble } from '#commands/billing/ports-payments';
import { epochMs, type Instant } from '#domain/kernel/time';
import type { Api, Failure } from './client.ts';

/** Stripe keeps a key for 24 hours at least. */
const SAFE_MS = 20 * 3_600_000;
/** How often one key begins anew after what it had made was closed again. */
const ROUNDS = 25;

type Intent = { readonly key: string; readonly intendedAt: Instant };
/** The options of one call: each has a key of its own. */
export type Step = (name?: string) => { readonly idempotencyKey: string };
/** What the key had made is closed, and nothing was or will be done by it. */
export const AGAIN = { outcome: 'again' } as const;
type Outcome = { readonly outcome: string };

/** How many safe spans old the intent is; each has a key of its own. */
const spanOf = ({ intendedAt }: Intent, now: Instant): number =>
  Math.max(0, Math.floor((epochMs(now) - epochMs(intendedAt)) / SAFE_MS));

/**
 * Does what is intended, once. A key that Stripe may have forgotten is never sent: what was done is looked up, and where that
 * is nothing, a new key takes its place. So it does where Stripe keeps answering with trouble of its own under the key.
 */
export async function carryOut<T extends Outcome>(
  api: Api,
  intent: Intent,
  find: () => Promise<T | NotFound | Trouble>,
  attempt: (step: Step) => Promise<T | Trouble | typeof AGAIN>,
): Promise<Exclude<T, NotFound> | Trouble> {
  type End = Exclude<T, NotFound> | Trouble;
  const span = spanOf(intent, api.now());
  if (span > 0) {
    const found = await find();
    if (found.outcome !== 'not_found') return found as End;
  }
  for (let round = 1; round <= ROUNDS; round++) {
    try {
      const end = await attempt(stepsOf(api, intent, span, round));
      if (end.outcome !== 'again') return end as End;
    } catch (error) {
      const failure = api.failureOf(error);
      if (!failure.kept) return troubleOf(failure);
      const found = await find();
      if (found.outcome !== 'not_found') return found as End;
    }
  }
  return { outcome: 'temporary', error: `stripe has closed ${ROUNDS} attempts with one key; a new key follows` };
}

function stepsOf(api: Api, intent: Intent, span: number, round: number): Step {
  const key = `${intent.key}${span === 0 ? '' : `:v${span + 1}`}${round === 1 ? '' : `:r${round}`}`;
  return (name) => {
    if (spanOf(intent, api.now()) !== span) throw new Error('was not asked on: the key has become too old meanwhile');
    return { idempotencyKey: name === undefined ? key : `${key}:${name}` };
  };
}

/** Of a call before which nothing was made. */
export function troubleOf({ kind, error }: Failure): Trouble {
  if (kind === 'unreached' || kind === 'busy') return { outcome: 'temporary', error };
  return { outcome: kind === 'unclear' ? 'unknown' : 'refused', error };
}

/** A look-up that fails leaves it unknown what was done. */
export async function lookedUp<T>(api: Api, look: () => Promise<T>): Promise<T | Trouble> {
  try {
    return await look();
  } catch (error) {
    return { outcome: 'unknown', error: api.failureOf(error).error };
  }
}

/** Null where nothing has the id. */
export async function orNull<T>(api: Api, asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (api.failureOf(error).absent) return null;
    throw error;
  }
}

/** All of a list that `which` takes, newest first; none where what the list is of does not exist. */
export async function all<T>(api: Api, list: AsyncIterable<T>, which: (each: T) => boolean): Promise<T[]> {
  const taken: T[] = [];
  let seen = 0;
  try {
    for await (const each of list) {
      seen++;
      if (which(each)) taken.push(each);
    }
  } catch (error) {
    // Later it is a page's first element that is gone, not what the list is of.
    if (seen > 0 || !api.failureOf(error).absent) throw error;
  }
  return taken;
}

/** One of our ids in an object's metadata; null where it is none. */
export function ourId(metadata: Readonly<Record<string, string>> | null, name: string): number | null {
  const text = metadata?.[name] ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** Of a field that holds an object or its id. */
export const idOf = (field: string | { readonly id: string } | null | undefined): string | null =>
  typeof field === 'string' ? field : (field?.id ?? null);
