import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomerWebhooks, webhookSecret } from '#adapters/customer-webhooks';
import { loadSecrets } from '#adapters/secrets';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';

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
