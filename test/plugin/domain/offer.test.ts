import { describe, expect, it } from 'vitest';
import { type AskingSite, NOBODY, newestFor, type Offered, offerFor, updaterOf } from '#domain/plugin/offer';

const of = (version: string, changed: Partial<Offered> = {}): Offered => ({
  version,
  status: 'published',
  share: 100,
  stopped: false,
  requires: '6.0',
  requires_php: '7.2',
  ...changed,
});
const site = (changed: Partial<AskingSite> = {}): AskingSite => ({ ...NOBODY, ...changed });
const offered = (releases: readonly Offered[], asking: Partial<AskingSite>) => {
  const offer = offerFor(releases, site(asking));
  return offer && `${offer.release.version}${offer.rollback ? ' back' : ''}`;
};

describe('what a site is offered', () => {
  const releases = [
    of('1.0.0', { requires_php: '5.6' }),
    of('1.10.0', { requires_php: '8.0' }),
    of('1.9.0', { requires_php: '7.4' }),
  ];

  it('is the newest that it can run', () => {
    expect(offered(releases, { version: '1.0.0', php: '8.3.1', wp: '6.6' })).toBe('1.10.0');
    expect(offered(releases, { version: '1.0.0', php: '7.4.33', wp: '6.6' })).toBe('1.9.0');
    expect(offered(releases, { version: '0.9', php: '7.2.34', wp: '6.6' })).toBe('1.0.0');
    expect(offered(releases, { version: '1.0.0', php: '7.2.34', wp: '6.6' })).toBeNull();
    expect(offered(releases, { version: '1.0.0', php: '8.3', wp: '5.9' })).toBeNull();
    expect(offered(releases, { version: '1.0.0', php: '8.3', wp: '6.0-beta1' })).toBe('1.10.0');
    expect(offered(releases, { version: '1.0.0' })).toBe('1.10.0');
    expect(offered(releases, {})).toBe('1.10.0');
  });

  it('is nothing for who has it, or something newer', () => {
    expect(offered(releases, { version: '1.10.0', php: '8.3' })).toBeNull();
    expect(offered(releases, { version: '2.0.0', php: '8.3' })).toBeNull();
    expect(offered([], {})).toBeNull();
  });

  it('is never a withdrawn one; from a withdrawn one the way leads on, or back', () => {
    const bad = of('1.11.0', { status: 'withdrawn' });
    expect(offered([...releases, bad], { version: '1.9.0', php: '8.3' })).toBe('1.10.0');
    expect(offered([...releases, bad], { version: '1.11.0', php: '8.3' })).toBe('1.10.0 back');
    expect(offered([...releases, bad], { version: '1.11', php: '8.3' })).toBeNull();
    expect(offered([...releases, bad, of('1.12.0')], { version: '1.11.0', php: '8.3' })).toBe('1.12.0');
    expect(offered([...releases, bad, of('1.12.0', { share: 10 })], { version: '1.11.0', php: '8.3' })).toBe(
      '1.10.0 back',
    );
    expect(offered([bad], { version: '1.11.0' })).toBeNull();
  });

  it('is a staged one where its place is within the share, and never without an address', () => {
    const staged = [of('1.0.0'), of('1.1.0', { share: 10 })];
    const at = (place: number | null) => ({ version: '0.9', place: () => place });
    expect(offered(staged, at(9.99))).toBe('1.1.0');
    expect(offered(staged, at(10))).toBe('1.0.0');
    expect(offered(staged, at(null))).toBe('1.0.0');
    expect(offered([of('1.0.0'), of('1.1.0', { share: 100, stopped: true })], at(0))).toBe('1.0.0');
    expect(newestFor([of('1.0.0', { share: 1 })], site())).toBeNull();
  });

  it('goes by what the updater of a site says of itself', () => {
    expect(updaterOf('WordPress/6.6.1; https://acorn.example')).toEqual({
      wp: '6.6.1',
      address: 'https://acorn.example',
    });
    expect(updaterOf('WordPress/6.7-alpha-123; http://a.example/blog')).toEqual({
      wp: '6.7-alpha-123',
      address: 'http://a.example/blog',
    });
    expect(updaterOf('WordPress/6.6')).toEqual({ wp: '6.6', address: null });
    for (const other of [
      undefined,
      '',
      'curl/8',
      'Mozilla/5.0 WordPress/6.6; https://a.example',
      'WordPress/6.6; javascript:x',
    ])
      expect(updaterOf(other).address, other).toBeNull();
  });
});
