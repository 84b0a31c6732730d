import { describe, expect, it } from 'vitest';
import { Busy, type ClientSettings, Conflict, createClient, RateLimited, Unreachable } from '#client/index';
import { caught } from '#test/support/caught';

type Try = Response | Error;
const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ status, code, detail: code, title: code, errors: [] }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
const good = () =>
  new Response('{"id":1}', { status: 201, headers: { 'content-type': 'application/json; charset=utf-8' } });

/** A client that faces answers that are given, one for each try; the last one again and again. */
function facing(tries: readonly (() => Try)[], settings: Partial<ClientSettings> = {}) {
  const seen: { key: string | null; body: string }[] = [];
  const waits: number[] = [];
  let keys = 0;
  const client = createClient({
    baseUrl: 'http://api.example',
    sleep: async (milliseconds) => void waits.push(milliseconds),
    now: () => Date.parse('2026-06-17T08:00:00Z'),
    newKey: () => `key-${++keys}`,
    fetch: async (request) => {
      seen.push({ key: request.headers.get('idempotency-key'), body: await request.text() });
      const answer = tries[Math.min(seen.length, tries.length) - 1]?.();
      if (!answer || answer instanceof Error) throw answer;
      return answer;
    },
    ...settings,
  });
  const order = (signal?: AbortSignal) =>
    client.post('services/subscriptions/', {
      body: { account_id: 1, site_id: 11, tier: 'pro' },
      ...(signal ? { signal } : {}),
    });
  return { client, order, seen, waits };
}

describe('tries again', () => {
  it('as the API asks for it, under the same key, with the same body', async () => {
    const { order, seen, waits } = facing([
      () => problem(503, 'busy', { 'retry-after': '1' }),
      () => problem(429, 'rate_limited', { 'retry-after': 'Wed, 17 Jun 2026 08:00:07 GMT' }),
      () => problem(409, 'idempotency_in_progress', { 'retry-after': '2' }),
      good,
    ]);
    expect((await order()).data).toEqual({ id: 1 });
    expect(waits).toEqual([1000, 7000, 2000]);
    expect(seen.map(({ key }) => key)).toEqual(['key-1', 'key-1', 'key-1', 'key-1']);
    expect(new Set(seen.map(({ body }) => body))).toEqual(new Set(['{"account_id":1,"site_id":11,"tier":"pro"}']));
    await order();
    expect(seen.at(-1)?.key).toBe('key-2');
  });

  it('where the connection broke, waiting longer each time', async () => {
    const { order, seen, waits } = facing([() => new TypeError('fetch failed'), () => new TypeError('reset'), good]);
    await order();
    expect(waits).toEqual([250, 500]);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
  });

  it('as often as it may, then says what it came to', async () => {
    const busy = facing([() => problem(503, 'not_yet_visible', { 'retry-after': '1' })]);
    expect(await caught(busy.order())).toBeInstanceOf(Busy);
    expect([busy.seen.length, busy.waits]).toEqual([4, [1000, 1000, 1000]]);
    const broken = facing([() => new TypeError('fetch failed')], { retry: { attempts: 2 } });
    const error = await caught(broken.order());
    expect(error).toBeInstanceOf(Unreachable);
    expect(error).toMatchObject({ message: 'no answer from http://api.example', cause: new TypeError('fetch failed') });
    expect(broken.seen).toHaveLength(2);
  });

  it('not where it would have to wait for longer than it may', async () => {
    const { order, seen, waits } = facing([() => problem(429, 'rate_limited', { 'retry-after': '3600' })]);
    const error = await caught(order());
    expect(error).toBeInstanceOf(RateLimited);
    expect(error).toMatchObject({ retryAfterSeconds: 3600 });
    expect([seen.length, waits]).toEqual([1, []]);
  });

  it('not what is refused for good', async () => {
    const { order, seen } = facing([() => problem(409, 'invalid_state')]);
    expect(await caught(order())).toBeInstanceOf(Conflict);
    expect(seen).toHaveLength(1);
  });

  it('not once the caller has given up', async () => {
    const giving = new AbortController();
    const { order, seen } = facing([() => problem(503, 'busy', { 'retry-after': '1' })], {
      sleep: async () => giving.abort(new Error('enough')),
    });
    expect(await caught(order(giving.signal))).toMatchObject({ message: 'enough' });
    expect(seen).toHaveLength(1);
  });

  it('sends no key with what only looks', async () => {
    const { client, seen } = facing([good]);
    await client.get('services/subscriptions/{id}/', { path: { id: 1 } });
    expect(seen).toEqual([{ key: null, body: '' }]);
  });

  it('knows a newer API’s problems by their status', async () => {
    const { order } = facing([() => problem(409, 'wholly_new')]);
    expect(await caught(order())).toMatchObject({ name: 'Conflict', code: 'wholly_new' });
  });
});
