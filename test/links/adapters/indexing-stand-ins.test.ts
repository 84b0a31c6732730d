import fetch from 'node-fetch';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxIndexers } from '#adapters/sandbox/indexers';
import { serveStandIns } from '#adapters/sandbox/serve';
import { createSandboxState } from '#adapters/sandbox/state';
import { INDEXNOW_KEY, KEY, PAGE, serviceOf, standIns } from './indexing-world.ts';

let world: Awaited<ReturnType<typeof standIns>>;
beforeAll(async () => {
  world = await standIns();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.pool.query('TRUNCATE sandbox.ledger, sandbox.faults');
});

type Options = { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> };
async function call(path: string, options: Options = {}) {
  const response = await fetch(world.url + path, options);
  return { status: response.status, body: await response.text() };
}
const JSON_HEADERS = { authorization: KEY, 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Record<string, string> = JSON_HEADERS) =>
  call(`/speedyindex/v2/task/google/${path}`, { method: 'POST', body: JSON.stringify(body), headers });
const ledger = () => world.state.ledger();

describe('the stand-in of speedyindex', () => {
  const task = { title: 'one', urls: [PAGE], pay_per_indexed: true };

  it('wants the bare key, JSON and a known route', async () => {
    const type = { 'content-type': 'application/json' };
    expect(await post('indexer/create', task, type)).toMatchObject({ status: 401 });
    expect(await post('indexer/create', task, { ...type, authorization: `Bearer ${KEY}` })).toMatchObject({
      status: 401,
    });
    expect(await post('indexer/create', task, { authorization: KEY, 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    });
    expect(await post('indexer/make', task)).toMatchObject({ status: 404 });
    expect(await post('other/create', task)).toMatchObject({ status: 404 });
    const get = { headers: { authorization: KEY } };
    expect(await call('/speedyindex/v2/task/google/indexer/create', get)).toMatchObject({ status: 404 });
    expect(await ledger()).toEqual([]);
  });
  it('wants its 2026 terms: how a URL is paid, and leave to pay by submission', async () => {
    const { title, urls } = task;
    expect(await post('indexer/create', { title, urls })).toMatchObject({ status: 503 });
    expect(await post('indexer/create', { title, urls, pay_per_submission: true })).toMatchObject({ status: 403 });
    expect(await ledger()).toEqual([]);
    const service = (billing: 'classic' | 'per_submission') =>
      serviceOf(world.adapters({ speedyindex: { billing } }), 'speedyindex');
    const asked = { url: PAGE, reference: 'one' };
    expect(await service('classic').submit(asked)).toMatchObject({ outcome: 'temporary' });
    expect(await service('per_submission').submit(asked)).toMatchObject({ outcome: 'refused', reason: 'not_allowed' });
  });
  it('lets an allow-listed account pay by submission', async () => {
    const served = await serveStandIns(sandboxIndexers(world.state, { allowListed: true }));
    const body = JSON.stringify({ urls: [PAGE], pay_per_submission: true });
    const path = '/speedyindex/v2/task/google/indexer/create';
    const response = await fetch(served.url + path, { method: 'POST', body, headers: JSON_HEADERS });
    expect(await response.json()).toMatchObject({ code: 0, type: 'google/indexer' });
    await served.close();
  });
  it.each([
    ['no URLs', { urls: [] }],
    ['over 10,000 URLs', { urls: Array.from({ length: 10_001 }, (_, n) => `https://a.example/${n}`) }],
    ['what is no web address', { urls: ['ftp://a.example/'] }],
    ['both prices', { urls: [PAGE], pay_per_submission: true }],
  ])('refuses %s with code 2, free of charge', async (_, given) => {
    expect(await post('indexer/create', { ...task, ...given })).toEqual({ status: 200, body: '{"code":2}' });
    const [entry, ...others] = await ledger();
    expect(entry).toMatchObject({ provider: 'speedyindex', operation: 'submit', reference: 'one', outcome: 'refused' });
    expect(entry?.charged).toBeUndefined();
    expect(others).toEqual([]);
  });
  it('refuses what is not a task', async () => {
    expect(await post('indexer/create', { title: 7 })).toEqual({ status: 200, body: '{"code":2}' });
    expect(await post('indexer/status', { task_ids: [] })).toEqual({ status: 200, body: '{"code":2}' });
    expect(await post('indexer/fullreport', { task_id: 'none' })).toEqual({ status: 200, body: '{"code":2}' });
  });
  it('charges by link and lists tasks newest first, 1,000 a page', async () => {
    for (let n = 0; n < 2; n++) await post('indexer/create', { ...task, title: `t${n}`, urls: [PAGE, PAGE] });
    expect((await ledger()).map(({ charged }) => charged)).toEqual(['0.0150', '0.0150']);
    const list = async (page: number) => {
      const { body } = await call(`/speedyindex/v2/task/google/indexer/list/${page}`, {
        headers: { authorization: KEY },
      });
      return JSON.parse(body) as { last_page: number; result: { title: string; size: number }[] };
    };
    const { last_page: last, result } = await list(0);
    expect(last).toBe(0);
    expect(result).toMatchObject([
      { title: 't1', size: 2, type: 'google/indexer', created_at: '2026-11-20T10:00:00.000Z' },
      { title: 't0' },
    ]);
    expect((await list(1)).result).toEqual([]);
    for (let n = 0; n < 999; n++)
      await world.state.record({
        provider: 'speedyindex',
        operation: 'submit',
        reference: 'x',
        outcome: 'accepted',
        request: { urls: [PAGE], title: 'x', task_id: `x${n}` },
      });
    expect(await list(1)).toMatchObject({ last_page: 1, result: [{ title: 't0' }] });
  });
  it('keeps its tasks beyond its own end and shares them with another process', async () => {
    await post('indexer/create', task);
    const state = await createSandboxState(world.pool, world.clock);
    const other = await serveStandIns(sandboxIndexers(state));
    const headers = { authorization: KEY };
    const response = await fetch(`${other.url}/speedyindex/v2/task/google/indexer/list/0`, { headers });
    expect(await response.json()).toMatchObject({ result: [{ title: 'one' }] });
    await other.close();
  });
});

describe('the stand-ins that take forms', () => {
  const form = (path: string, fields: Record<string, string>) =>
    call(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const two = 'https://a.example/1|https://a.example/2';

  it('take URLs joined by `|` and charge for each', async () => {
    const omega = await form('/omega/api/omega-indexer-api', {
      apikey: KEY,
      campaignname: 'c',
      urls: two,
      dripfeed: '0',
    });
    expect(omega).toEqual({ status: 200, body: 'done' });
    const linkcentaur = await form('/linkcentaur/api/newlinks.json', { apikey: KEY, campaign: 'c', links: two });
    const details = '2 links added successfully to the campaign c';
    expect(JSON.parse(linkcentaur.body)).toEqual({ status: 'ok', details });
    expect(await form('/colossus/api', { apikey: KEY, campaignname: 'c', urls: two })).toMatchObject({ body: 'done' });
    const urls = two.split('|');
    expect(await ledger()).toMatchObject([
      { provider: 'omega', reference: 'c', request: { urls }, charged: '0.0600' },
      { provider: 'linkcentaur', reference: 'c', request: { urls }, charged: '0.0400' },
      { provider: 'colossus', reference: 'c', request: { urls }, charged: '0.1000' },
    ]);
  });
  it('want a form, a key, a name and web addresses', async () => {
    const path = '/omega/api/omega-indexer-api';
    const given = { apikey: KEY, campaignname: 'c', urls: two };
    const json = { method: 'POST', body: JSON.stringify(given), headers: { 'content-type': 'application/json' } };
    expect(await call(path, json)).toMatchObject({ status: 415 });
    expect(await call(path)).toMatchObject({ status: 404 });
    expect(await form('/omega/api', given)).toMatchObject({ status: 404 });
    expect(await form(path, { ...given, apikey: '' })).toEqual({ status: 200, body: 'Wrong API Key' });
    expect(await ledger()).toEqual([]);
    for (const wrong of [{ urls: '' }, { urls: 'nothing' }, { campaignname: '' }])
      expect((await form(path, { ...given, ...wrong })).body).not.toBe('done');
    expect((await ledger()).map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    const wrongKey = await form('/linkcentaur/api/newlinks.json', { links: two });
    expect(JSON.parse(wrongKey.body)).toEqual({ status: 'error', details: 'Wrong API Key' });
  });
});

describe('the stand-in of indexnow', () => {
  const ping = (query: Record<string, string>) => call(`/indexnow/indexnow?${new URLSearchParams(query)}`);
  it.each([
    [200, { url: PAGE, key: INDEXNOW_KEY }],
    [400, { url: PAGE }],
    [403, { url: PAGE, key: 'short' }],
    [422, { url: 'ftp://a.example/', key: INDEXNOW_KEY }],
  ])('answers %i with an empty body', async (status, query) => {
    expect(await ping(query as Record<string, string>)).toEqual({ status, body: '' });
  });
});
