import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { verifyWebhook, WebhookRejected, type WebhookToVerify } from '#client/index';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const AT = new Date('2026-06-17T08:00:00Z');
const BODY = JSON.stringify({
  type: 'InvoiceIssued',
  timestamp: AT.toISOString(),
  data: { event_id: 'é', position: 7 },
});
const SECONDS = Math.floor(AT.getTime() / 1000);

/** A message as the scheme's own authors sign it. */
const signedBy = (secrets: readonly string[], body = BODY, id = 'msg-1') => ({
  'webhook-id': id,
  'webhook-timestamp': String(SECONDS),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, AT, body)).join(' '),
});
const verified = (given: Partial<WebhookToVerify> = {}) =>
  verifyWebhook({ secret: SECRET, headers: signedBy([SECRET]), body: BODY, now: () => AT.getTime(), ...given });
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'verified',
    (error: unknown) => (error instanceof WebhookRejected ? error.reason : error),
  );

describe('a webhook', () => {
  it('is taken as text and as bytes, with headers of either kind', async () => {
    const expected = { id: 'msg-1', sentAt: AT, message: JSON.parse(BODY) };
    expect(await verified()).toEqual(expected);
    expect(await verified({ body: new TextEncoder().encode(BODY) })).toEqual(expected);
    expect(await verified({ headers: new Headers(signedBy([SECRET])) })).toEqual(expected);
    const { 'webhook-id': id, ...others } = signedBy([SECRET]);
    expect(await verified({ headers: { ...others, 'Webhook-Id': [id] } })).toEqual(expected);
  });

  it('is taken while one secret is being replaced by another, on either side', async () => {
    expect(await reasonOf(verified({ headers: signedBy([OTHER, SECRET]) }))).toBe('verified');
    expect(await reasonOf(verified({ secret: [OTHER, SECRET] }))).toBe('verified');
    expect(await reasonOf(verified({ secret: OTHER }))).toBe('signature');
  });

  it('is taken within the tolerance only, before and after', async () => {
    const at = (seconds: number, toleranceSeconds?: number) =>
      reasonOf(
        verified({
          now: () => AT.getTime() + seconds * 1000,
          ...(toleranceSeconds === undefined ? {} : { toleranceSeconds }),
        }),
      );
    expect(await Promise.all([at(300), at(-300), at(301), at(-301), at(11, 10), at(10, 10)])).toEqual([
      'verified',
      'verified',
      'timestamp',
      'timestamp',
      'timestamp',
      'verified',
    ]);
  });

  it('is not taken without its headers, with others, or with what is none of this API', async () => {
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      expect([name, await reasonOf(verified({ headers: { ...signedBy([SECRET]), [name]: undefined } }))]).toEqual([
        name,
        'headers',
      ]);
    expect(await reasonOf(verified({ headers: { ...signedBy([SECRET]), 'webhook-timestamp': 'now' } }))).toBe(
      'timestamp',
    );
    for (const signature of ['v1,', 'v1,AAAA', 'v1,%%%', 'v1a,x', ' '])
      expect(await reasonOf(verified({ headers: { ...signedBy([SECRET]), 'webhook-signature': signature } }))).toBe(
        'signature',
      );
    for (const body of ['not json', '[]', '{"type":1}'])
      expect(await reasonOf(verified({ headers: signedBy([SECRET], body), body }))).toBe('body');
    expect(await reasonOf(verified({ secret: 'whsec_' }))).toBeInstanceOf(TypeError);
  });

  it('is not taken with any byte changed', async () => {
    const bytes = new TextEncoder().encode(BODY);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ change : byte));
        expect(await reasonOf(verified({ body: changed }))).toBe('signature');
      }),
      { numRuns: 50 },
    );
  });
});
