import type { Language } from '../report-document.ts';
import { labelsAr } from './labels-ar.ts';
import { labelsDe } from './labels-de.ts';
import { labelsEn } from './labels-en.ts';
import { labelsEs } from './labels-es.ts';
import { labelsFr } from './labels-fr.ts';
import { labelsIt } from './labels-it.ts';
import { labelsJa } from './labels-ja.ts';
import { labelsNl } from './labels-nl.ts';
import { labelsPl } from './labels-pl.ts';
import { labelsPt } from './labels-pt.ts';
import { namesAr } from './names-ar.ts';
import { namesDe } from './names-de.ts';
import { namesEn } from './names-en.ts';
import { namesEs } from './names-es.ts';
import { namesFr } from './names-fr.ts';
import { namesIt } from './names-it.ts';
import { namesJa } from './names-ja.ts';
import { namesNl } from './names-nl.ts';
import { namesPl } from './names-pl.ts';
import { namesPt } from './names-pt.ts';
import type { Phrase } from './phrase.ts';

const en = { ...labelsEn, ...namesEn };

export type { Phrase, Plural } from './phrase.ts';
export type LabelKey = keyof typeof en;
/** A language is complete, or it is none. */
export type Labels = { readonly [K in LabelKey]: Phrase };
export type Values = Readonly<Record<string, string | number>>;
/** What data name by key: the part before the dot in a label's key. */
export type NameGroup = 'section' | 'figure' | 'chart' | 'series' | 'table' | 'column' | 'word' | 'metric';

/** Languages that reports can be written in. There is no fall-back from one to another (spec 13, 3.16). */
const DICTIONARIES: { readonly [L in Language]?: Labels } = {
  en,
  de: { ...labelsDe, ...namesDe },
  fr: { ...labelsFr, ...namesFr },
  es: { ...labelsEs, ...namesEs },
  pt: { ...labelsPt, ...namesPt },
  it: { ...labelsIt, ...namesIt },
  nl: { ...labelsNl, ...namesNl },
  pl: { ...labelsPl, ...namesPl },
  ar: { ...labelsAr, ...namesAr },
  ja: { ...labelsJa, ...namesJa },
};

export class UnknownLabel extends Error {}

/** The dictionary of that language. Throws `UnknownLabel` where it has none. */
export function labelsOf(language: Language): Labels {
  const found = DICTIONARIES[language];
  if (found === undefined) throw new UnknownLabel(`there is no dictionary for the language ${language}`);
  return found;
}

export const isLabel = (key: string): key is LabelKey => Object.hasOwn(en, key);

/** The label of something that data name by its key. Throws `UnknownLabel`: a raw key is never printed. */
export function labelKey(group: NameGroup, key: string): LabelKey {
  const whole = `${group}.${key}`;
  if (!isLabel(whole)) throw new UnknownLabel(`no dictionary names ${whole}`);
  return whole;
}

const rules = new Map<Language, Intl.PluralRules>();
export function formOf(language: Language, count: number): Intl.LDMLPluralRule {
  const known = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, known);
  return known.select(count);
}

/** The phrase in its plural form, with its values in place. A value that the caller does not give throws `UnknownLabel`. */
export function filled(language: Language, phrase: Phrase, values: Values = {}): string {
  const text =
    typeof phrase === 'string' ? phrase : (phrase[formOf(language, Number(values['count']))] ?? phrase.other);
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new UnknownLabel(`no value {${name}} for “${text}”`);
    return String(value);
  });
}

/** What the dictionary of that language says; numbers among the values are written as they are given. */
export const say = (language: Language, key: LabelKey, values: Values = {}): string =>
  filled(language, labelsOf(language)[key], values);
