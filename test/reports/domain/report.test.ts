import { describe, expect, it } from 'vitest';
import { report } from '#domain/reports/report';
import type { ReportCommand } from '#domain/reports/report-messages';
import { clientVersion } from '#domain/reports/report-state';
import { spec } from '#test/support/spec';
import {
  approve,
  asked,
  collect,
  comment,
  deliver,
  failed,
  known,
  render,
  reviewer,
  SETTINGS,
  send,
} from '../report-given.ts';

const { given, lived } = spec(report);
const read = lived(asked(), collect(1), render(1));

describe('a report', () => {
  it('is asked for once: the second time it names the one there is', () => {
    given().when(asked()).answers('ReportRequested');
    expect(
      given(...lived(asked()))
        .when(asked())
        .refused('duplicate'),
    ).toMatchObject({ holder: 1 });
    given().when(approve(1)).refused('not_found');
  });

  it('waits to be read, and without review is approved by its rendering', () => {
    expect(known(given(...read).state)).toMatchObject({ status: 'in_review' });
    const none = lived(asked({ settings: { ...SETTINGS, review: 'none' } }), collect(1), render(1));
    expect(known(given(...none).state)).toMatchObject({ status: 'approved' });
  });

  it('is approved as the version that was read, and as no other', () => {
    given(...read)
      .when(approve(1))
      .answers('ReportApproved');
    const commented = [...read, ...lived(asked(), collect(1), render(1), comment()).slice(read.length)];
    given(...commented)
      .when(approve(1))
      .refused('version_superseded');
    given(...commented)
      .when(approve(2))
      .refused('report_not_ready');
    given(...read)
      .when(approve(2))
      .refused('invalid_values');
    given(...lived(asked(), collect(1), render(1), approve(1)))
      .when(approve(1))
      .answers();
  });

  it('is not sent before it is approved, nor as what was read before', () => {
    given(...read)
      .when(send({ version: 1 }))
      .refused('not_approved');
    given(...lived(asked()))
      .when(send({ version: 1 }))
      .refused('report_not_ready');
    const renewed = lived(asked(), collect(1), render(1), approve(1), comment(), collect(2), render(2));
    given(...renewed)
      .when(send({ version: 1 }))
      .refused('version_superseded');
    given(...renewed)
      .when(send({ version: 2 }))
      .refused('not_approved');
  });

  it('shows a comment in a version of its own, from the same place in the log', () => {
    const [, next] = given(...read)
      .when(comment())
      .answers('ReportCommented', 'ReportRequested');
    expect(next?.data).toMatchObject({ version: 2, cause: 'comment', comments_through: 1, position: 1200 });
    given(...lived(asked()))
      .when(comment())
      .refused('report_not_ready');
    given(...read)
      .when({ ...comment(), section: 'social_media' } as ReportCommand)
      .refused('invalid_values');
  });

  it('that was rejected is made anew, and the new version is read anew', () => {
    const reject: ReportCommand = { type: 'Reject', version: 1, reason: 'old data', by: reviewer, now: SETTINGS_AT };
    const rejected = lived(asked(), collect(1), render(1), approve(1), reject);
    expect(known(given(...rejected).state)).toMatchObject({ status: 'rejected', rejected: { version: 1 } });
    given(...rejected)
      .when(approve(1))
      .refused('invalid_state');
    given(...rejected)
      .when(send({ version: 1 }))
      .refused('not_approved');
    const regenerate: ReportCommand = {
      type: 'Regenerate',
      position: 1300,
      settings: SETTINGS,
      by: reviewer,
      now: SETTINGS_AT,
    };
    given(...rejected)
      .when(regenerate)
      .answers({ type: 'ReportRequested', data: { version: 2, position: 1300 } });
    given(...rejected)
      .when(reject)
      .answers();
  });

  it('that could not be made says why, and is made by the next version', () => {
    const broken = lived(asked(), failed(1));
    expect(known(given(...broken).state).versions[0]).toMatchObject({
      rendering: 'failed',
      problem: { code: 'branding_inactive' },
    });
    given(...broken)
      .when(render(1))
      .answers();
    given(...read)
      .when(failed(1))
      .answers();
    given(...read)
      .when(render(1))
      .answers();
  });

  it('shows a client what was sent, also while a later version is read', () => {
    const sent = lived(asked(), collect(1), render(1), approve(1), send({ version: 1 }), deliver(1));
    expect(clientVersion(known(given(...read).state))).toBeNull();
    expect(clientVersion(known(given(...sent).state))).toMatchObject({ version: 1 });
    const later = lived(asked(), collect(1), render(1), approve(1), send({ version: 1 }), deliver(1), comment());
    expect(known(given(...later).state)).toMatchObject({ status: 'generating', sentAt: SETTINGS_AT });
    expect(clientVersion(known(given(...later).state))).toMatchObject({ version: 1 });
  });
});

const SETTINGS_AT = asked().now;
