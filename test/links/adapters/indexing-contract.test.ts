import { afterEach, describe, expect, it } from 'vitest';
import { createIndexing } from '#adapters/indexing/index';
import type { IndexingServiceName } from '#commands/links/ports-backlinks';
import { instantOf } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';
import { INDEXNOW_KEY, indexingAt, KEY, PAGE, scripted, serviceOf } from './indexing-world.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const server = await scripted((_, response) => response.writeHead(status, headers).end(body));
  ends.push(server.close);
  return server;
}
const asked = { url: PAGE, reference: 'indexing-7-day_0' };
const FORM_SERVICES = ['omega', 'linkcentaur', 'colossus'] as const;
const PAID = ['speedyindex', ...FORM_SERVICES] as const;
const submitTo = async (name: IndexingServiceName, status: number, body: string) =>
  serviceOf((await answering(status, body)).adapters(), name).submit(asked);

describe('what goes to a service', () => {
  it('speedyindex: JSON, the bare key in its header, our reference as the title', async () => {
    const { seen, adapters } = await answering(200, '{"code":0,"task_id":"6609d023a3188540f09fec6c"}');
    const answer = await serviceOf(adapters(), 'speedyindex').submit(asked);
    expect(answer).toEqual({ outcome: 'accepted', reference: '6609d023a3188540f09fec6c' });
    const [{ method, url, headers, body } = { body: '' }] = seen;
    expect({ method, url }).toEqual({ method: 'POST', url: '/speedyindex/v2/task/google/indexer/create' });
    expect(headers).toMatchObject({ authorization: KEY, 'content-type': 'application/json' });
    expect(JSON.parse(body)).toEqual({ title: asked.reference, urls: [PAGE], pay_per_indexed: true });
  });
  it.each([
    ['per_submission', { pay_per_submission: true }],
    ['classic', {}],
  ] as const)('speedyindex: billed %s', async (billing, fields) => {
    const { seen, adapters } = await answering(200, '{"code":0,"task_id":"1"}');
    await serviceOf(adapters({ speedyindex: { billing } }), 'speedyindex').submit(asked);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ title: asked.reference, urls: [PAGE], ...fields });
  });
  it.each([
    ['omega', '/omega/api/omega-indexer-api', { campaignname: asked.reference, dripfeed: '0' }, 'urls'],
    ['linkcentaur', '/linkcentaur/api/newlinks.json', { campaign: asked.reference }, 'links'],
    ['colossus', '/colossus/api', { campaignname: asked.reference }, 'urls'],
  ] as const)('%s: an encoded form, in which a `|` of the URL does not part it', async (name, path, fields, urls) => {
    const { seen, adapters } = await answering(200, 'done');
    await serviceOf(adapters(), name).submit(asked);
    const [{ method, url, headers, body } = { body: '' }] = seen;
    expect({ method, url }).toEqual({ method: 'POST', url: path });
    expect(headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
    const form = Object.fromEntries(new URLSearchParams(body));
    expect(form).toEqual({ apikey: KEY, ...fields, [urls]: PAGE.replace('|', '%7C') });
    expect(body).toContain(`${urls}=https%3A%2F%2Fblog.example%2Fa%3Fb%3Dc%257Cd%26e%3Df`);
  });
  it('colossus: names of its fields and its yes as they are configured', async () => {
    const { seen, adapters } = await answering(200, 'QUEUED\n');
    const colossus = { fields: { key: 'token', urls: 'u', campaign: 'name' }, accepted: 'queued' };
    const answer = await serviceOf(adapters({ colossus }), 'colossus').submit(asked);
    expect(answer).toEqual({ outcome: 'accepted', reference: null });
    const form = Object.fromEntries(new URLSearchParams(seen[0]?.body));
    expect(form).toEqual({ token: KEY, u: PAGE.replace('|', '%7C'), name: asked.reference });
  });
  it('indexnow: one GET with the URL and the key of its host', async () => {
    const { seen, adapters } = await answering(202, '');
    const page = 'https://www.client.example/a?b=c&d=e';
    expect(await adapters().indexNow.ping(page)).toEqual({ ok: true, status: 202, error: null });
    const { pathname, searchParams } = new URL(seen[0]?.url ?? '', 'http://host');
    expect(seen[0]?.method).toBe('GET');
    expect(pathname).toBe('/indexnow/indexnow');
    expect(Object.fromEntries(searchParams)).toEqual({ url: page, key: INDEXNOW_KEY });
  });
  it('manual: nothing; a person does it', async () => {
    const { seen, adapters } = await answering(500, '');
    expect(await serviceOf(adapters(), 'manual').submit(asked)).toEqual({ outcome: 'accepted', reference: null });
    expect(seen).toEqual([]);
  });
});

