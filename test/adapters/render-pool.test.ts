import { afterAll, describe, expect, it } from 'vitest';
import { createPool, type PoolSettings } from '#adapters/render/pool';
import { asProblem } from '#api/http/problem';
import { RenderingFailed } from '#runtime/rendering-failed';

const entry = new URL('../support/render-worker.ts', import.meta.url);
const open: { close(): Promise<void> }[] = [];
const pool = (more: Partial<PoolSettings> = {}) => {
  const made = createPool({ entry, workers: 1, limitMs: 60_000, waiting: 10, memoryMb: 64, ...more });
  open.push(made);
  return made;
};
afterAll(() => Promise.all(open.map((each) => each.close())));
const trouble = async (task: Promise<unknown>) => {
  const error = await task.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof RenderingFailed ? [error.trouble, error.message] : error;
};

describe('threads that draw', () => {
  it('answer in order, and say why they refuse', async () => {
    const one = pool();
    const all = [1, 2, 3].map((n) => one.run('double', n));
    expect(await Promise.all(all)).toEqual([2, 4, 6]);
    expect(await trouble(one.run('refuse', null))).toEqual([
      'refused',
      'a block of 5000 points does not fit on a page of 745',
    ]);
    expect(((await trouble(one.run('double', () => 1))) as readonly string[])[0]).toBe('refused');
    expect(await one.run('double', 4)).toBe(8);
  });

  it('are ended where they overrun, run out of memory or leave; the next in line is done by another', async () => {
    const one = pool();
    await one.run('double', 1);
    const short = pool({ limitMs: 1500 });
    const overrun = trouble(short.run('forever', null));
    const next = short.run('double', 21);
    expect(await overrun).toEqual(['time', 'the rendering took longer than 1.5 s']);
    expect(await next).toBe(42);
    expect(((await trouble(one.run('memory', null))) as readonly string[])[0]).toBe('crash');
    expect(((await trouble(one.run('leave', null))) as readonly string[])[0]).toBe('crash');
    expect(await one.run('double', 5)).toBe(10);
  });

  it('turn away whom they could not serve in time, and everybody once they are closed', async () => {
    const one = pool({ waiting: 2 });
    await one.run('double', 0);
    const begun = trouble(one.run('forever', null));
    const waiting = [trouble(one.run('double', 1)), trouble(one.run('double', 2))];
    const turnedAway = one.run('double', 3);
    expect(await trouble(turnedAway)).toEqual(['busy', '2 renderings are waiting']);
    const problem = asProblem(await turnedAway.catch((error: unknown) => error));
    expect([problem.status, problem.code, problem.headers]).toEqual([503, 'not_drawn_yet', { 'Retry-After': '5' }]);
    expect(asProblem(new RenderingFailed('crash', 'the rendering ended')).status).toBe(500);
    await one.close();
    for (const each of [begun, ...waiting, trouble(one.run('double', 4))])
      expect(await each).toEqual(['closed', 'nothing is rendered any more']);
  });
});
