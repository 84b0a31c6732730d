import type { pagesEn } from './pages-en.ts';

export type PageKey = keyof typeof pagesEn;
/** A language has all of them. */
export type PagePhrases = { readonly [K in PageKey]: string };
