/** What stands nowhere in what leaves under an agency's brand (spec 5.2; 13, 4.14). */
const WORDS = /igny8|alorig/i;

/** The word of the house in a text; null where there is none. */
export const houseWordIn = (text: string): string | null => WORDS.exec(text)?.[0] ?? null;
