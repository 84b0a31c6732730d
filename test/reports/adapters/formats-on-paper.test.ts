import { describe, expect, it } from 'vitest';
import { fontFor, fontOf, isPlain, printable, subsetOf } from '#adapters/render/fonts';
import type { Zone } from '#domain/kernel/calendar';
import type { Day, Instant } from '#domain/kernel/time';
import { type Formats, formatsOf } from '#domain/reports/language/formats';
import type { Unit } from '#domain/reports/report-data';
import { LANGUAGES } from '#domain/reports/report-document';

const UNITS: readonly Unit[] = ['count', 'percent', 'position', 'score', 'usd', 'words'];
const VALUES = [0, 1, 7.25, -12_345.67, 98_765_432];
const DAYS = Array.from({ length: 12 }, (_, month) => [
  `2026-${String(month + 1).padStart(2, '0')}-01`,
  `2026-${String(month + 1).padStart(2, '0')}-28`,
]).flat() as Day[];
const first = '2026-03-01' as Day;

/** One of everything that formats write. */
function written(formats: Formats): string[] {
  const numbers = UNITS.flatMap((unit) =>
    VALUES.flatMap((value) => [
      formats.number(value, unit),
      formats.signed(value, unit),
      formats.signedPercent(value),
      formats.axis(value, unit),
    ]),
  );
  const days = DAYS.flatMap((day) => [
    formats.day(day),
    formats.shortDay(day),
    formats.month(day.slice(0, 7)),
    formats.shortMonth(day.slice(0, 7), true),
    formats.shortMonth(day.slice(0, 7), false),
    formats.period([first, day]),
    formats.range([first, day]),
  ]);
  const at = '2026-10-01T08:00:00Z' as Instant;
  const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata'] as Zone[];
  return [...numbers, ...days, ...zones.map((zone) => formats.moment(at, zone)), formats.list(['1', '2', '3'])];
}
/** Characters for which the font that they would be set in has no glyph: they would be boxes. */
const boxes = (text: string): string[] => {
  const shown = printable(text);
  return [...shown].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const key = isPlain(shown) ? `inter/${subsetOf(codePoint)}/400` : fontFor(character, 400, shown, null);
    return !fontOf(key).hasGlyphForCodePoint(codePoint);
  });
};

describe('numbers, days and moments on paper', () => {
  for (const language of LANGUAGES)
    it(`have a glyph for every character in ${language}`, () => {
      const texts = written(formatsOf(language));
      expect(texts.filter((text) => boxes(text).length > 0 || text.includes('\u202f'))).toEqual([]);
    });

  it('group digits in French with the space that the fonts have', () => {
    const fr = formatsOf('fr');
    expect(fr.number(1_234_567, 'count')).toBe('1\u00a0234\u00a0567');
    expect(fr.number(12.5, 'percent')).toBe('12,5\u00a0%');
  });

  it('name the first of a month in French as an ordinal, and no other day', () => {
    const fr = formatsOf('fr');
    expect(fr.day('2026-10-01' as Day)).toBe('1er oct. 2026');
    expect(fr.shortDay('2026-10-11' as Day)).toBe('11 oct.');
    expect(fr.range(['2026-10-01', '2026-10-21'] as [Day, Day])).toBe('1er–21 oct. 2026');
    expect(fr.moment('2026-10-01T08:00:00Z' as Instant, 'Europe/Paris' as Zone)).toMatch(/^1er oct\. 2026/);
    expect(fr.month('2026-01')).toBe('janvier 2026');
  });

  it('are looked for in other fonts where ours only claims them: people write daggers and narrow spaces', () => {
    const text = '†\u202f₿';
    expect(isPlain(text)).toBe(false);
    expect(boxes(text)).toEqual([]);
  });
});
