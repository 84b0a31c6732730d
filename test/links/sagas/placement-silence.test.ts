import { describe, expect, it } from 'vitest';
import { plusHours } from '#domain/kernel/time';
import { placementSilence } from '#sagas/links/placement-silence';
import { sagaStory } from '#test/support/spec';
import { at } from '#test/support/world';

const T0 = at('2026-06-01T08:00:00.000Z');
const day = (n: number) => plusHours(T0, n * 24);
const of = { order_id: 3, account_id: 1, site_id: 11, proposal_id: 7 };
const address = (name: string) => ({ saga: 'placement-silence', instance: '7', name });

function story() {
  const saga = sagaStory(placementSilence);
  const tell = (type: string, data: object = {}, when = T0) => saga.tell(type, { ...of, ...data }, when);
  tell('PlacementProposed', { source_domain: 'blog1.example' });
  const done = (name: string, result: object, when = T0) => tell('EffectSucceeded', { ...address(name), result }, when);
  return {
    ...saga,
    tell,
    done,
    lookedUp: (more: object = {}) => done('look_up', { paused: false, disputes: [], approvers: 1, ...more }),
    mailed: (when = T0) => done('mail/0', { message_id: 'm' }, when),
    fired: (name: string, when: string) => tell('TimerFired', address(name), at(when)),
  };
}
const started = (n: number, ends: string) => [
  expect.stringContaining('PlacementSilenceStarted'),
  `timer silence/${n} ${ends}`,
];

describe('silence', () => {
  it('approves seven days after a mail was accepted, and not before', () => {
    const s = story();
    expect(s.lookedUp()).toEqual(['effect placement_mail mail/0']);
    expect(s.mailed(day(1))).toEqual(started(1, day(8)));
    expect(s.fired('silence/1', day(8))).toEqual(['effect approve_by_silence approve']);
  });

  it('tells everybody who may approve, and counts from the first who was told', () => {
    const s = story();
    expect(s.lookedUp({ approvers: 2 })).toEqual(['effect placement_mail mail/0', 'effect placement_mail mail/1']);
    expect(s.done('mail/1', { message_id: 'm' }, day(1))).toEqual(started(1, day(8)));
    expect(s.mailed(day(2))).toEqual([]);
  });

  it('never approves where nobody was told', () => {
    const nobody = story();
    expect(nobody.lookedUp({ approvers: 0 })).toEqual([]);
    const refused = story();
    refused.lookedUp();
    expect(refused.tell('EffectParked', { ...address('mail/0'), error: 'no such mailbox' }, day(1))).toEqual([]);
    expect(refused.timers()).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['ManagedSubscriptionPaused', 'ManagedSubscriptionResumed', {}],
    ['InvoiceDisputeOpened', 'InvoiceDisputeClosed', { dispute_id: 5 }],
    ['PlacementsHalted', 'PlacementsContinued', {}],
  ])('does not count the time between %s and %s', (holds, goesOn, data) => {
    const s = story();
    s.lookedUp();
    s.mailed();
    expect(s.tell(holds, data, day(3))).toEqual([
      expect.stringContaining('PlacementSilenceHeld'),
      'cancel_timer silence/1',
    ]);
    expect(s.tell(holds, data, day(4))).toEqual([]);
    // A timer that was on its way already decides nothing.
    expect(s.fired('silence/1', day(7))).toEqual([]);
    expect(s.tell(goesOn, data, day(10))).toEqual(started(2, day(14)));
    expect(s.fired('silence/1', day(12))).toEqual([]);
    expect(s.fired('silence/2', day(14))).toEqual(['effect approve_by_silence approve']);
  });

  it('waits from the start where the services are paused or an invoice is disputed already', () => {
    const paused = story();
    paused.lookedUp({ paused: true });
    expect(paused.mailed()).toEqual([]);
    expect(paused.tell('ManagedSubscriptionResumed', {}, day(20))).toEqual(started(1, day(27)));
    const disputed = story();
    disputed.lookedUp({ disputes: [5, 6] });
    expect(disputed.mailed()).toEqual([]);
    expect(disputed.tell('InvoiceDisputeClosed', { dispute_id: 5 }, day(1))).toEqual([]);
    expect(disputed.tell('InvoiceDisputeClosed', { dispute_id: 6 }, day(2))).toEqual(started(1, day(9)));
  });

  it.each(['PlacementApproved', 'PlacementRejected', 'PlacementWithdrawn', 'PlacementApprovedBySilence'])(
    'is over with %s',
    (type) => {
      const s = story();
      s.lookedUp();
      s.mailed();
      expect(s.tell(type, {}, day(2))).toEqual([]);
      expect(s.fired('silence/1', day(7))).toEqual([]);
      expect(s.tell('ManagedSubscriptionPaused', {}, day(8))).toEqual([]);
    },
  );
});
