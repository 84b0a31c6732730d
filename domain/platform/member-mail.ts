import type { Language } from '#domain/kernel/language';
import { letter, type MailText } from './mail-template.ts';
import { MEMBER_MAIL_WORDS } from './member-mail-words.ts';

export type MemberMail = {
  readonly language: Language;
  /** Of whoever it goes to; null where nobody knows. */
  readonly name: string | null;
  /** Under whose name we write. */
  readonly brand: string;
  /** Where it leads to. */
  readonly address: string;
  /** Where questions go; null where there is no such address. */
  readonly contact: string | null;
};

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

function mail(kind: 'invitation' | 'link', { language, name, brand, address, contact }: MemberMail): MailText {
  const words = MEMBER_MAIL_WORDS[language];
  const say = (text: string) => filled(text, { name: name ?? '', brand, contact: contact ?? '' });
  const texts = kind === 'invitation' ? words.invitation : words.link;
  const lines = [
    say(name === null ? words.hello : words.hello_name),
    say(texts.text),
    address,
    say(texts.after),
    ...(contact === null ? [] : [say(words.questions)]),
  ];
  return letter(say(texts.subject), lines, language);
}

/** Tells somebody that they may sign in from now on, and how. */
export const invitationMail = (of: MemberMail): MailText => mail('invitation', of);
/** A link to sign in by. */
export const signInLinkMail = (of: MemberMail): MailText => mail('link', of);
