import { describe, expect, it } from 'vitest';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import {
  type FlagSetting,
  flagHolds,
  LAUNCH_FLAGS,
  type LaunchFlagCommand,
  launchFlag,
} from '#domain/platform/launch-flag';
import { placeAmongHundred } from '#runtime/place-among';
import { spec } from '#test/support/spec';

const { given, lived } = spec(launchFlag);
const set = (
  enabled: boolean,
  accountId: number | null = null,
  percentage: number | null = null,
): LaunchFlagCommand => ({
  type: 'Set',
  flag: 'managed_services_enabled',
  accountId: accountId as AccountId | null,
  environment: null,
  enabled,
  percentage,
  reason: 'launch',
  now: '2026-06-17T10:00:00.000Z' as Instant,
});

describe('a launch flag', () => {
  it('is known, with a value before anybody sets it', () => {
    expect(LAUNCH_FLAGS).toEqual({ managed_services_enabled: true });
    expect(given().state).toEqual({ enabled: null, percentage: null });
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
    expect(given(...lived(set(true), set(false), set(true))).state).toEqual({ enabled: true, percentage: null });
  });

  it('has a percentage, of all accounts only, which is a change of its own', () => {
    given(...lived(set(false)))
      .when(set(false, null, 25))
      .answers({
        type: 'LaunchFlagSet',
        at: '2026-06-17T10:00:00.000Z',
        data: { flag: 'managed_services_enabled', account_id: null, enabled: false, reason: 'launch', percentage: 25 },
      });
    given(...lived(set(false, null, 25)))
      .when(set(false, null, 25))
      .answers();
    expect(launchFlag.decide(set(true, 7, 25), launchFlag.initial)).toMatchObject({
      accepted: false,
      refusal: { code: 'invalid_values', pointer: '/percentage' },
    });
  });
});

describe('whether a flag holds', () => {
  const flag = 'managed_services_enabled';
  const place = (account: number) => placeAmongHundred(flag, account);
  const holds = (
    settings: readonly Partial<FlagSetting>[],
    account: number | null,
    environment: 'staging' | null = null,
  ) =>
    flagHolds(
      flag,
      settings.map((each) => ({ account: null, environment: null, enabled: false, percentage: null, ...each })),
      { account, environment, place },
    );

  it('goes by the account’s own setting, then by the percentage, then by the environment', () => {
    expect(holds([], 7)).toBe(true);
    expect(holds([{}], 7)).toBe(false);
    expect(holds([{ percentage: 100 }], 7)).toBe(true);
    expect(holds([{ enabled: true, percentage: 0 }], 7)).toBe(false);
    expect(holds([{ percentage: 0 }, { account: 7, enabled: true }], 7)).toBe(true);
    expect(holds([{ percentage: 100 }, { account: 7 }], 7)).toBe(false);
    // Of nobody in particular, such as a page of the team: by the environment.
    expect(holds([{ percentage: 100 }], null)).toBe(false);
  });

  it('heeds what names an environment there only, before what names none', () => {
    const staged = [{}, { environment: 'staging' as const, enabled: true }];
    expect([holds(staged, 7), holds(staged, 7, 'staging')]).toEqual([false, true]);
    expect(holds([{ environment: 'staging', enabled: true }, { account: 7 }], 7, 'staging')).toBe(false);
  });

  it('keeps whoever is in while the share grows, and comes near the share', () => {
    const accounts = Array.from({ length: 2000 }, (_, n) => n + 1);
    const inside = (percentage: number) => accounts.filter((account) => holds([{ percentage }], account));
    const [few, more] = [inside(10), inside(30)];
    expect(few.filter((account) => !more.includes(account))).toEqual([]);
    expect(few.length / 2000).toBeGreaterThan(0.07);
    expect(few.length / 2000).toBeLessThan(0.13);
    expect(more.length / 2000).toBeGreaterThan(0.26);
    expect(more.length / 2000).toBeLessThan(0.34);
    // A known value: other processes and other days find the same.
    expect(placeAmongHundred(flag, 1)).toBeCloseTo(PLACE_OF_1, 6);
  });
});
const PLACE_OF_1 = 80.14801642857492;
