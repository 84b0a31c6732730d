import { isLanguage, type Language } from '#domain/kernel/language';

/** The browser's part of a choice of language, for whoever is no member: members have one of their own. */
const NAME = 'language';
const YEAR_S = 365 * 24 * 3600;

/** What `Set-Cookie` says of a language that was chosen. It tells nothing of who chose it. */
export const languageCookie = (language: Language): string =>
  `${NAME}=${language}; Path=/app; HttpOnly; SameSite=Lax; Max-Age=${YEAR_S}`;

/** The languages that a request asks for, as `Accept-Language` has them; before all else the one that was chosen in this browser. */
export function languagesAsked(request: Request): string {
  const asked = request.headers.get('accept-language') ?? '';
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const chosen = pairs.find(([name, value]) => name === NAME && isLanguage(value))?.[1];
  return chosen === undefined ? asked : `${chosen}, ${asked}`;
}
