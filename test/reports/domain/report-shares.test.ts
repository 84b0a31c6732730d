import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '#domain/kernel/time';
import { report } from '#domain/reports/report';
import type { ReportCommand } from '#domain/reports/report-messages';
import { sharedVersion } from '#domain/reports/report-shares';
import { spec } from '#test/support/spec';
import { approve, asked, collect, comment, known, NOW, render, share } from '../report-given.ts';

const { given, lived } = spec(report);
const approved: ReportCommand[] = [asked(), collect(1), render(1), approve(1)];
const having = (...commands: ReportCommand[]) => given(...lived(...approved, ...commands));
const revoke = (shareId: number): ReportCommand => ({ type: 'RevokeShare', shareId, now: NOW });
const view = (now = NOW): ReportCommand => ({ type: 'CountViews', shareId: 1, on: '2026-07-02' as Day, count: 2, now });

describe('a share of a report', () => {
  it('lasts from a day to a year', () => {
    having().when(share(1)).answers('ReportShared');
    for (const expiresAt of ['2026-07-02T07:59:59.000Z', '2027-07-01T08:00:01.000Z'] as Instant[])
      having().when(share(1, { expiresAt })).refused('invalid_values');
    having()
      .when(share(1, { expiresAt: '2027-07-01T08:00:00.000Z' as Instant }))
      .answers('ReportShared');
  });

  it('is one of twenty that are open; revoked, expired and mailed ones do not count', () => {
    const twenty = Array.from({ length: 20 }, (_, n) => share(n + 1));
    having(...twenty)
      .when(share(21))
      .refused('invalid_state');
    having(...twenty)
      .when(share(21, { for: 'mail' }))
      .answers('ReportShared');
    having(...twenty, revoke(3))
      .when(share(21))
      .answers('ReportShared');
    const later = '2026-10-02T08:00:00.000Z' as Instant;
    having(...twenty)
      .when(share(21, { now: later, expiresAt: '2026-10-10T08:00:00.000Z' as Instant }))
      .answers('ReportShared');
  });

  it('is revoked once, by hand or with all others', () => {
    having(share(1)).when(revoke(1)).answers('ReportShareRevoked');
    having(share(1), revoke(1)).when(revoke(1)).answers();
    having(share(1)).when(revoke(2)).refused('not_found');
    having(share(1), share(2), revoke(1))
      .when({ type: 'RevokeShares', now: NOW })
      .answers({ type: 'ReportShareRevoked', data: { share_id: 2, because: 'erased' } });
  });

  it('shows the newest version that was approved', () => {
    const renewed = having(comment(), collect(2), render(2)).state;
    expect(sharedVersion(known(renewed))).toMatchObject({ version: 1 });
    expect(sharedVersion(known(given(...lived(asked(), collect(1), render(1))).state))).toBeNull();
  });

  it('counts views by the day, of what was shown, while it is open', () => {
    having(share(1))
      .when(view())
      .answers({ type: 'ReportShareViewed', data: { version: 1, on: '2026-07-02', count: 2 } });
    expect(known(having(share(1), view(), view()).state).shares).toMatchObject([
      { views: 4, last_viewed_on: '2026-07-02' },
    ]);
    having(share(1), revoke(1)).when(view()).answers();
    having(share(1))
      .when(view('2026-12-01T00:00:00.000Z' as Instant))
      .answers();
  });
});
