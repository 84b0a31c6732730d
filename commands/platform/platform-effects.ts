import { inJson, type PersonalData } from '#commands/log/ports-personal-data';
import { deleteUnusedFile, releaseFact, sweepAccountFiles, workRequest } from '#domain/platform/effects';
import { WORK_REQUEST_KINDS } from '#domain/platform/work-request';
import { uuidFrom } from '#runtime/random';
import { type CallOf, done, gaveUp, type Handlers, handlersOf, internally } from '#runtime/typed-effects';
import type { FactCommands } from './fact.ts';
import type { SendWorkRequest } from './ports.ts';
import type { AccountFiles } from './ports-files.ts';
import type { StoredFileCommands } from './stored-file.ts';
import type { WorkRequestCommands } from './work-request.ts';

export type PlatformEffectDeps = {
  readonly facts: FactCommands;
  readonly workRequests: WorkRequestCommands;
  readonly personal: Pick<PersonalData, 'open' | 'erase'>;
  readonly stored: Pick<StoredFileCommands, 'deleteUnused'>;
  /** Wherever files of accounts lie. */
  readonly files: readonly Pick<AccountFiles, 'sweep'>[];
  /** Left out where no PLATFORM_WEBHOOK_URL is set: requests then wait to be fetched. */
  readonly sendWorkRequest?: SendWorkRequest | undefined;
};

/** How what is asked of the platform, or waits for it, is carried out; and how files go: that may be done twice. */
export const platformEffects = (deps: PlatformEffectDeps): Handlers =>
  handlersOf([releaseFact, workRequest, sweepAccountFiles, deleteUnusedFile], {
    sweep_account_files: internally(async ({ payload: { account_id, keys } }) => {
      await deps.personal.erase(keys);
      let deleted = 0;
      for (const each of deps.files) deleted += await each.sweep(account_id);
      return done({ deleted });
    }),
    delete_unused_file: internally(async ({ payload: { account_id, file_id: id, sha256 }, cause }) =>
      done({ deleted: await deps.stored.deleteUnused(account_id, { id, sha256 }, cause) }),
    ),
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
