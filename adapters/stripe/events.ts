import Stripe from 'stripe';
import type { ProviderEvent } from '#commands/billing/ports-payments';
import { epochMs, type Instant, instantOf, parseInstant } from '#domain/kernel/time';
import type { Api } from './client.ts';

const TOLERANCE_S = 300;
/** Stripe lists its events of that many days. */
const KEPT_DAYS = 30;

/** Null where it was not signed with one of the secrets, or not now, or is no notice at all. Never throws. */
export function readWebhook(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
  now: Instant,
): ProviderEvent | null {
  if (header === undefined || !isPunctual(header, now)) return null;
  return secrets.some((secret) => isSigned(body, header, secret, now)) ? noticeOf(parsed(body), now) : null;
}

/**
 * The signature alone: the SDK's `constructEvent` refuses thin notices of API v2, which come to the same endpoints and are
 * signed alike.
 */
function isSigned(body: Uint8Array, header: string, secret: string, now: Instant): boolean {
  try {
    const { signature } = Stripe.webhooks;
    return signature?.verifyHeader(body, header, secret, TOLERANCE_S, undefined, epochMs(now)) ?? false;
  } catch {
    // Signed with another secret, or not at all.
    return false;
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
}

/** The SDK refuses what is old, and takes what is signed for a time to come. */
function isPunctual(header: string, now: Instant): boolean {
  const [time, ...more] = header.split(',').flatMap((part) => /^t=(\d{1,12})$/.exec(part)?.[1] ?? []);
  return time !== undefined && more.length === 0 && Math.abs(Number(time) - epochMs(now) / 1000) <= TOLERANCE_S;
}

type Loose = { readonly [field: string]: unknown } | null | undefined;

/**
 * Of every type there is: what it means is asked of its type later. Some are about an object that has no id (a balance, an
 * invoice to come); thin ones of API v2 name it beside their data.
 */
function noticeOf(event: unknown, now: Instant): ProviderEvent | null {
  const { id, type, created, data, related_object: related } = (event ?? {}) as NonNullable<Loose>;
  if (!isName(id) || !isName(type)) return null;
  const object = ((data as Loose)?.['object'] as Loose)?.['id'] ?? (related as Loose)?.['id'];
  return { id, type, object: typeof object === 'string' ? object : '', at: momentOf(created) ?? now };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Seconds, or in API v2 text. */
function momentOf(created: unknown): Instant | null {
  if (typeof created === 'string') return parseInstant(created);
  const known = typeof created === 'number' && Number.isSafeInteger(created) && Math.abs(created) < 1e11;
  return known ? instantOf(created * 1000) : null;
}

export async function eventsSince(api: Api, from: Instant): Promise<readonly ProviderEvent[]> {
  const earliest = epochMs(api.now()) / 1000 - KEPT_DAYS * 86_400;
  const created = { gte: Math.floor(Math.max(epochMs(from) / 1000, earliest)) };
  const events: ProviderEvent[] = [];
  for await (const event of api.stripe.events.list({ created, limit: 100 })) {
    const notice = noticeOf(event, api.now());
    if (notice) events.push(notice);
  }
  return events.reverse();
}
