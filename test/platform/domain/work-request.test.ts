import { describe, expect, it } from 'vitest';
import type { WorkRequestId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import {
  WORK_REQUEST_KINDS,
  type WorkRequestCommand,
  type WorkRequestKind,
  workRequest,
} from '#domain/platform/work-request';
import { spec } from '#test/support/spec';

const { given, lived } = spec(workRequest);
const now = '2026-06-17T10:00:00.000Z' as Instant;
const issue = (kind: WorkRequestKind = 'pipeline.run'): WorkRequestCommand => ({
  type: 'Issue',
  id: 5 as WorkRequestId,
  kind,
  key: 'delivery-1-pipeline.run-2026-06-17',
  payload: { articles: 8 },
  subscriptionId: 1,
  siteId: 11,
  now,
});
const sent: WorkRequestCommand = { type: 'MarkSent', now };
const done: WorkRequestCommand = { type: 'MarkDone', result: { ok: true }, now };
const failed: WorkRequestCommand = { type: 'MarkFailed', error: 'no such site', now };
const subject = { work_request_id: 5, kind: 'pipeline.run', subscription_id: 1, site_id: 11 };

describe('a work request', () => {
  it.each(WORK_REQUEST_KINDS)('of kind %s is kept with its key and payload', (kind) => {
    given()
      .when(issue(kind))
      .answers({
        type: 'WorkRequested',
        at: now,
        data: { ...subject, kind, key: 'delivery-1-pipeline.run-2026-06-17', payload: { articles: 8 } },
      });
  });

  it('is issued once', () => {
    for (const life of [[issue()], [issue(), sent], [issue(), done], [issue(), failed]])
      given(...lived(...life))
        .when(issue())
        .answers();
  });

  it('is marked as sent once, and not any more when it is over', () => {
    given(...lived(issue()))
      .when(sent)
      .answers({ type: 'WorkRequestSent', data: subject });
    for (const life of [
      [issue(), sent],
      [issue(), done],
      [issue(), failed],
    ])
      given(...lived(...life))
        .when(sent)
        .answers();
  });

  it('ends once, whether it was sent or fetched', () => {
    for (const open of [lived(issue()), lived(issue(), sent)]) {
      given(...open)
        .when(done)
        .answers({ type: 'WorkRequestDone', data: { ...subject, result: { ok: true } } });
      given(...open)
        .when(failed)
        .answers({ type: 'WorkRequestFailed', data: { ...subject, error: 'no such site' } });
    }
    for (const [end, currentState] of [
      [done, 'done'],
      [failed, 'failed'],
    ] as const)
      for (const again of [done, failed])
        expect(
          given(...lived(issue(), sent, end))
            .when(again)
            .refused('invalid_state'),
        ).toMatchObject({ currentState });
  });

  it('that nobody made is not found', () => {
    for (const command of [sent, done, failed]) given().when(command).refused('not_found');
  });

  it('stays done when a late receipt of sending comes in', () => {
    const events = lived(issue(), done);
    expect(given(...events, { type: 'WorkRequestSent', at: now, data: subject } as never).state).toMatchObject({
      status: 'done',
    });
  });
});
