import type { Instant } from '#domain/kernel/time';
import { letter, type MailText } from '#domain/platform/mail-template';
import type { ConversationKind } from './conversation.ts';
import { CONVERSATION_WORDS, type Language } from './conversation-words.ts';

export type ConversationMail = {
  readonly language: Language;
  readonly kind: ConversationKind;
  /** What people call what it is about, and the site. */
  readonly label: string;
  readonly domain: string | null;
  /** Oldest first. */
  readonly messages: readonly {
    readonly author: string;
    readonly at: Instant;
    readonly text: string;
    readonly files: readonly string[];
  }[];
  /** Where it is answered; null where no pages are served. */
  readonly link: string | null;
  /** Whose mail it is, at its end; nobody's where it is the house's. */
  readonly signature: string | null;
};

/** What is new in a conversation, to somebody of the other side. */
export function conversationMail(mail: ConversationMail): MailText {
  const words = CONVERSATION_WORDS[mail.language];
  const thing = words.about[mail.kind](mail.label);
  const about = mail.domain === null ? thing : `${thing} (${mail.domain})`;
  const lines = mail.messages.flatMap(({ author, at, text, files }) => [
    `${author}, ${at.slice(0, 10)} ${at.slice(11, 16)} UTC`,
    ...text.split(/\n+/).filter((line) => line.trim() !== ''),
    ...(files.length === 0 ? [] : [`${words.files}: ${files.join(', ')}`]),
  ]);
  return letter(
    words.subject(about),
    [
      words.hello,
      words.intro(about),
      ...lines,
      ...(mail.link === null ? [] : [`${words.answer}: ${mail.link}`]),
      ...(mail.signature === null ? [] : [mail.signature]),
    ],
    mail.language,
  );
}
