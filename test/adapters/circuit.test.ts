import { describe, expect, it } from 'vitest';
import { createCircuit } from '#adapters/circuit';
import { instantOf, plusMinutes, plusMs } from '#domain/kernel/time';
import { TestClock } from '#runtime/clock';

const START = instantOf(Date.UTC(2026, 10, 20, 10));
const FIVE_MINUTES_LATER = plusMinutes(START, 5);

function circuit() {
  const clock = new TestClock(START);
  const { run } = createCircuit({ clock });
  const ask = (answer: string) =>
    run(
      async () => answer,
      (text) => text === 'bad',
    );
  return { clock, run, ask };
}
async function opened() {
  const made = circuit();
  for (let n = 0; n < 5; n++) expect(await made.ask('bad')).toEqual({ answer: 'bad' });
  return made;
}

describe('a circuit', () => {
  it('opens after five failures in a row and says until when', async () => {
    const { clock, ask, run } = await opened();
    expect(await ask('good')).toEqual({ openUntil: FIVE_MINUTES_LATER });
    clock.set(plusMs(FIVE_MINUTES_LATER, -1));
    let called = false;
    const work = async () => {
      called = true;
    };
    expect(await run(work)).toEqual({ openUntil: FIVE_MINUTES_LATER });
    expect(called).toBe(false);
  });
  it('counts only failures in a row', async () => {
    const { ask } = circuit();
    for (const answer of ['bad', 'bad', 'bad', 'bad', 'good', 'bad', 'bad', 'bad', 'bad', 'good'])
      expect(await ask(answer)).toEqual({ answer });
  });
  it('counts a throw as a failure and passes it on', async () => {
    const { run, ask } = circuit();
    const fails = () => run(() => Promise.reject(new Error('broken')));
    for (let n = 0; n < 5; n++) await expect(fails()).rejects.toThrow('broken');
    expect(await ask('good')).toEqual({ openUntil: FIVE_MINUTES_LATER });
  });
  it('closes when the call that is tried after five minutes goes well', async () => {
    const { clock, ask } = await opened();
    clock.set(FIVE_MINUTES_LATER);
    expect(await ask('good')).toEqual({ answer: 'good' });
    for (let n = 0; n < 4; n++) expect(await ask('bad')).toEqual({ answer: 'bad' });
    expect(await ask('good')).toEqual({ answer: 'good' });
  });
  it('opens again for five minutes when that one call fails', async () => {
    const { clock, ask } = await opened();
    clock.set(plusMinutes(START, 7));
    expect(await ask('bad')).toEqual({ answer: 'bad' });
    expect(await ask('good')).toEqual({ openUntil: plusMinutes(START, 12) });
    clock.set(plusMinutes(START, 12));
    expect(await ask('good')).toEqual({ answer: 'good' });
  });
  it('tries one call only, for which the others wait', async () => {
    const { clock, run, ask } = await opened();
    clock.set(FIVE_MINUTES_LATER);
    let fail: (error: Error) => void = () => undefined;
    const tried = run(
      () =>
        new Promise<string>((_, reject) => {
          fail = reject;
        }),
    );
    const others = [ask('good'), ask('good')];
    fail(new Error('still broken'));
    await expect(tried).rejects.toThrow('still broken');
    const openUntil = plusMinutes(START, 10);
    expect(await Promise.all(others)).toEqual([{ openUntil }, { openUntil }]);
  });
  it('keeps its own number of failures and its own time', async () => {
    const clock = new TestClock(START);
    const { run } = createCircuit({ clock, failures: 1, halfOpenAfterMs: 1_000 });
    const bad = () =>
      run(
        async () => 'bad',
        () => true,
      );
    expect(await bad()).toEqual({ answer: 'bad' });
    expect(await bad()).toEqual({ openUntil: plusMs(START, 1_000) });
  });
});
