import { languageWanted } from '#domain/kernel/language';
import type { Language } from '../report-document.ts';
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
export const wantedLanguage = (header: string): Language => languageWanted(header) ?? 'en';
