import { expect, it } from 'vitest';
import { untangled } from '#adapters/postgres/untangled';
import { StoreUnavailable } from '#runtime/event-store';

const deadlock = (): Error => Object.assign(new Error('deadlock detected'), { code: '40P01' });

it('what a deadlock undid is done anew, a few times; any other fault is told at once', async () => {
  const fails = async (faults: readonly Error[]): Promise<[tries: number, end: unknown]> => {
    let tries = 0;
    const work = async () => {
      const fault = faults[tries++];
      if (fault) throw fault;
      return 'done';
    };
    return [0, await untangled(work).catch((error: unknown) => error)].map((each, at) => (at === 0 ? tries : each)) as [
      number,
      unknown,
    ];
  };
  expect(await fails([])).toEqual([1, 'done']);
  expect(await fails([deadlock(), new StoreUnavailable('x', { cause: deadlock() })])).toEqual([3, 'done']);
  const other = new Error('no such table');
  expect(await fails([other])).toEqual([1, other]);
  const always = Array.from({ length: 9 }, deadlock);
  expect(await fails(always)).toEqual([5, always[4]]);
});
