import type { Language } from '#domain/kernel/language';
import { letter, type MailText } from '#domain/platform/mail-template';
import { PLACEMENT_MAIL_WORDS } from './placement-mail-words.ts';
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
  readonly language: Language;
  /** Whose mail it is, at its end; nobody's where it is the house's. */
  readonly signature: string | null;
};

/** Asks whoever may approve about one placement, and says what silence means. */
export function placementMail({ language, link, signature, ...mail }: PlacementMail): MailText {
  const words = PLACEMENT_MAIL_WORDS[language];
  const values: Readonly<Record<string, string | number>> = {
    name: mail.name,
    domain: mail.domain,
    target: mail.target,
    anchor: mail.anchor,
    order: mail.orderId,
    contact: mail.contact,
    days: SILENCE_HOURS / 24,
  };
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const end = language === 'ja' ? '。' : '.';
  return letter(
    filled(words.subject),
    [
      filled(words.hello),
      filled(words.proposed),
      `${filled(words.please)}${link === null ? '' : `: ${link}`}${end}`,
      filled(words.silence),
      filled(words.questions),
      ...(signature === null ? [] : [signature]),
    ],
    language,
  );
}
