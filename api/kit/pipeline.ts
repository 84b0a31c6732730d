import type { Context } from 'hono';
import { isId } from '#domain/kernel/ids';
import type { Cause } from '#runtime/metadata';
import { authenticate } from './authenticate.ts';
import { BODY_LIMIT, parseJson, readBody } from './body.ts';
import type { HttpPorts, StoredAnswer } from './ports.ts';
import { type Principal, scopeOf } from './principal.ts';
import { fieldErrors, invalid, notFound, Problem } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Call, Reply, Route } from './route.ts';

export type Limits = {
  readonly perToken: RateLimiter;
  readonly perAccount: RateLimiter;
  readonly perAddress: RateLimiter;
};

const NOBODY: Principal = { role: 'client', accountId: null, userId: null, scopes: ['read'], name: 'public' };
const MIN_POSITION_WAIT_MS = 2000;
/** A command's answer shows what it did: that long it waits for the read models. */
const SETTLE_WAIT_MS = 2000;

/**
 * Every request goes the same way, in the order of ruling 1.24: who (401), does it exist for them
 * (404), may they (403), can the body be read (400, 413, 415), does it make sense (422), and then the command (412, 409).
 */
export async function serve(c: Context, route: Route, ports: HttpPorts, limits: Limits): Promise<Response> {
  const address = (ports.trustProxy && c.req.header('x-forwarded-for')?.split(',')[0]?.trim()) || addressOf(c);
  const principal = await identify(c, route, ports, limits, address);
  const scope = await scopeOf(principal, ports);
  const params = c.req.param() as Record<string, string>;
  const id = Number(params['id'] ?? 1);
  if (params['id'] !== undefined && !(/^[1-9]\d{0,9}$/.test(params['id']) && isId(id))) throw notFound();
  await waitForPosition(c, ports);
  const resource = await route.resource?.({ id, params, scope, principal });
  allow(route, principal);
  const bytes = route.method === 'get' ? new Uint8Array() : await readBody(c, route.bodyLimit ?? BODY_LIMIT);
  const body = parsed(route, c, bytes);
  const query = parsedQuery(route, c);
  const ifMatch = revisionOf(c.req.header('if-match'));
  const call = (commandId: string): Call => ({
    ...{ c, principal, scope, params, id, query, body, resource, ifMatch },
    cause: causeOf(c, principal, commandId),
    signal: c.req.raw.signal,
  });
  if (route.method === 'get') return respond(c, await route.handle(call(ports.uuid())));
  return command(c, route, ports, principal, bytes, call);
}

async function identify(
  c: Context,
  route: Route,
  ports: HttpPorts,
  limits: Limits,
  address: string,
): Promise<Principal> {
  if (route.roles === 'public') {
    rateHeaders(c, limits.perAddress.take(address));
    return NOBODY;
  }
  try {
    const principal = await authenticate(c.req.header('authorization'), ports);
    rateHeaders(c, limits.perToken.take(principal.name));
    if (principal.accountId !== null) limits.perAccount.take(`account-${principal.accountId}`);
    return principal;
  } catch (error) {
    if (error instanceof Problem && error.code === 'unauthorized') rateHeaders(c, limits.perAddress.take(address));
    throw error;
  }
}

function rateHeaders(c: Context, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
}

function addressOf(c: Context): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? 'local';
}

function allow(route: Route, principal: Principal): void {
  if (route.roles === 'public') return;
  if (!route.roles.includes(principal.role))
    throw new Problem('forbidden', `this needs the role ${route.roles.join(' or ')}; the token has ${principal.role}`);
  const scope = route.method === 'get' ? 'read' : 'write';
  if (!principal.scopes.includes(scope)) throw new Problem('forbidden', `this needs the scope ${scope}`);
}

function parsed(route: Route, c: Context, bytes: Uint8Array): unknown {
  if (!route.body) return undefined;
  if (route.bodyLimit !== undefined) return bytes;
  const result = route.body.safeParse(parseJson(c, bytes) ?? {});
  if (!result.success) throw invalid(fieldErrors(result.error));
  return result.data;
}

function parsedQuery(route: Route, c: Context): unknown {
  const sent: Record<string, string> = {};
  let url: URL;
  try {
    url = new URL(c.req.url);
    decodeURIComponent(url.search.replaceAll('+', ' '));
  } catch {
    throw new Problem('malformed', 'the query string cannot be decoded');
  }
  for (const [name, value] of url.searchParams) {
    if (name === 'min_position') continue;
    if (Object.hasOwn(sent, name)) throw new Problem('malformed', `the query names ${name} twice`);
    if (value.includes('\u0000'))
      throw invalid([{ pointer: `/query/${name}`, message: 'may not hold NUL characters' }]);
    Object.defineProperty(sent, name, { value, enumerable: true });
  }
  if (!route.query) {
    const [unknown] = Object.keys(sent);
    if (unknown !== undefined)
      throw invalid([{ pointer: `/query/${unknown}`, message: 'this parameter is not known' }]);
    return {};
  }
  const result = route.query.safeParse(sent);
  if (!result.success) throw invalid(fieldErrors(result.error, '/query'));
  return result.data;
}

