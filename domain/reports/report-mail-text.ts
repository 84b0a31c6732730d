import { letter, type MailText } from '#domain/platform/mail-template';

export type ReviewMail = {
  readonly managerName: string | null;
  readonly clientName: string;
  readonly domain: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly version: number;
  /** The day of a reminder; null where it is told for the first time. */
  readonly remindedOn: string | null;
  readonly link: string | null;
};

/** To the account manager: a report waits to be read before it goes out. */
export function reviewMail(mail: ReviewMail): MailText {
  const { managerName, clientName, domain, type, from, to, dueOn, version, remindedOn, link } = mail;
  const what = `The ${type} report of ${domain} for ${clientName}, ${from} to ${to},`;
  // No two of these are about the same: people, and mail programs, tell them apart by their subject.
  const which = `${type} report of ${domain}, ${from} to ${to}${version === 1 ? '' : ` (version ${version})`}`;
  return letter(remindedOn === null ? `To be read: ${which}` : `Reminder of ${remindedOn}, to be read: ${which}`, [
    `Hello${managerName === null ? '' : ` ${managerName}`},`,
    remindedOn !== null
      ? `${what} was due on ${dueOn} and has not been read. It is not sent by itself.`
      : `${what} is ready. Please read it and approve it by ${dueOn}; it then goes out by itself.`,
    ...(link === null ? [] : [`Read it: ${link}`]),
  ]);
}
