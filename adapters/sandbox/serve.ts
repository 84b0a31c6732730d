import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { SandboxState } from './state.ts';

/** `refuse`: the provider is to refuse this request in its own words. */
export type StandInEnv = { Bindings: HttpBindings; Variables: { refuse: boolean } };

/** Serves stand-ins on a free port of this machine only. `close` cuts what is still under way. */
export async function serveStandIns(app: {
  readonly fetch: Parameters<typeof serve>[0]['fetch'];
}): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  // Of a single connection; its caller meets an error of its own.
  server.on('error', () => undefined);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Milliseconds after which a slow provider answers: longer than its callers wait. */
const SLOW_MS = 20_000;

/**
 * Puts the fault that is set for `provider` before its routes, one a request. `down` answers 503 and does nothing;
 * `refuse` is left to the routes; the others do the work and then fail to answer in time, at all, or in full.
 */
export const faults =
  (state: SandboxState, provider: string, slowMs = SLOW_MS): MiddlewareHandler<StandInEnv> =>
  async (c, next) => {
    const mode = await state.fault(provider);
    if (mode === 'down') return c.text('Service Unavailable', 503);
    c.set('refuse', mode === 'refuse');
    await next();
    if (mode === 'off' || mode === 'refuse') return;
    const { outgoing } = c.env;
    if (mode === 'slow') await elapsed(outgoing, slowMs);
    if (mode === 'half_answer') await sendHalf(outgoing, c.res);
    if (mode === 'lose_answer') outgoing.destroy();
    if (!outgoing.destroyed) return;
    c.res = undefined;
    c.res = RESPONSE_ALREADY_SENT;
  };

type Outgoing = HttpBindings['outgoing'];

/** Until the time is over or the caller has gone. */
const elapsed = (outgoing: Outgoing, ms: number) =>
  new Promise<void>((resolve) => {
    if (outgoing.destroyed) return resolve();
    const timer = setTimeout(resolve, ms);
    outgoing.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** The length is that of the whole answer; where there is no body, nothing is sent. */
async function sendHalf(outgoing: Outgoing, answer: Response): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  if (body.length > 0) {
    const headers = { ...Object.fromEntries(answer.headers), 'content-length': String(body.length) };
    outgoing.writeHead(answer.status, headers);
    const half = body.subarray(0, body.length >> 1);
    await new Promise<void>((resolve) => outgoing.write(half, () => resolve()));
  }
  outgoing.destroy();
}