async function waitForPosition(c: Context, ports: HttpPorts): Promise<void> {
  const wanted = c.req.header('x-min-position') ?? c.req.query('min_position');
  if (wanted === undefined) return;
  if (!/^\d{1,15}$/.test(wanted))
    throw new Problem('malformed', 'X-Min-Position must be the number from an X-Event-Position header');
  if (await ports.waitFor(Number(wanted), MIN_POSITION_WAIT_MS)) return;
  throw new Problem(
    'not_yet_visible',
    `the read models have not reached position ${wanted}`,
    {},
    { 'Retry-After': '1' },
  );
}

/** `"7"` → 7; `*` is any revision. */
function revisionOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new Problem('malformed', 'If-Match must be an ETag of this API, such as "3"');
  return Number(match[1]);
}

function causeOf(c: Context, principal: Principal, commandId: string): Cause {
  const requestId = c.get('requestId') as string;
  const traceparent = c.get('traceparent') as string | undefined;
  const who = principal.userId ?? principal.name;
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: { kind: principal.role, id: who },
    requestId,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

const KEY = /^[\x21-\x7e]{1,255}$/;

async function command(
  c: Context,
  route: Route,
  ports: HttpPorts,
  principal: Principal,
  bytes: Uint8Array,
  call: (id: string) => Call,
): Promise<Response> {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return respond(c, await settled(await route.handle(call(ports.uuid())), ports));
  if (!KEY.test(key))
    throw new Problem('malformed', 'Idempotency-Key must be 1 to 255 printable characters without spaces');
  const scope = `${principal.name} ${route.operationId}`;
  const hash = ports.sha256(
    `${c.req.path.replace(/\/$/, '')} ${new URL(c.req.url).search} ${Buffer.from(bytes).toString('base64')}`,
  );
  const begun = await ports.idempotency.begin(scope, key, hash, ports.uuid());
  if (begun.kind === 'mismatch')
    throw new Problem('idempotency_mismatch', 'this Idempotency-Key came before with another request');
  if (begun.kind === 'running')
    throw new Problem(
      'idempotency_in_progress',
      'the first request with this Idempotency-Key has not been answered yet',
      {},
      { 'Retry-After': '1' },
    );
  if (begun.kind === 'replay') return replay(c, begun.answer);
  try {
    const reply = await settled(await route.handle(call(begun.commandId)), ports);
    await ports.idempotency.finish(scope, key, stored(reply.status, headersOf(reply), textOf(reply)));
    return respond(c, reply);
  } catch (error) {
    const decided = error instanceof Problem && [404, 409, 412].includes(error.status);
    if (decided) {
      const body = JSON.stringify(error.body(c.req.path, c.get('requestId') as string));
      await ports.idempotency.finish(
        scope,
        key,
        stored(error.status, { ...error.headers, 'Content-Type': 'application/problem+json' }, body),
      );
    } else await ports.idempotency.abandon(scope, key);
    throw error;
  }
}

async function settled(reply: Reply, ports: HttpPorts): Promise<Reply> {
  if (reply.position !== undefined) await ports.waitFor(reply.position, SETTLE_WAIT_MS);
  return typeof reply.body === 'function' ? { ...reply, body: await (reply.body as () => Promise<unknown>)() } : reply;
}

const stored = (status: number, headers: Readonly<Record<string, string>>, body: string): StoredAnswer => ({
  status,
  headers,
  body,
});

function replay(c: Context, { status, headers, body }: StoredAnswer): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  c.header('Idempotency-Replayed', 'true');
  return status === 204 ? c.body(null, 204) : c.body(body, status as 200);
}

function headersOf(reply: Reply): Record<string, string> {
  return {
    ...(reply.status === 204 ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    ...(reply.revision === undefined ? {} : { ETag: `"${reply.revision}"` }),
    ...(reply.position === undefined ? {} : { 'X-Event-Position': String(reply.position) }),
    ...(reply.location === undefined ? {} : { Location: reply.location }),
    ...reply.headers,
  };
}

const textOf = (reply: Reply): string => (reply.body === undefined ? '' : JSON.stringify(reply.body));

function respond(c: Context, reply: Reply): Response {
  for (const [name, value] of Object.entries(headersOf(reply))) c.header(name, value);
  if (reply.raw !== undefined) return c.body(reply.raw as string, reply.status as 200);
  return reply.status === 204 ? c.body(null, 204) : c.body(textOf(reply), reply.status);
}
