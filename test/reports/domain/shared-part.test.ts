import { describe, expect, it } from 'vitest';
import { houseWordIn } from '#domain/platform/house-words';
import { pageWords, wantedLanguage } from '#domain/reports/language/pages';
import { pagesEn } from '#domain/reports/language/pages-en';
import type { PageKey } from '#domain/reports/language/pages-keys';
import { LANGUAGES } from '#domain/reports/report-document';
import { sharedPart } from '#domain/reports/shared-part';
import { sampleDocument } from '../sample-document.ts';

describe('the part of a report that is shared', () => {
  it('is all of it where no sections are named', () => {
    expect(sharedPart(sampleDocument, null)).toBe(sampleDocument);
  });

  it('holds nothing of what is left out, so that nothing can show it', () => {
    const { data, comments, only } = sharedPart(sampleDocument, ['organic_traffic']);
    expect([Object.keys(data.sections), only]).toEqual([['organic_traffic'], ['organic_traffic']]);
    expect(data.first_page).toMatchObject({ verdict: null, reason: '', win: null, needs: [], goals: [], tiles: [] });
    expect(comments.every(({ section }) => section === 'organic_traffic')).toBe(true);
    const marked = data.sections.organic_traffic?.charts.flatMap(({ markers }) => markers.map(({ number }) => number));
    for (const { number } of data.annotations) expect(marked).toContain(number);
  });

  it('has the first page where the summary is shared', () => {
    const { data, comments } = sharedPart(sampleDocument, ['executive_summary']);
    expect(data.first_page).toBe(sampleDocument.data.first_page);
    expect(Object.keys(data.sections)).toEqual(['executive_summary']);
    expect(comments.every(({ section }) => section === null || section === 'executive_summary')).toBe(true);
    expect(data.annotations).toEqual([]);
  });
});

describe('small pages', () => {
  it('say everything in every language, in words of its own, and name nobody', () => {
    const keys = Object.keys(pagesEn) as PageKey[];
    for (const language of LANGUAGES)
      for (const key of keys) {
        const text = pageWords(language)(key);
        expect(text.trim(), `${language} ${key}`).not.toBe('');
        expect(houseWordIn(text)).toBeNull();
        if (language !== 'en' && key !== 'share.password') expect(text, `${language} ${key}`).not.toBe(pagesEn[key]);
      }
  });

  it.each([
    ['', 'en'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['xx, fr;q=0.4, ja;q=0.7', 'ja'],
    ['PT-br', 'pt'],
    ['de;q=0, *', 'en'],
    ['pl;q=x', 'pl'],
  ])('are in the language that %j wants most', (header, language) => {
    expect(wantedLanguage(header)).toBe(language);
  });
});
