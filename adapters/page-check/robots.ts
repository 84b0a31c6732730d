import type { Instant } from '#domain/kernel/time';

/** What a page asks of search engines that matters to a link on it. */
export type RobotsRules = { readonly noindex: boolean; readonly nofollow: boolean };

/** Rules that have a value after a colon; any other name before a colon is a user agent's. */
const VALUED = new Set(['max-snippet', 'max-image-preview', 'max-video-preview', 'unavailable_after']);
/** Whose rules are ours to heed: everybody's, and Google's, which is the index that is asked about. */
const HEEDED = new Set(['', '*', 'robots', 'googlebot']);
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/i;
const ZONED = /(?:\bZ|[0-9]Z|\bUTC|\bGMT|\b[ECMP][SD]T|[+-]\d{2}:?\d{2})\)?$/i;

type Rule = { readonly agent: string; readonly name: string; readonly value: string };

/**
 * The rules of one list. `agents`: a name before a colon is a user agent, whose rules go on to the end of the list or to
 * the next agent, as in `X-Robots-Tag`; otherwise what has an unknown name is passed over.
 */
function rulesOf(list: string, agents: boolean): Rule[] {
  const rules: Rule[] = [];
  const parts = list.split(',').map((part) => part.trim());
  let agent = '';
  for (let at = 0; at < parts.length; at++) {
    let rest = parts[at] ?? '';
    for (let colon = rest.indexOf(':'); colon >= 0; colon = rest.indexOf(':')) {
      const name = rest.slice(0, colon).trim().toLowerCase();
      if (VALUED.has(name) || !agents) break;
      agent = name;
      rest = rest.slice(colon + 1).trim();
    }
    const [, name = '', after = ''] = /^([\w-]+)\s*:\s*(.*)$/s.exec(rest) ?? [];
    if (name.toLowerCase() === 'unavailable_after') {
      // A date may have a comma of its own, behind the day of the week.
      const value = WEEKDAY.test(after) ? `${after}, ${parts[++at] ?? ''}` : after;
      rules.push({ agent, name: 'unavailable_after', value });
      continue;
    }
    const [value = '', ...words] = name === '' ? ['', ...rest.split(/\s+/)] : after.split(/\s+/);
    if (name !== '') rules.push({ agent, name: name.toLowerCase(), value });
    for (const word of words) if (word !== '') rules.push({ agent, name: word.toLowerCase(), value: '' });
  }
  return rules;
}

/** A date in RFC 822, 850 or ISO 8601 form, without a zone in UTC; NaN where it is none. */
function dateOf(text: string): number {
  const date = text.trim();
  if (ZONED.test(date) || /^\d{4}-\d{2}-\d{2}$/.test(date)) return Date.parse(date);
  return Date.parse(/^\d{4}-\d{2}-\d{2}T/.test(date) ? `${date}Z` : `${date} UTC`);
}

const heeded = (rules: readonly Rule[], now: Instant): RobotsRules => {
  const own = rules.filter(({ agent }) => HEEDED.has(agent));
  const says = (...names: string[]) => own.some(({ name, value }) => value === '' && names.includes(name));
  const isOver = own.some(({ name, value }) => name === 'unavailable_after' && dateOf(value) <= Date.parse(now));
  return { noindex: says('noindex', 'none') || isOver, nofollow: says('nofollow', 'none') };
};

/** Of `X-Robots-Tag` headers, each a list of its own. */
export const headerRules = (headers: readonly string[], now: Instant): RobotsRules =>
  heeded(
    headers.flatMap((header) => rulesOf(header, true)),
    now,
  );

/** Of a meta element; none where its name is not `robots` or that of an agent which is heeded. */
export const metaRules = (name: string, content: string, now: Instant): RobotsRules =>
  heeded(/^(robots|googlebot)$/i.test(name.trim()) ? rulesOf(content, false) : [], now);