describe('what an answer means', () => {
  it.each([
    ['{"code":1}', { outcome: 'refused', reason: 'no_balance' }],
    ['{"code":2}', { outcome: 'refused', reason: 'bad_url' }],
    ['{"code":-2}', { outcome: 'temporary' }],
    ['{"code":99}', { outcome: 'unknown', error: 'speedyindex gave an answer that cannot be read: {"code":99}' }],
    ['{"code":0}', { outcome: 'unknown' }],
    ['<html>', { outcome: 'unknown' }],
    ['', { outcome: 'unknown', error: 'speedyindex gave an empty answer' }],
  ])('speedyindex: %s', async (body, meaning) => {
    expect(await submitTo('speedyindex', 200, body)).toMatchObject(meaning);
  });
  it.each([
    ['done', { outcome: 'accepted', reference: null }],
    [' Done\n', { outcome: 'accepted' }],
    ['"done"', { outcome: 'refused', reason: 'not_allowed' }],
    ['Not enough credits', { outcome: 'refused', reason: 'no_balance', error: 'omega refused: Not enough credits' }],
    ['Wrong URL', { outcome: 'refused', reason: 'bad_url' }],
    ['Who are you?', { outcome: 'refused', reason: 'not_allowed' }],
    ['', { outcome: 'unknown' }],
  ])('omega: %j', async (body, meaning) => {
    expect(await submitTo('omega', 200, body)).toMatchObject(meaning);
  });
  it.each([
    ['{"status":"ok","details":"1 links added successfully to the campaign x"}', { outcome: 'accepted' }],
    ['{"status":"error","details":"Wrong API Key"}', { outcome: 'refused', reason: 'not_allowed' }],
    ['{"status":"error","details":"Your balance is 0"}', { outcome: 'refused', reason: 'no_balance' }],
    ['{"status":"error","details":"No valid links"}', { outcome: 'refused', reason: 'bad_url' }],
    ['{"status":"maybe"}', { outcome: 'unknown' }],
    ['ok', { outcome: 'unknown' }],
  ])('linkcentaur: %s', async (body, meaning) => {
    expect(await submitTo('linkcentaur', 200, body)).toMatchObject(meaning);
  });
  const statuses = [
    [400, { outcome: 'refused', reason: 'bad_url' }],
    [401, { outcome: 'refused', reason: 'not_allowed' }],
    [402, { outcome: 'refused', reason: 'no_balance' }],
    [403, { outcome: 'refused', reason: 'not_allowed' }],
    [404, { outcome: 'refused', reason: 'not_allowed' }],
    [422, { outcome: 'refused', reason: 'bad_url' }],
    [429, { outcome: 'temporary' }],
    [500, { outcome: 'unknown' }],
    [502, { outcome: 'unknown' }],
    [503, { outcome: 'temporary' }],
    [504, { outcome: 'unknown' }],
  ] as const;
  it.each(PAID.flatMap((name) => statuses.map(([status, meaning]) => [name, status, meaning] as const)))(
    '%s: a status of %i',
    async (name, status, meaning) => {
      expect(await submitTo(name, status, 'done')).toMatchObject({
        ...meaning,
        error: `${name} answered ${status}: done`,
      });
    },
  );
  it.each([
    [400, false],
    [403, false],
    [422, false],
    [429, false],
    [500, false],
  ])('indexnow: a status of %i', async (status, ok) => {
    const { indexNow } = (await answering(status, '')).adapters();
    const answer = await indexNow.ping('https://www.client.example/');
    expect(answer).toEqual({ ok, status, error: `indexnow answered ${status}` });
  });
});

