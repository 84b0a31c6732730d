import type { PersonalData } from '#commands/log/ports-personal-data';
import type { Mail, MailPort } from '#commands/platform/ports';
import { ERASED } from '#domain/log/personal-data';
import { houseWordIn } from '#domain/platform/house-words';
import { otherSide, sideOf } from '#domain/services/conversation';
import { conversationMail } from '#domain/services/conversation-mail';
import { lookUpTold, messageMail } from '#domain/services/effects';
import { uuidFrom } from '#runtime/random';
import { again, type CallOf, done, gaveUp, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import type { ConversationCommands, Posted } from './conversation.ts';
import type { ConversationPorts, Subject, Told, Voice } from './ports-conversation.ts';

export type MessageEffectDeps = ConversationPorts & {
  readonly conversations: Pick<ConversationCommands, 'load' | 'messages'>;
  readonly personal: Pick<PersonalData, 'open'>;
  readonly mail: MailPort;
  readonly upToDate: () => Promise<void>;
  readonly teamAddress: string;
  readonly publicUrl: string | null;
};
type Call = CallOf<typeof messageMail>;
type Payload = CallOf<typeof lookUpTold>['payload'];

/** A mail tells of so many messages; whoever missed more reads them on the page. */
const MOST_TOLD = 20;
const HOUSE_DOMAIN = 'igny8-business';

/** How people are told of messages. */
export function messageEffects(deps: MessageEffectDeps): Handlers {
  const { subject, upToDate } = deps;
  return handlersOf([lookUpTold, messageMail], {
    look_up_told: internally(async ({ payload }) => {
      await upToDate();
      const found = await subject(payload.kind, payload.subject_id);
      return done({ told: found === null ? 0 : (await toldOf(deps, found, payload)).length });
    }),
    message_mail: { ...lookUps(deps), call: (call) => tell(deps, call) },
  });
}

/** Those of the side that the mail is for. */
async function toldOf(deps: MessageEffectDeps, subject: Subject, { side, kind }: Payload): Promise<readonly Told[]> {
  // Of whom was erased there is no address.
  if (side === 'client') return (await deps.clients(subject.account_id, kind)).filter(({ email }) => email !== '');
  const manager = await deps.manager(subject);
  return [manager?.email ? manager : { name: '', email: deps.teamAddress }];
}

/** What the other side wrote for both and this one has not read, as far as the mail is to tell. */
async function unread({ conversations }: MessageEffectDeps, { kind, subject_id, side, through }: Payload) {
  const { state } = await conversations.load(kind, subject_id);
  const all = await conversations.messages(kind, subject_id);
  return all
    .filter(({ data }) => data.visibility === 'client' && sideOf(data.author) === otherSide(side))
    .filter(({ data }) => data.number > state.read[side] && data.number <= through)
    .slice(-MOST_TOLD);
}

async function voiceFor(deps: MessageEffectDeps, subject: Subject, { side }: Payload) {
  return side === 'team' ? { language: 'en' as const, brand: null } : deps.voice(subject);
}

async function tell(deps: MessageEffectDeps, call: Call) {
  const { payload } = call;
  const subject = await deps.subject(payload.kind, payload.subject_id);
  if (!subject) return gaveUp('what it is about is not there');
  const to = (await toldOf(deps, subject, payload))[payload.told];
  if (!to?.email) return gaveUp('there is nobody with an e-mail address to tell');
  const voice = await voiceFor(deps, subject, payload);
  if ('problem' in voice) return again(voice.problem);
  const news = await unread(deps, payload);
  if (news.length === 0) return done({ message_id: null });
  const { brand, language } = voice;
  const origin = brand?.origin ?? deps.publicUrl;
  const words = conversationMail({
    language,
    kind: payload.kind,
    label: subject.label,
    domain: subject.domain,
    messages: await Promise.all(news.map((message) => shown(deps, message, voice))),
    link: origin === null ? null : `${origin}${subject.href}`,
    signature: brand?.name ?? null,
  });
  const messageId = idOf(call, voice);
  const sender = brand === null ? {} : { from: brand.from, replyTo: brand.replyTo };
  const message: Mail = { messageId, to: [to.email], ...words, ...sender };
  const answer = await deps.mail.send(message);
  if (answer.outcome === 'accepted') return done({ message_id: messageId });
  // What mail servers say names the address; events do not.
  const error = answer.error.replaceAll(to.email, 'the address');
  if (answer.outcome === 'lost') return { outcome: 'unknown' as const, error };
  return answer.retry ? again(error) : gaveUp(error);
}

/** Under an agency's brand nobody of the team has a name that says whose team that is. */
async function shown({ personal }: MessageEffectDeps, { at, data }: Posted, { brand }: Voice) {
  const author = await personal.open(data.author_name);
  const hidden = author === ERASED || (brand !== null && houseWordIn(author) !== null);
  return {
    author: hidden ? (brand?.name ?? data.author.role.replace('_', ' ')) : author,
    at,
    text: await personal.open(data.text),
    files: await Promise.all(data.files.map(({ name }) => personal.open(name))),
  };
}

/** The same for every attempt; its domain is the sender's. */
function idOf({ key }: Pick<Call, 'key'>, { brand }: Voice): string {
  const domain = brand === null ? HOUSE_DOMAIN : brand.from.address.slice(brand.from.address.lastIndexOf('@') + 1);
  return `<${uuidFrom('mail', key)}@${domain}>`;
}

/** Whether a mail whose answer was lost was taken, where the receiver can be asked; else it is left for people. */
function lookUps(deps: MessageEffectDeps) {
  const asked = deps.mail.wasAccepted?.bind(deps.mail);
  if (!asked) return { whenLost: 'leave' as const };
  return {
    whenLost: 'look_up' as const,
    async lookUp({ key, payload }: Call) {
      const subject = await deps.subject(payload.kind, payload.subject_id);
      const voice = subject && (await voiceFor(deps, subject, payload));
      if (!voice || 'problem' in voice) return { outcome: 'not_done' as const };
      const messageId = idOf({ key }, voice);
      return (await asked(messageId)) ? done({ message_id: messageId }) : { outcome: 'not_done' as const };
    },
  };
}
