import Stripe from 'stripe';
import type { ProviderEvent } from '#commands/ports-payments';
import { epochMs, type Instant, instantOf } from '#domain/kernel/time';
import type { Api } from './client.ts';

const TOLERANCE_S = 300;
/** Stripe lists its events of that many days. */
const KEPT_DAYS = 30;

/** Null where it was not signed with one of the secrets, or not now. Never throws. */
export function readWebhook(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
  now: Instant,
): ProviderEvent | null {
  if (header === undefined || !isPunctual(header, now)) return null;
  for (const secret of secrets) {
    try {
      const event = Stripe.webhooks.constructEvent(body, header, secret, TOLERANCE_S, undefined, epochMs(now));
      return noticeOf(event);
    } catch {
      // Signed with another secret, or not at all.
    }
  }
  return null;
}

/** The SDK refuses what is old, and takes what is signed for a time to come. */
function isPunctual(header: string, now: Instant): boolean {
  const [time, ...more] = header.split(',').flatMap((part) => /^t=(\d{1,12})$/.exec(part)?.[1] ?? []);
  return time !== undefined && more.length === 0 && Math.abs(Number(time) - epochMs(now) / 1000) <= TOLERANCE_S;
}

type Loose = { readonly [field: string]: unknown } | null | undefined;

function noticeOf(event: unknown): ProviderEvent | null {
  const { id, type, created, data } = (event ?? {}) as NonNullable<Loose>;
  const object = ((data as Loose)?.['object'] as Loose)?.['id'];
  if (typeof id !== 'string' || typeof type !== 'string' || typeof object !== 'string') return null;
  return typeof created === 'number' && Number.isSafeInteger(created)
    ? { id, type, object, at: instantOf(created * 1000) }
    : null;
}

export async function eventsSince(api: Api, from: Instant): Promise<readonly ProviderEvent[]> {
  const earliest = epochMs(api.now()) / 1000 - KEPT_DAYS * 86_400;
  const created = { gte: Math.floor(Math.max(epochMs(from) / 1000, earliest)) };
  const events: ProviderEvent[] = [];
  for await (const event of api.stripe.events.list({ created, limit: 100 })) {
    const notice = noticeOf(event);
    if (notice) events.push(notice);
  }
  return events.reverse();
}
