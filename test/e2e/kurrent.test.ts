import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { type KurrentServer, startKurrentServer } from '#test/support/kurrent-server/server';

let server: KurrentServer;
let api: SandboxApi;
beforeAll(async () => {
  server = await startKurrentServer();
  api = await sandboxApi('2026-06-17T08:00:00Z', {
    EVENTSTORE_URL: process.env['EVENTSTORE_URL'] ?? `esdb://${server.address}?tls=false`,
  });
});
afterAll(async () => {
  await api.stop();
  await server.stop();
});

it('the whole product runs on EventStoreDB: onboarding, a pause, the preview, equal read models', async () => {
  await api.post('platform/facts/', clientFacts(1, 11));
  const made = await api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' });
  expect(made.status).toBe(201);
  const path = `services/subscriptions/${made.body.id}/`;
  await api.post('sandbox/clock/advance/', { by: '1h' });
  expect((await api.get(path)).body).toMatchObject({ status: 'active', onboarding: { status: 'completed' } });
  await api.advance('2026-06-20T09:00:00Z');
  await api.post(`${path}pause/`);
  await api.advance('2026-06-21T09:00:00Z');
  expect((await api.get(`${path}invoice-preview/`)).body.total).toBe('53.20');
  const { projector } = api.running.system;
  for (const { name } of projector.projections) expect(await projector.compare(name)).toEqual([]);
  expect(await projector.parked()).toEqual([]);

  // The log is sealed behind the store, whichever it is.
  const head = (await api.get('audit/tree-head/')).body;
  const { results } = (await api.get('audit/events/?type=ManagedSubscriptionPaused')).body;
  const proof = await api.get(`audit/proofs/${results[0].id}/?tree_size=${head.size}`);
  expect(proof.body).toMatchObject({ event_id: results[0].id, tree_size: head.size });
  const kept = { heads: [{ size: head.size, root_hash: head.root_hash }] };
  expect((await api.post('audit/verify/', kept)).body).toEqual({
    holds: true,
    size: expect.any(Number),
    heads: expect.any(Number),
  });
});
