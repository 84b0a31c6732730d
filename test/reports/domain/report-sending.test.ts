import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report } from '#domain/reports/report';
import type { ReportCommand } from '#domain/reports/report-messages';
import { spec } from '#test/support/spec';
import { approve, asked, collect, comment, deliver, job, known, render, send, to } from '../report-given.ts';

const { given, lived } = spec(report);
const approved: ReportCommand[] = [asked(), collect(1), render(1), approve(1)];
const having = (...commands: ReportCommand[]) => given(...lived(...approved, ...commands));

describe('sending a report', () => {
  it('goes to each address once, however often it stands in the list', () => {
    const twice = send({ to: [to('ann'), { to: 'sealed ANN', key: 'address-ann' }, to('bob')] });
    const [started] = having().when(twice).answers('ReportSendingStarted');
    expect(started?.data).toMatchObject({
      deliveries: [
        { delivery_id: 1, key: 'address-ann' },
        { delivery_id: 2, key: 'address-bob' },
      ],
    });
  });

  it('repeats nothing: neither what was taken, nor what may have been, nor what is on its way', () => {
    for (const outcome of ['accepted', 'unknown'] as const)
      having(send({ to: [to('ann')] }), deliver(1, outcome))
        .when(send({ to: [to('ann')] }))
        .refused('no_recipients');
    having(send()).when(send()).refused('no_recipients');
    having(send({ to: [to('ann')] }), deliver(1))
      .when(send())
      .answers(
        { type: 'ReportSendingStarted', data: { deliveries: [{ delivery_id: 2, ...to('bob') }] } },
        {
          type: 'ReportDelivered',
          data: { outcome: 'skipped', key: 'address-ann' },
        },
      );
  });

  it('repeats it to whoever had it where somebody says so, as a delivery of its own', () => {
    having(send(), deliver(1), deliver(2))
      .when(send({ to: [to('ann')], again: true }))
      .answers({ type: 'ReportSendingStarted', data: { again: true, deliveries: [{ delivery_id: 3 }] } });
    having(send())
      .when(send({ again: true }))
      .refused('no_recipients');
  });

  it('what was refused may be sent again', () => {
    having(send({ to: [to('ann')] }), deliver(1, 'refused'))
      .when(send({ to: [to('ann')] }))
      .answers('ReportSendingStarted');
  });

  it('passes over who wants no reports, and says so once', () => {
    const out = { unsubscribed: ['address-ann', 'address-bob'] };
    having().when(send(out)).refused('no_recipients');
    const told = having()
      .when(send({ ...out, by: job }))
      .answers('ReportDelivered', 'ReportDelivered');
    expect(told[0]?.data).toMatchObject({ outcome: 'unsubscribed' });
    having(send({ ...out, by: job }))
      .when(send({ ...out, by: job }))
      .answers();
    having(send({ unsubscribed: ['address-ann'] }))
      .when(send({ to: [to('ann')], unsubscribed: ['address-ann'], again: true }))
      .refused('no_recipients');
  });

  it('by itself sends the first approved version and no later one', () => {
    having()
      .when(send({ by: job }))
      .answers('ReportSendingStarted');
    const later = [send(), deliver(1), deliver(2), comment(), collect(2), render(2), approve(2)];
    having(...later)
      .when(send({ by: job }))
      .answers();
    having(...later)
      .when(send())
      .answers('ReportSendingStarted');
  });

  it('is sent once the first mail was taken, at its time', () => {
    expect(known(having(send(), deliver(1, 'refused')).state)).toMatchObject({ status: 'approved', sentAt: null });
    expect(known(having(send(), deliver(2, 'unknown')).state)).toMatchObject({ status: 'sent' });
    having(send(), deliver(1)).when(deliver(1, 'refused')).answers();
  });

  it('has no address twice a version, whatever is asked for in whatever order', () => {
    const names = fc.array(fc.constantFrom('ann', 'bob', 'cem'), { minLength: 1, maxLength: 4 });
    const outcomes = fc.constantFrom('accepted', 'unknown', 'refused');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, outcomes), { maxLength: 6 }), (steps) => {
        const events = lived(...approved);
        for (const [who, outcome] of steps) {
          const sending = given(...events).when(send({ to: who.map(to) })).decision;
          if (!sending.accepted) continue;
          events.push(...sending.events);
          for (const { id, outcome: now } of known(given(...events).state).deliveries) {
            if (now !== 'pending') continue;
            const done = given(...events).when(deliver(id, outcome)).decision;
            if (done.accepted) events.push(...done.events);
          }
        }
        const had = known(given(...events).state).deliveries.filter(
          ({ outcome: o }) => o === 'accepted' || o === 'unknown',
        );
        expect(new Set(had.map(({ key }) => key)).size).toBe(had.length);
      }),
    );
  });
});
