import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/kernel/time';
import { type StoreIdentityCommand, storeIdentity } from '#domain/log/store-identity';
import { spec } from '#test/support/spec';

const { given, lived } = spec(storeIdentity);
const at = (text: string) => text as Instant;
const NOW = at('2026-06-17T10:00:00.000Z');
const open = (sandbox: boolean, zone = 'Europe/Berlin'): StoreIdentityCommand => ({
  type: 'Open',
  sandbox,
  zone,
  now: NOW,
});
const setClock = (to: string): StoreIdentityCommand => ({ type: 'SetTestClock', to: at(to), now: NOW });

describe('opening a store', () => {
  it.each([true, false])('founds an empty one (sandbox %s) and finds the same one again', (sandbox) => {
    given()
      .when(open(sandbox))
      .answers({
        type: 'StoreFounded',
        at: NOW,
        data: { sandbox, billing_time_zone: 'Europe/Berlin' },
      });
    given(...lived(open(sandbox)))
      .when(open(sandbox))
      .answers();
  });

  it('is refused where it is a sandbox and should not be, and the reverse', () => {
    given(...lived(open(true)))
      .when(open(false))
      .refused('sandbox_mismatch');
    given(...lived(open(false)))
      .when(open(true))
      .refused('sandbox_mismatch');
  });

  it('is refused with another time zone, which would re-date its history', () => {
    given(...lived(open(false)))
      .when(open(false, 'UTC'))
      .refused('time_zone_mismatch');
  });
});

describe('the test clock', () => {
  const sandbox = lived(open(true));
  it('goes forward, in a sandbox only', () => {
    given(...sandbox)
      .when(setClock('2026-06-18T10:00:00.000Z'))
      .answers({
        type: 'TestClockSet',
        at: '2026-06-18T10:00:00.000Z',
        data: { now: '2026-06-18T10:00:00.000Z' },
      });
    given().when(setClock('2026-06-18T10:00:00.000Z')).refused('sandbox_mismatch');
    given(...lived(open(false)))
      .when(setClock('2026-06-18T10:00:00.000Z'))
      .refused('sandbox_mismatch');
  });

  it('stands where it was founded, and setting it to where it stands does nothing', () => {
    expect(given(...sandbox).state).toMatchObject({ testClock: NOW });
    given(...sandbox)
      .when(setClock(NOW))
      .answers();
    given(...lived(open(true), setClock('2026-07-01T00:00:00.000Z')))
      .when(setClock('2026-07-01T00:00:00.000Z'))
      .answers();
  });

  it('never goes backwards', () => {
    given(...sandbox)
      .when(setClock('2026-06-17T09:59:59.999Z'))
      .refused('clock_backwards');
    given(...lived(open(true), setClock('2026-07-01T00:00:00.000Z')))
      .when(setClock('2026-06-30T23:59:59.999Z'))
      .refused('clock_backwards');
  });
});
