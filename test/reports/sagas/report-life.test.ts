import { describe, expect, it } from 'vitest';
import type { By } from '#domain/reports/report-messages';
import { reportLife } from '#sagas/reports/report';
import { reportErasure } from '#sagas/reports/report-erasure';
import { sagaStory } from '#test/support/spec';
import { reviewer, SETTINGS } from '../report-given.ts';

const AT = '2026-07-01T06:00:00.000Z';
const of = { report_id: 1, account_id: 1 };
const asked = (version: number, review: 'none' | 'before_sending' = 'none') => ({
  ...of,
  version,
  due_on: '2026-07-03',
  settings: { ...SETTINGS, review },
  requested_by: { role: 'job', id: null } satisfies By,
});
const answered = (name: string, result: object = {}) => ({ name, result });
/** As far as its PDF is there. */
function made(review: 'none' | 'before_sending' = 'none') {
  const story = sagaStory(reportLife);
  story.tell('ReportRequested', asked(1, review), AT);
  story.tell('EffectSucceeded', answered('collect/1', { failed: false }), AT);
  return { story, rendered: story.tell('ReportRendered', { ...of, version: 1 }, AT) };
}

describe('the process of a report', () => {
  it('collects, renders, and sends at the client’s hour of the due day', () => {
    const story = sagaStory(reportLife);
    expect(story.tell('ReportRequested', asked(1), AT)).toEqual([
      'cancel_timer send',
      'effect collect_report collect/1',
    ]);
    expect(story.tell('EffectSucceeded', answered('collect/1', { failed: false }), AT)).toEqual([
      'effect render_report render/1',
    ]);
    expect(story.tell('ReportRendered', { ...of, version: 1 }, AT)).toEqual(['timer send 2026-07-03T09:00:00.000Z']);
    expect(story.tell('TimerFired', { name: 'send' }, '2026-07-03T09:00:00.000Z')[0]).toMatch(
      /^effect send_report send/,
    );
  });

  it('renders nothing of what could not be collected, and says what was given up', () => {
    const story = sagaStory(reportLife);
    story.tell('ReportRequested', asked(1), AT);
    expect(story.tell('EffectSucceeded', answered('collect/1', { failed: true }), AT)).toEqual([]);
    expect(story.tell('EffectParked', { name: 'collect/1', error: 'no rows' }, AT)).toEqual([
      'effect fail_report fail/1',
    ]);
    expect(story.effect('fail/1')).toMatchObject({ payload: { problem: 'collecting_failed', detail: 'no rows' } });
  });

  it('with review tells the manager, and waits for the approval; an hour that is over is the next day’s', () => {
    const { story, rendered } = made('before_sending');
    expect(rendered).toEqual(['effect report_review_email review/1']);
    const approved = { ...of, version: 1, by: reviewer };
    expect(story.tell('ReportApproved', approved, '2026-07-05T10:00:00.000Z')).toEqual([
      'timer send 2026-07-06T09:00:00.000Z',
    ]);
    expect(story.tell('ReportRejected', { ...of, version: 1, by: reviewer, reason: 'old' })).toEqual([
      'cancel_timer send',
    ]);
  });

  it('sends no version that another has taken the place of', () => {
    const story = sagaStory(reportLife);
    story.tell('ReportRequested', asked(1), AT);
    story.tell('ReportRequested', asked(2), AT);
    expect(story.tell('ReportRendered', { ...of, version: 1 }, AT)).toEqual([]);
  });

  it('mails each delivery once, tells what became of it, and sends no second version by itself', () => {
    const { story } = made();
    const deliveries = [
      { delivery_id: 1, to: 'sealed ann', key: 'address-ann' },
      { delivery_id: 2, to: 'sealed bob', key: 'address-bob' },
    ];
    expect(story.tell('ReportSendingStarted', { ...of, version: 1, deliveries, again: false })).toEqual([
      'effect report_email mail/1',
      'effect report_email mail/2',
    ]);
    expect(story.tell('EffectSucceeded', answered('mail/1', { share_id: 7 }))).toEqual([
      'effect record_report_delivery delivered/1/accepted',
    ]);
    expect(story.effect('delivered/1/accepted')).toMatchObject({ payload: { share_id: 7 } });
    expect(story.tell('EffectOutcomeUnknown', { name: 'mail/2', error: 'lost' })).toEqual([
      'effect record_report_delivery delivered/2/unknown',
    ]);
    expect(story.tell('ReportDelivered', { ...of, version: 1, delivery_id: 1, outcome: 'accepted' })).toEqual([
      'cancel_timer send',
    ]);
    story.tell('ReportRequested', asked(2), AT);
    expect(story.tell('ReportRendered', { ...of, version: 2 }, AT)).toEqual([]);
  });

  it('says that a mail was refused for good', () => {
    const { story } = made();
    const deliveries = [{ delivery_id: 1, to: 'sealed ann', key: 'address-ann' }];
    story.tell('ReportSendingStarted', { ...of, version: 1, deliveries, again: false });
    expect(story.tell('EffectParked', { name: 'mail/1', error: '550' })).toEqual([
      'effect record_report_delivery delivered/1/refused',
    ]);
  });
});

describe('the reports of an account whose people are erased', () => {
  it('are read by nobody any more', () => {
    const erased = { kind: 'account', id: 1, keys: [], reason: null, kept: [] };
    expect(sagaStory(reportErasure).tell('PersonalDataErased', erased)[0]).toMatch(
      /^effect revoke_report_shares revoke/,
    );
    expect(reportErasure.starts['PersonalDataErased']?.({ ...erased, kind: 'user' })).toBeNull();
  });
});
