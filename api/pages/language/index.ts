import { LANGUAGES, type Language } from '#domain/services/service-config';
import { en } from './en.ts';

export type PageWord = keyof typeof en;
export type PageWords = { readonly [K in PageWord]: string };
/** What a page says, in its reader's language; `{name}` stands for a value. */
export type Say = (word: PageWord, values?: Readonly<Record<string, string | number>>) => string;

/** Languages that pages are written in; there is no falling back from one to another within a page. */
const DICTIONARIES: { readonly [L in Language]?: PageWords } = { en };

export const sayIn = (language: Language): Say => {
  const words = DICTIONARIES[language] ?? en;
  return (word, values = {}) =>
    words[word].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(Object.hasOwn(values, name) ? values[name] : whole),
    );
};

/** The language that is wanted most of those that pages are written in, by an `Accept-Language`; English where none is. */
export function languageOf(languages: string): Language {
  const wanted = languages
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = Number(/^\s*q=([\d.]{1,5})\s*$/.exec(parameters.join(';'))?.[1] ?? '1');
      return { language: LANGUAGES.find((each) => each === range.split('-')[0]), weight };
    })
    .filter(({ language, weight }) => language !== undefined && DICTIONARIES[language] && weight > 0);
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'en';
}
