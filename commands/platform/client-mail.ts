import type { Language } from '#domain/kernel/language';
import type { MailText } from '#domain/platform/mail-template';
import type { EffectCall, EffectHandler } from '#runtime/effect-handler';
import { uuidFrom } from '#runtime/random';
import { again, done, gaveUp } from '#runtime/typed-effects';
import type { MailPort } from './ports.ts';
import type { MailOutcome } from './send-text.ts';

/** Under whose name, and in what language, an account is written to. */
export type Voice = {
  readonly language: Language;
  /** Null is the house itself. */
  readonly brand: {
    readonly name: string;
    readonly from: { readonly name: string; readonly address: string };
    readonly replyTo: string | null;
    /** Where links lead, without a slash at its end. */
    readonly origin: string;
  } | null;
};
/** An account's site; what was chosen for its reports is looked up where it is not known. */
export type Spoken = {
  readonly account_id: number;
  readonly site_id: number;
  readonly chosen?: { readonly language: Language; readonly branding_id: number | null };
};
/** A client of an agency knows the agency only: where its brand is not ready there is a problem, and never the house's name. */
export type VoiceFor = (to: Spoken) => Promise<Voice | { readonly problem: string }>;

type Keyed = Pick<EffectCall, 'key'>;
const HOUSE_DOMAIN = 'igny8-business';
/** The same for every attempt; its domain is the sender's. */
function idOf({ key }: Keyed, { brand }: Voice): string {
  const domain = brand === null ? HOUSE_DOMAIN : brand.from.address.slice(brand.from.address.lastIndexOf('@') + 1);
  return `<${uuidFrom('mail', key)}@${domain}>`;
}

/** Mails to clients, under the name that they know us by (spec 13, 4.4). */
export function clientMail(mail: MailPort, voiceFor: VoiceFor) {
  const accepted = mail.wasAccepted?.bind(mail);
  return {
    /** Why nobody of that site can be written to yet; null where they can. */
    async unready(spoken: Spoken): Promise<string | null> {
      const voice = await voiceFor(spoken);
      return 'problem' in voice ? voice.problem : null;
    },

    /** A brand that is not ready is tried again, until somebody has seen to it. */
    async send(call: Keyed, spoken: Spoken, to: string, write: (voice: Voice) => MailText): Promise<MailOutcome> {
      const voice = await voiceFor(spoken);
      if ('problem' in voice) return again(voice.problem);
      const { brand } = voice;
      const sender = brand === null ? {} : { from: brand.from, replyTo: brand.replyTo };
      const messageId = idOf(call, voice);
      const answer = await mail.send({ messageId, to: [to], ...write(voice), ...sender });
      if (answer.outcome === 'accepted') return done({ message_id: messageId });
      // What mail servers say names the address; events do not.
      const error = answer.error.replaceAll(to, 'the address');
      if (answer.outcome === 'lost') return { outcome: 'unknown', error };
      return answer.retry ? again(error) : gaveUp(error);
    },

    /** What is true of a mail whose answer was lost; left to people where the receiver cannot be asked. */
    lookUps<C extends Keyed>(
      spokenOf: (call: C) => Promise<Spoken | null>,
    ): Pick<EffectHandler, 'whenLost'> & {
      readonly lookUp?: (lost: C) => Promise<MailOutcome | { readonly outcome: 'not_done' }>;
    } {
      if (!accepted) return { whenLost: 'leave' };
      return {
        whenLost: 'look_up',
        async lookUp(lost) {
          const spoken = await spokenOf(lost);
          const voice = spoken && (await voiceFor(spoken));
          if (!voice) return { outcome: 'not_done' };
          if ('problem' in voice) return { outcome: 'unknown', error: voice.problem };
          const id = idOf(lost, voice);
          return (await accepted(id)) ? done({ message_id: id }) : { outcome: 'not_done' };
        },
      };
    },
  };
}
export type ClientMail = ReturnType<typeof clientMail>;
