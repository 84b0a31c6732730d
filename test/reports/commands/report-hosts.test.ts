import { describe, expect, it } from 'vitest';
import { reportHosts } from '#commands/reports/report-hosts';
import { sharePasswords } from '#commands/reports/share-passwords';
import { shareViews } from '#commands/reports/share-views';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { type Day, type Instant, plusMinutes } from '#domain/kernel/time';

describe('whose host a request came to', () => {
  const asked: string[] = [];
  const at = { ms: 0 };
  const of = reportHosts({
    publicUrl: 'https://business.example',
    neutralUrl: 'https://client-reports.example',
    proved: async (domain) => {
      asked.push(domain);
      return domain === 'reports.acorn.example' ? { branding: 7, open: true } : null;
    },
    monotonicMs: () => at.ms,
  });

  it.each(['business.example', 'Business.Example:443', 'localhost', '127.0.0.1:3000', '[::1]:3000', ''])(
    'is the house’s own for %j, and nobody is asked',
    async (host) => {
      expect([await of(host), asked]).toEqual([{ neutral: false }, []]);
    },
  );

  it('is an agency’s where it is proved, nobody’s for the neutral one, the house’s for any other', async () => {
    expect(await of('Reports.Acorn.Example.')).toEqual({ neutral: true, branding: 7, open: true });
    expect(await of('client-reports.example:443')).toEqual({ neutral: true, branding: null, open: true });
    expect(await of('elsewhere.example')).toEqual({ neutral: false });
    expect(await of('reports.acorn.example')).toMatchObject({ branding: 7 });
    expect(asked).toEqual(['reports.acorn.example', 'elsewhere.example']);
    at.ms = 5_000;
    await of('elsewhere.example');
    expect(asked).toHaveLength(3);
  });
});

describe('views of shares', () => {
  const report = { reportId: 3, accountId: 4 as AccountId, siteId: 5 as SiteId };
  const views = (fails = { now: false }) => {
    const clock = { at: '2026-07-01T10:00:00.000Z' as Instant, now: () => clock.at };
    const told: [share: number, on: string, count: number][] = [];
    const run = async (_: number, command: object) => {
      const { shareId = 0, on = '', count = 0 } = command as { shareId?: number; on?: string; count?: number };
      if (fails.now) throw new Error('away');
      told.push([shareId, on, count]);
      return { ok: false as const, refusal: { code: 'not_found' as const, message: '' }, revision: -1 };
    };
    const own = shareViews({ reports: { run }, clock, zone: 'UTC' as never, newId: () => 'id' });
    return { own, clock, told };
  };

  it('are told at once for the first one of a day, else in sums of five minutes', async () => {
    const { own, clock, told } = views();
    for (let n = 0; n < 4; n++) await own.count(report, 1, null);
    expect(told).toEqual([[1, '2026-07-01', 1]]);
    // Another process has told the first one of this share.
    await own.count(report, 2, '2026-07-01' as Day);
    expect(await own.pump.runOnce()).toBe(false);
    clock.at = plusMinutes(clock.at, 5);
    expect(await own.pump.runOnce()).toBe(true);
    expect(told.slice(1)).toEqual([
      [1, '2026-07-01', 3],
      [2, '2026-07-01', 1],
    ]);
    clock.at = plusMinutes(clock.at, 24 * 60);
    await own.count(report, 1, '2026-07-01' as Day);
    expect(told.slice(3)).toEqual([[1, '2026-07-02', 1]]);
  });

  it('that cannot be told now are told later', async () => {
    const fails = { now: true };
    const { own, clock, told } = views(fails);
    await own.count(report, 1, null);
    await own.count(report, 1, null);
    fails.now = false;
    clock.at = plusMinutes(clock.at, 5);
    await own.pump.runOnce();
    expect(told).toEqual([[1, '2026-07-01', 2]]);
  });
});

describe('passwords of shares', () => {
  it('are not listened to after ten wrong ones in a quarter of an hour, however many come at once', async () => {
    let at = '2026-07-01T10:00:00.000Z' as Instant;
    const own = sharePasswords({ secrets: { isPassword: async (given) => given === 'right' }, now: () => at });
    for (let n = 0; n < 20; n++) expect(await own.check('a', 'right', 'hash')).toBe('right');
    const answers = await Promise.all(Array.from({ length: 12 }, () => own.check('a', 'wrong', 'hash')));
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(10);
    expect(await own.check('a', 'right', 'hash')).toEqual({ waitSeconds: 900 });
    expect(await own.check('b', 'right', 'hash')).toBe('right');
    at = plusMinutes(at, 15);
    expect(await own.check('a', 'right', 'hash')).toBe('right');
  });
});
