import type { Phrase } from '#domain/reports/language/index';
import type { en } from './en.ts';

export type PageWord = keyof typeof en;
/** A language has them all, or it is none: there is no falling back from one to another within a page (spec 13, 3.16). */
export type PageWords = { readonly [K in PageWord]: Phrase };
