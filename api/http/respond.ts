import { etag } from './conditions.ts';
import type { StoredAnswer } from './deps.ts';
import type { Reply } from './routes.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const PROBLEM_TYPE = 'application/problem+json';

export function headersOf(reply: Reply): Record<string, string> {
  return {
    ...(reply.status === 204 || reply.raw !== undefined ? {} : { 'Content-Type': JSON_TYPE }),
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

/** Any reply, also one that streams bytes. */
export function respond(reply: Reply): Response {
  if (reply.raw === undefined || typeof reply.raw === 'string') return toResponse(toStored(reply));
  return new Response(reply.raw as ConstructorParameters<typeof Response>[0], {
    status: reply.status,
    headers: headersOf(reply),
  });
}
