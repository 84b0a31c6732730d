import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { readonly body: Uint8Array; readonly header: string; readonly type: string };

/** Takes webhooks, and answers them as it is told. */
export async function receiver() {
  const seen: Received[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { type } = JSON.parse(body.toString()) as { type: string };
    seen.push({ body, header: String(request.headers['stripe-signature']), type });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`,
    types: () => seen.map(({ type }) => type),
    answer(code: number): void {
      status = code;
    },
    reset(): void {
      seen.length = 0;
      status = 200;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
