import { describe, expect, it } from 'vitest';
import type { SubscriptionId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { type SiteContractCommand, siteContract } from '#domain/services/site-contract';
import { spec } from '#test/support/spec';

const { given, lived } = spec(siteContract);
const NOW = '2026-06-17T10:00:00.000Z' as Instant;
const creation = (id: number) =>
  ({
    type: 'ManagedSubscriptionCreated',
    at: NOW,
    data: { subscription_id: id, site_id: 11, tier: 'pro' },
  }) as unknown as SiteContractCommand['creation'];
const claim = (id: number, ended: number | null = null): SiteContractCommand => ({
  type: 'Claim',
  siteId: 11 as SiteContractCommand['siteId'],
  creation: creation(id),
  creationCommandId: `command-${id}`,
  ended: ended as SubscriptionId | null,
  now: NOW,
});

describe('claiming a site', () => {
  it('goes to the first, with the whole creation, so that anybody can finish it', () => {
    given()
      .when(claim(1))
      .answers({
        type: 'SiteContractClaimed',
        at: NOW,
        data: { site_id: 11, claimed_by: 1, creation: creation(1), creation_command_id: 'command-1' },
      });
    expect(given(...lived(claim(1))).state).toEqual({
      holder: 1,
      creation: creation(1),
      creationCommandId: 'command-1',
    });
  });

  it('said again by the holder changes nothing', () => {
    given(...lived(claim(1)))
      .when(claim(1))
      .answers();
  });

  it('is refused while another holds it, and names the holder', () => {
    expect(
      given(...lived(claim(1)))
        .when(claim(2))
        .refused('duplicate'),
    ).toMatchObject({ holder: 1 });
    given(...lived(claim(1)))
      .when(claim(2, 3))
      .refused('duplicate');
  });

  it('is free again once the very holder is known to be cancelled, and only then', () => {
    const second = lived(claim(1), claim(2, 1));
    expect(given(...second).state).toMatchObject({ holder: 2, creationCommandId: 'command-2' });
    given(...second)
      .when(claim(3, 1))
      .refused('duplicate');
    given(...second)
      .when(claim(1, 1))
      .refused('duplicate');
    given(...second)
      .when(claim(3, 2))
      .answers({ type: 'SiteContractClaimed', data: { claimed_by: 3 } });
  });
});
