import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/kernel/time';
import { isTooMuch, pluginRelease, STOPS_AT } from '#domain/plugin/plugin-release';
import { type CheckedRelease, type PluginReleaseCommand, releaseText } from '#domain/plugin/plugin-release-messages';
import { spec } from '#test/support/spec';

const { given, lived } = spec(pluginRelease);
const now = '2026-06-17T10:00:00.000Z' as Instant;

const release = (changed: Partial<CheckedRelease> = {}): CheckedRelease => ({
  version: '1.2.0',
  sha256: 'a'.repeat(64),
  size: 1000,
  upload_sha256: 'b'.repeat(64),
  signature: 'c2lnbmVk',
  key_id: '0123456789abcdef',
  errors: 0,
  warnings: 1,
  checklist: [
    { item: 'assets', severity: 'warning', findings: [{ file: 'assets/icon-128x128.png', message: 'is missing' }] },
  ],
  about: {
    name: 'IGNY8 SEO',
    plugin_file: 'igny8-seo/igny8-seo.php',
    homepage: null,
    author: null,
    author_homepage: null,
    description: null,
    requires: '6.0',
    tested: '6.6',
    requires_php: '7.4',
    readme: '',
  },
  assets: [],
  ...changed,
});
const check = (changed: Partial<CheckedRelease> = {}): PluginReleaseCommand => ({
  type: 'Check',
  release: release(changed),
  now,
});
const publish = (share = 100): PluginReleaseCommand => ({ type: 'Publish', share, now });
const rollOut = (share: number): PluginReleaseCommand => ({ type: 'RollOut', share, reason: 'quiet so far', now });
const stop: PluginReleaseCommand = { type: 'Stop', reason: 'a support ticket', now };
const withdraw: PluginReleaseCommand = { type: 'Withdraw', reason: 'breaks menus', now };
const errors = (sites: number, count: number): PluginReleaseCommand => ({
  type: 'NoteErrors',
  sites,
  errors: count,
  now,
});

describe('a release of the plugin', () => {
  it('is checked once for the same bytes and findings, and anew for others', () => {
    given()
      .when(check())
      .answers({ type: 'PluginReleaseChecked', data: { slug: 'igny8-seo', version: '1.2.0' } });
    given(...lived(check()))
      .when(check())
      .answers();
    given(...lived(check()))
      .when(check({ upload_sha256: 'd'.repeat(64) }))
      .answers('PluginReleaseChecked');
    given(...lived(check()))
      .when(check({ checklist: [], warnings: 0 }))
      .answers('PluginReleaseChecked');
  });

  it('is published unless its checklist has errors, and once', () => {
    given(...lived(check()))
      .when(publish())
      .answers({ type: 'PluginReleasePublished', data: { share: 100 } });
    expect(
      given(...lived(check({ errors: 2 })))
        .when(publish())
        .refused('checklist_errors').message,
    ).toMatch(/errors: 2/);
    given(...lived(check({ errors: 2 }), check({ upload_sha256: 'e'.repeat(64) })))
      .when(publish())
      .answers('PluginReleasePublished');
    given(...lived(check(), publish()))
      .when(publish())
      .refused('invalid_state');
    given().when(publish()).refused('not_found');
  });

  it('keeps its bytes once it was published', () => {
    const published = lived(check(), publish());
    given(...published)
      .when(check())
      .answers();
    given(...published)
      .when(check({ upload_sha256: 'd'.repeat(64) }))
      .refused('duplicate');
    given(...published, ...lived(check(), publish(), withdraw).slice(2))
      .when(check({ upload_sha256: 'd'.repeat(64) }))
      .refused('duplicate');
  });

  it('is rolled out to a share that is raised, lowered, stopped and taken up again', () => {
    const life = lived(check(), publish(5));
    given(...life)
      .when(rollOut(5))
      .answers();
    given(...life)
      .when(rollOut(50))
      .answers({ type: 'PluginRolloutChanged', data: { share: 50, reason: 'quiet so far' } });
    given(...lived(check(), publish(50)))
      .when(rollOut(10))
      .answers('PluginRolloutChanged');
    given(...life)
      .when(stop)
      .answers({ type: 'PluginRolloutStopped', data: { by: 'hand' } });
    given(...lived(check(), publish(5), stop))
      .when(stop)
      .refused('invalid_state');
    given(...lived(check(), publish(5), stop))
      .when(rollOut(5))
      .answers('PluginRolloutChanged');
    expect(given(...lived(check(), publish(5), stop, rollOut(20))).state).toMatchObject({ share: 20, stopped: null });
    for (const command of [rollOut(5), stop, errors(1, 1)])
      given(...lived(check()))
        .when(command)
        .refused('invalid_state');
  });

  it('is withdrawn for good', () => {
    given(...lived(check(), publish()))
      .when(withdraw)
      .answers({ type: 'PluginReleaseWithdrawn', data: { reason: 'breaks menus' } });
    given(...lived(check()))
      .when(withdraw)
      .refused('invalid_state');
    for (const command of [withdraw, publish(), rollOut(5), stop])
      given(...lived(check(), publish(), withdraw))
        .when(command)
        .refused('invalid_state');
  });

  it('stops its roll-out by itself at many errors, or many sites', () => {
    const rolling = lived(check(), publish(10));
    given(...rolling)
      .when(errors(9, 9))
      .answers({ type: 'PluginErrorsNoted', data: { sites: 9, errors: 9 } });
    given(...rolling)
      .when(errors(1, 10_000))
      .answers('PluginErrorsNoted');
    given(...rolling)
      .when(errors(10, 10))
      .answers('PluginErrorsNoted', { type: 'PluginRolloutStopped', data: { by: 'errors' } });
    given(...lived(check(), publish(10), errors(2, 19)))
      .when(errors(1, 1))
      .answers('PluginErrorsNoted', 'PluginRolloutStopped');
    // What was reported before the share was last set has been looked at by whoever set it.
    given(...lived(check(), publish(10), errors(9, 9), rollOut(20)))
      .when(errors(9, 9))
      .answers('PluginErrorsNoted');
    given(...lived(check(), publish(10), errors(20, 20)))
      .when(errors(20, 20))
      .answers('PluginErrorsNoted');
    given(...lived(check(), publish(100)))
      .when(errors(50, 500))
      .answers('PluginErrorsNoted');
  });

  it('has limits as they are told', () => {
    expect(STOPS_AT).toEqual({ sites: 10, errors: 20, errorsFromSites: 3 });
    expect([
      isTooMuch({ sites: 3, errors: 20 }),
      isTooMuch({ sites: 2, errors: 20 }),
      isTooMuch({ sites: 3, errors: 19 }),
    ]).toEqual([true, false, false]);
  });

  it('is signed as a text of five lines', () => {
    expect(releaseText({ version: '1.2.0', sha256: 'ab', size: 12 })).toBe(
      'igny8-business plugin release v1\nigny8-seo\n1.2.0\nab\n12\n',
    );
  });
});
