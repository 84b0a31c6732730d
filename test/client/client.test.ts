import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import {
  BadRequest,
  type Client,
  Conflict,
  createClient,
  FeatureNotInPlan,
  Forbidden,
  KeyReused,
  NotFound,
  ProblemError,
  RevisionMoved,
  retryIfMoved,
  type Schemas,
  Unauthorized,
  UnexpectedAnswer,
  Unreachable,
  Validation,
} from '#client/index';
import { ADMIN, clientFacts, type SandboxApi, sandboxApi, typed } from '#test/support/api';
import { caught } from '#test/support/caught';
import { clientSchema } from '../../scripts/client-schema.ts';

const SUBSCRIPTIONS = 'services/subscriptions/';
const SUBSCRIPTION = 'services/subscriptions/{id}/';

describe('the typed client', () => {
  let api: SandboxApi;
  let client: Client;
  let subscription: Schemas['ManagedSubscription'];
  beforeAll(async () => {
    api = await sandboxApi();
    client = typed(api);
    await api.post('platform/facts/', [...clientFacts(1, 11), ...clientFacts(2, 22, 'growth')]);
    const made = await client.post(SUBSCRIPTIONS, { body: { account_id: 1, site_id: 11, tier: 'pro' } });
    subscription = made.data;
    await client.post('sandbox/clock/advance/', { body: { by: '1h' } });
  });
  afterAll(() => api.stop());

  const pause = (given: { ifMatch?: string; idempotencyKey?: string; reason?: string }) => {
    const { reason = 'site relaunch', ...others } = given;
    return client.post('services/subscriptions/{id}/pause/', {
      path: { id: subscription.id },
      body: { reason },
      ...others,
    });
  };
  const look = () => client.get(SUBSCRIPTION, { path: { id: subscription.id } });

  it('has the types of the document that the API serves', async () => {
    const { body: document } = await api.get('/openapi.json');
    const kept = readFileSync(join(import.meta.dirname, '../../client/src/schema.d.ts'), 'utf8');
    // Not toBe: the difference of two such files would take minutes to show.
    expect((await clientSchema(document)) === kept, 'run `npm run client:generate`').toBe(true);
  }, 60_000);

  it('answers what the document says, with what the headers tell', async () => {
    const answer = await look();
    expectTypeOf(answer.data).toEqualTypeOf<Schemas['ManagedSubscription']>();
    expect(answer).toMatchObject({ status: 200, data: { id: subscription.id, status: 'active' }, replayed: false });
    expect(answer.etag).toMatch(/^"\d+"$/);
    expect(answer.requestId).toMatch(/.{8}/);
  });

  it('asks for nothing that the document does not know', () => {
    const misused = () => [
      // @ts-expect-error no such address
      client.get('services/subscription/'),
      // @ts-expect-error an id is missing
      client.get(SUBSCRIPTION),
      // @ts-expect-error a tier that there is not
      client.post(SUBSCRIPTIONS, { body: { account_id: 1, site_id: 11, tier: 'gold' } }),
      // @ts-expect-error what is no list has no pages
      client.pages(SUBSCRIPTION, { path: { id: 1 } }),
    ];
    expect(misused).toBeTypeOf('function');
  });

  it('throws each problem as its class', async () => {
    const body = { account_id: 2, site_id: 22, tier: 'pro' } as const;
    const refused = await caught(client.post(SUBSCRIPTIONS, { body }));
    expect(refused).toBeInstanceOf(FeatureNotInPlan);
    expect(refused).toBeInstanceOf(Forbidden);
    expect(refused).toMatchObject({ name: 'FeatureNotInPlan', status: 403, upgradeTo: 'scale' });

    const none = await caught(client.get(SUBSCRIPTION, { path: { id: 4711 } }));
    expect(none).toBeInstanceOf(NotFound);
    expect(none).toMatchObject({ code: 'not_found', instance: '/api/v1/services/subscriptions/4711/' });

    const bad = await caught(client.post(SUBSCRIPTIONS, { body: { ...body, account_id: -1 } }));
    expect(bad).toBeInstanceOf(Validation);
    expect(bad).toMatchObject({ errors: [{ pointer: '/account_id', message: expect.any(String) }] });

    const conflict = await caught(
      client.post('services/subscriptions/{id}/resume/', { path: { id: subscription.id } }),
    );
    expect(conflict).toBeInstanceOf(Conflict);
    expect(conflict).toMatchObject({ code: 'invalid_state', currentState: 'active' });

    const spoiled = await caught(pause({ ifMatch: 'W/"1"' }));
    expect(spoiled).toBeInstanceOf(BadRequest);
    expect(spoiled).toBeInstanceOf(ProblemError);
    expect((spoiled as ProblemError).type).toContain('/docs/problems/malformed');

    const stranger = createClient({ baseUrl: api.url, token: async () => 'igny8_live_9_nobody' });
    expect(await caught(stranger.get(SUBSCRIPTIONS))).toBeInstanceOf(Unauthorized);
    const anonymous = createClient({ baseUrl: api.url });
    expect(await caught(anonymous.get(SUBSCRIPTIONS))).toBeInstanceOf(Unauthorized);
  });

  it('sends a key of its own with each command, and repeats under the key that it is given', async () => {
    const first = await pause({ idempotencyKey: 'pause-once' });
    expect(first).toMatchObject({ replayed: false, data: { status: 'paused' } });
    const again = await pause({ idempotencyKey: 'pause-once' });
    expect(again).toMatchObject({ replayed: true, data: first.data, position: first.position });
    expect(await caught(pause({ idempotencyKey: 'pause-once', reason: 'another' }))).toBeInstanceOf(KeyReused);
    // With a key of its own it is another command, which the state does not allow.
    expect(await caught(pause({}))).toBeInstanceOf(Conflict);
  });

  it('resumes by the ETag that was seen, and tells the present one where it has moved', async () => {
    const resume = (ifMatch: string | { etag: string | null }) =>
      client.post('services/subscriptions/{id}/resume/', { path: { id: subscription.id }, ifMatch });
    const seen = await look();
    const moved = await caught(resume('"0"'));
    expect(moved).toBeInstanceOf(RevisionMoved);
    expect(moved).toMatchObject({ status: 412, currentEtag: seen.etag });
    expect(await caught(resume({ etag: null }))).toBeInstanceOf(TypeError);

    let looks = 0;
    const done = await retryIfMoved(async () => resume(looks++ === 0 ? '"0"' : await look()));
    expect(done.data.status).toBe('active');
    expect(looks).toBe(2);
    expect(await caught(retryIfMoved(() => resume('"0"'), 2))).toBeInstanceOf(RevisionMoved);
  });

  it('goes through all pages, of lists by page and of logs by position', async () => {
    for (const role of ['client', 'agency', 'client', 'admin', 'platform'] as const)
      await client.post('auth/tokens/', {
        body: { role, ...(role === 'client' || role === 'agency' ? { account_id: 1 } : {}) },
      });
    const whole = await client.get('auth/tokens/');
    const names: number[] = [];
    for await (const token of client.pages('auth/tokens/', { query: { page_size: 2 } })) names.push(token.id);
    expect(names).toEqual(whole.data.results.map(({ id }) => id));
    expect(names.length).toBeGreaterThan(5);

    const positions: number[] = [];
    const timeline = client.pages('services/subscriptions/{id}/timeline/', {
      path: { id: subscription.id },
      query: { limit: 3 },
    });
    for await (const entry of timeline) positions.push(entry.position);
    expect(positions.length).toBeGreaterThan(9);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
  });

  it('asks for no page that nobody looks at', async () => {
    let asked = 0;
    const counted = (request: Request) => {
      asked++;
      return fetch(request);
    };
    const counting = createClient({ baseUrl: api.url, token: ADMIN, fetch: counted });
    for await (const token of counting.pages('auth/tokens/', { query: { page_size: 1 } })) {
      expect(token.id).toBeGreaterThan(0);
      break;
    }
    expect(asked).toBe(1);
  });

  it('brings what is no JSON, and says so where it was asked for as such', async () => {
    const query = { format: 'csv' } as const;
    const csv = await client.download('services/dashboard/margin/', { query });
    expect(await csv.data.text()).toContain('"key","label",');
    expect(await caught(client.get('services/dashboard/margin/', { query }))).toBeInstanceOf(UnexpectedAnswer);
  });

  it('sees what it has just done, at the position that it was told', async () => {
    const { position } = await pause({});
    const minPosition = position ?? 0;
    const { data } = await client.get(SUBSCRIPTION, { path: { id: subscription.id }, minPosition });
    expect(data.status).toBe('paused');
  });

  it('has a command carried out once, also where its answer was lost on the way', async () => {
    let sent = 0;
    const losing = async (request: Request) => {
      const response = await fetch(request);
      if (++sent > 1) return response;
      await response.arrayBuffer();
      throw new TypeError('the connection was reset');
    };
    const shaky = createClient({ baseUrl: api.url, token: ADMIN, fetch: losing, sleep: async () => {} });
    const body = { url: 'https://client.example/hooks', event_types: ['InvoiceIssued' as const], account_id: 1 };
    const registered = await shaky.post('webhooks/', { body });
    expect([sent, registered.status, registered.replayed]).toEqual([2, 201, true]);
    expect((await client.get('webhooks/')).data.results.map(({ id }) => id)).toEqual([registered.data.id]);
  });

  it('lets openapi-fetch be used as it is, with the same token and keys', async () => {
    const { data, error } = await client.raw.GET('/api/v1/services/subscriptions/', { params: { query: { page: 1 } } });
    expect(error).toBeUndefined();
    expect(data?.results[0]?.id).toBe(subscription.id);
  });

  it('says who does not answer, and who is somebody else', async () => {
    const nobody = createClient({ baseUrl: 'http://127.0.0.1:1', retry: { attempts: 1 } });
    expect(await caught(nobody.get(SUBSCRIPTIONS))).toBeInstanceOf(Unreachable);
    const html = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const proxy = createClient({ baseUrl: api.url, fetch: html });
    expect(await caught(proxy.get(SUBSCRIPTIONS))).toMatchObject({ name: 'UnexpectedAnswer', status: 502 });
  });
});
