import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { ProviderEvent } from '#commands/billing/ports-payments';
import { epochMs, type Instant, instantOf, parseInstant, plusMinutes } from '#domain/kernel/time';
import { parsedUrl } from '#domain/kernel/web-address';
import { object } from './orders.ts';

const TOLERANCE_MS = 300_000;
const MAX_BYTES = 64 * 1024;
/** Anybody can name an address at PayPal's: so many that are not known are asked for a minute, and so many are kept. */
const UNKNOWN_A_MINUTE = 10;
const KEPT = 50;

/** A certificate's key, until when it holds; null for as long as it does not say. */
type Kept = { readonly key: KeyObject; readonly until: Instant | null };

/** CRC-32 as zip has it, unsigned. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}

export type WebhookOptions = {
  readonly webhookId: string;
  /** Another server that stands in: its own certificate is taken too. */
  readonly base: string | undefined;
  readonly timeoutMs: number;
};

/** Proves PayPal's signature by ourselves: over id, time, our webhook's id and the checksum of the raw body. */
export function createWebhookReader({ webhookId, base, timeoutMs }: WebhookOptions) {
  const kept = new Map<string, Kept>();
  const fetching = new Map<string, Promise<Kept | null>>();
  let minute: { readonly endsAt: Instant; asked: number } | null = null;

  /** A certificate is only fetched from PayPal itself, or from the server that was configured in its place. */
  function trusted(text: string): 'paypal' | 'stand-in' | null {
    const url = parsedUrl(text);
    if (url === null) return null;
    if (base !== undefined && url.origin === new URL(base).origin) return 'stand-in';
    const paypal = url.hostname === 'paypal.com' || url.hostname.endsWith('.paypal.com');
    // Without a query, so that one certificate has one address.
    const plain = url.protocol === 'https:' && url.port === '' && url.search === '' && url.hash === '';
    return plain && paypal ? 'paypal' : null;
  }

  async function fetched(url: string, from: 'paypal' | 'stand-in', now: Instant): Promise<Kept | null> {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const pem = await response.text();
    if (!response.ok || pem.length > MAX_BYTES) return null;
    if (from === 'stand-in') return { key: createPublicKey(pem), until: null };
    const { validFrom, validTo } = new X509Certificate(pem);
    const until = instantOf(Date.parse(validTo));
    if (epochMs(now) < Date.parse(validFrom) || now > until) return null;
    return { key: createPublicKey(pem), until };
  }

  function mayAsk(now: Instant): boolean {
    if (minute === null || minute.endsAt <= now) minute = { endsAt: plusMinutes(now, 1), asked: 0 };
    minute.asked += 1;
    return minute.asked <= UNKNOWN_A_MINUTE;
  }

  async function keyAt(url: string, now: Instant): Promise<KeyObject | null> {
    const from = trusted(url);
    if (from === null) return null;
    const known = kept.get(url);
    if (known && (known.until === null || known.until >= now)) return known.key;
    let asked = fetching.get(url);
    if (asked === undefined) {
      if (from === 'paypal' && !mayAsk(now)) return null;
      asked = fetched(url, from, now).finally(() => fetching.delete(url));
      fetching.set(url, asked);
    }
    const found = await asked;
    if (found === null) return null;
    kept.set(url, found);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found.key;
  }

  return async (
    body: Uint8Array,
    headers: Readonly<Record<string, string>>,
    now: Instant,
  ): Promise<ProviderEvent | null> => {
    try {
      const [id, time, signature] = ['id', 'time', 'sig'].map((name) => headers[`paypal-transmission-${name}`]);
      const url = headers['paypal-cert-url'];
      if (!id || !time || !signature || !url || headers['paypal-auth-algo'] !== 'SHA256withRSA') return null;
      const sent = parseInstant(time);
      if (sent === null || Math.abs(epochMs(sent) - epochMs(now)) > TOLERANCE_MS) return null;
      const key = await keyAt(url, now);
      const signed = Buffer.from(`${id}|${time}|${webhookId}|${crc32(body)}`);
      if (key === null || !verify('sha256', signed, key, Buffer.from(signature, 'base64'))) return null;
      return eventOf(object(JSON.parse(Buffer.from(body).toString('utf8'))), now);
    } catch {
      return null;
    }
  };
}

/**
 * A notice of PayPal, of whatever type; null where it is not one. Some are about what has no id, such as a merchant's
 * onboarding: then `object` is empty.
 */
export function eventOf(event: Readonly<Record<string, unknown>>, now: Instant): ProviderEvent | null {
  const { id, event_type: type, create_time } = event;
  if (typeof id !== 'string' || id === '' || typeof type !== 'string' || type === '') return null;
  const about = object(event['resource']);
  const named = about['id'] ?? about['dispute_id'];
  const isNamed = typeof named === 'string' || typeof named === 'number';
  return { id, type, object: isNamed ? String(named) : '', at: parseInstant(String(create_time ?? '')) ?? now };
}
