import { inJson, type PersonalData } from '#commands/log/ports-personal-data';
import { releaseFact, workRequest } from '#domain/platform/effects';
import { WORK_REQUEST_KINDS } from '#domain/platform/work-request';
import { uuidFrom } from '#runtime/random';
import { type CallOf, done, gaveUp, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import type { FactCommands } from './fact.ts';
import type { SendWorkRequest } from './ports.ts';
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
