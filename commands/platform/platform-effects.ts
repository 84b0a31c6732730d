import { inJson, type PersonalData } from '#commands/log/ports-personal-data';
import { WORK_REQUEST_KINDS, type WorkRequestKind } from '#domain/platform/work-request';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import type { JsonObject } from '#runtime/event-store';
import { uuidFrom } from '#runtime/random';
import type { FactCommands } from './fact.ts';
import type { SendWorkRequest } from './ports.ts';
import type { WorkRequestCommands } from './work-request.ts';

type EffectDeps = {
  readonly facts: FactCommands;
  readonly workRequests: WorkRequestCommands;
  readonly personal: Pick<PersonalData, 'open'>;
  /** Left out where no PLATFORM_WEBHOOK_URL is set: requests then wait to be fetched. */
  readonly sendWorkRequest?: SendWorkRequest | undefined;
};

const succeeded = (result: JsonObject): EffectOutcome => ({ outcome: 'succeeded', result });
const gaveUp = (error: string): EffectOutcome => ({ outcome: 'failed', error, retry: false });

/** How facts are released and work is asked for. */
export function platformEffects(deps: EffectDeps): Record<string, EffectHandler> {
  return {
    release_fact: {
      internal: true,
      whenLost: 'resend',
      call: async ({ payload, cause }) =>
        succeeded({ released: await deps.facts.release(String(payload['stream']), cause) }),
    },
    work_request: {
      internal: deps.sendWorkRequest === undefined,
      whenLost: 'resend',
      call: (call) => requestWork(deps, call),
    },
  };
}

async function requestWork(
  { workRequests, sendWorkRequest, personal }: EffectDeps,
  call: EffectCall,
): Promise<EffectOutcome> {
  const { kind, ...payload } = call.payload;
  if (!WORK_REQUEST_KINDS.includes(kind as WorkRequestKind)) return gaveUp(`no such work request: ${String(kind)}`);
  const request = {
    kind: kind as WorkRequestKind,
    key: call.key,
    payload,
    subscriptionId: (payload['subscription_id'] as number | undefined) ?? null,
    siteId: (payload['site_id'] as number | undefined) ?? null,
  };
  const id = await workRequests.issue(request, call.cause);
  if (!sendWorkRequest) return succeeded({ work_request_id: id, sent: false });
  const sent = await sendWorkRequest({
    id,
    key: call.key,
    kind: request.kind,
    payload: JSON.parse(await personal.open(JSON.stringify(payload), inJson)) as JsonObject,
    traceparent: call.cause.traceparent,
  });
  if (sent.outcome === 'rejected') return { outcome: 'failed', error: sent.error, retry: sent.retry };
  await workRequests.markSent(id, { ...call.cause, commandId: uuidFrom(call.effectId, 'sent') });
  return succeeded({ work_request_id: id, sent: true });
}
