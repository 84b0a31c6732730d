import type { Mail, MailPort } from '#commands/platform/ports';
import type { MailOutcome } from '#commands/platform/send-text';
import type { BrandingId } from '#domain/kernel/ids';
import type { MailText } from '#domain/platform/mail-template';
import type { EffectHandler } from '#runtime/effect-handler';
import { uuidFrom } from '#runtime/random';
import { again, done, gaveUp } from '#runtime/typed-effects';
import type { SenderOf } from './ports-reports.ts';

type Keyed = { readonly key: string };
type From = Exclude<Awaited<ReturnType<SenderOf>>, { readonly problem: string }>;

/** The same for every attempt. Its domain is the sender's: nothing of the house stands in an agency's mail. */
const messageId = ({ key }: Keyed, { from }: From): string =>
  `<${uuidFrom('branded-mail', key)}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;

/** Mails under the name that their readers know us by: nothing goes out in the house's name instead (spec 13, 4.4). */
export function brandedMail({ mail, sender }: { readonly mail: MailPort; readonly sender: SenderOf }) {
  const accepted = mail.wasAccepted?.bind(mail);
  return {
    /** `write` is given whom it is from. A brand that is not ready is tried again, until somebody has seen to it. */
    async send(
      call: Keyed,
      brand: BrandingId | null,
      to: string,
      write: (from: From) => MailText & Pick<Mail, 'headers'>,
    ): Promise<MailOutcome> {
      const from = await sender(brand);
      if ('problem' in from) return again(from.detail);
      const id = messageId(call, from);
      const message = { messageId: id, to: [to], ...write(from), from: from.from, replyTo: from.reply_to };
      const answer = await mail.send(message);
      if (answer.outcome === 'accepted') return done({ message_id: id });
      // What mail servers say names the address; events do not.
      const error = answer.error.replaceAll(to, 'the address');
      if (answer.outcome === 'lost') return { outcome: 'unknown', error };
      return answer.retry ? again(error) : gaveUp(error);
    },

    /** What is true of a mail whose answer was lost; left to people where the receiver cannot be asked. */
    lookUps<C extends Keyed>(
      brandOf: (call: C) => Promise<BrandingId | null>,
    ): Pick<EffectHandler, 'whenLost'> & {
      readonly lookUp?: (lost: C) => Promise<MailOutcome | { readonly outcome: 'not_done' }>;
    } {
      if (!accepted) return { whenLost: 'leave' };
      return {
        whenLost: 'look_up',
        async lookUp(lost) {
          const from = await sender(await brandOf(lost));
          if ('problem' in from) return { outcome: 'unknown', error: from.detail };
          const id = messageId(lost, from);
          return (await accepted(id)) ? done({ message_id: id }) : { outcome: 'not_done' };
        },
      };
    },
  };
}
export type BrandedMail = ReturnType<typeof brandedMail>;
