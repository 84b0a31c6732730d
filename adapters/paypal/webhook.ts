import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { ProviderEvent } from '#commands/ports-payments';
import { epochMs, type Instant, parseInstant } from '#domain/kernel/time';
import { parsedUrl } from '#domain/kernel/web-address';
import { object } from './orders.ts';

const TOLERANCE_MS = 300_000;
const MAX_BYTES = 64 * 1024;

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
  const keys = new Map<string, Promise<KeyObject | null>>();

  /** A certificate is only fetched from PayPal itself, or from the server that was configured in its place. */
  function trusted(text: string): 'paypal' | 'stand-in' | null {
    const url = parsedUrl(text);
    if (url === null) return null;
    if (base !== undefined && url.origin === new URL(base).origin) return 'stand-in';
    const paypal = url.hostname === 'paypal.com' || url.hostname.endsWith('.paypal.com');
    return url.protocol === 'https:' && paypal && url.port === '' ? 'paypal' : null;
  }

  async function fetched(url: string, from: 'paypal' | 'stand-in', now: Instant): Promise<KeyObject | null> {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const pem = await response.text();
    if (!response.ok || pem.length > MAX_BYTES) return null;
    if (from === 'paypal') {
      const { validFrom, validTo } = new X509Certificate(pem);
      if (epochMs(now) < Date.parse(validFrom) || epochMs(now) > Date.parse(validTo)) return null;
    }
    return createPublicKey(pem);
  }

  async function keyAt(url: string, now: Instant): Promise<KeyObject | null> {
    const from = trusted(url);
    if (from === null) return null;
    const known = keys.get(url) ?? fetched(url, from, now);
    keys.set(url, known);
    const key = await known.catch(() => null);
    if (key === null) keys.delete(url);
    return key;
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
      return eventOf(object(JSON.parse(Buffer.from(body).toString('utf8'))));
    } catch {
      return null;
    }
  };
}

/** A notice of PayPal; null where it is not one. */
export function eventOf(event: Readonly<Record<string, unknown>>): ProviderEvent | null {
  const { id, event_type: type, create_time } = event;
  const about = object(event['resource']);
  const named = about['id'] ?? about['dispute_id'];
  const at = parseInstant(String(create_time ?? ''));
  if (typeof id !== 'string' || typeof type !== 'string' || typeof named !== 'string' || at === null) return null;
  return { id, type, object: named, at };
}
