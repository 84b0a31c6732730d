import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerWebhooks, webhookSecret } from '#adapters/customer-webhooks';
import { loadSecrets } from '#adapters/secrets';
import { verifyWebhook } from '#client/index';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('webhooks for customers’ systems', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z', { SECRETS_KEY: KEY });
    await api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22)]);
  });
  afterAll(() => api.stop());

  it('tell of what was asked for, once per message, and again on request', async () => {
    const client = api.as((await api.post('auth/tokens/', { role: 'client', account_id: 1 })).body.token);
    const made = await client.post('webhooks/', {
      url: 'https://client.example/hooks',
      event_types: ['ManagedSubscriptionActivated'],
    });
    expect(made.status).toBe(201);
    expect(made.body.secret).toMatch(/^whsec_/);
    expect((await client.get('webhooks/')).body.results[0]).not.toHaveProperty('secret');
    for (const [account, site] of [
      [1, 11],
      [2, 22],
    ])
      await api.post('services/subscriptions/', { account_id: account, site_id: site, tier: 'pro' });
    await api.post('sandbox/faults/', { provider: 'webhooks', mode: 'down', times: 1 });
    await api.post('sandbox/clock/advance/', { by: '1h' });
    const deliveries = (await client.get(`webhooks/${made.body.id}/deliveries/`)).body.results;
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]).toMatchObject({
      event_type: 'ManagedSubscriptionActivated',
      status: 'succeeded',
      attempts: 2,
    });
    const sent = async () => (await api.get('sandbox/ledger/?provider=webhooks')).body.results;
    expect((await sent())[0].request.body).toMatchObject({
      type: 'ManagedSubscriptionActivated',
      data: { account_id: 1, site_id: 11 },
    });
    expect((await client.post(`webhooks/${made.body.id}/deliveries/${deliveries[0].id}/redeliver/`)).status).toBe(202);
    await api.post('sandbox/clock/advance/', { by: '1m' });
    const both = await sent();
    expect(both).toHaveLength(2);
    expect(both[0].idempotency_key).toBe(both[1].idempotency_key);
    const stranger = api.as((await api.post('auth/tokens/', { role: 'client', account_id: 2 })).body.token);
    expect((await stranger.get(`webhooks/${made.body.id}/`)).status).toBe(404);
    expect(
      (
        await stranger.post('webhooks/', {
          url: 'https://x.example/',
          event_types: ['ManagedSubscriptionActivated'],
          account_id: 1,
        })
      ).status,
    ).toBe(422);
    expect((await client.delete(`webhooks/${made.body.id}/`)).status).toBe(204);
    expect((await client.get(`webhooks/${made.body.id}/`)).status).toBe(404);
    // Its log outlives it for 30 days.
    const log = `webhooks/${made.body.id}/deliveries/`;
    expect((await client.get(log)).body.results).toHaveLength(2);
    expect((await stranger.get(log)).status).toBe(404);
    expect((await client.post(`${log}${deliveries[0].id}/redeliver/`)).status).toBe(404);
    await api.post('sandbox/clock/advance/', { by: '29d' });
    expect((await client.get(log)).status).toBe(200);
    await api.post('sandbox/clock/advance/', { by: '1d' });
    expect((await client.get(log)).status).toBe(404);
  }, 240_000);

  it('tell of money and links too, with position and revision, and never of costs or vendors', async () => {
    const client = api.as((await api.post('auth/tokens/', { role: 'client', account_id: 1 })).body.token);
    const event_types = ['BacklinkOrderDrafted', 'BacklinkOrderApproved', 'BacklinkPlaced', 'BacklinkWentLive'];
    const made = await client.post('webhooks/', { url: 'https://client.example/links', event_types });
    const before = (await api.get('sandbox/ledger/?provider=webhooks')).body.results.length as number;
    const ORDERS = 'services/backlink-orders/';
    const lines = [{ tier: 'basic_guest_post', quantity: 1 }];
    const order = (await api.post(ORDERS, { site_id: 11, lines })).body.id as number;
    await api.post(`${ORDERS}${order}/approve/`, { on_behalf_of_client: true });
    const [source_url, target_url] = ['https://blog.example/p', 'https://acorn.example/'];
    await api.post('sandbox/pages/', { url: source_url, html: `<a href="${target_url}">x</a>` });
    const link = {
      vendor: 'fatgrid',
      vendor_reference: 'FG-77',
      source_url,
      target_url,
      anchor_text: 'x',
      cost: '41.23',
    };
    expect((await api.post(`${ORDERS}${order}/links/`, link)).status).toBe(201);
    await api.post('sandbox/clock/advance/', { by: '1h' });
    const bodies = (await api.get('sandbox/ledger/?provider=webhooks')).body.results
      .slice(before)
      .map(({ request }: { request: { body: { type: string; data: Record<string, unknown> } } }) => request.body);
    expect(bodies.map(({ type }: { type: string }) => type).sort()).toEqual([...event_types].sort());
    for (const { data } of bodies)
      expect(data).toMatchObject({ account_id: 1, position: expect.any(Number), revision: expect.any(Number) });
    const positionOf = (type: string) => bodies.find((body: { type: string }) => body.type === type).data.position;
    expect(positionOf('BacklinkOrderDrafted')).toBeLessThan(positionOf('BacklinkWentLive'));
    expect(JSON.stringify(bodies)).not.toMatch(/fatgrid|FG-77|4123|41\.23|cost|margin|vendor/);
    await client.delete(`webhooks/${made.body.id}/`);
  });

  it('are switched off by an answer of 410, say so, and are switched on again', async () => {
    const made = await api.post('webhooks/', {
      url: 'https://gone.example/',
      event_types: ['ManagedSubscriptionPaused', 'ManagedSubscriptionResumed'],
      account_id: 2,
    });
    const path = `webhooks/${made.body.id}/`;
    const [subscription] = (await api.get('services/subscriptions/?account_id=2')).body.results;
    await api.post('platform/facts/', [
      fact('SiteIntegrationConnected', { site_id: 22, platform: 'wordpress' }, '2026-07-20T08:00:00Z'),
      fact('BlueprintGenerated', { site_id: 22, blueprint_id: 1 }, '2026-07-20T08:00:00Z'),
    ]);
    await api.post('sandbox/clock/advance/', { by: '1h' });
    await api.post('sandbox/faults/', { provider: 'webhooks', mode: 'refuse', times: 1 });
    expect((await api.post(`services/subscriptions/${subscription.id}/pause/`, { reason: 'x' })).status).toBe(200);
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect((await api.get(path)).body).toMatchObject({
      active: false,
      disabled_because: 'gone',
      disabled_at: expect.any(String),
    });
    const deliveries = async () => (await api.get(`${path}deliveries/`)).body.results;
    const [first] = await deliveries();
    expect(first).toMatchObject({
      status: 'parked',
      last_error: 'the receiver answered 410: the webhook is switched off',
    });
    // While it is off nothing is told, and nothing is told again.
    await api.post(`services/subscriptions/${subscription.id}/resume/`, {});
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect(await deliveries()).toHaveLength(1);
    expect(await api.post(`${path}deliveries/${first.id}/redeliver/`)).toMatchObject({ status: 409 });
    expect(await api.post(`${path}enable/`, {})).toMatchObject({
      status: 200,
      body: { active: true, disabled_because: null, disabled_at: null },
    });
    await api.post(`services/subscriptions/${subscription.id}/pause/`, { reason: 'y' });
    await api.post('sandbox/clock/advance/', { by: '1m' });
    expect(await deliveries()).toHaveLength(2);
    expect((await api.post(`${path}disable/`, {})).body).toMatchObject({
      active: false,
      disabled_because: 'switched_off',
    });
    expect((await api.get('webhooks/')).body.results).toContainEqual(
      expect.objectContaining({ id: made.body.id, active: false }),
    );
  });

  it('have a secret that is rotated; both are good for a day', async () => {
    const made = await api.post('webhooks/', {
      url: 'https://rotating.example/',
      event_types: ['ManagedSubscriptionResumed'],
      account_id: 2,
    });
    const rotated = await api.post(`webhooks/${made.body.id}/rotate-secret/`, {});
    expect(rotated).toMatchObject({
      status: 200,
      body: { id: made.body.id, secret: expect.stringMatching(/^whsec_/) },
    });
    expect(rotated.body.secret).not.toBe(made.body.secret);
    const [log] = await api.running.system.around.store.readStream(`webhook-endpoint-${made.body.id}`, { from: 1 });
    expect(JSON.stringify(log)).not.toContain(rotated.body.secret.slice(6));
    expect(Date.parse(rotated.body.old_secret_until)).toBe(
      Date.parse(String(log?.metadata['occurred_at'])) + 86_400_000,
    );
    expect((await api.get(`webhooks/${made.body.id}/`)).body).not.toHaveProperty('secret');
  });

  it('carry a signature with every secret that is good', async () => {
    const secrets = loadSecrets(KEY, '');
    let headers: Record<string, string> = {};
    const server = createServer((request, response) => {
      headers = request.headers as Record<string, string>;
      response.writeHead(request.url === '/gone' ? 410 : 204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const local = createCustomerWebhooks(secrets, { allowLoopback: true });
    const message = { id: 'msg_1', body: '{"type":"x","data":{}}', salt: 'new', oldSalts: ['old', 'older'] };
    expect(await local({ ...message, url: `http://127.0.0.1:${port}/` })).toEqual({ outcome: 'accepted' });
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(3);
    for (const salt of ['new', 'old', 'older'])
      expect(() => new Webhook(webhookSecret(secrets, salt)).verify(message.body, headers)).not.toThrow();
    // So does the client that is published, which has this by heart.
    const secret = webhookSecret(secrets, 'older');
    expect(await verifyWebhook({ secret, headers, body: message.body })).toMatchObject({ id: 'msg_1' });
    expect(() => new Webhook(webhookSecret(secrets, 'other')).verify(message.body, headers)).toThrow();
    expect(await local({ ...message, url: `http://127.0.0.1:${port}/gone` })).toEqual({
      outcome: 'rejected',
      error: 'the receiver answered 410',
      retry: false,
      gone: true,
    });
    server.close();
  });

  it('are registered at addresses of the public internet only', async () => {
    const event_types = ['ArticlePublished'];
    for (const url of [
      'http://127.0.0.1:8080/x',
      'https://hooks.internal/',
      'http://[fe80::1]/',
      'https://a:b@c.example/',
    ])
      expect(await api.post('webhooks/', { url, event_types })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/url' }] },
      });
  });

  it('are signed, and never go to an inner address', async () => {
    const secrets = loadSecrets(KEY, '');
    const received: { headers: Record<string, string>; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += String(chunk);
      });
      request.on('end', () => {
        received.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(request.url === '/redirect' ? 302 : 200, { location: 'http://127.0.0.1:1/' }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const message = { id: 'msg_1', salt: 'salt', body: '{"type":"x"}' };
    const local = createCustomerWebhooks(secrets, { allowLoopback: true });
    expect(await local({ ...message, url: `http://127.0.0.1:${port}/` })).toEqual({ outcome: 'accepted' });
    expect(() =>
      new Webhook(webhookSecret(secrets, 'salt')).verify(received[0]?.body ?? '', received[0]?.headers ?? {}),
    ).not.toThrow();
    expect(await local({ ...message, url: `http://127.0.0.1:${port}/redirect` })).toMatchObject({
      outcome: 'rejected',
    });
    const guarded = createCustomerWebhooks(secrets);
    const inner = [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://[::1]:${port}/`,
      `http://0x7f000001:${port}/`,
      `http://2130706433:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      'http://169.254.169.254/',
      'http://10.0.0.1/',
    ];
    for (const url of inner)
      expect(await guarded({ ...message, url })).toMatchObject({ outcome: 'rejected', retry: false });
    expect(received).toHaveLength(2);
    server.close();
  });
});
