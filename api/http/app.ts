import { Hono } from 'hono';
import { Acquaintances, addressOf } from './authenticate.ts';
import { checkRoutes } from './check-routes.ts';
import type { HttpDeps, ProblemPage } from './deps.ts';
import { neutralHosts } from './hosts.ts';
import { inTime } from './in-time.ts';
import { observe } from './observe.ts';
import { openApiDocument } from './openapi.ts';
import { operationsRoutes } from './operations.ts';
import { answerProblem, serve } from './pipeline.ts';
import { asProblem, notFound, Problem } from './problem.ts';
import { RateLimiter } from './rate-limit.ts';
import type { FeatureRoutes, HttpEnv, Route } from './routes.ts';

export type App = {
  readonly fetch: Hono['fetch'];
  readonly request: Hono['request'];
  /** Every route that is served, for whoever wants to try each of them with every role. */
  readonly routes: readonly Route[];
  readonly openApi: () => unknown;
};

/** The API as pages ask it: inside this process, through the same pipeline. */
export type Inside = {
  readonly fetch: (request: Request, env: unknown) => Promise<Response>;
  readonly routes: readonly Route[];
};
export type Pages = { readonly features: readonly FeatureRoutes[]; readonly problem: ProblemPage };

/** The HTTP application: every feature's routes behind one pipeline. Throws for a route that says too little. */
export function createApp(
  given: HttpDeps,
  features: readonly FeatureRoutes[],
  pagesOn: (inside: Inside) => Pages | null = () => null,
): App {
  const app = new Hono<HttpEnv>();
  const api = features.flatMap(({ routes }) => routes);
  const pages = pagesOn({ fetch: async (request, env) => app.fetch(request, env as object), routes: api });
  const deps: HttpDeps = { ...given, problemPage: pages?.problem };
  const limiter = new RateLimiter(deps.limits.ratePerMinute, deps.monotonicMs);
  const callers = { limiter, met: new Acquaintances() };
  const declared = [...api, ...(pages?.features ?? []).flatMap(({ routes }) => routes)];
  const routes = [...declared, ...operationsRoutes(deps, () => openApi())].sort(fixedFirst);
  checkRoutes(routes, deps);
  // Made when somebody first asks for it: it takes as long as all the rest of a start.
  let document: unknown;
  const openApi = () => {
    document ??= openApiDocument(routes, deps.version);
    return document;
  };

  app.use('*', observe(deps));
  const onEveryHost = routes.filter(({ everyHost }) => everyHost);
  app.use(
    '*',
    neutralHosts(deps, limiter, (path) => methodsAt(onEveryHost, path).length > 0),
  );
  for (const route of routes) {
    const pattern = route.path.replace(/\{(\w+)\}/g, ':$1');
    const patterns = pattern.endsWith('/') ? [pattern, pattern.slice(0, -1)] : [pattern];
    app.on(route.method.toUpperCase(), patterns, (c) =>
      first(route, deps, () => inTime(serve(c, route, deps, callers), route, deps)),
    );
  }
  app.notFound((c) => {
    try {
      c.set('rate', limiter.take([addressOf(c, deps)]));
      throw nowhere(routes, c.req.path);
    } catch (problem) {
      // Answered here: what this handler throws would pass by the middleware around it.
      return answerProblem(c, deps, problem);
    }
  });
  app.onError((error, c) => {
    if (asProblem(error).status >= 500 && !(error instanceof Problem)) c.set('failure', error);
    return answerProblem(c, deps, error);
  });
  return { fetch: app.fetch as Hono['fetch'], request: app.request as Hono['request'], routes, openApi };
}

/** Nothing at all is at that address, or nothing for that method. */
function nowhere(routes: readonly Route[], path: string): Problem {
  const allowed = methodsAt(routes, path).join(', ');
  if (allowed === '') return notFound('address');
  return new Problem('method_not_allowed', `this address takes ${allowed}`, {}, { Allow: allowed });
}

/** `/orders/quote/` before `/orders/{id}/`: a name that is spelt out is never taken for a parameter. */
function fixedFirst(a: Route, b: Route): number {
  const rank = (route: Route) => route.path.replace(/\{\w+\}/g, '~');
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}

function methodsAt(routes: readonly Route[], path: string): string[] {
  const bare = path.replace(/\/$/, '');
  const matching = routes.filter((route) => patternOf(route.path).test(bare));
  return [
    ...new Set(matching.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))),
  ].sort();
}

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/\/$/, '')
      .replaceAll('.', '\\.')
      .replace(/\{\w+\}/g, '[^/]+')}$`,
  );

/** Whoever only looks goes before the background's work; what takes long anyway, and what may wait for that very work, does not. */
async function first<R>(route: Route, { asking }: HttpDeps, answer: () => Promise<R>): Promise<R> {
  if (asking === undefined || route.method !== 'get' || route.patient === true) return answer();
  const done = asking();
  try {
    return await answer();
  } finally {
    done();
  }
}
