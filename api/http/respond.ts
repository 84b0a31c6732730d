import { inJson } from '#commands/log/ports-personal-data';
import { SEALED_MARK } from '#domain/log/personal-data';
import { escapeHtml } from '#domain/platform/mail-template';
import { inCell } from './csv.ts';
import type { HttpDeps, StoredAnswer } from './deps.ts';
import { etag } from './etag.ts';
import type { Reply, Route } from './routes.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';
export const PROBLEM_TYPE = 'application/problem+json';

/** Answers without a body. */
const BARE = new Set<number>([204, 303, 304]);

export function headersOf(reply: Reply): Record<string, string> {
  return {
    ...(reply.raw !== undefined || BARE.has(reply.status) ? {} : { 'Content-Type': JSON_TYPE }),
    ...(reply.revision === undefined ? {} : { ETag: etag(reply.revision) }),
    ...(reply.position === undefined ? {} : { 'X-Event-Position': String(reply.position) }),
    ...(reply.location === undefined ? {} : { Location: reply.location }),
    ...reply.headers,
  };
}

/** A reply as it goes out and as it is kept under an idempotency key. */
export function toStored(reply: Reply): StoredAnswer {
  if (reply.raw !== undefined && typeof reply.raw !== 'string') throw new Error('a command answers text or JSON');
  const text = reply.raw ?? (reply.body === undefined ? null : JSON.stringify(reply.body));
  return { status: reply.status, headers: headersOf(reply), body: reply.status === 204 ? null : text };
}

export const toResponse = ({ status, headers, body }: StoredAnswer): Response =>
  new Response(body, { status, headers: { ...headers } });

/** Kept answers are sealed; what goes out is not, unless the route is about the very text that is kept. */
export async function opened(
  answer: StoredAnswer,
  { keepsSealed = false }: Pick<Route, 'keepsSealed'>,
  { openPersonal }: Pick<HttpDeps, 'openPersonal'>,
): Promise<StoredAnswer> {
  if (keepsSealed || answer.body === null || !openPersonal || !answer.body.includes(SEALED_MARK)) return answer;
  const type = answer.headers['Content-Type'] ?? '';
  return { ...answer, body: await openPersonal(answer.body, writingIn(type)) };
}
/** Names and addresses are written as the text around them is: in none of these do they end the place that they stand in. */
function writingIn(type: string): (plain: string) => string {
  if (type.includes('json')) return inJson;
  if (type.includes('html')) return escapeHtml;
  return type.includes('csv') ? inCell : (plain) => plain;
}

/** Any reply, also one that streams bytes. */
export async function outgoing(
  reply: Reply,
  route: Pick<Route, 'keepsSealed'>,
  deps: Pick<HttpDeps, 'openPersonal'>,
): Promise<Response> {
  if (reply.raw === undefined || typeof reply.raw === 'string')
    return toResponse(await opened(toStored(reply), route, deps));
  return new Response(reply.raw as ConstructorParameters<typeof Response>[0], {
    status: reply.status,
    headers: headersOf(reply),
  });
}
