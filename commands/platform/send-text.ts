import type { MailText } from '#domain/platform/mail-template';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import { uuidFrom } from '#runtime/random';
import { done } from '#runtime/typed-effects';
import type { MailPort } from './ports.ts';

/** What mail is told apart by: the key is the same for every attempt. */
type Keyed = Pick<EffectCall, 'key'>;
export type MailOutcome =
  | { readonly outcome: 'succeeded'; readonly result: { readonly message_id: string } }
  | Exclude<EffectOutcome, { readonly outcome: 'succeeded' }>;
/** Sends a message to an address, under an id that is the same for every attempt; effects of several rooms use it. */
export type SendText = {
  text(call: Keyed, to: string, message: MailText): Promise<MailOutcome>;
  /** What is true of the mail server where an answer was lost. */
  readonly lookUps: Pick<EffectHandler, 'whenLost'> & {
    readonly lookUp?: (lost: Keyed) => Promise<MailOutcome | { readonly outcome: 'not_done' }>;
  };
};

export function sendText(mail: MailPort): SendText {
  const accepted = mail.wasAccepted?.bind(mail);
  return {
    text: (call, to, message) => send(mail, messageId(call), to, message),
    lookUps: accepted
      ? {
          whenLost: 'look_up',
          lookUp: async (lost) =>
            (await accepted(messageId(lost))) ? done({ message_id: messageId(lost) }) : { outcome: 'not_done' },
        }
      : { whenLost: 'leave' },
  };
}

/** The same for every attempt, so that a receiver (and a person) can tell a repeat. */
const messageId = ({ key }: Keyed): string => `<${uuidFrom('mail', key)}@igny8-business>`;

async function send(mail: MailPort, id: string, to: string, message: MailText): Promise<MailOutcome> {
  const answer = await mail.send({ messageId: id, to: [to], ...message });
  if (answer.outcome === 'accepted') return done({ message_id: id });
  // What mail servers say names the address; events do not.
  const error = answer.error.replaceAll(to, 'the address');
  return answer.outcome === 'lost' ? { outcome: 'unknown', error } : { outcome: 'failed', error, retry: answer.retry };
}
