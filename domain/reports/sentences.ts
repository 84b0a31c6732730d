import type { Say } from './language/claims.ts';

/** Whole sentences one after the other, as the language separates them. */
export const together = (say: Say, ...sentences: readonly (string | null)[]): string =>
  sentences.filter((sentence) => sentence !== null).join(say('between_sentences'));
