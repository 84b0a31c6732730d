import type { Context } from 'hono';
import { admit, causeOf, passGate } from './admission.ts';
import { addressOf, authenticate } from './authenticate.ts';
import { readBytes } from './body.ts';
import { type Conditions, NO_CONDITIONS, readConditions } from './conditions.ts';
import type { HttpDeps, StoredAnswer } from './deps.ts';
import { type Keyed, keyed, once, recall } from './idempotency.ts';
import { type Principal, scopeOf } from './principal.ts';
import { asProblem, Problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import { pathParams, readRequest } from './request.ts';
import { opened, outgoing, PROBLEM_TYPE, toResponse, toStored } from './respond.ts';
import { type Call, type HttpEnv, isCommand, isOfApi, type Reply, type Route, type Visit } from './routes.ts';

const MIN_POSITION_WAIT_MS = 2000;
type Ctx = Context<HttpEnv>;

/**
 * Every request goes the same way, in the order of ruling 1.24: who is it (401), is it there for
 * them (404), may they (403), can the request be read (400, 413, 415), does it make sense (422),
 * and only then the command itself (412, 409).
 */
export async function serve(c: Ctx, route: Route, deps: HttpDeps, limiter: RateLimiter): Promise<Response> {
  c.set('pattern', route.path);
  const principal = await identify(c, route, deps, limiter);
  const conditions = isOfApi(route) ? readConditions(c) : NO_CONDITIONS;
  await waitForPosition(conditions, route, principal, deps);
  const params = pathParams(c);
  const scope = await scopeOf(principal, deps);
  // A route that is not public was given a principal; the types of each route say so.
  const visit = { c, principal: principal as Principal, scope, params, id: Number(params['id'] ?? 0) };
  const seen: Visit = { ...visit, now: deps.clock.now() };
  let resource: unknown;
  try {
    resource = await admit(seen, route, deps);
  } catch (error) {
    // What the first request with this key removed or used up is no reason not to repeat its answer.
    const answer = error instanceof Problem ? await recalled(seen, route, deps, conditions) : null;
    if (answer) return toResponse(await opened(answer, route, deps));
    throw error;
  }
  if (conditions.problem) throw conditions.problem;
  const { query, body, bytes } = await readRequest(c.req.raw, route, deps, conditions);
  const call = (commandId: string): Call => ({
    ...seen,
    ...{ query, body, bytes, resource, ifMatch: conditions.ifMatch, signal: c.req.raw.signal },
    cause: causeOf(c, principal, commandId),
  });
  const key = keyOf(seen, route, conditions, bytes);
  if (key === null) return outgoing(await run(route, deps, call(deps.newId())), route, deps);
  const answer = await once(deps, key, async (commandId) => {
    try {
      return toStored(await run(route, deps, call(commandId)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const headers = { ...error.headers, 'Content-Type': PROBLEM_TYPE };
      return { status: error.status, headers, body: error.text(placeOf(c, deps)) };
    }
  });
  return toResponse(await opened(answer, route, deps));
}

async function identify(c: Ctx, route: Route, deps: HttpDeps, limiter: RateLimiter): Promise<Principal | null> {
  if (route.roles === 'public') {
    const address = addressOf(c, deps);
    c.set('rate', route.rateLimited === false ? limiter.look(address) : limiter.take([address]));
    return null;
  }
  const principal = await authenticate(c, deps, limiter);
  c.set('caller', principal);
  return principal;
}

async function waitForPosition(
  { minPosition }: Conditions,
  route: Route,
  principal: Principal | null,
  deps: HttpDeps,
): Promise<void> {
  if (minPosition === undefined || (principal && !route.roles.includes(principal.role))) return;
  if (await deps.readModels.waitFor(minPosition, MIN_POSITION_WAIT_MS)) return;
  const detail = `the read models have not reached position ${minPosition}`;
  throw new Problem('not_yet_visible', detail, {}, { 'Retry-After': '1' });
}

/**
 * The answer once the read models show what the command did, so that a body read from them is the
 * one just decided, and the caller's next request finds what this one made.
 */
async function run(route: Route, deps: HttpDeps, call: Call): Promise<Reply> {
  if (route.gate?.of) await passGate(call, route, await route.gate.of(call), deps);
  const reply = await route.handle(call);
  await noteReading(route, deps, call, reply);
  if (reply.position !== undefined) await deps.readModels.waitFor(reply.position, MIN_POSITION_WAIT_MS);
  if (typeof reply.body !== 'function') return checked(route, deps, reply);
  return checked(route, deps, { ...reply, body: await (reply.body as () => unknown)() });
}

async function noteReading(route: Route, deps: HttpDeps, call: Call, reply: Reply): Promise<void> {
  if (!route.reads || !deps.recordRead) return;
  const { what, of } = route.reads;
  const read = of ? of(call, reply) : { ids: [call.id], account: call.principal.accountId };
  if (read)
    await deps.recordRead({ what: read.what ?? what, ids: read.ids, route: route.path }, read.account, call.cause);
}

function checked(route: Route, deps: HttpDeps, reply: Reply): Reply {
  if (!deps.checkAnswers || reply.raw !== undefined) return reply;
  const declared = route.answers.find(({ status }) => status === reply.status);
  const name = `${route.operationId} ${reply.status}`;
  if (!declared) throw new Error(`${name} is not declared`);
  const wire: unknown = reply.body === undefined ? undefined : JSON.parse(JSON.stringify(reply.body));
  const result = declared.schema?.safeParse(wire);
  if (result && !result.success) throw new Error(`${name} breaks its schema: ${result.error.message}`);
  return reply;
}

function keyOf(visit: Visit, route: Route, { idempotencyKey }: Conditions, bytes: Uint8Array): Keyed | null {
  if (idempotencyKey === undefined || !isCommand(route)) return null;
  const { method, url } = visit.c.req.raw;
  const { pathname: path, search } = new URL(url);
  const request = { method, path, search, bytes };
  return keyed(visit.principal.name, route.operationId, idempotencyKey, request);
}

async function recalled(
  visit: Visit,
  route: Route,
  deps: HttpDeps,
  conditions: Conditions,
): Promise<StoredAnswer | null> {
  if (conditions.idempotencyKey === undefined || !isCommand(route)) return null;
  const bytes = await readBytes(visit.c.req.raw, route.bodyLimit ?? deps.limits.bodyBytes).catch(() => null);
  const key = bytes && keyOf(visit, route, conditions, bytes);
  return key && recall(deps, key);
}

export const placeOf = (c: Ctx, deps: Pick<HttpDeps, 'publicUrl'>) => ({
  requestId: c.get('requestId'),
  instance: pathOf(c.req.raw.url),
  publicUrl: deps.publicUrl,
});

/** The path as it was sent, without the query: that may hold what nobody should log. */
export const pathOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/';

export const problemResponse = (c: Ctx, deps: Pick<HttpDeps, 'publicUrl'>, error: unknown): Response => {
  const problem = asProblem(error);
  const headers = { ...problem.headers, 'Content-Type': PROBLEM_TYPE };
  return new Response(problem.text(placeOf(c, deps)), { status: problem.status, headers });
};