describe.each(PAID)('%s', (name) => {
  it('that cannot be reached has certainly taken nothing', async () => {
    const server = await answering(200, '');
    await server.close();
    const error = `${name} could not be reached (ECONNREFUSED)`;
    expect(await serviceOf(server.adapters(), name).submit(asked)).toEqual({ outcome: 'temporary', error });
  });
  it('is not followed to another address', async () => {
    const elsewhere = await answering(200, 'done');
    const { adapters, seen } = await answering(307, '', { location: `${elsewhere.url}/` });
    const moved = { outcome: 'refused', reason: 'not_allowed', error: `${name} answered 307` };
    expect(await serviceOf(adapters(), name).submit(asked)).toEqual(moved);
    expect([seen.length, elsewhere.seen.length]).toEqual([1, 0]);
  });
  it('that answers without end is cut off', async () => {
    const { adapters } = await answering(200, 'x'.repeat(1024 * 1024 + 1));
    expect(await serviceOf(adapters(), name).submit(asked)).toMatchObject({
      outcome: 'unknown',
      error: `${name} gave an answer of over 1048576 bytes`,
    });
  });
  it('does not get its key into an error, and a long one is cut', async () => {
    const words = `Your key ${KEY} (${encodeURIComponent(KEY)}) ${'!'.repeat(1_000)}`;
    for (const status of [200, 500]) {
      const answer = await submitTo(name, status, words);
      const { error } = answer as { error: string };
      expect(error).toContain('Your key [key] ([key]) !');
      expect(error.length).toBeLessThan(250);
    }
  });
  it('that nobody answers for in time may have taken it', async () => {
    const server = await scripted(() => undefined);
    ends.push(server.close);
    const port = indexingAt(server.url, server.clock, {}, 50);
    const error = `${name} gave no answer within 50 ms`;
    expect(await serviceOf(port, name).submit(asked)).toEqual({ outcome: 'unknown', error });
  });
});

describe('the services together', () => {
  const clock = new TestClock(instantOf(0));
  it('are those that are configured; order stays as it was given', () => {
    const order = ['speedyindex', 'omega', 'manual'] as const;
    const port = createIndexing({ order, omega: { key: KEY }, indexNow: { keys: {} }, clock });
    expect(port.order).toEqual(order);
    expect(Object.keys(port.services).sort()).toEqual(['manual', 'omega']);
    expect(port.checker).toBeNull();
  });
  it('refuse a base that is no address when they are made', () => {
    const omega = { key: KEY, base: 'omega' };
    expect(() => createIndexing({ order: [], omega, indexNow: { keys: {} }, clock })).toThrow();
  });
  it('ping only for hosts whose key is held, exactly', async () => {
    const keys = { 'WWW.client.example': INDEXNOW_KEY, 'client.example:8080': INDEXNOW_KEY };
    const { indexNow } = createIndexing({ order: [], indexNow: { keys }, clock });
    expect(indexNow.holds('https://www.client.example/a')).toBe(true);
    expect(indexNow.holds('http://WWW.CLIENT.example')).toBe(true);
    expect(indexNow.holds('http://client.example:8080/')).toBe(true);
    for (const url of [
      'https://client.example/',
      'https://a.www.client.example/',
      'ftp://www.client.example/',
      'no',
      '',
    ])
      expect(indexNow.holds(url)).toBe(false);
    const error = 'no IndexNow key is held for that host';
    expect(await indexNow.ping('https://client.example/')).toEqual({ ok: false, status: null, error });
  });
});
