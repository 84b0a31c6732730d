import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexChecker, IndexingPort } from '#commands/links/ports-backlinks';
import { plusHours, plusMinutes } from '#domain/kernel/time';
import { KEY, type Seen, scripted, serviceOf, standIns } from './indexing-world.ts';

const [IN, OUT] = ['https://a.example/in', 'https://a.example/out'];
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
function checkerOf({ checker }: IndexingPort): IndexChecker {
  if (!checker) throw new Error('no checker');
  return checker;
}

describe('the checker against the stand-in', () => {
  let world: Awaited<ReturnType<typeof standIns>>;
  beforeEach(async () => {
    world = await standIns();
    ends.push(world.close);
  });
  const ids = async () => (await world.state.ledger()).map(({ request }) => (request as { task_id: string }).task_id);

  it('tells what is in the index at that time, with its task as evidence', async () => {
    const checker = checkerOf(world.adapters());
    expect(checker.batch).toBe(1_000);
    await world.state.setIndexed(IN, true, plusHours(world.clock.now(), 1));
    const first = await checker.start([IN, OUT], 'check-day-7');
    const [task] = await ids();
    const evidence = { service: 'speedyindex', task_id: task };
    const finding = (indexed: boolean) => ({ indexed, evidence: indexed ? evidence : { ...evidence, error_code: 0 } });
    const findings = (indexed: boolean) =>
      new Map([
        [IN, finding(indexed)],
        [OUT, finding(false)],
      ]);
    expect(first).toEqual({ outcome: 'found', findings: findings(false) });
    expect(await world.state.ledger()).toMatchObject([
      { operation: 'check', reference: 'check-day-7', request: { urls: [IN, OUT] }, charged: '0.0030' },
    ]);
    world.clock.set(plusHours(world.clock.now(), 1));
    expect(await checker.resume(task ?? '')).toEqual({ outcome: 'found', findings: findings(true) });
    expect(await ids()).toHaveLength(1);
  });
  it.each(['lose_answer', 'half_answer'] as const)('finds its task again when %s hid it', async (mode) => {
    await world.state.setFault('speedyindex', mode, 1);
    expect(await checkerOf(world.adapters()).start([OUT], 'check-1')).toMatchObject({ outcome: 'found' });
    expect(await ids()).toHaveLength(1);
  });
  it('whose task may have been made and cannot be looked up just now is pending, not asked for a second time', async () => {
    const checker = checkerOf(world.adapters());
    await world.state.setFault('speedyindex', 'lose_answer', 2);
    const first = await checker.start([OUT], 'check-1');
    expect(first).toEqual({ outcome: 'pending', task: 'title:check-1' });
    expect(await checker.resume('title:check-1')).toMatchObject({ outcome: 'found' });
    expect(await ids()).toHaveLength(1);
    expect(await checker.resume('title:check-2')).toMatchObject({ outcome: 'failed' });
  });
  it.each(['down', 'refuse'] as const)('fails when %s kept the task from being made', async (mode) => {
    await world.state.setFault('speedyindex', mode, 1);
    expect(await checkerOf(world.adapters()).start([OUT], 'check-1')).toMatchObject({ outcome: 'failed' });
    expect((await world.state.ledger()).filter(({ outcome }) => outcome === 'accepted')).toEqual([]);
  });
  it('keeps a task pending that cannot be asked about just now, and fails where there is none', async () => {
    const checker = checkerOf(world.adapters());
    await checker.start([OUT], 'check-1');
    const [task = ''] = await ids();
    await world.state.setFault('speedyindex', 'down', 1);
    expect(await checker.resume(task)).toEqual({ outcome: 'pending', task });
    expect(await checker.resume(task)).toMatchObject({ outcome: 'found' });
    expect(await checker.resume('other')).toEqual({ outcome: 'failed', error: 'speedyindex knows of no task other' });
  });
});

/** A SpeedyIndex that answers by the last part of the path, the newest answer staying. */
async function speedyIndex(answers: Readonly<Record<string, object[]>>) {
  const server = await scripted(({ url }: Seen, response) => {
    const path = url.split('/task/google/')[1] ?? '';
    const [answer, ...rest] = answers[path] ?? [];
    if (rest.length > 0) answers[path]?.shift();
    response.writeHead(answer ? 200 : 404).end(JSON.stringify(answer ?? {}));
  });
  ends.push(server.close);
  return { ...server, paths: () => server.seen.map(({ url }) => url.split('/task/google/')[1]) };
}

