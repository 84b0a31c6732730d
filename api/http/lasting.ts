import { stillAccepted } from './authenticate.ts';
import type { HttpDeps } from './deps.ts';
import type { Principal } from './principal.ts';

/** A caller whose stream is open is looked at again so often (ms), so that it ends within a second of the credential. */
const LOOK_MS = 500;

/**
 * The stream, for as long as its caller is accepted: it ends when the token is revoked or expires, whichever process that
 * is told to, and nothing that came up after that is passed on. `last` is said
 * before it ends so.
 */
export function whileAccepted(
  inner: ReadableStream<Uint8Array>,
  principal: Principal,
  deps: Pick<HttpDeps, 'tokens' | 'sessions' | 'clock' | 'pause'>,
  last: Uint8Array | null = null,
): ReadableStream<Uint8Array> {
  const reader = inner.getReader();
  const over = new AbortController();
  const accepted = () => stillAccepted(principal, deps);
  const leave = async (reason?: unknown): Promise<void> => {
    over.abort();
    await reader.cancel(reason).catch(() => undefined);
  };
  const end = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (last !== null) controller.enqueue(last);
    controller.close();
  };
  async function watch(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    while (!over.signal.aborted) {
      await deps.pause(LOOK_MS, over.signal).catch(() => undefined);
      if (over.signal.aborted || (await accepted())) continue;
      end(controller);
      await leave();
    }
  }
  return new ReadableStream({
    start(controller) {
      // A stream that was given up meanwhile cannot be closed; there is nobody to tell.
      void watch(controller).catch(() => leave());
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (over.signal.aborted) return;
      if (!done && (await accepted())) {
        if (!over.signal.aborted) controller.enqueue(value);
        return;
      }
      if (over.signal.aborted) return;
      over.abort();
      if (done) controller.close();
      else end(controller);
      await leave();
    },
    cancel: leave,
  });
}
