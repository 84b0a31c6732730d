import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { StoreUnavailable } from '#runtime/event-store';
import { openApiDocument } from './kit/openapi.ts';
import { type Limits, serve } from './kit/pipeline.ts';
import type { HttpPorts } from './kit/ports.ts';
import { PROBLEMS, Problem, type ProblemCode } from './kit/problem.ts';
import { RateLimiter } from './kit/rate-limit.ts';
import type { Feature, Route } from './kit/route.ts';
import { type Asset, docsRoutes } from './pages/docs.ts';

export type App = {
  readonly fetch: Hono['fetch'];
  readonly request: Hono['request'];
  readonly routes: readonly Route[];
  readonly openApi: Record<string, unknown>;
};
export type AppOptions = {
  readonly ports: HttpPorts;
  readonly features: readonly Feature[];
  readonly publicUrl: string;
  readonly docsAsset: (name: string) => Promise<Asset | null>;
};

const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;
const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The HTTP application: every feature's routes behind one pipeline, with documents, health and metrics. */
export function createApp({ ports, features, publicUrl, docsAsset }: AppOptions): App {
  const routes = features.flatMap((feature) => feature.routes);
  for (const route of routes) {
    const roles = (route as { roles?: Route['roles'] }).roles;
    if (roles === undefined || roles.length === 0) throw new Error(`${route.method} ${route.path} declares no role`);
    if (!route.path.endsWith('/')) throw new Error(`${route.path} does not end in /`);
  }
  const app = new Hono({ strict: false });
  const limiter = (factor: number) => new RateLimiter(ports.ratePerMinute * factor, ports.monotonicMs);
  const limits: Limits = { perToken: limiter(1), perAccount: limiter(2), perAddress: limiter(1) };

  app.use(
    '*',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
      },
    }),
  );
  app.use('*', async (c, next) => {
    const sent = c.req.header('x-request-id');
    const requestId = sent !== undefined && REQUEST_ID.test(sent) ? sent : ports.uuid();
    const traceparent = c.req.header('traceparent');
    c.set('requestId' as never, requestId as never);
    if (traceparent !== undefined && TRACEPARENT.test(traceparent)) c.set('traceparent' as never, traceparent as never);
    const begun = ports.monotonicMs();
    await next();
    c.header('X-Request-Id', requestId);
    const seconds = (ports.monotonicMs() - begun) / 1000;
    const pattern = (c.get('pattern' as never) as string | undefined) ?? 'other';
    ports.observe(pattern, c.req.method, c.res.status, seconds);
    ports.log.info(
      {
        request_id: requestId,
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: Math.round(seconds * 1000),
      },
      'request',
    );
  });

  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1').replace(/\/$/, ''), (c) => {
      c.set('pattern' as never, route.path as never);
      return serve(c, route, ports, limits);
    });
  }

  const openApi = openApiDocument(routes, publicUrl);
  app.get('/openapi.json', (c) => c.json(openApi));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const readiness = await ports.readiness();
    return c.json(readiness, readiness.ready ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.body(await ports.metricsText(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  docsRoutes(app, docsAsset);

  app.notFound((c) => {
    const allowed = [
      ...new Set(
        routes.filter((route) => matchesPath(route.path, c.req.path)).map((route) => route.method.toUpperCase()),
      ),
    ];
    if (allowed.length > 0)
      return problem(
        c,
        new Problem(
          'method_not_allowed',
          `this address takes ${allowed.join(', ')}`,
          {},
          { Allow: allowed.join(', ') },
        ),
      );
    return problem(c, new Problem('not_found', 'there is nothing at this address'));
  });
  app.onError((error, c) => {
    if (error instanceof Problem) return problem(c, error);
    const requestId = c.get('requestId' as never) as string;
    if (error instanceof StoreUnavailable) {
      ports.log.error({ request_id: requestId, err: error.message }, 'store unavailable');
      return problem(
        c,
        new Problem(
          'unavailable',
          'the store does not answer; nothing is known to have been changed',
          {},
          { 'Retry-After': '2' },
        ),
      );
    }
    ports.log.error({ request_id: requestId, err: error.stack ?? String(error) }, 'request failed');
    return problem(c, new Problem('internal', 'this is our fault; name the request id when you report it'));
  });
  return { fetch: app.fetch, request: app.request, routes, openApi };
}

function problem(c: Context, error: Problem): Response {
  for (const [name, value] of Object.entries(error.headers)) c.header(name, value);
  const body = JSON.stringify(error.body(c.req.path, (c.get('requestId' as never) as string | undefined) ?? ''));
  c.header('Content-Type', 'application/problem+json');
  return c.body(body, error.status as 400);
}

const matchesPath = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+').replace(/\/$/, '')}/?$`).test(path);

export const problemCodes = Object.keys(PROBLEMS) as ProblemCode[];
