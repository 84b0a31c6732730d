import { letter, type MailText } from '#domain/platform/mail-template';

export type ReviewMail = {
  readonly managerName: string | null;
  readonly clientName: string;
  readonly domain: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
  readonly reminder: boolean;
  readonly link: string | null;
};

/** To the account manager: a report waits to be read before it goes out. */
export function reviewMail(mail: ReviewMail): MailText {
  const { managerName, clientName, domain, type, from, to, dueOn, reminder, link } = mail;
  const what = `the ${type} report of ${domain} for ${clientName}, ${from} to ${to},`;
  return letter(`${reminder ? 'Reminder: a' : 'A'} report of ${domain} waits to be read`, [
    `Hello${managerName === null ? '' : ` ${managerName}`},`,
    reminder
      ? `${what} was due on ${dueOn} and has not been read. It is not sent by itself.`
      : `${what} is ready. Please read it and approve it by ${dueOn}; it then goes out by itself.`,
    ...(link === null ? [] : [`Read it: ${link}`]),
  ]);
}
