import type { Day } from '#domain/kernel/time';
import type { Language } from '../report-document.ts';
import { claimsAr } from './claims-ar.ts';
import { claimsDe } from './claims-de.ts';
import { claimsEn } from './claims-en.ts';
import { claimsEs } from './claims-es.ts';
import { claimsFr } from './claims-fr.ts';
import { claimsIt } from './claims-it.ts';
import { claimsJa } from './claims-ja.ts';
import { claimsNl } from './claims-nl.ts';
import { claimsPl } from './claims-pl.ts';
import { claimsPt } from './claims-pt.ts';
import { type Formats, formatsOf } from './formats.ts';
import { filled, formOf, type Phrase, UnknownLabel, type Values } from './index.ts';
import { sectionClaimsAr } from './section-claims-ar.ts';
import { sectionClaimsDe } from './section-claims-de.ts';
import { sectionClaimsEn } from './section-claims-en.ts';
import { sectionClaimsEs } from './section-claims-es.ts';
import { sectionClaimsFr } from './section-claims-fr.ts';
import { sectionClaimsIt } from './section-claims-it.ts';
import { sectionClaimsJa } from './section-claims-ja.ts';
import { sectionClaimsNl } from './section-claims-nl.ts';
import { sectionClaimsPl } from './section-claims-pl.ts';
import { sectionClaimsPt } from './section-claims-pt.ts';

const en = { ...claimsEn, ...sectionClaimsEn };

/** Sentences of ours about numbers: claims, reasons, rules, what is next. Labels are in other files (`labels-<language>.ts`, `names-<language>.ts`). */
export type ClaimKey = keyof typeof en;
/** A language has every sentence, or none. */
export type Claims = { readonly [K in ClaimKey]: Phrase };

/** Languages whose sentences are written. There is no fall-back from one to another (spec 13, 3.16). */
const CLAIMS: { readonly [L in Language]?: Claims } = {
  en,
  de: { ...claimsDe, ...sectionClaimsDe },
  fr: { ...claimsFr, ...sectionClaimsFr },
  es: { ...claimsEs, ...sectionClaimsEs },
  pt: { ...claimsPt, ...sectionClaimsPt },
  it: { ...claimsIt, ...sectionClaimsIt },
  nl: { ...claimsNl, ...sectionClaimsNl },
  pl: { ...claimsPl, ...sectionClaimsPl },
  ar: { ...claimsAr, ...sectionClaimsAr },
  ja: { ...claimsJa, ...sectionClaimsJa },
};

/** What sections say things with: whole sentences, and numbers and days as the language writes them. */
export type Say = {
  /** The sentence of that key; numbers among its values are written as counts, and `count` chooses its plural. */
  (key: ClaimKey, values?: Values): string;
  readonly formats: Formats;
  day(day: Day): string;
  /** Without a sign: 12.5 becomes `12.5%`. */
  percent(value: number): string;
};

/** Throws `UnknownLabel` where the language has no sentences. */
export function claimsOf(language: Language): Claims {
  const found = CLAIMS[language];
  if (found === undefined) throw new UnknownLabel(`there are no sentences in the language ${language}`);
  return found;
}

/** Throws `UnknownLabel` where the language has no sentences. */
export function sayIn(language: Language): Say {
  const claims = claimsOf(language);
  const formats = formatsOf(language);
  const say = (key: ClaimKey, values: Values = {}): string => {
    const phrase = claims[key];
    const text =
      typeof phrase === 'string' ? phrase : (phrase[formOf(language, Number(values['count']))] ?? phrase.other);
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? formats.number(value, 'count') : value,
    ]);
    return filled(language, text, Object.fromEntries(written));
  };
  return Object.assign(say, {
    formats,
    day: (day: Day) => formats.day(day),
    percent: (value: number) => formats.number(Math.abs(value), 'percent'),
  });
}
