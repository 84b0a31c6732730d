import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTime, timeLeft } from '#api/http/in-time';
import { StoreUnavailable } from '#runtime/event-store';
import { httpWorld } from './http-world.ts';

const QUICK = {};
const PATIENT = { patient: true };

const yes = (): boolean => true;
const no = (): boolean => false;

describe('an answer that takes long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const never = new Promise<string>(() => undefined);

  test.each([
    ['is silent', QUICK, { isStoreSilent: yes }],
    ['is silent, also where the work itself may take long', PATIENT, { isStoreSilent: yes }],
    ['answers some and keeps others waiting', QUICK, { isStoreSilent: no, isHeldUp: yes }],
  ])('is not waited for where the store %s, within five seconds', async (_, route, deps) => {
    const refused = expect(inTime(never, route, deps)).rejects.toBeInstanceOf(StoreUnavailable);
    await vi.advanceTimersByTimeAsync(5_000);
    await refused;
  });

  test('is waited for where nothing of the store is waited for, until something is', async () => {
    let heldUp = false;
    const ended = vi.fn();
    const answer = inTime(never, QUICK, { isHeldUp: () => heldUp });
    answer.catch(ended);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ended).not.toHaveBeenCalled();
    heldUp = true;
    await vi.advanceTimersByTimeAsync(200);
    expect(ended).toHaveBeenCalledWith(expect.any(StoreUnavailable));
  });

  test('is waited for, however long, where the work may be long and the store answers; until it does not', async () => {
    let silent = false;
    let ended = false;
    const answer = inTime(never, PATIENT, { isStoreSilent: () => silent, isHeldUp: () => true });
    const refused = expect(answer).rejects.toBeInstanceOf(StoreUnavailable);
    void answer.catch(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ended).toBe(false);
    silent = true;
    await vi.advanceTimersByTimeAsync(500);
    await refused;
  });

  test('is told as it is, and nothing is left running', async () => {
    const silent = { isStoreSilent: () => true };
    await expect(inTime(Promise.resolve('done'), QUICK, silent)).resolves.toBe('done');
    const failed = new Error('no');
    await expect(inTime(Promise.reject(failed), QUICK, silent)).rejects.toBe(failed);
    expect(vi.getTimerCount()).toBe(0);
    await expect(inTime(Promise.resolve('done'), QUICK, {})).resolves.toBe('done');
  });
});

describe('the time of a request', () => {
  test('is shared by what is waited for, and none is left in the end', () => {
    let ms = 100;
    const left = timeLeft(QUICK, { monotonicMs: () => ms });
    expect(left.share(2_000)).toBe(2_000);
    ms += 3_000;
    expect([left.share(2_000), left.share(2_000, 1_000)]).toEqual([1_600, 600]);
    ms += 3_000;
    expect(left.share(2_000)).toBe(0);
    expect(timeLeft(PATIENT, { monotonicMs: () => ms }).share(2_000, 1_000)).toBe(2_000);
  });

  const KEY = { 'Idempotency-Key': 'one' };
  const POST = { as: 'admin', body: { text: 'hello' }, headers: KEY } as const;

  test('leaves less for later waits the more went to earlier ones', async () => {
    const asked: [string, number][] = [];
    const takes = (what: string, ms: number, timeoutMs: number) => {
      asked.push([what, timeoutMs]);
      world.pass(Math.min(ms, timeoutMs));
      return ms <= timeoutMs;
    };
    const world = httpWorld({
      readModels: {
        fresh: async (timeoutMs) => takes('fresh', 1_900, timeoutMs),
        waitFor: async (_, timeoutMs) => takes('shown', 1_900, timeoutMs),
      },
    });
    world.hold(async () => world.pass(1_000));
    expect((await world.call('POST', '/api/v1/demo/notes/', POST)).status).toBe(201);
    expect(asked).toEqual([
      ['fresh', 2_000],
      ['shown', 700],
    ]);
  });

  test('is not spent on noting what was decided: that goes on beside, and the answer is told', async () => {
    vi.useFakeTimers();
    try {
      const begin = { kind: 'new' as const, commandId: '00000000-0000-4000-8000-000000000001' };
      const finish = vi.fn(() => new Promise<void>(() => undefined));
      const idempotency = { begin: async () => begin, find: async () => null, finish, abandon: async () => undefined };
      const world = httpWorld({ idempotency, isHeldUp: () => true });
      const answer = world.call('POST', '/api/v1/demo/notes/', POST);
      await vi.advanceTimersByTimeAsync(4_500);
      expect(await answer).toMatchObject({ status: 201, json: { text: 'hello' } });
      expect(finish).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  test('ends with 503, which says when to come again, where the store keeps it waiting', async () => {
    vi.useFakeTimers();
    try {
      const world = httpWorld({ isHeldUp: () => true });
      world.hold(() => new Promise(() => undefined));
      const answer = world.call('POST', '/api/v1/demo/notes/', POST);
      await vi.advanceTimersByTimeAsync(5_000);
      const { status, headers, json } = await answer;
      expect([status, headers.get('retry-after'), json.code]).toEqual([503, '2', 'unavailable']);
    } finally {
      vi.useRealTimers();
    }
  });
});
