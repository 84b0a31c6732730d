import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#app/config';
import { type Running, start } from '#app/main';
import { ADMIN, Client, clientFacts, databaseUrl, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

/** The dashboard as somebody watches it: what was told so far, and when it ended. */
async function watched(url: string, token: string) {
  const answer = await fetch(`${url}/api/v1/services/dashboard/stream/`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  if (!answer.body) throw new Error('nothing is streamed');
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader.read();
  expect(first.value).toContain('event: dashboard');
  /** The next figures; null once the stream has ended. */
  async function next(): Promise<string | null> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return null;
      if (value.includes('event: dashboard')) return value;
    }
  }
  return { first: String(first.value), next };
}
const mrr = (text: string | null) => /"mrr":"([\d.]+)"/.exec(text ?? '')?.[1];

describe('a dashboard that stays open, with two processes on one database', () => {
  let api: SandboxApi;
  let second: Running;
  const token = async (grant: object): Promise<{ token: string; id: number }> =>
    must(api.post('auth/tokens/', { role: 'admin', ...grant }), 201);
  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    second = await start(
      loadConfig({
        SANDBOX: 'true',
        SANDBOX_CLOCK: '2026-06-17T08:00:00Z',
        PORT: '0',
        LOG_LEVEL: 'silent',
        DATABASE_URL: databaseUrl(api.database),
        BOOTSTRAP_ADMIN_TOKEN: ADMIN,
        RATE_LIMIT_PER_MINUTE: '100000',
      }),
    );
    const users = [900, 901].map((user_id) =>
      fact('UserRegistered', { user_id, account_id: 1, name: `M ${user_id}`, email: `m${user_id}@example.com` }),
    );
    await api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22), ...users]);
    const order = { account_id: 1, site_id: 11, tier: 'lite', account_manager_id: 900 };
    await must(api.post('services/subscriptions/', order), 201);
  });
  afterAll(async () => {
    await second.stop();
    await api.stop();
  });

  it('ends on every process when its token is revoked, and tells nothing more', async () => {
    const { token: secret, id } = await token({});
    const streams = await Promise.all([watched(api.url, secret), watched(second.url, secret)]);
    const ends = streams.map(({ next }) => next());
    expect((await api.delete(`auth/tokens/${id}/`)).status).toBe(204);
    const since = performance.now();
    // Something happens that an open dashboard would tell of.
    await must(api.post('services/subscriptions/', { account_id: 2, site_id: 22, tier: 'lite' }), 201);
    expect(await Promise.all(ends)).toEqual([null, null]);
    expect(performance.now() - since).toBeLessThan(5_000);
    expect((await new Client(second.url, secret).get('services/dashboard/')).status).toBe(401);
  });

  it('of a manager shows what is theirs now', async () => {
    const { token: secret } = await token({ role: 'account_manager', user_id: 901 });
    const { first, next } = await watched(second.url, secret);
    expect(mrr(first)).toBe('0.00');
    const change = { account_manager_id: 901 };
    await must(api.patch('services/subscriptions/1/', change));
    let told = await next();
    // Its onboarding may still be under way.
    while (told !== null && mrr(told) === '0.00') told = await next();
    expect(mrr(told)).toBe('100.00');
  });

  it('ends when its token expires', async () => {
    const { token: secret } = await token({ expires_at: '2026-06-17T08:05:00Z' });
    const { next } = await watched(second.url, secret);
    const end = next();
    await api.advance('2026-06-17T08:05:00Z');
    for (let told = await end; told !== null; told = await next());
    expect((await new Client(second.url, secret).get('services/dashboard/')).status).toBe(401);
  });
});
