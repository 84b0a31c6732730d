import { letter, type MailText } from '#domain/platform/mail-template';
import { SILENCE_HOURS } from './placement-silence.ts';

export type PlacementMail = {
  readonly name: string;
  readonly domain: string;
  readonly target: string;
  readonly anchor: string;
  readonly orderId: number;
  /** Where the order is answered; null where no pages are served. */
  readonly link: string | null;
  readonly contact: string;
};

/** Asks whoever may approve about one placement, and says what silence means. */
export function placementMail({ name, domain, target, anchor, orderId, link, contact }: PlacementMail): MailText {
  const days = SILENCE_HOURS / 24;
  return letter(`Please approve a link on ${domain}`, [
    `Hello ${name},`,
    `for order ${orderId} we propose a link on ${domain} to ${target}, with the words “${anchor}”.`,
    `Please approve or reject it within ${days} days${link === null ? '' : `: ${link}`}.`,
    `If we hear nothing from you for ${days} days from this message on, the link counts as approved.`,
    `Questions? Write to ${contact}.`,
  ]);
}
