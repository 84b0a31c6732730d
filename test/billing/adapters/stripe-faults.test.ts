import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultMode } from '#adapters/sandbox/state';
import {
  aCharge,
  aRefund,
  aSetUp,
  carriedThrough,
  findSetUp,
  KEY,
  type StripeWorld,
  setUp,
  stripeWorld,
} from './stripe-world.ts';

let world: StripeWorld;
beforeAll(async () => {
  world = await stripeWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clear());

const MODES: readonly FaultMode[] = ['down', 'lose_answer', 'half_answer'];
const upTo = (calls: number) =>
  Array.from({ length: calls }, (_, i) => i + 1).flatMap((call) => MODES.map((mode) => [call, mode] as const));
const PAID = ['charge paid 123.45'];

describe('a charge whose call fails', () => {
  it.each(upTo(4))('call %i, %s: looked up and charged once', async (call, mode) => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ [call]: mode });
    const first = await world.gateway.charge(charge);
    expect(first.outcome).toBe('unknown');
    const end = await carriedThrough(
      () => world.gateway.charge(charge),
      () => world.gateway.findCharge(charge, null),
    );
    expect(end.outcome).toBe('paid');
    expect(await world.moved()).toEqual(PAID);
    expect((await world.statuses('invoice')).filter((status) => status !== 'void')).toEqual(['paid']);
    expect(await world.gateway.findCharge(charge, null)).toEqual(end);
  });
  it.each(upTo(4))('call %i, %s: asked again with its keys, it goes on where it was', async (call, mode) => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ [call]: mode });
    await world.gateway.charge(charge);
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'paid' });
    expect(await world.moved()).toEqual(PAID);
    expect(await world.statuses('invoice')).toEqual(['paid']);
  });
  it.each(upTo(4))('call %i, %s, and Stripe has forgotten the keys: charged once', async (call, mode) => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ [call]: mode });
    await world.gateway.charge(charge);
    world.pass(30);
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'paid' });
    expect(await world.moved()).toEqual(PAID);
    expect((await world.statuses('invoice')).filter((status) => status !== 'void')).toEqual(['paid']);
  });
  it.each(upTo(6))('call %i, %s, of a card that is declined: nothing stays open', async (call, mode) => {
    const charge = aCharge(world.clock, await world.saved('fails_later'));
    world.plan({ [call]: mode });
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'unknown' });
    const end = await carriedThrough(
      () => world.gateway.charge(charge),
      () => world.gateway.findCharge(charge, null),
    );
    expect(end).toMatchObject({ outcome: 'declined', code: 'generic_decline' });
    expect(await world.moved()).toEqual(['charge declined']);
    expect(new Set(await world.statuses('invoice'))).toEqual(new Set(['void']));
  });
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('over and over, and its look-ups too (every %i. call)', async (every) => {
    const charge = aCharge(world.clock, await world.saved());
    const plan = Array.from({ length: 12 }, (_, i) => [i * every + 1, MODES[(i + every) % 3] ?? 'down'] as const);
    world.plan(Object.fromEntries(plan));
    const look = () => world.gateway.findCharge(charge, null);
    for (let i = 0; i < 6; i++) {
      await carriedThrough(() => world.gateway.charge(charge), look);
      world.pass(7);
    }
    expect(await world.moved()).toEqual(PAID);
    world.plan({});
    expect(await look()).toMatchObject({ outcome: 'paid' });
  });
  it('a look-up that fails leaves it unknown', async () => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ 1: 'down', 2: 'lose_answer', 3: 'half_answer' });
    for (let i = 0; i < 3; i++)
      expect(await world.gateway.findCharge(charge, null)).toMatchObject({ outcome: 'unknown' });
    world.pass(30);
    world.plan({ 1: 'down' });
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'unknown' });
    expect(await world.moved()).toEqual([]);
  });
  it('is not sent again by the SDK', async () => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ 1: 'lose_answer' });
    const error = 'stripe broke off before its answer was whole (ECONNRESET)';
    expect(await world.gateway.charge(charge)).toEqual({ outcome: 'unknown', error });
    expect(world.calls).toEqual(['POST /stripe/v1/invoices']);
  });
  it('by time: Stripe is slow', async () => {
    const charge = aCharge(world.clock, await world.saved());
    const impatient = world.gatewayAt({ timeoutMs: 1_500 });
    world.plan({ 4: 'slow' });
    expect(await impatient.charge(charge)).toMatchObject({ outcome: 'unknown' });
    expect(await world.gateway.findCharge(charge, null)).toMatchObject({ outcome: 'paid' });
  });
});

