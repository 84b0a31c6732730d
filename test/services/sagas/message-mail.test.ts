import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/kernel/time';
import { messageMails } from '#sagas/services/message-mail';
import { sagaStory } from '#test/support/spec';
import { at } from '#test/support/world';

const T0 = at('2026-06-17T08:00:00.000Z');
const minute = (n: number) => plusMinutes(T0, n);
const of = { kind: 'order', subject_id: 12, account_id: 1, site_id: 11 };
const saga = 'message-mail';
const instance = 'order-12';

function story() {
  const told = sagaStory(messageMails);
  let number = 0;
  const posted = (role: string, when: number, visibility = 'client') => {
    number += 1;
    const message = { message_id: number, author: { role, id: 7 }, author_name: 'n', text: 't', files: [] };
    return told.tell('MessagePosted', { ...of, number, visibility, ...message }, minute(when));
  };
  return {
    ...told,
    posted,
    read: (side: string, through: number, when: number) =>
      told.tell('MessagesRead', { ...of, side, through, by: { role: 'client', id: 7 } }, minute(when)),
    fired: (name: string, when: number) => told.tell('TimerFired', { saga, instance, name }, minute(when)),
    lookedUp: (name: string, count: number, when: number) =>
      told.tell('EffectSucceeded', { saga, instance, name, result: { told: count } }, minute(when)),
  };
}
const timer = (name: string, n: number) => `timer ${name} ${minute(n)}`;

describe('mail about messages', () => {
  it('goes 15 minutes after the last, and an hour after the first at the latest', () => {
    const s = story();
    expect(s.posted('client', 0)).toEqual([timer('quiet/team/1', 15)]);
    expect(s.posted('agency', 14)).toEqual(['cancel_timer quiet/team/1', timer('quiet/team/2', 29)]);
    s.posted('client', 28);
    s.posted('client', 42);
    expect(s.posted('client', 55)).toEqual(['cancel_timer quiet/team/4', timer('quiet/team/5', 60)]);
    expect(s.fired('quiet/team/5', 60)).toEqual(['effect look_up_told told/team/5']);
    // The next one begins anew.
    expect(s.posted('client', 61)).toEqual(['cancel_timer quiet/team/5', timer('quiet/team/6', 76)]);
  });

  it('is to each of those who are to be told', () => {
    const s = story();
    s.posted('admin', 0);
    s.fired('quiet/client/1', 15);
    expect(s.lookedUp('told/client/1', 2, 15)).toEqual([
      'effect message_mail mail/client/1/0',
      'effect message_mail mail/client/1/1',
    ]);
    const nobody = story();
    nobody.posted('admin', 0);
    nobody.fired('quiet/client/1', 15);
    expect(nobody.lookedUp('told/client/1', 0, 15)).toEqual([]);
  });

  it('is none where the other side has read all of it, and of what the team says to itself', () => {
    const s = story();
    expect(s.posted('account_manager', 0, 'team')).toEqual([]);
    s.posted('account_manager', 1);
    s.posted('account_manager', 2);
    expect(s.read('client', 2, 3)).toEqual([]);
    expect(s.read('client', 3, 4)).toEqual(['cancel_timer quiet/client/2']);
    expect(s.fired('quiet/client/2', 17)).toEqual([]);
  });

  it('of one side does not wait for the other', () => {
    const s = story();
    s.posted('client', 0);
    expect(s.posted('admin', 10)).toEqual([timer('quiet/client/1', 25)]);
    expect(s.fired('quiet/team/1', 15)).toEqual(['effect look_up_told told/team/1']);
  });
});
