import type { PageWord, Say } from './index.ts';

type Rule = readonly [pattern: RegExp, word: PageWord];

/** Reasons that the system writes itself, in English: as the reader's words, with what they name. What people wrote stays as it is. */
const REASONS: readonly Rule[] = [
  [/^order (?<id>\d+) was cancelled$/, 'reason.order_cancelled'],
  [/^a link of order (?<id>\d+) broke its guarantee \(claim \d+\)$/, 'reason.guarantee'],
  [/^dispute (?<id>\d+): (?<text>.*)$/s, 'reason.dispute'],
  [/^given back under dispute (?<id>\d+)$/, 'reason.disputed'],
  [/^refunded at (?<text>\w+)$/, 'reason.refunded'],
  [/^taken back by (?<text>\w+)$/, 'reason.reversed'],
  [/^the guarantee does not cover how the link was lost$/, 'wrong.not_covered'],
];
/** Why a logo cannot be used. */
const LOGOS: readonly Rule[] = [
  [/larger than 2 MiB/, 'logo.large'],
  [/^SVG is not taken/, 'logo.svg'],
  [/neither a PNG nor a JPEG/, 'logo.kind'],
  [/^the server answered (?<id>\d+)/, 'logo.answer'],
];

function worded(rules: readonly Rule[], text: string, say: Say): string | null {
  for (const [pattern, word] of rules) {
    const found = pattern.exec(text);
    if (found) return say(word, { ...found.groups });
  }
  return null;
}
export const reasonWords = (text: string, say: Say): string => worded(REASONS, text, say) ?? text;
export const logoReason = (text: string, say: Say): string => worded(LOGOS, text, say) ?? say('logo.other');
