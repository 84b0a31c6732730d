import type { Language } from '#domain/kernel/language';
import { letter, type MailContext, type MailTemplate, type MailText } from '#domain/platform/mail-template';
import { SERVICE_MAIL_WORDS } from './service-mail-words.ts';

/** To a client: in its language, under the brand that it knows; null is the house. */
export type ClientServiceMail = Omit<MailContext, 'managerName'> & {
  readonly language: Language;
  readonly brand: string | null;
};
export type ClientTemplate = Exclude<MailTemplate, 'client_onboarded'>;

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** What a client is told of its service, as text and as HTML with every value escaped. */
export function clientServiceMail(template: ClientTemplate, mail: ClientServiceMail): MailText {
  const words = SERVICE_MAIL_WORDS[mail.language];
  const { welcome, missing, reminder } = words;
  const lines = {
    welcome: [
      welcome.set_up,
      mail.reviewRequired ? welcome.reviewed : welcome.published,
      mail.tier === 'pro' ? welcome.weekly : welcome.monthly,
    ],
    integration_missing: [missing.before, missing.after],
    integration_missing_reminder: [reminder.still],
  }[template];
  const { subject } = { welcome, integration_missing: missing, integration_missing_reminder: reminder }[template];
  const values = {
    name: mail.clientName,
    contact: mail.contact,
    domain: mail.domain,
    tier: mail.tier === 'pro' ? 'Pro' : 'Lite',
    articles: mail.articlesPerMonth,
    // An agency's client is told of a plugin, and not whose it is.
    plugin: mail.brand === null ? `IGNY8 ${words.plugin}` : words.plugin,
  };
  const signature = mail.brand === null ? [] : [mail.brand];
  const said = [words.hello, ...lines, words.questions].map((line) => filled(line, values));
  return letter(filled(subject, values), [...said, ...signature], mail.language);
}
