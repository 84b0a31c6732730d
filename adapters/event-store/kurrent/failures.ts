/** The store was asked and gave no answer in time: whatever was asked for may or may not have happened. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

type Facts = { readonly type: unknown; readonly code: unknown; readonly message: string };

/** What the client says of an error: its own errors have a type, raw gRPC errors (its first call gives them) only a code. */
function facts(error: unknown): Facts {
  if (typeof error !== 'object' || error === null) return { type: undefined, code: undefined, message: String(error) };
  const { type, code, message } = error as { type?: unknown; code?: unknown; message?: unknown };
  return { type, code, message: String(message) };
}

export const isOfType = (error: unknown, type: string): boolean => facts(error).type === type;

const TRANSIENT_TYPES = new Set<unknown>(['timeout', 'deadline-exceeded', 'unavailable', 'cancelled', 'not-leader']);
/** Cancelled, unknown, deadline exceeded, resource exhausted, aborted, internal, unavailable (gRPC status codes). */
const TRANSIENT_CODES = new Set<unknown>([1, 2, 4, 8, 10, 13, 14]);
/** Errors of the client and of Node that have neither a type nor a number. */
const TRANSIENT_MESSAGES =
  /^Failed to discover|Channel has been shut down|write after end|^(connect|read|getaddrinfo) E/;

/**
 * Whether it may go better the next time. None of these says what became of an append: it is
 * always repeated with the same ids, never with new ones.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof Unanswered) return true;
  const { type, code, message } = facts(error);
  if (type !== undefined && type !== 'unknown') return TRANSIENT_TYPES.has(type);
  if (typeof code === 'number') return TRANSIENT_CODES.has(code);
  return type === 'unknown' || TRANSIENT_MESSAGES.test(message);
}

/** Bounds a promise that may never settle. What it does later is of no interest, but must not go unhandled. */
export function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unanswered(`${what}: no answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The promise's answer, or `Unanswered` as soon as the signal aborts: the client lets go of its calls silently. */
export function unless<T>(gone: AbortSignal, what: string, promise: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(new Unanswered(`${what}: the client was replaced`));
    if (gone.aborted) abort();
    gone.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(() => gone.removeEventListener('abort', abort));
  });
}
