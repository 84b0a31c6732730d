import { describe, expect, it, vi } from 'vitest';
import { listeningClock } from '#runtime/clock';
import { Waits } from '#runtime/waits';

describe('what a process waits for', () => {
  const world = () => {
    let ms = 0;
    const waits = new Waits(() => ms);
    const pass = (by: number) => {
      ms += by;
    };
    return { waits, pass };
  };

  it('holds nothing up while each comes soon, however many there are', () => {
    const { waits, pass } = world();
    const session = waits.begin();
    for (let n = 0; n < 100; n++) {
      pass(999);
      expect(waits.isHeldUp()).toBe(false);
      session.renew();
    }
    session.end();
    pass(10_000);
    expect(waits.isHeldUp()).toBe(false);
  });

  it('holds things up while one does not come, whatever else comes meanwhile, and for a moment after', () => {
    const { waits, pass } = world();
    const slow = waits.begin();
    for (let n = 0; n < 5; n++) {
      const quick = waits.begin();
      pass(200);
      quick.end();
    }
    expect(waits.isHeldUp()).toBe(true);
    slow.end();
    slow.end();
    pass(999);
    expect(waits.isHeldUp()).toBe(true);
    pass(1);
    expect(waits.isHeldUp()).toBe(false);
  });

  it('is seen from waits that follow each other, none of which is long enough to be given up on', () => {
    const { waits, pass } = world();
    for (let n = 0; n < 4; n++) {
      const next = waits.begin();
      pass(200);
      expect(waits.isHeldUp()).toBe(n > 0);
      pass(1_300);
      next.end();
    }
  });

  it('in a queue is no hold-up while somebody gets what all of them want', () => {
    const { waits, pass } = world();
    const queue = waits.queue();
    const many = Array.from({ length: 10 }, () => queue.begin());
    for (const next of many) {
      pass(900);
      expect(waits.isHeldUp()).toBe(false);
      next.end();
    }
    pass(5_000);
    expect(waits.isHeldUp()).toBe(false);
    const last = queue.begin();
    pass(1_000);
    expect(waits.isHeldUp()).toBe(true);
    last.end();
  });

  it('is counted by a clock that stands while the process does', async () => {
    vi.useFakeTimers();
    try {
      const listened = listeningClock();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(listened()).toBe(1_000);
      // Busy with one thing: its time goes by, and its timers do not.
      vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
      await vi.advanceTimersByTimeAsync(100);
      expect(listened()).toBe(1_200);
    } finally {
      vi.restoreAllMocks();
      vi.useRealTimers();
    }
  });

  it('ends with work that fails as with work that is done', async () => {
    const { waits, pass } = world();
    const queue = waits.queue();
    await expect(queue.of(Promise.resolve(1))).resolves.toBe(1);
    await expect(queue.of(Promise.reject(new Error('no')))).rejects.toThrow('no');
    pass(5_000);
    expect(waits.isHeldUp()).toBe(false);
  });
});
