/** What clients and agencies are written to in. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ar', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];
