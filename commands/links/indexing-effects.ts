import type { IndexingCredits } from '#commands/plans/indexing-credit';
import {
  checkPage as checkPageKind,
  endIndexing,
  flagIndexingService,
  indexCheck,
  indexNow,
  pingArticle,
  returnIndexingCredit,
  submitPage,
  takeIndexingCredit,
} from '#domain/links/effects';
import type { RequestRef } from '#domain/links/indexing-request';
import type { Clock } from '#runtime/clock';
import type { Rate } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import {
  type CallOf,
  done,
  type HandlerOf,
  type Handlers,
  handlersOf,
  internally,
  outcomeOf,
} from '#runtime/typed-effects';
import type { BacklinkCommands } from './backlink.ts';
import { checkMany } from './index-check.ts';
import type { CheckPage, IndexingPort, IndexingService } from './ports-backlinks.ts';

export type IndexingEffectDeps = {
  readonly backlinks: BacklinkCommands;
  readonly checkPage: CheckPage;
  readonly indexing: IndexingPort;
  readonly credits: IndexingCredits;
  /** What one look of the checker at one page is booked at, in 1/10,000 US dollars. */
  readonly checkCost: () => Promise<number>;
  readonly clock: Clock;
};

/** How often IndexNow is told of an article while it is in trouble. */
const PING_ATTEMPTS = 4;
/** Calls a minute to a submission service, and to the checker (SpeedyIndex allows 120 over all). */
const SUBMISSION_RATE: Rate = { perMinute: 60, burst: 20 };
const CHECKER_RATE: Rate = { perMinute: 60, burst: 12 };
/** Requests that one batch of checks makes: create, status, report. */
const CALLS_PER_CHECK = 3;

const KINDS = [
  checkPageKind,
  takeIndexingCredit,
  returnIndexingCredit,
  flagIndexingService,
  indexNow,
  pingArticle,
  indexCheck,
  endIndexing,
  submitPage,
] as const;

const requestOf = ({ account_id, request_id }: RequestRef) => ({ accountId: account_id, requestId: request_id });

/** How a page is brought into the index, looked up there, and paid for. */
export function indexingEffects(deps: IndexingEffectDeps): Handlers {
  const { backlinks, checkPage, credits, indexing } = deps;
  return handlersOf(KINDS, {
    check_page: internally(async ({ payload: { url, target } }) => {
      const { http_status, signals, error } = await checkPage({ url, target });
      return done({ http_status, signals: [...signals], error });
    }),
    take_indexing_credit: internally(async ({ payload, cause }) =>
      done({ taken: await credits.take({ ...requestOf(payload), backlinkId: payload.backlink_id }, cause) }),
    ),
    return_indexing_credit: internally(async ({ payload, cause }) => {
      await credits.giveBack(requestOf(payload), cause);
      return done({});
    }),
    flag_indexing_service: internally(async ({ payload: { service, error }, cause }) => {
      const flagged = await backlinks.flagService(service, error, cause);
      return done({ newly: flagged.ok && !flagged.unchanged, service });
    }),
    index_now: internally(async ({ payload }) => done({ ...(await indexing.indexNow.ping(payload.url)) })),
    ping_article: internally((call) => pinged(indexing, call)),
    index_check: indexChecks(deps),
    end_indexing: internally(async ({ payload: { backlink_id, request_id: requestId, end }, cause }) => {
      return outcomeOf(await backlinks.run(backlink_id, { type: 'EndIndexing', requestId, end }, cause));
    }),
    index_submit: Object.fromEntries(
      Object.values(indexing.services).map((service) => [service.name, submission(deps, service)]),
    ),
  });
}

async function pinged({ indexNow }: IndexingPort, { payload, attempt }: CallOf<typeof pingArticle>) {
  const { ok, status, error } = await indexNow.ping(payload.url);
  const passes = !ok && (status === null || status === 429 || status >= 500);
  // It is a courtesy: after a few tries it is let be, and nobody has to look.
  if (passes && attempt < PING_ATTEMPTS)
    return { outcome: 'failed' as const, error: error ?? 'no answer', retry: true };
  return done({ ok, status, error });
}

function indexChecks(deps: IndexingEffectDeps): HandlerOf<typeof indexCheck> {
  const { checker } = deps.indexing;
  return {
    internal: true,
    whenLost: 'resend',
    batch: checker?.batch ?? 100,
    pacing: { receiver: checker?.name ?? 'checker', rate: CHECKER_RATE, calls: CALLS_PER_CHECK },
    call: async (call) => (await checkMany(deps, [call]))[0] ?? { outcome: 'failed', error: 'no answer', retry: true },
    callMany: (calls) => checkMany(deps, calls),
  };
}

/**
 * One paid submission. What the service said is a result for the saga to act on; only a lost answer
 * is the machinery's: it is looked up where the service can be asked, else its end stays unknown.
 */
function submission(deps: IndexingEffectDeps, service: IndexingService): HandlerOf<typeof submitPage> {
  const { lookUp } = service;
  const handler: HandlerOf<typeof submitPage> = {
    final: true,
    whenLost: lookUp ? 'look_up' : 'leave',
    pacing: { receiver: service.name, rate: SUBMISSION_RATE },
    call: (call) => submit(deps, service, call),
  };
  if (!lookUp) return handler;
  return {
    ...handler,
    async lookUp({ payload, attemptedAt }) {
      const found = await lookUp(payload.reference);
      if (found.outcome === 'not_found') return { outcome: 'not_done' };
      if (found.outcome === 'temporary') return { outcome: 'failed', error: found.error, retry: true };
      return done({ outcome: 'accepted' as const, reference: found.reference, at: attemptedAt });
    },
  };
}

async function submit(
  { backlinks, clock }: IndexingEffectDeps,
  service: IndexingService,
  { payload: { url, reference }, attemptedAt, cause }: CallOf<typeof submitPage>,
) {
  const answer = await service.submit({ url, reference });
  if (answer.outcome === 'unknown') return answer;
  if (answer.outcome === 'accepted') {
    const commandId = uuidFrom(cause.commandId, 'clear-service');
    // What was paid for is not lost over this: a flag that stays is cleared by the next submission.
    await backlinks.clearService(service.name, { ...cause, commandId }).catch(() => undefined);
    return done({ outcome: 'accepted' as const, reference: answer.reference, at: attemptedAt });
  }
  const reason = answer.outcome === 'refused' ? answer.reason : null;
  return done({ outcome: answer.outcome, error: answer.error, reason, at: clock.now() });
}
