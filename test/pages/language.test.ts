import { describe, expect, it } from 'vitest';
import { pageFormats } from '#api/pages/language/formats';
import { PAGE_WORDS, sayIn } from '#api/pages/language/index';
import { known } from '#api/pages/language/told-rules';
import { LANGUAGES, type Language } from '#domain/kernel/language';
import { formatsOf } from '#domain/reports/language/formats';
import type { Phrase } from '#domain/reports/language/index';

type Text = { readonly key: string; readonly form: string | null; readonly text: string };
const dictionaryOf = (language: Language): Readonly<Record<string, Phrase>> => PAGE_WORDS[language];
const textsIn = (dictionary: Readonly<Record<string, Phrase>>): Text[] =>
  Object.entries(dictionary).flatMap(([key, phrase]): Text[] =>
    typeof phrase === 'string'
      ? [{ key, form: null, text: phrase }]
      : Object.entries(phrase).map(([form, text]) => ({ key, form, text })),
  );
const slots = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))];
const english = dictionaryOf('en');
const slotsOf = (key: string): string[] =>
  [...new Set(textsIn({ key: english[key] ?? '' }).flatMap(({ text }) => slots(text)))].sort();

/** Names, and what is written with the same signs everywhere. */
const SAME_EVERYWHERE = /\{\w+\}|Managed (?:Lite|Pro)|PayPal|Domain Rating|HTML|CSS|\bKB\b|[\d\s\p{P}\p{S}]/giu;
/** Words that are those of the language, too, or that people of the trade say in it; without what is the same everywhere. */
const SAME_IN: { readonly [L in Language]?: string } = {
  de: 'name website status links link conversions socialmedia logo host branding',
  fr: 'pages page placement placements article conversation conversions total site client clients services sections stable logo pixels',
  es: 'total host extra',
  pt: 'site links link total extra host',
  it: 'link extra logo host report password account',
  pl: 'link status plan logo',
  nl: 'claims website status links link open logo host account extra pixels',
};

/** What the language writes otherwise: its own quotation marks, its spaces, its stops. */
const WRONG_SIGNS: { readonly [L in Language]?: RegExp } = {
  de: /[”«»‘]|\d ?%/,
  fr: /[“”„‘]|(?<!\u00a0)[:;!?%»](?!\/\/)|«(?!\u00a0)/,
  es: /„|^[^¿]*\?/,
  pl: /[“«»‘]/,
  ar: /„|[,;?]/,
};

describe('the words of pages', () => {
  for (const language of LANGUAGES.filter((each) => each !== 'en'))
    describe(language, () => {
      const texts = textsIn(dictionaryOf(language));

      it('are all there, with every form that the language has, and say what English says', () => {
        expect(Object.keys(dictionaryOf(language)).sort()).toEqual(Object.keys(english).sort());
        const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
        for (const [key, phrase] of Object.entries(dictionaryOf(language)))
          if (typeof phrase !== 'string') expect([key, Object.keys(phrase).toSorted()]).toEqual([key, forms]);
          else expect([key, typeof english[key]]).toEqual([key, 'string']);
        expect(texts.filter(({ text }) => text.trim() === '' || text !== text.trim())).toEqual([]);
        const inWords = ({ key, form, text }: Text): boolean =>
          ['zero', 'one', 'two'].includes(form ?? '') &&
          slots(text).sort().join() ===
            slotsOf(key)
              .filter((name) => name !== 'count')
              .join();
        const odd = texts.filter((each) => slots(each.text).sort().join() !== slotsOf(each.key).join());
        expect(odd.filter((each) => !inWords(each))).toEqual([]);
      });

      it('leave nothing in English, and have the signs that the language is written with', () => {
        const same = texts.filter(
          ({ key, text }) =>
            textsIn({ key: english[key] ?? '' }).some((each) => each.text === text) &&
            !['', ...(SAME_IN[language] ?? '').split(' ')].includes(text.replaceAll(SAME_EVERYWHERE, '').toLowerCase()),
        );
        expect(same).toEqual([]);
        const signs = texts.map((each) => ({ ...each, text: each.text.replaceAll(/https?:\/\//g, 'x') }));
        expect(signs.filter(({ text }) => /["'`]|\.\.\.|\s\s/.test(text) || WRONG_SIGNS[language]?.test(text))).toEqual(
          [],
        );
        expect(texts.filter(({ text }) => /igny8|alorig/i.test(text))).toEqual([]);
      });
    });

  it('are written with numbers as the language writes them, but things are called by theirs', () => {
    expect(sayIn('de')('list.range', { from: 1, to: 25, count: 1234 })).toBe('1–25 von 1.234');
    expect(sayIn('de')('orders.one', { id: 1234 })).toBe('Auftrag 1234');
    expect(sayIn('en')('share.line', { day: '1 May', count: 1 })).toBe('Until 1 May, seen once');
    expect([1, 2, 5, 22].map((count) => sayIn('pl')('orders.links.count', { count }))).toEqual([
      '1 link',
      '2 linki',
      '5 linków',
      '22 linki',
    ]);
  });

  it('keep the order of values where the language runs to the left', () => {
    const amount = pageFormats('ar').number('-1234.5', 'usd');
    expect(amount).toBe('\u2066−1,234.50\u00a0US$\u2069');
    expect(sayIn('ar')('pay.says', { amount })).toContain(`\u2068${amount}\u2069`);
    expect(sayIn('ar')('payment.credit', { number: '', reason: 'x' })).not.toContain('\u2068\u2069');
    expect(pageFormats('pl')).toBe(formatsOf('pl'));
  });
});

describe('what the API says is wrong', () => {
  it.each([
    ['is needed: Who are your customers?', { word: 'wrong.needed', count: 0 }],
    ['Too small: expected string to have >=1 characters', { word: 'wrong.needed', count: 0 }],
    ['Too big: expected string to have <=200 characters', { word: 'wrong.long', count: 200 }],
    ['at most 12.50 can be disputed', { word: 'wrong.most', count: 0, amount: '12.50' }],
    ['that address is of member 7 already', { word: 'wrong.member_known', count: 0 }],
    ['something that nobody has thought of', null],
  ])('%s', (text, told) => expect(known(text)).toEqual(told));
});
