import type { Context, MiddlewareHandler } from 'hono';
import { Counter, Histogram } from 'prom-client';
import type { HttpDeps } from './deps.ts';
import { pathOf } from './pipeline.ts';
import type { HttpEnv } from './routes.ts';

const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** For whoever builds the logger: what must never be read in a log, wherever it stands. */
export const REDACTED = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  '["stripe-signature"]',
  'token',
  'secret',
].flatMap((name) => (name.startsWith('[') ? [name, `*${name}`, `*.*${name}`] : [name, `*.${name}`, `*.*.${name}`]));

const NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Around everything else: the request's name and trace, one log line, metrics, and headers that every answer carries. */
export function observe(deps: HttpDeps): MiddlewareHandler<HttpEnv> {
  const labelNames = ['method', 'route', 'status'] as const;
  const registers = [deps.metrics];
  const total = new Counter({ name: 'http_requests_total', help: 'HTTP requests answered', labelNames, registers });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an HTTP answer began',
    labelNames,
    registers,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  return async (c, next) => {
    const begun = deps.monotonicMs();
    const sent = c.req.header('x-request-id');
    c.set('requestId', sent !== undefined && REQUEST_ID.test(sent) ? sent : deps.newId());
    const traceparent = c.req.header('traceparent');
    if (traceparent !== undefined && TRACEPARENT.test(traceparent)) c.set('traceparent', traceparent);
    await next();
    // Set where they are: `c.header` would make the answer anew, as a stream, and what is a text by now is written at once.
    const { headers } = c.res;
    for (const [name, value] of Object.entries(everyAnswer(c, deps))) headers.set(name, value);
    const ms = deps.monotonicMs() - begun;
    const method = METHODS.includes(c.req.method) ? c.req.method : 'OTHER';
    const labels = { method, route: c.get('pattern') ?? 'unmatched', status: String(c.res.status) };
    total.inc(labels);
    duration.observe(labels, ms / 1000);
    log(c, deps, labels.route, ms);
  };
}

function everyAnswer(c: Context<HttpEnv>, deps: HttpDeps): Record<string, string> {
  const { headers } = c.res;
  const unless = (name: string, value: string) => (headers.has(name) ? {} : { [name]: value });
  return {
    'X-Request-Id': c.get('requestId'),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...unless('Referrer-Policy', 'no-referrer'),
    ...unless('Content-Security-Policy', NO_CONTENT_POLICY),
    ...unless('Cache-Control', 'no-store'),
    ...(deps.publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=63072000' } : {}),
    ...(headers.has('RateLimit-Limit') ? {} : c.get('rate')),
  };
}

/** A link that opens something by itself is a secret while it is valid: ids and UUIDs stay, what is longer goes. */
const TICKET = /^[\w-]{40,}(\.[\w-]+)*$/;
const withoutTickets = (path: string): string =>
  path
    .split('/')
    .map((part) => (TICKET.test(part) ? '[redacted]' : part))
    .join('/');

/** Names what is logged one by one: no header, no query and no body can slip in. */
function log(c: Context<HttpEnv>, deps: HttpDeps, route: string, ms: number): void {
  const failure = c.get('failure');
  const caller = c.get('caller');
  const fields = {
    request_id: c.get('requestId'),
    traceparent: c.get('traceparent'),
    method: c.req.method,
    route,
    path: withoutTickets(pathOf(c.req.raw.url)).slice(0, 500),
    status: c.res.status,
    duration_ms: Math.round(ms * 10) / 10,
    caller: caller?.name,
    role: caller?.role,
    account_id: caller?.accountId ?? undefined,
  };
  if (failure !== undefined) deps.logger.error({ ...fields, err: failure }, 'request failed');
  else deps.logger.info(fields, 'request');
}
