import type { PageWord } from './index.ts';

export type Known = {
  readonly word: PageWord;
  /** A number that the text names, and an amount as decimal text of dollars. */
  readonly count: number;
  readonly amount?: string;
};
type Rule = readonly [pattern: RegExp, word: PageWord];

/** What the API says about the forms of clients and agencies, by its text. The first that fits counts. */
const RULES: readonly Rule[] = [
  [/^is required$|^is needed\b|expected \w+ to have >=1 (?:characters|items)$/, 'wrong.needed'],
  [/<=(?<count>\d+) characters$|at most (?<count2>\d+) characters$|1 to (?<count3>\d+) characters$/, 'wrong.long'],
  [/<=(?<count>\d+) items$|at most (?<count2>\d+) items$/, 'wrong.many'],
  [/^must be an e-mail address/, 'wrong.email'],
  [/^must be a colour/, 'wrong.color'],
  [/^must be an https address/, 'wrong.secure'],
  [/^must be an address of the public internet/, 'wrong.public'],
  [/^must be an http or https address/, 'wrong.address'],
  [/^must be an amount/, 'wrong.amount'],
  [/^must be at most (?<amount>\d+\.\d\d)$|^at most (?<amount2>\d+\.\d\d) can be disputed$/, 'wrong.most'],
  [/^must be more than 0\.00$/, 'wrong.positive'],
  [/^must be (?:a day|an RFC 3339)/, 'wrong.day'],
  [/^must be the name of a host/, 'wrong.host'],
  [/^must be on one line/, 'wrong.line'],
  [/^must not name/, 'wrong.house'],
  [/^must be (?:one of |#?\w+ or )/, 'wrong.choice'],
  [/^say why$/, 'wrong.why'],
  [/^a share lasts 1 to (?<count>\d+) days$/, 'wrong.expires'],
  [/^\d+ shares of this report are open/, 'wrong.shares_full'],
  [/^this domain is in use/, 'wrong.domain_used'],
  [/^a template is the default of a branding/, 'wrong.default'],
  [/^at most \d+ bytes are taken$/, 'wrong.too_large'],
  [/^that address is of member \d+ already$/, 'wrong.member_known'],
  [/^an account has at most (?<count>\d+) members$/, 'wrong.members_full'],
  [/^you do not hold .* yourself$/, 'wrong.not_held'],
  [/under an agency’s brand cannot hold/, 'wrong.withheld'],
  [/^member \d+ is the last who may approve/, 'wrong.last_approver'],
  [/^claim \d+ on this link is/, 'wrong.claimed'],
  [/^the guarantee of the order covers/, 'wrong.not_covered'],
  [/^a link is guaranteed from the day/, 'wrong.not_live'],
  [/^the link is lost already$/, 'wrong.lost'],
  [/^the guarantee of the link ended/, 'wrong.guarantee_over'],
  [/^the page has never been in the index$/, 'wrong.never_indexed'],
  [/^dispute \d+ of the invoice is still/, 'wrong.disputed'],
  [/^(?:nothing of the invoice|a void invoice)/, 'wrong.nothing_to_dispute'],
  [/^the account has no card that was proven$/, 'wrong.card_none'],
  [/^the card is being proven/, 'pay.card.proving'],
];

/** The word for a text of the API, with what the text names; null for one that is not known. */
export function known(text: string): Known | null {
  for (const [pattern, word] of RULES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { count, count2, count3, amount, amount2 } = found.groups ?? {};
    const money = amount ?? amount2;
    return { word, count: Number(count ?? count2 ?? count3 ?? 0), ...(money === undefined ? {} : { amount: money }) };
  }
  return null;
}
