import type { Phrase } from '#domain/reports/language/phrase';

/** The words of English in another language, each of them; forms of a word that has several are that language's own. */
export type Words<English> = { readonly [K in keyof English]: Phrase };
