import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeOf } from '#adapters/reports/theme';
import { apart, contrast, inkOn, readable } from '#domain/reports/colors';

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const mode = fc.constantFrom('light' as const, 'dark' as const);
const HARD = ['#fff9c4', '#000000', '#ff0000', '#ffffff', '#808080', '#767676', '#00ff00', '#0000ff'];

describe('colours of a brand', () => {
  it('are read on every ground that they are used on, whatever they are', () => {
    const check = (primary: string, secondary: string, as: 'light' | 'dark') => {
      const theme = themeOf({ primary, secondary }, as);
      const grounds = [theme.page, theme.surface, theme.tint];
      const inks = [theme.ink, theme.quiet, theme.accent, theme.second];
      inks.push(...Object.values(theme.tones).map(({ ink }) => ink));
      for (const ink of inks) for (const ground of grounds) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      for (const { ink, ground } of Object.values(theme.tones))
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ink of [theme.brandInk, theme.brandQuiet])
        expect(contrast(ink, theme.brand)).toBeGreaterThanOrEqual(4.5);
      for (const series of theme.palette) expect(contrast(series, theme.page)).toBeGreaterThanOrEqual(3);
    };
    for (const primary of HARD) for (const as of ['light', 'dark'] as const) check(primary, primary, as);
    fc.assert(fc.property(color, color, mode, check), { numRuns: 300 });
  });

  it('are kept as they are where they can be read already', () => {
    expect(readable('#1d4ed8', ['#ffffff'])).toBe('#1d4ed8');
    expect(themeOf({ primary: '#1d4ed8', secondary: '#0f172a' }, 'light')).toMatchObject({ accent: '#1d4ed8' });
    expect(inkOn('#1d4ed8')).toBe('#ffffff');
    expect(inkOn('#fff9c4')).toBe('#0b0f19');
  });

  it('give series that no kind of eyes takes for one another', () => {
    fc.assert(
      fc.property(color, mode, (primary, as) => {
        const { palette } = themeOf({ primary, secondary: primary }, as);
        expect(palette).toHaveLength(6);
        for (const [n, one] of palette.entries())
          for (const other of palette.slice(n + 1)) expect(apart(one, other)).toBeGreaterThan(0.08);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a brand that is hardly told from the page a rule around it', () => {
    expect(themeOf({ primary: '#ffffff', secondary: '#000000' }, 'light').brandRule).not.toBeNull();
    expect(themeOf({ primary: '#0f1013', secondary: '#000000' }, 'dark').brandRule).not.toBeNull();
    expect(themeOf({ primary: '#ff0000', secondary: '#000000' }, 'light').brandRule).toBeNull();
  });
});
