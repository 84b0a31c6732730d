import { describe, expect, it } from 'vitest';
import { clientFacts, databaseUrl } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { served } from '#test/support/child';
import { testDatabase } from '#test/support/postgres';

describe('a process that is stopped while it holds the leases', () => {
  it('keeps nobody: others answer what they decide, take its leases over, and it comes back as one of them', async () => {
    const database = await testDatabase();
    const env = { DATABASE_URL: databaseUrl(database), SANDBOX: 'true', SANDBOX_CLOCK: '2026-06-17T08:00:00Z' };
    const holder = await served(env);
    const other = await served(env);
    await must(holder.api.post('platform/facts/', clientFacts(1, 11)));
    holder.child.kill('SIGSTOP');

    const { api } = other;
    const issued = await must(api.post('auth/tokens/', { role: 'client', account_id: 1, label: 'shop' }), 201);
    expect(issued).toMatchObject({ role: 'client', account_id: 1, label: 'shop', token: expect.any(String) });
    expect((await api.as(issued.token).get('billing/accounts/1/balance/')).status).toBe(200);
    const hook = { url: 'https://hooks.example/a', event_types: ['ManagedSubscriptionActivated'], account_id: 1 };
    expect(await must(api.post('webhooks/', hook), 201)).toMatchObject({ ...hook, secret: expect.any(String) });
    const flag = { flag: 'managed_services_enabled', account_id: 1, enabled: true, reason: 'pilot' };
    expect((await must(api.put('ops/flags/', flag))).results).toContainEqual(
      expect.objectContaining({ reason: 'pilot' }),
    );

    // An account that nobody knew before, named at once by what follows.
    const headers = { 'idempotency-key': 'while-frozen' };
    await must(api.post('platform/facts/', clientFacts(2, 22)));
    const wanted = { account_id: 2, site_id: 22, tier: 'pro' };
    let created = await api.post('services/subscriptions/', wanted, { headers });
    while (created.status === 503) created = await api.post('services/subscriptions/', wanted, { headers });
    expect(created).toMatchObject({ status: 201, body: { account_id: 2, tier: 'pro', status: 'pending' } });
    const path = `services/subscriptions/${created.body.id}/`;
    const changed = await must(api.patch(path, { monthly_price: '350.00', override_reason: 'agreed' }));
    expect(changed).toMatchObject({ id: created.body.id, monthly_price: '350.00' });

    // What moves by itself is moved by the other one, as soon as the first is taken to be gone.
    await api.advance('2026-06-18T08:00:00Z');
    expect(await must(api.get(path))).toMatchObject({ status: 'active', monthly_price: '350.00' });
    expect((await api.get('/readyz')).status).toBe(200);

    holder.child.kill('SIGCONT');
    await must(holder.api.post(`${path}pause/`, { reason: 'relaunch' }));
    expect(await must(api.get(path))).toMatchObject({ status: 'paused' });
    await api.advance('2026-06-19T08:00:00Z');
    const mails = (await must(api.get('sandbox/mail/'))).results as { subject: string; to: string[] }[];
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.map(({ subject, to }) => subject + to.join())).size).toBe(mails.length);
    expect(await holder.stop()).toBe(0);
    expect(await other.stop()).toBe(0);
    await database.drop();
  }, 180_000);
});
