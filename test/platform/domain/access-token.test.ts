import { describe, expect, it } from 'vitest';
import type { AccountId, TokenId, UserId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { type AccessTokenCommand, accessToken, ROLES } from '#domain/platform/access-token';
import { spec } from '#test/support/spec';

const { given, lived } = spec(accessToken);
const now = '2026-06-17T10:00:00.000Z' as Instant;
const issue = (role: (typeof ROLES)[number] = 'client'): AccessTokenCommand => ({
  type: 'Issue',
  id: 3 as TokenId,
  secretSha256: 'a'.repeat(64),
  grant: {
    role,
    account_id: 1 as AccountId,
    user_id: 9 as UserId,
    scopes: ['read'],
    label: 'dashboard',
    expires_at: null,
  },
  bootstrap: false,
  now,
});
const revoke: AccessTokenCommand = { type: 'Revoke', now };

describe('an access token', () => {
  it.each(ROLES)('of a %s is issued with its grant and the hash of its secret', (role) => {
    given()
      .when(issue(role))
      .answers({
        type: 'AccessTokenIssued',
        at: now,
        data: { token_id: 3, secret_sha256: 'a'.repeat(64), role, account_id: 1, scopes: ['read'], bootstrap: false },
      });
  });

  it('is issued once, and never again after it was revoked', () => {
    expect(
      given(...lived(issue()))
        .when(issue())
        .refused('invalid_state'),
    ).toMatchObject({ currentState: 'issued' });
    expect(
      given(...lived(issue(), revoke))
        .when(issue())
        .refused('invalid_state'),
    ).toMatchObject({ currentState: 'revoked' });
  });

  it('is revoked once', () => {
    given(...lived(issue()))
      .when(revoke)
      .answers({ type: 'AccessTokenRevoked', at: now, data: { token_id: 3 } });
    expect(
      given(...lived(issue(), revoke))
        .when(revoke)
        .refused('invalid_state'),
    ).toMatchObject({ currentState: 'revoked' });
    given().when(revoke).refused('not_found');
  });
});
