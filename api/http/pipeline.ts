import type { Context } from 'hono';
import { admit, causeOf, found, passGate } from './admission.ts';
import { type Acquaintances, addressOf, authenticate, stillAccepted, unauthorized } from './authenticate.ts';
import { readBytes } from './body.ts';
import { type Conditions, NO_CONDITIONS, readConditions } from './conditions.ts';
import type { HttpDeps, StoredAnswer } from './deps.ts';
import { type Keyed, keyed, once, recall } from './idempotency.ts';
import { type TimeLeft, timeLeft } from './in-time.ts';
import { languagesAsked } from './languages.ts';
import { whileAccepted } from './lasting.ts';
import { lookUps, notYetVisible, WAIT_MS } from './look-ups.ts';
import { FOR_PEOPLE, pagePolicy } from './people.ts';
import { asDecided, type Principal, scopeOf, type TenantScope } from './principal.ts';
import { asProblem, Problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import { pathParams, readRequest } from './request.ts';
import { HTML_TYPE, opened, outgoing, PROBLEM_TYPE, toResponse, toStored } from './respond.ts';
import { type Call, type HttpEnv, isCommand, isOfApi, isPage, type Reply, type Route, type Visit } from './routes.ts';
import { ENDED_EVENT, toSignIn } from './session-cookie.ts';

/** What the rest of an answer needs (ms) once the command is decided: to be read, and to be noted under its key. */
const SHOWING_MS = 1_000;
/** Whoever has waited so long is looked at again. */
const LONG_MS = 500;
type Ctx = Context<HttpEnv>;

/**
 * Every request goes the same way, in the order of ruling 1.24: who is it (401), is it there for
 * them (404), may they (403), can the request be read (400, 413, 415), does it make sense (422),
 * and only then the command itself (412, 409).
 */
export async function serve(c: Ctx, route: Route, deps: HttpDeps, callers: Callers): Promise<Response> {
  c.set('pattern', route.path);
  c.set('everyHost', route.everyHost ?? false);
  const left = timeLeft(route, deps);
  const principal = await identify(c, route, deps, callers).catch((error: unknown) => {
    if (route.page && isUnknown(error) && c.req.header('authorization') === undefined) return 'unknown' as const;
    throw error;
  });
  if (principal === 'unknown') return toSignIn(c.req.raw);
  const conditions = isOfApi(route) ? readConditions(c) : NO_CONDITIONS;
  await waitForPosition(conditions, route, principal, deps, left);
  const params = pathParams(c);
  // A route that is not public was given a principal; the types of each route say so.
  const visit = { c, principal: principal as Principal, params, id: Number(params['id'] ?? 0), now: deps.clock.now() };
  const visiting = async (): Promise<Visit> => ({ ...visit, scope: await scopeOf(principal, deps) });
  const lookedUp = lookUps(route, deps, left);
  let seen = await visiting();
  let resource: unknown;
  try {
    await lookedUp.fresh(principal);
    resource = await lookedUp.certain(
      () => admit(seen, route, deps),
      async () => {
        seen = await visiting();
      },
    );
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
    query,
    body,
    bytes,
    resource,
    ifMatch: conditions.ifMatch,
    signal: c.req.raw.signal,
    upToDate: lookedUp.upToDate,
    cause: causeOf(c, principal, commandId),
    scopeNow: () => scopeOf(principal, deps),
  });
  const decide = async (commandId: string): Promise<Reply> => {
    const lookAgain = async () => {
      seen = await visiting();
      resource = await found(seen, route);
    };
    const { gate } = route;
    if (gate?.of) {
      const account = await lookedUp.certain(async () => gate.of?.(call(commandId)) ?? null, lookAgain);
      await passGate(seen, route, account, deps);
    }
    return lookedUp.certain(() => run(route, deps, call(commandId), left), lookAgain);
  };
  const key = keyOf(seen, route, conditions, bytes);
  if (key === null) return outgoing(lasting(await decide(deps.newId()), principal, deps), route, deps);
  const answer = await once(deps, key, left, async (commandId) => {
    try {
      return toStored(await decide(commandId));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const headers = { ...error.headers, 'Content-Type': PROBLEM_TYPE };
      return { status: error.status, headers, body: error.text(placeOf(c, deps)) };
    }
  });
  return toResponse(await opened(answer, route, deps));
}

const isUnknown = (error: unknown): boolean => error instanceof Problem && error.code === 'unauthorized';

/** What this process remembers of those who call it. */
export type Callers = { readonly limiter: RateLimiter; readonly met: Acquaintances };

async function identify(c: Ctx, route: Route, deps: HttpDeps, { limiter, met }: Callers): Promise<Principal | null> {
  if (route.roles === 'public') {
    const name = ownName(c, route) ?? addressOf(c, deps);
    c.set('rate', route.rateLimited === false ? limiter.look(name) : limiter.take([name]));
    return null;
  }
  const principal = await authenticate(c, deps, limiter, met, route);
  c.set('caller', principal);
  return principal;
}

