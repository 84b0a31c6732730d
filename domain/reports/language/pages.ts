import { LANGUAGES, type Language } from '../report-document.ts';
import { pagesAr } from './pages-ar.ts';
import { pagesDe } from './pages-de.ts';
import { pagesEn } from './pages-en.ts';
import { pagesEs } from './pages-es.ts';
import { pagesFr } from './pages-fr.ts';
import { pagesIt } from './pages-it.ts';
import { pagesJa } from './pages-ja.ts';
import type { PageKey, PagePhrases } from './pages-keys.ts';
import { pagesNl } from './pages-nl.ts';
import { pagesPl } from './pages-pl.ts';
import { pagesPt } from './pages-pt.ts';

const DICTIONARIES: { readonly [L in Language]: PagePhrases } = {
  en: pagesEn,
  de: pagesDe,
  fr: pagesFr,
  es: pagesEs,
  pt: pagesPt,
  it: pagesIt,
  nl: pagesNl,
  pl: pagesPl,
  ar: pagesAr,
  ja: pagesJa,
};

/** What a small page says, in that language. */
export const pageWords =
  (language: Language) =>
  (key: PageKey): string =>
    DICTIONARIES[language][key];

/** The language that is wanted most of those there are, by an `Accept-Language`; English where none of them is. */
export function wantedLanguage(header: string): Language {
  const wanted = header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameters.join(';').trim())?.[1] ?? '1';
      return { language: LANGUAGES.find((each) => each === range.split('-')[0]), weight: Number(weight) };
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0);
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'en';
}
