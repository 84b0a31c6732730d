import { describe, expect, it } from 'vitest';
import type { AccountId, MemberId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { type May, type MemberCommand, type MemberHand, MOST_MEMBERS, members } from '#domain/platform/member';
import { spec } from '#test/support/spec';

const { given, lived } = spec(members);
const now = '2026-06-17T10:00:00.000Z' as Instant;
const sealed = (n: number, generation = 1) => `sealed:v1:address-${String(n).padStart(32, '0')}:${generation}:bWFpbA`;
const invite = (n: number, may: readonly May[] = ['reports'], email = sealed(n)): MemberCommand => ({
  type: 'Invite',
  id: n as MemberId,
  accountId: 1 as AccountId,
  name: `sealed:v1:member-${n}:1:bmFtZQ`,
  email,
  may,
  role: null,
  user_id: null,
  language: 'de',
  now,
});
const change = (n: number, more: object, by: MemberHand = 'account'): MemberCommand => ({
  type: 'Change',
  id: n as MemberId,
  by,
  now,
  ...more,
});
const remove = (n: number, by: MemberHand = 'account', seen?: number): MemberCommand => ({
  type: 'Remove',
  id: n as MemberId,
  by,
  seen,
  now,
});
const join = (n: number): MemberCommand => ({ type: 'Join', id: n as MemberId, now });
const of = { member_id: 1, account_id: 1 };

describe('members', () => {
  it('are invited, join once, are allowed more or less, and are removed', () => {
    given()
      .when(invite(1, ['approve', 'reports']))
      .answers({ type: 'MemberInvited', data: { ...of, may: ['approve', 'reports'], language: 'de' } });
    given(...lived(invite(1)))
      .when(join(1))
      .answers({ type: 'MemberJoined', data: of });
    given(...lived(invite(1), join(1)))
      .when(join(1))
      .answers();
    given(...lived(invite(1)))
      .when(change(1, { may: ['buy', 'reports'], language: 'fr' }))
      .answers(
        { type: 'MemberAllowed', data: { ...of, may: ['reports', 'buy'] } },
        { type: 'MemberLanguageChosen', data: { ...of, language: 'fr' } },
      );
    given(...lived(invite(1)))
      .when(remove(1))
      .answers({ type: 'MemberRemoved', data: of });
  });

  it('are left alone by what changes nothing', () => {
    given(...lived(invite(1, ['buy', 'reports'])))
      .when(change(1, { may: ['reports', 'buy', 'buy'], language: 'de' }))
      .answers();
    given(...lived(invite(1), remove(1)))
      .when(remove(1))
      .answers();
    given(...lived(invite(1)))
      .when(invite(1))
      .answers();
  });

  it('have an address of their own in the account, until they are removed or it was erased', () => {
    given(...lived(invite(1)))
      .when(invite(2, ['reports'], sealed(1)))
      .refused('duplicate');
    given(...lived(invite(1), remove(1)))
      .when(invite(2, ['reports'], sealed(1)))
      .answers('MemberInvited');
    given(...lived(invite(1)))
      .when(invite(2, ['reports'], sealed(1, 2)))
      .answers('MemberInvited');
  });

  it.each(['remove', 'narrow'] as const)('keep the last who may approve: nobody of the account can %s them', (what) => {
    const gone = (n: number, by: MemberHand = 'account') =>
      what === 'remove' ? remove(n, by) : change(n, { may: ['reports'] }, by);
    const last = lived(invite(1, ['approve']), invite(2, ['reports']), join(1));
    given(...last)
      .when(gone(1))
      .refused('last_approver');
    given(...last)
      .when(gone(1, 'staff'))
      .answers(what === 'remove' ? 'MemberRemoved' : 'MemberAllowed');
    const two = lived(invite(1, ['approve']), invite(2, ['approve']));
    given(...two)
      .when(gone(1))
      .answers(what === 'remove' ? 'MemberRemoved' : 'MemberAllowed');
    // Whoever was removed is nobody who could approve.
    given(...lived(invite(1, ['approve']), invite(2, ['approve']), remove(2)))
      .when(gone(1))
      .refused('last_approver');
    // What takes nothing away from them is nobody's harm.
    given(...last)
      .when(change(1, { may: ['approve', 'buy'], language: 'en' }))
      .answers('MemberAllowed', 'MemberLanguageChosen');
  });

  it('who are not there are not changed, and those who were removed neither', () => {
    for (const command of [change(7, { language: 'en' }), remove(7), join(7)])
      given(...lived(invite(1)))
        .when(command)
        .refused('not_found');
    for (const command of [change(1, { language: 'en' }), join(1)])
      given(...lived(invite(1), remove(1)))
        .when(command)
        .refused('invalid_state');
  });

  it('are changed by whoever saw them as they are, whatever became of others meanwhile', () => {
    const events = lived(invite(1), invite(2), change(2, { language: 'en' }));
    given(...events)
      .when(remove(1, 'account', 0))
      .answers('MemberRemoved');
    given(...events)
      .when(remove(2, 'account', 1))
      .refused('revision_moved');
    given(...events)
      .when(remove(2, 'account', 2))
      .answers('MemberRemoved');
  });

  it('are so many and no more', () => {
    const all = lived(...Array.from({ length: MOST_MEMBERS }, (_, n) => invite(n + 1)));
    given(...all)
      .when(invite(MOST_MEMBERS + 1))
      .refused('invalid_state');
    given(
      ...all,
      ...given(...all)
        .when(remove(3))
        .answers('MemberRemoved'),
    )
      .when(invite(MOST_MEMBERS + 1))
      .answers('MemberInvited');
    expect(all).toHaveLength(MOST_MEMBERS);
  });
});
