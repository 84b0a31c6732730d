import type { MailText } from '#domain/platform/mail-template';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import { uuidFrom } from '#runtime/random';
import type { MailPort } from './ports.ts';

/** The same for every attempt, so that a receiver (and a person) can tell a repeat. */
const messageId = (call: EffectCall): string => `<${uuidFrom('mail', call.key)}@igny8-business>`;

/** Sends a message to an address, under an id that is the same for every attempt; other features' effects use it. */
export type SendText = {
  text(call: EffectCall, to: string, message: MailText): Promise<EffectOutcome>;
  /** What is true of the mail server where an answer was lost. */
  readonly lookUps: Pick<EffectHandler, 'whenLost'> & { readonly lookUp?: NonNullable<EffectHandler['lookUp']> };
};
export function sendText(mail: MailPort): SendText {
  const accepted = mail.wasAccepted?.bind(mail);
  const lookUp: EffectHandler['lookUp'] =
    accepted &&
    (async (lost) =>
      (await accepted(messageId(lost)))
        ? ({ outcome: 'succeeded', result: { message_id: messageId(lost) } } as const)
        : { outcome: 'not_done' as const });
  return {
    text: (call, to, message) => send(mail, call, to, message),
    lookUps: { whenLost: lookUp ? 'look_up' : 'leave', ...(lookUp ? { lookUp } : {}) },
  };
}

async function send(mail: MailPort, call: EffectCall, to: string, message: MailText): Promise<EffectOutcome> {
  const answer = await mail.send({ messageId: messageId(call), to: [to], ...message });
  // What mail servers say names the address; events do not.
  const sent = answer.outcome === 'accepted' ? answer : { ...answer, error: without(answer.error, to) };
  if (sent.outcome === 'accepted') return { outcome: 'succeeded', result: { message_id: messageId(call) } };
  return sent.outcome === 'lost'
    ? { outcome: 'unknown', error: sent.error }
    : { outcome: 'failed', error: sent.error, retry: sent.retry };
}

const without = (error: string, address: string): string => error.replaceAll(address, 'the address');
