import { generateKeyPairSync, sign } from 'node:crypto';
import { Hono } from 'hono';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPayPalClient } from '#adapters/paypal/client';
import { crc32, createWebhookReader } from '#adapters/paypal/webhook';
import { serveStandIns } from '#adapters/sandbox/serve';
import { plusMs } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { at } from '#test/support/world';

const START = at('2026-06-17T10:00:00Z');
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const end of ends.splice(0)) await end();
});

describe('the access token of PayPal', () => {
  async function paypal() {
    const clock = new TestClock(START);
    const state = { tokens: 0, away: false, refuses: '' };
    const app = new Hono()
      .post('/v1/oauth2/token', (c) => {
        if (state.away) return c.text('maintenance', 503);
        state.tokens += 1;
        return c.json({ access_token: `token-${state.tokens}`, expires_in: 600 });
      })
      .get('/v1/thing', (c) => {
        const bearer = c.req.header('authorization') ?? '';
        return bearer === `Bearer ${state.refuses}` ? c.json({ name: 'gone' }, 401) : c.json({ bearer });
      });
    const served = await serveStandIns(app);
    ends.push(() => served.close());
    const client = createPayPalClient({
      clientId: 'id',
      clientSecret: 'secret',
      webhookId: 'w',
      base: served.url,
      returnUrl: 'https://a.example/',
      now: () => clock.now(),
    });
    const pass = (seconds: number) => clock.set(plusMs(clock.now(), seconds * 1000));
    return { state, pass, ask: () => client.get('/v1/thing') };
  }
  const by = (token: string) => ({ kind: 'ok', body: { bearer: `Bearer ${token}` } });

  it('is used to its end where no other can be had', async () => {
    const { state, pass, ask } = await paypal();
    expect(await ask()).toMatchObject(by('token-1'));
    state.away = true;
    pass(545);
    expect(await ask()).toMatchObject(by('token-1'));
    pass(60);
    expect(await ask()).toMatchObject({ kind: 'temporary' });
    state.away = false;
    expect(await ask()).toMatchObject(by('token-2'));
  });

  it('is fetched once, however many calls want it', async () => {
    const { state, ask } = await paypal();
    const answers = await Promise.all([...Array(12)].map(ask));
    expect(answers).toMatchObject(Array(12).fill(by('token-1')));
    state.refuses = 'token-1';
    expect(await Promise.all([...Array(12)].map(ask))).toMatchObject(Array(12).fill(by('token-2')));
    expect(state.tokens).toBe(2);
  });
});

describe('certificates of PayPal', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const body = Buffer.from(
    JSON.stringify({
      id: 'WH-1',
      event_type: 'PAYMENT.CAPTURE.COMPLETED',
      create_time: START,
      resource: { id: 'C-1' },
    }),
  );
  const signed = (url: string, key = privateKey) => ({
    'paypal-transmission-id': 't',
    'paypal-transmission-time': START,
    'paypal-auth-algo': 'SHA256withRSA',
    'paypal-cert-url': url,
    'paypal-transmission-sig': sign('sha256', Buffer.from(`t|${START}|w|${crc32(body)}`), key).toString('base64'),
  });

  it('are asked for a few times a minute at most, whatever address junk names; those that are known go on', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      if (url.endsWith('/good.pem')) return new Response(publicKey.export({ type: 'spki', format: 'pem' }));
      throw new TypeError('fetch failed');
    });
    const read = createWebhookReader({ webhookId: 'w', base: 'https://stand-in.example/paypal', timeoutMs: 1000 });
    const good = 'https://stand-in.example/good.pem';
    expect(await read(body, signed(good), START)).toMatchObject({ id: 'WH-1' });
    for (let n = 0; n < 40; n++)
      expect(await read(body, signed(`https://api.paypal.com/certs/${n}`), START)).toBeNull();
    expect(await read(body, signed('https://api.paypal.com/certs/1?again=1'), START)).toBeNull();
    expect(asked).toHaveLength(11);
    expect(await read(body, signed(good), START)).toMatchObject({ id: 'WH-1' });
    expect(asked).toHaveLength(11);
    await read(body, signed('https://api.paypal.com/certs/50'), plusMs(START, 60_000));
    expect(asked).toHaveLength(12);
  });
});
