import { releaseFact, workRequest } from '#domain/platform/effects';
import type { MailText } from '#domain/platform/mail-template';
import { WORK_REQUEST_KINDS } from '#domain/platform/work-request';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import { uuidFrom } from '#runtime/random';
import { type CallOf, done, gaveUp, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import type { FactCommands } from './fact.ts';
import type { MailPort, SendWorkRequest } from './ports.ts';
import { inJson, type PersonalData } from './ports-personal-data.ts';
import type { WorkRequestCommands } from './work-request.ts';

export type PlatformEffectDeps = {
  readonly facts: FactCommands;
  readonly workRequests: WorkRequestCommands;
  readonly personal: Pick<PersonalData, 'open'>;
  /** Left out where no PLATFORM_WEBHOOK_URL is set: requests then wait to be fetched. */
  readonly sendWorkRequest?: SendWorkRequest | undefined;
};

/** How what is asked of the platform, or waits for it, is carried out. */
export const platformEffects = (deps: PlatformEffectDeps): Handlers =>
  handlersOf([releaseFact, workRequest], {
    release_fact: internally(async ({ payload, cause }) =>
      done({ released: await deps.facts.release(payload.stream, cause) }),
    ),
    work_request: {
      internal: deps.sendWorkRequest === undefined,
      whenLost: 'resend',
      call: (call) => requestWork(deps, call),
    },
  });

async function requestWork(
  { workRequests, sendWorkRequest, personal }: PlatformEffectDeps,
  call: CallOf<typeof workRequest>,
) {
  const { kind, ...payload } = call.payload;
  if (!WORK_REQUEST_KINDS.includes(kind)) return gaveUp(`no such work request: ${String(kind)}`);
  const { subscription_id: subscriptionId = null, site_id: siteId = null } = payload;
  const id = await workRequests.issue({ kind, key: call.key, payload, subscriptionId, siteId }, call.cause);
  if (!sendWorkRequest) return done({ work_request_id: id, sent: false });
  const sent = await sendWorkRequest({
    id,
    key: call.key,
    kind,
    payload: JSON.parse(await personal.open(JSON.stringify(payload), inJson)) as unknown,
    traceparent: call.cause.traceparent,
  });
  if (sent.outcome === 'rejected') return { outcome: 'failed' as const, error: sent.error, retry: sent.retry };
  await workRequests.markSent(id, { ...call.cause, commandId: uuidFrom(call.effectId, 'sent') });
  return done({ work_request_id: id, sent: true });
}

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
