import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, RELEASE_VERSION } from '#domain/plugin/version-compare';

describe('versions as PHP compares them', () => {
  // Each line in the order in which version_compare puts it; from the manual of PHP and the tests of its source.
  it('puts every form in its place', () => {
    const order = ['xyz', 'dev', 'alpha', 'beta', 'RC', '1', 'pl'];
    for (const [i, a] of order.entries())
      for (const [j, b] of order.entries())
        expect(compareVersions(`1.${a}`, `1.${b}`), `${a} ${b}`).toBe(Math.sign(i - j));
  });

  it.each([
    ['1.0', '1.0.0', -1],
    ['1.0.0', '1.0', 1],
    ['1', '1', 0],
    ['10', '2', 1],
    ['1.10', '1.9', 1],
    ['1.0-dev', '1.0', -1],
    ['1.0a1', '1.0alpha1', 0],
    ['1.0b1', '1.0RC1', -1],
    ['1.0RC1', '1.0rc1', 0],
    ['1.0rc1', '1.0', -1],
    ['1.0', '1.0pl1', -1],
    ['1-1', '1.1', 0],
    ['1_1', '1+1', 0],
    ['5.2', '5.10', -1],
    ['7.2.34-1+ubuntu18', '7.2.34', 1],
    ['7.4', '7.4.0', -1],
    ['8.1.2-1ubuntu2.14', '8.1', 1],
    ['6.6-beta2', '6.6', -1],
    ['', '1', -1],
    ['1', '', 1],
    ['', '', 0],
    ['1.', '1', -1],
    ['1.0.0-beta.2', '1.0.0-beta.11', -1],
    ['1.0.0alpha', '1.0.0', -1],
    ['1foo', '1.foo', 0],
  ] as const)('%s against %s', (a, b, expected) => {
    expect(compareVersions(a, b)).toBe(expected);
    expect(compareVersions(b, a)).toBe(expected === 0 ? 0 : -expected);
  });

  it('is an order over what releases are called', () => {
    const ending = fc.constantFrom('', '-alpha', '-beta2', '-rc1', 'rc.3');
    const parts = fc.array(fc.nat(30), { minLength: 2, maxLength: 4 });
    const version = fc.tuple(parts, ending).map(([numbers, end]) => numbers.join('.') + end);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(RELEASE_VERSION.test(a)).toBe(true);
        expect(compareVersions(a, b)).toBe(0 - compareVersions(b, a));
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('takes names of releases and nothing that leads elsewhere', () => {
    for (const fine of ['1.0', '1.2.3', '10.20.30.40', '1.2.0-beta1', '2.0rc1', '1.0-rc.2'])
      expect(RELEASE_VERSION.test(fine), fine).toBe(true);
    for (const strange of [
      '1',
      '',
      '1.0-RC1',
      '../1.0',
      '1.0/2',
      '1.0 ',
      '1.0-',
      '1.0-nightly',
      'trunk',
      '1.0.0.0.0',
      '1..0',
    ])
      expect(RELEASE_VERSION.test(strange), strange).toBe(false);
  });
});
