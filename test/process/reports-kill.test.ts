import { describe, expect, it } from 'vitest';
import { databaseUrl } from '#test/support/api';
import { testDatabase } from '#test/support/postgres';
import { type Life, reportRun } from '#test/support/report-run';

/** While they are asked for and made; while mails go out, some of them refused, put off or without an answer. */
const LIVES: readonly Life[] = [
  { killAfter: 11, mail: ['lose_answer', 2] },
  { killAfter: 20, mail: null },
  { killAfter: 9, mail: ['down', 2] },
];

describe('a process that is killed during the reports of a month, with trouble with mails', () => {
  it('makes each report once, shows how far it is, and mails each to each of its people once', async () => {
    const database = await testDatabase();
    const outcome = await reportRun({
      clients: 8,
      lives: LIVES,
      database: { url: databaseUrl(database), config: database.config },
    });
    expect(outcome.wrong).toEqual([]);
    expect(outcome.mails).toBe(16);
    expect(outcome.progress.at(-1)).toEqual({ total: 8, done: 8, failed: 0 });
    expect(outcome.progress.some(({ done }) => done < 8)).toBe(true);
    await database.drop();
  }, 240_000);
});
