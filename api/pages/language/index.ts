import type { Language } from '#domain/kernel/language';
import { formatsOf, isRightToLeft } from '#domain/reports/language/formats';
import { formOf } from '#domain/reports/language/index';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import type { PageWord, PageWords } from './page-words.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

export type { PageWord, PageWords };

/**
 * What a page says, in its reader's language; `{name}` stands for a value. `count` chooses among the forms of a word that has several.
 * Numbers are written as the language writes them, save those that things are called by. Where it runs to the left, each value keeps its
 * own order: hosts and amounts would else run into what stands beside them.
 */
export type Say = (word: PageWord, values?: Readonly<Record<string, string | number>>) => string;

export const PAGE_WORDS: { readonly [L in Language]: PageWords } = { en, de, fr, es, pt, it, nl, pl, ar, ja };

const CALLED_BY: ReadonlySet<string> = new Set(['id', 'order', 'number']);

/** Between a first strong isolate and its end. */
const isolated = (text: string): string => (text === '' ? '' : `\u2068${text}\u2069`);

export function sayIn(language: Language): Say {
  const words: PageWords = PAGE_WORDS[language];
  const { number } = formatsOf(language);
  const written = (name: string, value: string | number): string =>
    typeof value === 'number' && !CALLED_BY.has(name) ? number(value, 'count') : String(value);
  const placed = isRightToLeft(language) ? isolated : (text: string): string => text;
  return (word, values = {}) => {
    const phrase = words[word];
    const text =
      typeof phrase === 'string' ? phrase : (phrase[formOf(language, Number(values['count']))] ?? phrase.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : placed(written(name, value));
    });
  };
}
