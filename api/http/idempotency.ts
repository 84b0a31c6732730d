import { createHash } from 'node:crypto';
import { isUnavailable } from '#runtime/event-store';
import type { HttpDeps, StoredAnswer } from './deps.ts';
import type { TimeLeft } from './in-time.ts';
import { Problem } from './problem.ts';

/** What a key is kept by, and what the request with it was. */
export type Keyed = { readonly scope: string; readonly key: string; readonly hash: string };

/** The scope is the credential, the route and what its path names; the hash covers the whole request. */
export function keyed(
  caller: string,
  route: string,
  key: string,
  request: {
    readonly method: string;
    readonly path: string;
    readonly search: string;
    readonly bytes: Uint8Array;
    readonly contentType: string;
  },
): Keyed {
  const path = request.path.replace(/\/$/, '');
  const full = `${caller} ${route} ${path}`;
  const scope = full.length <= 400 ? full : createHash('sha256').update(full).digest('hex');
  const hash = createHash('sha256').update(JSON.stringify([request.method, path, request.search]));
  for (const part of partsOf(request.bytes, request.contentType)) hash.update(part);
  return { scope, key, hash: hash.digest('hex') };
}

/** All of a body; of a form in parts without what only divides them, which is another each time that the same form is sent. */
function partsOf(bytes: Uint8Array, contentType: string): Uint8Array[] {
  const [, quoted, bare] = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return [bytes];
  const divider = Buffer.from(`--${boundary}`, 'latin1');
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = body.indexOf(divider); at !== -1; at = body.indexOf(divider, from)) {
    // How long a part is says where it ends.
    parts.push(Buffer.from(`${at - from}:`), body.subarray(from, at));
    from = at + divider.length;
  }
  return [...parts, body.subarray(from)];
}

/** The caller sees that this is not the first time it is said. */
const replayed = (answer: StoredAnswer): StoredAnswer => ({
  ...answer,
  headers: { ...answer.headers, 'Idempotency-Replayed': 'true' },
});

/** The first answer again, where there is one; for a request that could not come as far as `once` any more. */
export async function recall(deps: HttpDeps, { scope, key, hash }: Keyed): Promise<StoredAnswer | null> {
  const answer = await deps.idempotency.find(scope, key, hash);
  return answer && replayed(answer);
}

/** What is decided once and for all. What may be different the next time, or says itself when to try again, is not kept. */
const kept = ({ status, headers }: StoredAnswer): boolean =>
  (status < 300 || [404, 409, 412, 422].includes(status)) && headers['Retry-After'] === undefined;

/**
 * Runs the command once for its key. `run` answers a problem as an answer and throws only what
 * nobody decided; then the key is let go, and tried again it gives the same command id, so that
 * what was half done is recognised. What was decided is answered in the time that is left, noted or not.
 */
export async function once(
  deps: HttpDeps,
  { scope, key, hash }: Keyed,
  left: TimeLeft,
  run: (commandId: string) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const begun = await deps.idempotency.begin(scope, key, hash);
  if (begun.kind === 'replay') return replayed(begun.response);
  if (begun.kind === 'mismatch')
    throw new Problem('idempotency_mismatch', 'this Idempotency-Key came before with another request');
  if (begun.kind === 'running') {
    const detail = 'the first request with this Idempotency-Key has not been answered yet';
    throw new Problem('idempotency_in_progress', detail, {}, { 'Retry-After': '1' });
  }
  let answer: StoredAnswer;
  try {
    answer = await run(begun.commandId);
  } catch (error) {
    const letGo = settle(deps, () => deps.idempotency.abandon(scope, key));
    // A store that is away would only keep the caller waiting; the claim is let go of as soon as it hears of it.
    if (!isUnavailable(error)) await letGo;
    throw error;
  }
  const decided = answer;
  const keep = kept(decided);
  const noted = settle(deps, () =>
    keep ? deps.idempotency.finish(scope, key, decided) : deps.idempotency.abandon(scope, key),
  );
  await soon(noted, left.share(NOTING_MS, SENDING_MS));
  return decided;
}

/** So long is it waited, in milliseconds, for what was decided to be noted; the database has other limits before that. */
const NOTING_MS = 60_000;
/** What is kept of the time that is left for sending it. */
const SENDING_MS = 200;

/** Waits for `work`, and no longer than that; it goes on by itself then. */
async function soon(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** The command is decided: that its answer could not be noted is ours to know, the caller gets it. The lease runs out. */
async function settle(deps: HttpDeps, note: () => Promise<void>): Promise<void> {
  try {
    await note();
  } catch (error) {
    deps.logger.error({ err: error }, 'an idempotency key could not be settled');
  }
}