describe('an error that Stripe keeps under the key', () => {
  const keptAs500 = (key: string) =>
    world.pool.query('UPDATE sandbox.stripe_keys SET status = 500, body = $2 WHERE key = $1', [
      key,
      JSON.stringify({ error: { type: 'api_error', message: 'An unknown error occurred' } }),
    ]);

  it.each(['invoice', 'item', 'finalize'])('%s: what was made is closed, and a new key follows', async (step) => {
    const charge = aCharge(world.clock, await world.saved());
    world.plan({ 4: 'down' });
    await world.gateway.charge(charge);
    await keptAs500(`${charge.key}:${step}`);
    expect(await world.gateway.charge(charge)).toMatchObject({ outcome: 'paid' });
    expect(await world.statuses('invoice')).toEqual(['void', 'paid']);
    expect(await world.moved()).toEqual(PAID);
  });
  it('of a charge that was made: found', async () => {
    const charge = aCharge(world.clock, await world.saved());
    const paid = await world.gateway.charge(charge);
    await keptAs500(`${charge.key}:pay`);
    expect(await world.gateway.charge(charge)).toEqual(paid);
    expect(await world.moved()).toEqual(PAID);
  });
  it('of a refund', async () => {
    const charge = aCharge(world.clock, await world.saved());
    const paid = await world.gateway.charge(charge);
    const refund = aRefund(world.clock, paid.outcome === 'paid' ? paid.reference : '', 100);
    const done = await world.gateway.refund(refund);
    await keptAs500(refund.key);
    expect(await world.gateway.refund(refund)).toEqual(done);
    await world.pool.query("DELETE FROM sandbox.stripe_objects WHERE kind = 'refund'");
    expect(await world.gateway.refund(refund)).toMatchObject({ outcome: 'refunded' });
  });
});

describe('at the same time', () => {
  it('charges with one key are one', async () => {
    const charge = aCharge(world.clock, await world.saved());
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.gateway.charge(charge)));
    for (const { outcome } of answers) expect(['paid', 'unknown', 'temporary']).toContain(outcome);
    const end = await carriedThrough(
      () => world.gateway.charge(charge),
      () => world.gateway.findCharge(charge, null),
    );
    expect(end).toMatchObject({ outcome: 'paid' });
    expect(await world.moved()).toEqual(PAID);
  });
  it('a charge and its look-up: paid once, or not at all', async () => {
    const charge = aCharge(world.clock, await world.saved());
    const look = () => world.gateway.findCharge(charge, null);
    const both = await Promise.all([world.gateway.charge(charge), look(), look()]);
    for (const { outcome } of both) expect(['paid', 'unknown', 'temporary', 'not_found']).toContain(outcome);
    await carriedThrough(() => world.gateway.charge(charge), look);
    expect(await world.moved()).toEqual(PAID);
  });
  it('refunds with one key are one', async () => {
    const paid = await world.gateway.charge(aCharge(world.clock, await world.saved()));
    const refund = aRefund(world.clock, paid.outcome === 'paid' ? paid.reference : '', 100);
    await Promise.all(Array.from({ length: 5 }, () => world.gateway.refund(refund)));
    expect(await world.gateway.refund(refund)).toMatchObject({ outcome: 'refunded' });
    expect(await world.moved()).toEqual([...PAID, 'refund refunded -1.00']);
  });
});

describe('a refund or a set-up whose call fails', () => {
  it.each(MODES)('a refund, %s: given back once', async (mode) => {
    const paid = await world.gateway.charge(aCharge(world.clock, await world.saved()));
    const reference = paid.outcome === 'paid' ? paid.reference : '';
    for (const hours of [0, 30]) {
      const refund = aRefund(world.clock, reference, 1_000);
      world.plan({ 1: mode });
      expect(await world.gateway.refund(refund)).toMatchObject({ outcome: 'unknown' });
      world.pass(hours);
      expect(await world.gateway.refund(refund)).toMatchObject({ outcome: 'refunded' });
      expect(await world.gateway.findRefund(refund)).toMatchObject({ outcome: 'refunded' });
    }
    expect(await world.moved()).toEqual([...PAID, 'refund refunded -10.00', 'refund refunded -10.00']);
  });
  it.each(upTo(2))('a set-up, call %i, %s: one', async (call, mode) => {
    const wanted = aSetUp(world.clock);
    world.plan({ [call]: mode });
    expect(await setUp(world.gateway, wanted)).toMatchObject({ outcome: 'unknown' });
    const end = await carriedThrough(
      () => setUp(world.gateway, wanted),
      () => findSetUp(world.gateway, wanted),
    );
    expect(end).toMatchObject({ outcome: 'proven' });
    expect(await world.statuses('setup_intent')).toEqual(['succeeded']);
    expect((await world.statuses('customer')).length).toBe(1);
  });
});

