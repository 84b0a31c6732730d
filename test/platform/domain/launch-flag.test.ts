import { describe, expect, it } from 'vitest';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { LAUNCH_FLAGS, type LaunchFlagCommand, launchFlag } from '#domain/platform/launch-flag';
import { spec } from '#test/support/spec';

const { given, lived } = spec(launchFlag);
const set = (enabled: boolean, accountId: number | null = null): LaunchFlagCommand => ({
  type: 'Set',
  flag: 'managed_services_enabled',
  accountId: accountId as AccountId | null,
  enabled,
  reason: 'launch',
  now: '2026-06-17T10:00:00.000Z' as Instant,
});

describe('a launch flag', () => {
  it('is known, with a value before anybody sets it', () => {
    expect(LAUNCH_FLAGS).toEqual({ managed_services_enabled: true });
    expect(given().state).toEqual({ enabled: null });
  });

  it.each([
    [true, null],
    [false, null],
    [true, 7],
    [false, 7],
  ])('is set for the first time, even to its default: %s for %s', (enabled, account) => {
    given()
      .when(set(enabled, account))
      .answers({
        type: 'LaunchFlagSet',
        at: '2026-06-17T10:00:00.000Z',
        data: { flag: 'managed_services_enabled', account_id: account, enabled, reason: 'launch' },
      });
  });

  it('changes with an event each time, and none for what is so already', () => {
    for (const enabled of [true, false]) {
      given(...lived(set(enabled)))
        .when(set(enabled))
        .answers();
      given(...lived(set(enabled)))
        .when(set(!enabled))
        .answers('LaunchFlagSet');
    }
    expect(given(...lived(set(true), set(false), set(true))).state).toEqual({ enabled: true });
  });
});
