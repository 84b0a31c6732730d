import { describe, expect, it } from 'vitest';
import type { AccountId, MemberId, TokenId } from '#domain/kernel/ids';
import { type Instant, plusHours } from '#domain/kernel/time';
import { endOf, nameOf, type SessionCommand, type SignedInAs, session, signOuts } from '#domain/platform/session';
import { spec } from '#test/support/spec';

const now = '2026-06-17T10:00:00.000Z' as Instant;
const member: SignedInAs = { kind: 'member', member_id: 4 as MemberId, account_id: 1 as AccountId };
const jwt: SignedInAs = {
  kind: 'jwt',
  subject: 'maya',
  role: 'admin',
  account_id: null,
  user_id: null,
  scopes: ['read'],
};
const begin: SessionCommand = {
  type: 'Begin',
  session: 'a1',
  as: member,
  generation: 2,
  until: endOf(member, now),
  now,
};
const end: SessionCommand = { type: 'End', because: 'asked', now };

describe('a session', () => {
  const { given, lived } = spec(session);

  it('begins once, under the hash of its secret, and ends once', () => {
    given()
      .when(begin)
      .answers({
        type: 'SignedIn',
        data: { session: 'a1', as: member, generation: 2, until: '2026-06-24T10:00:00.000Z' },
      });
    given(...lived(begin))
      .when(begin)
      .refused('invalid_state');
    given(...lived(begin))
      .when(end)
      .answers({ type: 'SignedOut', data: { session: 'a1', because: 'asked' } });
    given(...lived(begin, end))
      .when(end)
      .answers();
    given(...lived(begin, end))
      .when(begin)
      .refused('invalid_state');
    given().when(end).answers();
  });

  it('ends after a week, or after half a day where what it stands on cannot be taken back', () => {
    expect(endOf(member, now)).toBe(plusHours(now, 7 * 24));
    expect(endOf(jwt, now)).toBe(plusHours(now, 12));
  });

  it('is of somebody by the name that their credential has', () => {
    const token: SignedInAs = { kind: 'token', token_id: 7 as TokenId, account_id: null };
    const account: SignedInAs = { kind: 'account', account_id: 3 as AccountId };
    expect([member, account, token, jwt].map(nameOf)).toEqual(['member-4', 'account-3', 'token-7', 'jwt-maya']);
  });
});

describe('signing out everywhere', () => {
  const { given, lived } = spec(signOuts);
  const all = { type: 'EndAll', as: member, now } as const;

  it('counts on from the last time, which is all that is read', () => {
    given()
      .when(all)
      .answers({ type: 'SignedOutEverywhere', data: { as: member, generation: 1 } });
    const [, second] = lived(all, all);
    expect(second?.data.generation).toBe(2);
    if (second)
      given(second)
        .when(all)
        .answers({ type: 'SignedOutEverywhere', data: { generation: 3 } });
    expect(signOuts.folds).toBe('last');
  });
});
