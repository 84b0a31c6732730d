/** A message of the API to your endpoint. */
export type WebhookMessage = {
  /** The kind of event, such as `ManagedSubscriptionActivated`. */
  readonly type: string;
  /** When it happened, in ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    readonly event_id: string;
    readonly position: number;
    readonly revision: number;
    readonly account_id: number | null;
    readonly site_id?: number | null;
    readonly [field: string]: unknown;
  };
};
/** A message that is proven to be of the API. One that is delivered again has the same `id`. */
export type VerifiedWebhook = { readonly id: string; readonly sentAt: Date; readonly message: WebhookMessage };

export type WebhookToVerify = {
  /** As it was shown once, `whsec_…`; several while one is being replaced by another. */
  readonly secret: string | readonly string[];
  /** Of the request: `Headers`, or an object as Node.js has it. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body's very bytes or text; JSON that was parsed and written anew has another signature. */
  readonly body: string | Uint8Array;
  /** How old, or how early, a message may be: 300 unless told. */
  readonly toleranceSeconds?: number;
  /** In milliseconds since 1970. */
  readonly now?: () => number;
};

/** Do not believe it, and do not act on it. */
export class WebhookRejected extends Error {
  override readonly name = 'WebhookRejected';
  readonly reason: 'headers' | 'timestamp' | 'signature' | 'body';
  constructor(reason: WebhookRejected['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Checks the signature of a message by the scheme of Standard Webhooks: HMAC-SHA256 over id, timestamp and body. Compared
 * by Web Crypto, in constant time.
 * @throws WebhookRejected
 * @throws TypeError the secret is none
 */
export async function verifyWebhook(given: WebhookToVerify): Promise<VerifiedWebhook> {
  const { secret, headers, body, toleranceSeconds = 300, now = Date.now } = given;
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  const sentAtMs = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN;
  if (!(Math.abs(now() - sentAtMs) <= toleranceSeconds * 1000))
    throw new WebhookRejected('timestamp', 'the message is too old or of the future');
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (!(await isSigned(secrets, signatures, signed)))
    throw new WebhookRejected('signature', 'no signature of the message is by a secret of this endpoint');
  return { id, sentAt: new Date(sentAtMs), message: messageOf(bytes) };
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' };

async function isSigned(secrets: readonly string[], signatures: string, signed: Bytes): Promise<boolean> {
  const given = signatures.split(' ').flatMap((each) => (each.startsWith('v1,') ? [fromBase64(each.slice(3))] : []));
  for (const secret of secrets) {
    const raw = fromBase64(secret.replace(/^whsec_/, ''));
    if (raw === null || raw.length === 0) throw new TypeError('a secret of a webhook looks like whsec_… in Base64');
    const key = await crypto.subtle.importKey('raw', raw, HMAC, false, ['verify']);
    for (const signature of given)
      if (signature && (await crypto.subtle.verify(HMAC.name, key, signature, signed))) return true;
  }
  return false;
}

function messageOf(bytes: Uint8Array): WebhookMessage {
  try {
    const message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as WebhookMessage;
    if (typeof message.type === 'string' && typeof message.data === 'object') return message;
  } catch {}
  throw new WebhookRejected('body', 'the message is signed, but is none of this API');
}

function headerOf(headers: WebhookToVerify['headers'], name: string): string {
  const found = headers instanceof Headers ? headers.get(name) : plainHeader(headers, name);
  if (!found) throw new WebhookRejected('headers', `the header ${name} is missing`);
  return found;
}
function plainHeader(headers: Readonly<Record<string, string | readonly string[] | undefined>>, name: string) {
  const key = Object.keys(headers).find((each) => each.toLowerCase() === name);
  const value = key === undefined ? undefined : headers[key];
  return typeof value === 'string' ? value : value?.join(' ');
}

type Bytes = Uint8Array<ArrayBuffer>;
function joined(first: Uint8Array, second: Uint8Array): Bytes {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The bytes of Base64 text; null where it is none. `atob` is in browsers and in Node.js alike. */
function fromBase64(text: string): Bytes | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
