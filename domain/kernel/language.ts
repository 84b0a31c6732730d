/** What clients and agencies are written to in. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ar', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((each) => each === text);

/** The language of ours that an `Accept-Language` wants most; null where it wants none of them. */
export function languageWanted(header: string): Language | null {
  const wanted = header
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameters.join(';').trim())?.[1] ?? '1';
      return { language: LANGUAGES.find((each) => each === range.split('-')[0]), weight: Number(weight) };
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0);
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? null;
}
