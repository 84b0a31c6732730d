import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** One route that answers JSON and does nothing else, in this very process: what the framework itself takes. */
export async function bareHono(): Promise<{ url: string; stop(): void }> {
  const app = new Hono().get('*', (c) => c.json({ status: 'ok' }));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, stop: () => server.close() }),
    );
  });
}