/** What an address that proves itself takes from; null for any other, also for one that names nothing that could be. */
function ownName(c: Ctx, route: Route): string | null {
  try {
    return route.rateName?.(pathParams(c)) ?? null;
  } catch {
    return null;
  }
}

async function waitForPosition(
  { minPosition }: Conditions,
  route: Route,
  principal: Principal | null,
  deps: HttpDeps,
  left: TimeLeft,
): Promise<void> {
  if (minPosition === undefined || (principal && !route.roles.includes(principal.role))) return;
  const begun = deps.monotonicMs();
  const there = await deps.readModels.waitFor(minPosition, left.share(WAIT_MS));
  if (principal && deps.monotonicMs() - begun >= LONG_MS && !(await stillAccepted(principal, deps)))
    throw unauthorized('this token is no longer accepted');
  if (there) return;
  throw notYetVisible(`the read models have not reached position ${minPosition}`);
}

/**
 * The answer once the read models show what the command did, so that the caller's next request finds what this one
 * made. A body that is read shows what was just decided, whether or not they have got there.
 */
async function run(route: Route, deps: HttpDeps, call: Call, left: TimeLeft): Promise<Reply> {
  const reply = await route.handle(call);
  await noteReading(route, deps, call, reply);
  const { position, body } = reply;
  const { waitFor, ahead } = deps.readModels;
  const reached = position === undefined || (await waitFor(position, left.share(WAIT_MS, SHOWING_MS)));
  if (typeof body !== 'function') return checked(route, deps, reply);
  const read = body as (scope: TenantScope) => Promise<unknown>;
  const shown = reached || !ahead ? read(asDecided(null)) : ahead(position, (tables) => read(asDecided(tables)));
  return checked(route, deps, { ...reply, body: await shown });
}

/** What streams goes on only as long as its caller would be accepted anew. */
const lasting = (reply: Reply, principal: Principal | null, deps: HttpDeps): Reply =>
  reply.raw instanceof ReadableStream && principal !== null
    ? { ...reply, raw: whileAccepted(reply.raw, principal, deps, lastOf(reply, principal)) }
    : reply;
/** Whoever is known by a session reads streams of pages, which say when it has ended. */
const lastOf = ({ headers = {} }: Reply, { sessionId }: Principal): Uint8Array | null =>
  sessionId !== null && headers['Content-Type']?.startsWith('text/event-stream') ? ENDED_EVENT : null;

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
  const request = { method, path, search, bytes, contentType: visit.c.req.header('content-type') ?? '' };
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
  publicUrl: namesNobody(c) ? null : deps.publicUrl,
});

/** Read by people of whom we do not know whose customers they think they are. */
const namesNobody = (c: Ctx): boolean => (c.get('everyHost') ?? false) || (c.get('host')?.neutral ?? false);

/** The path as it was sent, without the query: that may hold what nobody should log. */
export const pathOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] || '/';

/** A problem as it goes out: a page for people who came to something that is made for them, else a document. */
export async function answerProblem(
  c: Ctx,
  deps: Pick<HttpDeps, 'publicUrl' | 'hosts' | 'problemPage'>,
  error: unknown,
) {
  const problem = asProblem(error);
  const { status, headers } = problem;
  const own = c.get('host')?.neutral ? null : await pageAbout(c, deps, problem);
  if (own !== null) return new Response(own.html, { status, headers: { ...headers, ...own.headers } });
  const page = namesNobody(c) ? await pageOf(c, deps, status).catch(() => null) : null;
  if (page === null) {
    const body = problem.text(placeOf(c, deps));
    return new Response(body, { status, headers: { ...headers, 'Content-Type': PROBLEM_TYPE } });
  }
  const forPeople = { ...FOR_PEOPLE, 'Content-Security-Policy': pagePolicy(page), 'Content-Type': HTML_TYPE };
  return new Response(page, { status, headers: { ...headers, ...forPeople } });
}

/** Of our own pages whatever goes wrong is told on a page, also where there is none of that address. */
async function pageAbout(c: Ctx, { problemPage }: Pick<HttpDeps, 'problemPage'>, problem: Problem) {
  const path = pathOf(c.req.raw.url);
  if (!problemPage || !isPage(path)) return null;
  const { search } = new URL(c.req.raw.url);
  return problemPage(problem, {
    path: path + search,
    method: c.req.method,
    requestId: c.get('requestId'),
    principal: c.get('caller') ?? null,
    languages: languagesAsked(c.req.raw),
  });
}

/** Null where a program asks. */
async function pageOf(c: Ctx, { hosts }: Pick<HttpDeps, 'hosts'>, status: number): Promise<string | null> {
  if (!hosts || !/\btext\/html\b/i.test(c.req.header('accept') ?? '')) return null;
  return hosts.errorPage(c.get('host') ?? { neutral: false }, status, languagesAsked(c.req.raw));
}
