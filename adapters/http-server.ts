import { serve } from '@hono/node-server';
import { StartProblem } from './start-problem.ts';

export type HttpServer = {
  readonly url: string;
  /** From now on requests go here; before, they are told that the process is starting. */
  answerWith(fetch: Answer): void;
  /** Takes no more requests and gives those under way a moment. May be called more than once. */
  stop(): Promise<void>;
};
type Answer = (request: Request, env: never) => Response | Promise<Response>;

/** So long may requests that are under way take when the process stops. */
const LAST_ANSWERS_MS = 2_000;

/**
 * Takes the port before anything else is begun, so that a second process on it stops at once and has changed nothing.
 * `onError` hears of connections that could not be accepted later on. Throws `StartProblem` where the port or the host cannot be had.
 */
export function openHttpServer(port: number, host: string, onError: (error: Error) => void): Promise<HttpServer> {
  let answer: Answer = starting;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: (request, env) => answer(request, env as never), port, hostname: host }, (bound) => {
      // From here on it is about single connections: no file descriptors are left, say.
      server.off('error', refused).on('error', onError);
      const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      let stopped: Promise<void> | undefined;
      resolve({
        url: `http://${named}:${bound.port}`,
        answerWith: (fetch) => {
          answer = fetch;
        },
        stop: () => {
          stopped ??= new Promise<void>((done) => {
            server.close(() => done());
            const connections = server as { closeIdleConnections?(): void; closeAllConnections?(): void };
            connections.closeIdleConnections?.();
            // What streams never ends by itself.
            setTimeout(() => connections.closeAllConnections?.(), LAST_ANSWERS_MS).unref();
          });
          return stopped;
        },
      });
    });
    const refused = (error: NodeJS.ErrnoException) => reject(whyNot(error, port, host));
    server.once('error', refused);
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `PORT: ${port} is in use on ${host}; stop what uses it, or set PORT (0 takes a free one)`,
      );
    case 'EACCES':
      return new StartProblem(`PORT: ${port} may not be used by this user; set PORT to one above 1023`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new StartProblem(`HOST: ${host} is no address of this machine; 127.0.0.1 and 0.0.0.0 always are`);
    default:
      return error;
  }
}

/** Alive, and nothing else yet. */
function starting(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (/^\/healthz\/?$/.test(pathname)) return Response.json({ status: 'ok' });
  const problem = {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    detail: 'the process is starting',
    instance: pathname,
    code: 'starting',
  };
  const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '1', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(problem), { status: 503, headers });
}
