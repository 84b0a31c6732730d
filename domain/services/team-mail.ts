import { letter, type MailText } from '#domain/platform/mail-template';

/** What the delivery team is told of links and their indexing. */
export const TEAM_TEMPLATES = [
  'link_flagged',
  'link_lost',
  'indexing_failed',
  'indexing_by_hand',
  'indexing_no_balance',
  'placements_halted',
] as const;
export type TeamTemplate = (typeof TEAM_TEMPLATES)[number];

export type TeamMailContext = {
  readonly managerName: string | null;
  readonly domain: string;
  readonly orderId: number;
  readonly url: string;
  readonly reason: string | null;
  readonly service: string | null;
};

type Made = { readonly subject: string; readonly paragraph: string };
const because = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);

const TEMPLATES: Readonly<Record<TeamTemplate, (context: TeamMailContext) => Made>> = {
  link_flagged: ({ domain, orderId, url, reason }) => ({
    subject: `A link for ${domain} needs a look`,
    paragraph: `The link at ${url} (order ${orderId}) is not live${because(reason)}. Ask the vendor, or reject it and place another.`,
  }),
  link_lost: ({ domain, orderId, url }) => ({
    subject: `A link for ${domain} was lost: a replacement is owed`,
    paragraph: `The link at ${url} (order ${orderId}) is gone while it was guaranteed. The client is owed a replacement, free of charge.`,
  }),
  indexing_failed: ({ domain, orderId, url, reason }) => ({
    subject: `A backlink page for ${domain} did not get into the index`,
    paragraph: `${url} (order ${orderId})${because(reason)}. Please review it: accept the failure, or try again.`,
  }),
  indexing_by_hand: ({ domain, orderId, url }) => ({
    subject: `Please submit a page for ${domain} by hand`,
    paragraph: `${url} (order ${orderId}) is to be submitted for indexing by hand. It is checked from day 7 on.`,
  }),
  placements_halted: ({ domain, orderId, reason }) => ({
    subject: `The client rejects what is proposed for ${domain}`,
    paragraph: `Order ${orderId} stands still${because(reason)}. Talk to the client, then go on with its proposals.`,
  }),
  indexing_no_balance: ({ service, reason }) => ({
    subject: `${service ?? 'An indexing service'} has no balance left`,
    paragraph: `${service ?? 'The service'} refuses submissions${because(reason)}. Pages go to the next service until it is topped up.`,
  }),
};

export function teamMail(template: TeamTemplate, context: TeamMailContext): MailText {
  const { subject, paragraph } = TEMPLATES[template](context);
  return letter(subject, [`Hello${context.managerName === null ? '' : ` ${context.managerName}`},`, paragraph]);
}