describe('the checker of a slower service', () => {
  const made = { 'checker/create': [{ code: 0, task_id: 't1', type: 'google/checker' }] };
  const state = (is_completed: boolean) => ({ code: 0, result: [{ id: 't1', is_completed }] });

  it('leaves a task pending until it is complete, then reads its report', async () => {
    const { adapters, seen, paths } = await speedyIndex({
      ...made,
      'checker/status': [state(false), state(true)],
      'checker/fullreport': [
        { code: 0, result: { indexed_links: null, unindexed_links: [{ url: OUT, error_code: -1 }] } },
      ],
    });
    const checker = checkerOf(adapters());
    expect(await checker.start([OUT], 'check-1')).toEqual({ outcome: 'pending', task: 't1' });
    const evidence = { service: 'speedyindex', task_id: 't1', error_code: -1 };
    expect(await checker.resume('t1')).toEqual({
      outcome: 'found',
      findings: new Map([[OUT, { indexed: false, evidence }]]),
    });
    expect(paths()).toEqual(['checker/create', 'checker/status', 'checker/status', 'checker/fullreport']);
    expect(seen.map(({ body }) => JSON.parse(body))).toEqual([
      { title: 'check-1', urls: [OUT] },
      { task_ids: ['t1'] },
      { task_ids: ['t1'] },
      { task_id: 't1' },
    ]);
    for (const { headers } of seen) expect(headers).toMatchObject({ authorization: KEY });
  });
  it('keeps what was paid for when the report cannot be read', async () => {
    const { adapters } = await speedyIndex({
      ...made,
      'checker/status': [state(true)],
      'checker/fullreport': [{ code: 0 }, { code: 1 }],
    });
    const checker = checkerOf(adapters());
    expect(await checker.start([OUT], 'check-1')).toEqual({ outcome: 'pending', task: 't1' });
    expect(await checker.resume('t1')).toEqual({ outcome: 'failed', error: 'speedyindex answered {"code":1}' });
  });
});

describe('a look-up in a long list', () => {
  const DAY = 24;
  const pages = (last: number, ageHours: number, now: string) =>
    Object.fromEntries(
      Array.from({ length: last + 1 }, (_, page) => {
        const created_at = new Date(Date.parse(now) - page * ageHours * 3_600_000).toISOString();
        const result = [{ id: `t${page}`, title: `title-${page}`, created_at }];
        return [`indexer/list/${page}`, [{ code: 0, page, last_page: last, result }]];
      }),
    );
  async function lookUp(title: string, last: number, ageHours: number) {
    const answers: Record<string, object[]> = {};
    const server = await speedyIndex(answers);
    Object.assign(answers, pages(last, ageHours, server.clock.now()));
    return { answer: await serviceOf(server.adapters(), 'speedyindex').lookUp?.(title), asked: server.seen.length };
  }

  it('walks page by page, newest first, until it is found', async () => {
    expect(await lookUp('title-2', 5, 1)).toEqual({ answer: { outcome: 'accepted', reference: 't2' }, asked: 3 });
  });
  it('ends with the last page', async () => {
    expect(await lookUp('none', 2, 1)).toEqual({ answer: { outcome: 'not_found' }, asked: 3 });
  });
  it('ends with tasks that are over seven days old', async () => {
    expect(await lookUp('none', 50, 2 * DAY)).toEqual({ answer: { outcome: 'not_found' }, asked: 5 });
  });
  it('settles nothing where ten pages do not reach far enough', async () => {
    const { answer, asked } = await lookUp('none', 50, 1);
    expect(answer).toMatchObject({ outcome: 'temporary' });
    expect(asked).toBe(10);
  });
  it('is not asked while the circuit is open', async () => {
    const server = await scripted((_, response) => response.writeHead(503).end());
    ends.push(server.close);
    const port = server.adapters();
    const service = serviceOf(port, 'speedyindex');
    for (let n = 0; n < 7; n++) expect(await service.lookUp?.('x')).toMatchObject({ outcome: 'temporary' });
    expect(server.seen).toHaveLength(5);
    server.clock.set(plusMinutes(server.clock.now(), 5));
    await service.lookUp?.('x');
    expect(server.seen).toHaveLength(6);
  });
});