describe('what stands in between', () => {
  const answering = async (status: number, body: string, headers: Record<string, string> = {}) => {
    const seen: IncomingMessage[] = [];
    const server = createServer((request, response) => {
      seen.push(request);
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    return { seen, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/b/`, close };
  };
  const error = (more: object) => JSON.stringify({ error: { type: 'api_error', message: 'No.', ...more } });

  it.each([
    [429, error({ type: 'invalid_request_error', code: 'lock_timeout' }), 'temporary'],
    [429, error({ code: 'rate_limit' }), 'temporary'],
    [409, error({ code: 'idempotency_key_in_use' }), 'temporary'],
    [400, error({ type: 'idempotency_error' }), 'unknown'],
    [400, error({ type: 'invalid_request_error' }), 'refused'],
    [401, error({ type: 'invalid_request_error' }), 'refused'],
    [403, error({ type: 'invalid_request_error' }), 'refused'],
    [500, error({}), 'unknown'],
    [502, '{}', 'unknown'],
    [200, '{}', 'unknown'],
    [200, '<html>', 'unknown'],
    [200, '', 'unknown'],
    [302, '', 'unknown'],
    [400, 'Bad Request', 'unknown'],
  ])('an answer of %i %s: %s', async (status, body, outcome) => {
    const server = await answering(status, body, { location: world.url });
    const gateway = world.gatewayAt({ base: server.base });
    const saved = { customer: 'cus_1', method: 'pm_1' };
    expect(await gateway.charge(aCharge(world.clock, saved))).toMatchObject({ outcome });
    expect(await gateway.refund(aRefund(world.clock, 'pi_1', 100))).toMatchObject({ outcome });
    expect(await setUp(gateway, aSetUp(world.clock))).toMatchObject({ outcome });
    expect(await gateway.findCharge(aCharge(world.clock, saved), null)).toMatchObject({ outcome: 'unknown' });
    await server.close();
  });
  it('sees the pinned version, our own keys, and nothing of this machine', async () => {
    const server = await answering(200, JSON.stringify({ id: 'cus_1', object: 'customer' }));
    const wanted = aSetUp(world.clock);
    await setUp(world.gatewayAt({ base: server.base }), wanted);
    const [customer, intent] = server.seen;
    expect([customer?.url, intent?.url]).toEqual(['/a/b/v1/customers', '/a/b/v1/setup_intents']);
    expect(customer?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'stripe-version': '2026-10-28.endive',
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': `${wanted.key}:customer`,
    });
    expect(intent?.headers['idempotency-key']).toBe(`${wanted.key}:setup_intent`);
    expect(intent?.headers['x-stripe-client-telemetry']).toBeUndefined();
    expect(intent?.headers['x-stripe-client-user-agent']).not.toContain('telemetry_id');
    await server.close();
  });
  it('nobody: nothing was done for certain', async () => {
    const server = await answering(200, '');
    await server.close();
    const gateway = world.gatewayAt({ base: server.base });
    const charge = aCharge(world.clock, { customer: 'cus_1', method: 'pm_1' });
    const told = { outcome: 'temporary', error: 'stripe could not be reached (ECONNREFUSED)' };
    expect(await gateway.charge(charge)).toEqual(told);
    expect(await gateway.findCharge(charge, null)).toMatchObject({ outcome: 'unknown' });
    expect(await setUp(gateway, aSetUp(world.clock))).toEqual(told);
  });
  it('no secret gets into an error, and a long one is cut', async () => {
    const words = `key sk_live_51Habc, whsec_99, seti_1_secret_2, 4242 4242 4242 4242 ${'!'.repeat(1000)}`;
    const server = await answering(400, error({ message: words }));
    const { error: told } = (await world.gatewayAt({ base: server.base }).refund(aRefund(world.clock, 'pi_1', 1))) as {
      error: string;
    };
    expect(told).toContain('stripe answered 400: key [secret], [secret], [secret], [secret] !');
    expect(told.length).toBeLessThan(250);
    await server.close();
  });
});
