import { z } from 'zod';
import type { HttpDeps } from './deps.ts';
import { isPage, type Route } from './routes.ts';

/** Refuses to start with a route that says too little, or that contradicts another one. */
export function checkRoutes(routes: readonly Route[], deps: Pick<HttpDeps, 'checkGate'>): void {
  const addresses = new Set<string>();
  const operations = new Set<string>();
  for (const route of routes) {
    const name = `${route.method.toUpperCase()} ${route.path}`;
    const demand = (met: boolean, what: string) => {
      if (!met) throw new Error(`${name} ${what}`);
    };
    const roles = (route as { readonly roles?: Route['roles'] }).roles;
    demand(roles !== undefined && roles.length > 0, 'declares no role');
    demand(!route.path.startsWith('/api/') || route.path.endsWith('/'), 'does not end in /');
    demand((route.page ?? false) === isPage(route.path), 'is a page, or stands among the pages, and not both');
    demand(route.answers.length > 0, 'declares no answer');
    demand(!route.gate || deps.checkGate !== undefined, 'declares a gate, and nothing asks gates');
    demand(!route.query || isStrict(route.query), 'takes a query that is not a strict object');
    demand(!(route.body && route.rawBody), 'takes a body both parsed and raw');
    if (route.body) demand(allSaySo(route.body), 'takes a body with an object that is neither strict nor loose');
    if (route.bodyExample !== undefined && route.body) {
      const parsed = route.body.safeParse(route.bodyExample);
      demand(parsed.success, `has a body example that it refuses: ${parsed.error?.message ?? ''}`);
    }
    const address = `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`;
    demand(!addresses.has(address), 'is declared twice');
    demand(!operations.has(route.operationId), `repeats the operation id ${route.operationId}`);
    addresses.add(address);
    operations.add(route.operationId);
  }
}

const isStrict = (schema: z.ZodObject): boolean => schema.def.catchall instanceof z.ZodNever;

/** True where every object in the schema says what becomes of fields it does not know. */
function allSaySo(root: z.ZodType): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== 'object' || at === null || seen.has(at)) continue;
    seen.add(at);
    if (at instanceof z.ZodObject && at.def.catchall === undefined) return false;
    // The definition holds the inner schemas: shapes, items, options, ins and outs.
    if (at instanceof z.ZodObject) open.push(...Object.values(at.shape));
    else if (at instanceof z.ZodType) open.push(...Object.values(at.def));
    else if (Array.isArray(at)) open.push(...at);
  }
  return true;
}
