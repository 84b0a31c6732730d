import { describe, expect, it } from 'vitest';
import { claimsOf } from '#domain/reports/language/claims';
import { labelsOf, type Phrase, type Plural } from '#domain/reports/language/index';
import { LANGUAGES, type Language } from '#domain/reports/report-document';

const dictionaryOf = (language: Language): Readonly<Record<string, Phrase>> => ({
  ...labelsOf(language),
  ...claimsOf(language),
});
const english = dictionaryOf('en');
const isThere = (language: Language): boolean => {
  try {
    return dictionaryOf(language) !== null;
  } catch {
    return false;
  }
};
const OTHERS = LANGUAGES.filter((language) => language !== 'en' && isThere(language));

type Text = { readonly key: string; readonly form: keyof Plural | null; readonly text: string };
const textsIn = (dictionary: Readonly<Record<string, Phrase>>): Text[] =>
  Object.entries(dictionary).flatMap(([key, phrase]): Text[] =>
    typeof phrase === 'string'
      ? [{ key, form: null, text: phrase }]
      : Object.entries(phrase).map(([form, text]) => ({ key, form: form as keyof Plural, text })),
  );
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
/** Those that any form of the English phrase has. */
const slotsOf = (key: string): string[] => {
  const phrase = english[key] ?? '';
  return [...new Set(typeof phrase === 'string' ? slots(phrase) : Object.values(phrase).flatMap(slots))].sort();
};
/** Forms that stand for one number or two may say it in words. */
const SAID_IN_WORDS: readonly (keyof Plural | null)[] = ['zero', 'one', 'two'];

/** Names of products, and what is written with the same signs everywhere: nothing to translate. */
const SAME_EVERYWHERE =
  /\{\w+\}|Google Search Console|Ahrefs|Domain Rating|\b(?:CTR|DR|SEO|PDF|URL)\b|[\d\s\p{P}\p{S}]/giu;
/** Words that are those of the language too, or that people of the trade say in it. */
const SAME_IN: { readonly [L in Language]?: readonly string[] } = {
  de: [
    'Budget',
    'Conversions',
    'Desktop',
    'Keyword',
    'Keywords',
    'Links',
    'Name',
    'Position',
    'Social media',
    'Status',
    'Tablet',
    'Version',
    'Version {version}',
  ],
  fr: [
    'Page',
    'article',
    'Guide',
    'E-mail',
    'Articles',
    'article',
    'Brief',
    'Budget',
    'Conversions',
    'Date',
    'Images',
    'Impressions',
    'Mobile',
    'Note {number}',
    'Page',
    'Pages',
    'Position',
    'Positions 1–3',
    'Positions 4–10',
    'Positions 11–20',
    'Positions 21–50',
    'Stable',
    'Total',
    'Type',
    'Version',
    'Version {version}',
    'vs {period}',
  ],
  es: ['Error', 'error', 'No', 'Total'],
  pt: ['E-mail', 'Links', 'Status', 'Total', 'Tablet'],
  it: ['Post', 'Referral', 'Social media', 'E-mail', 'Budget', 'Desktop', 'Link', 'Tablet'],
  nl: ['Direct', 'E-mail', 'Budget', 'Desktop', 'Likes', 'Links', 'open', 'Platform', 'Status', 'Tablet', 'Type'],
  pl: ['E-mail', 'Status', 'Tablet'],
};

/** What the language writes otherwise: its own quotation marks, its spaces, its stops. */
const WRONG_SIGNS: { readonly [L in Language]?: RegExp } = {
  de: /[”«»‘]|\d ?%/,
  // What stands before high stops and within guillemets does not break.
  fr: /[“”„‘]|(?<!\u00a0)[:;!?%»]|«(?!\u00a0)/,
  es: /„|^[^¿]*\?/,
  pt: /„/,
  // An article would be another before 8, 11 and 80.
  it: /„|\b(?:i|a|da|de|ne|su)?(?:l|i|gli|lle|lla) \{|[Ll]’\{/,
  nl: /[„«»]/,
  pl: /“|«/,
  ar: /„|[,;?]/,
  ja: /[“”„«»]/,
};

/** Sentences that may be told of none. Where a language says none as it says one, that form has to show which it is. */
const MAY_BE_NONE =
  /^(sum_first|traffic_first|rankings_(first|same|fewer)|conversions_(first|same|down)|indexing_indexed|social_engagement)$/;

describe('the languages of reports', () => {
  it('are all there', () => {
    expect(LANGUAGES.filter((language) => !isThere(language))).toEqual([]);
  });

  for (const language of OTHERS)
    describe(language, () => {
      const dictionary = dictionaryOf(language);
      const texts = textsIn(dictionary);

      it('has what English has, and nothing else', () => {
        expect(Object.keys(dictionary).sort()).toEqual(Object.keys(english).sort());
        expect(texts.filter(({ key, text }) => text.trim() === '' && key !== 'between_sentences')).toEqual([]);
      });

      it('has every plural form of its own where English has plurals', () => {
        const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
        for (const [key, phrase] of Object.entries(dictionary)) {
          const plural = typeof english[key] !== 'string';
          expect([key, typeof phrase !== 'string']).toEqual([key, plural]);
          if (typeof phrase !== 'string') expect([key, Object.keys(phrase).toSorted()]).toEqual([key, forms]);
        }
      });

      it('says every value that English says, once', () => {
        const wrong = texts.filter(({ key, form, text }) => {
          const needed = slotsOf(key);
          const found = slots(text).join();
          const inWords = SAID_IN_WORDS.includes(form) && found === needed.filter((name) => name !== 'count').join();
          return found !== needed.join() && !inWords;
        });
        expect(wrong).toEqual([]);
      });

      it('shows the number where its words may stand for none or for one', () => {
        const forms = new Intl.PluralRules(language);
        const form = forms.select(0);
        const vague =
          form === forms.select(1) ? texts.filter((text) => text.form === form && MAY_BE_NONE.test(text.key)) : [];
        expect(vague.filter(({ text }) => !slots(text).includes('count'))).toEqual([]);
      });

      it('leaves nothing in English', () => {
        const same = texts.filter(({ key, form, text }) => {
          const phrase = english[key];
          const original = typeof phrase === 'string' ? phrase : (phrase?.[form ?? 'other'] ?? phrase?.other);
          return text === original && text.replaceAll(SAME_EVERYWHERE, '') !== '' && !SAME_IN[language]?.includes(text);
        });
        expect(same).toEqual([]);
      });

      it('has the signs that it is written with', () => {
        const odd = texts.filter(
          ({ key, text }) =>
            /["'`]|\.\.\.| {2}|\s\s/.test(text) ||
            (key !== 'between_sentences' && text !== text.trim()) ||
            WRONG_SIGNS[language]?.test(text),
        );
        expect(odd).toEqual([]);
      });

      it('names no product of ours and hides no control characters', () => {
        expect(texts.filter(({ text }) => /igny8|alorig|\p{Cc}|\p{Cf}/iu.test(text))).toEqual([]);
      });
    });
});
