import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/kernel/time';
import { sayIn } from '#domain/reports/language/claims';
import { claimsEn } from '#domain/reports/language/claims-en';
import { sectionClaimsEn } from '#domain/reports/language/section-claims-en';

const all: Readonly<Record<string, string | { readonly one?: string; readonly other: string }>> = {
  ...claimsEn,
  ...sectionClaimsEn,
};
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('sentences of reports in English', () => {
  const say = sayIn('en');

  it('are whole: each ends as a sentence, sources and single words aside', () => {
    const open = Object.entries(all).filter(([key, phrase]) => {
      if (/^(source_|between_|not_known)/.test(key)) return false;
      const texts = typeof phrase === 'string' ? [phrase] : Object.values(phrase);
      // What names an action or what is waited for ends with that.
      return !texts.every((text) => /[.!]$|\{(action|what)\}$/.test(text));
    });
    expect(open).toEqual([]);
  });

  it('hang on a count where they have plural forms, which need no value that the others do not', () => {
    for (const [key, phrase] of Object.entries(all)) {
      if (typeof phrase === 'string') expect([key, slots(phrase).includes('count')]).toEqual([key, false]);
      else
        expect([key, slots(phrase.one ?? '').filter((name) => !slots(phrase.other).includes(name))]).toEqual([key, []]);
    }
  });

  it('write numbers, percentages and days as the language does', () => {
    expect(say('traffic_first', { count: 1 })).toBe(
      'Search brought one click; there is no period before to compare it with.',
    );
    expect(say('traffic_first', { count: 1234 })).toBe(
      'Search brought 1,234 clicks; there is no period before to compare them with.',
    );
    expect(say('reason_clicks_up', { from: 1000, to: 2500 })).toBe('Clicks from search went from 1,000 to 2,500.');
    expect([say.percent(-12.5), say.percent(12), say.day('2026-06-28' as Day)]).toEqual([
      '12.5%',
      '12%',
      '28 Jun 2026',
    ]);
    expect(() => say('traffic_up', { percent: '4%' })).toThrow('no value {clicks}');
  });
});
