import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { EgressOptions } from '#adapters/egress';
import type { SandboxState } from './state.ts';

/** The address that every public name has in a sandbox. */
const ANYWHERE = '93.184.215.14';
/** How long the sandbox's live check waits, and after how long a slow page answers. */
const LIMIT_MS = 1_000;
const SLOW_MS = 1_500;

/**
 * The web of a sandbox: every public name leads to one server of this machine, behind the same guard that stands
 * before the real one. It serves the pages that were put there, and nothing else; one listener for each scheme.
 */
export async function createSandboxPages(state: SandboxState): Promise<{
  readonly egressOptions: EgressOptions;
  close(): Promise<void>;
}> {
  const [http, https] = [await listen(pageServer(state, 'http')), await listen(pageServer(state, 'https'))];
  const dialled = new WeakMap<Socket, string>();
  return {
    egressOptions: {
      timeoutMs: LIMIT_MS,
      ports: [80, 443],
      resolve: async () => [ANYWHERE],
      connect: ({ address, secure }) =>
        new Promise((resolve, reject) => {
          const socket = connect({ host: '127.0.0.1', port: portOf(secure ? https : http) });
          dialled.set(socket, address);
          // For good: it may break before whoever asked for it has it.
          socket.on('error', reject);
          socket.once('connect', () => resolve(socket));
        }),
      connectedTo: (socket) => dialled.get(socket) ?? '',
      secure: async (socket) => socket,
    },
    close: async () => {
      for (const server of [http, https]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

const pageServer =
  (state: SandboxState, scheme: 'http' | 'https'): RequestListener =>
  async (request, response) => {
    const mode = await state.fault('pages').catch(() => 'down' as const);
    if (mode === 'down' || mode === 'lose_answer') return void request.socket.destroy();
    if (mode === 'refuse') return void response.writeHead(403).end();
    const page = await state.page(`${scheme}://${request.headers.host}${request.url}`).catch(() => null);
    const location = page?.redirect_to ?? null;
    const status = location === null ? (page?.status ?? 404) : 302;
    const { type, bytes } = contentOf(page?.html ?? '');
    response.writeHead(status, {
      'content-type': type,
      'content-length': bytes.byteLength,
      ...(location === null ? {} : { location }),
    });
    if (mode === 'half_answer')
      return void response.write(bytes.subarray(0, Math.max(1, bytes.byteLength >> 1)), () => request.socket.destroy());
    if (mode === 'slow') setTimeout(() => response.end(bytes), SLOW_MS).unref();
    else response.end(bytes);
  };

/** What a page is made of: HTML, or, where it is a `data:` address of a picture, that picture. */
function contentOf(html: string): { readonly type: string; readonly bytes: Buffer } {
  const [, type, base64] = /^data:(image\/[a-z+]+);base64,([A-Za-z0-9+/=]*)$/.exec(html) ?? [];
  if (type !== undefined && base64 !== undefined) return { type, bytes: Buffer.from(base64, 'base64') };
  return { type: 'text/html; charset=utf-8', bytes: Buffer.from(html) };
}

const listen = (handler: RequestListener): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
