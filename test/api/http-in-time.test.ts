import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTime } from '#api/http/in-time';
import { StoreUnavailable } from '#runtime/event-store';

describe('an answer that takes long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const never = new Promise<string>(() => undefined);

  test('is not waited for where the store is silent, within five seconds', async () => {
    const answer = inTime(never, { isStoreSilent: () => true });
    const refused = expect(answer).rejects.toBeInstanceOf(StoreUnavailable);
    await vi.advanceTimersByTimeAsync(5_000);
    await refused;
  });

  test('is waited for, however long, where the store answers; until it does not', async () => {
    let silent = false;
    let ended = false;
    const answer = inTime(never, { isStoreSilent: () => silent });
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
    await expect(inTime(Promise.resolve('done'), { isStoreSilent: () => true })).resolves.toBe('done');
    const failed = new Error('no');
    await expect(inTime(Promise.reject(failed), { isStoreSilent: () => true })).rejects.toBe(failed);
    expect(vi.getTimerCount()).toBe(0);
    await expect(inTime(Promise.resolve('done'), {})).resolves.toBe('done');
  });
});
