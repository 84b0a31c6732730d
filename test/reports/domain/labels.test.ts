import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/kernel/time';
import { formatsOf } from '#domain/reports/language/formats';
import { filled, isLabel, labelKey, labelsOf, type Phrase, say, UnknownLabel } from '#domain/reports/language/index';
import { LANGUAGES, REPORT_TYPES } from '#domain/reports/report-document';
import { REPORT_SECTIONS } from '#domain/services/service-config';

const day = (text: string): Day => text as Day;

describe('the words of a report', () => {
  it('name every section, type, verdict, pace and flag', () => {
    for (const key of REPORT_SECTIONS) expect(isLabel(`section.${key}`), key).toBe(true);
    for (const key of REPORT_TYPES) expect(isLabel(`type.${key}`)).toBe(true);
    for (const key of ['ahead', 'on_track', 'behind', 'missed', 'met']) expect(isLabel(`pace.${key}`)).toBe(true);
    for (const key of [
      'clicks',
      'impressions',
      'position',
      'keywords_top_10',
      'referring_domains',
      'articles',
      'conversions',
    ])
      expect(isLabel(`metric.${key}`)).toBe(true);
  });

  it('say numbers in the plural form that the language has for them', () => {
    expect(say('en', 'period.days', { count: 1 })).toBe('1 day');
    expect(say('en', 'period.days', { count: 28 })).toBe('28 days');
    const polish: Phrase = { one: '{count} dzień', few: '{count} dni', many: '{count} dni!', other: '{count} dnia' };
    expect([1, 2, 5, 22].map((count) => filled('pl', polish, { count }))).toEqual([
      '1 dzień',
      '2 dni',
      '5 dni!',
      '22 dni',
    ]);
    const arabic: Phrase = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' };
    expect([0, 1, 2, 3, 11, 100].map((count) => filled('ar', arabic, { count })).join('')).toBe('zotfmx');
  });

  it('are a mistake where they are missing: no key is printed, no value left open, no other language taken', () => {
    expect(() => labelKey('figure', 'wibble')).toThrow(UnknownLabel);
    expect(() => labelKey('figure', 'toString')).toThrow(UnknownLabel);
    expect(() => say('en', 'change.against')).toThrow(/no value {period}/);
    expect(() => labelsOf('xx' as (typeof LANGUAGES)[number])).toThrow(/no dictionary for the language xx/);
  });

  it('never bring the product into a white label', () => {
    expect(JSON.stringify(labelsOf('en'))).not.toMatch(/igny8|alorig/i);
  });
});

describe('numbers, money and days', () => {
  it('are written as the language writes them, in US dollars and Latin digits', () => {
    const en = formatsOf('en');
    expect(en.number('1234.5', 'usd')).toBe('$1,234.50');
    expect(en.number(3.16, 'percent')).toBe('3.2%');
    expect([
      en.signed(-1.8, 'position'),
      en.signed(3, 'count'),
      en.signed(0, 'count'),
      en.signedPercent(12.55),
    ]).toEqual(['−1.8', '+3', '0', '+12.6%']);
    expect(formatsOf('de').number('1234.5', 'usd').replaceAll(/\s/g, ' ')).toBe('1.234,50 $');
    expect(formatsOf('de').day(day('2026-10-03'))).toBe('3. Okt. 2026');
    for (const language of LANGUAGES) {
      const formats = formatsOf(language);
      const all = [
        formats.number(1_234_567, 'count'),
        formats.day(day('2026-10-03')),
        formats.range([day('2026-10-01'), day('2026-10-31')]),
        formats.axis(12_500, 'count'),
      ];
      expect(all.join(' '), language).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/);
      expect(all[1], language).toContain('2026');
    }
  });

  it('call a whole month by its name', () => {
    const en = formatsOf('en');
    expect(en.period([day('2028-02-01'), day('2028-02-29')])).toBe('Feb 2028');
    expect(en.period([day('2027-02-01'), day('2027-02-28')])).toBe('Feb 2027');
    expect(en.period([day('2026-10-01'), day('2026-10-30')])).not.toBe('Oct 2026');
  });
});
