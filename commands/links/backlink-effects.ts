import type { IndexingCredits } from '#commands/plans/indexing-credit';
import type { BacklinkId, OrderId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import type { Day } from '#domain/kernel/time';
import type { BacklinkCommand } from '#domain/links/backlink-messages';
import type { BacklinkOrderEvent, LinkIndexing, LinkNews } from '#domain/links/backlink-order-messages';
import type { LinkIndexingState } from '#domain/links/backlink-state';
import type { LiveCheckStep } from '#domain/links/live-check';
import type { Clock } from '#runtime/clock';
import type { EffectCall, EffectHandler, EffectOutcome } from '#runtime/effect-handler';
import type { JsonObject } from '#runtime/event-store';
import type { Rate } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import type { BacklinkCommands } from './backlink.ts';
import type { BacklinkOrderCommands } from './backlink-order.ts';
import { checkMany } from './index-check.ts';
import type { CheckPage, IndexingPort, IndexingService } from './ports-backlinks.ts';

/** What Ahrefs says of a page's domain; null where the account has no connection or its budget is used up. */
export type SourceMetrics = (
  accountId: number,
  domain: string,
  cause: EffectCall['cause'],
) => Promise<
  | { readonly outcome: 'known'; readonly dr: number | null; readonly traffic: number | null }
  | { readonly outcome: 'not_available' }
  | { readonly outcome: 'temporary'; readonly error: string }
>;

export type BacklinkEffectDeps = {
  readonly orders: BacklinkOrderCommands;
  readonly backlinks: BacklinkCommands;
  readonly checkPage: CheckPage;
  readonly indexing: IndexingPort;
  readonly credits: IndexingCredits;
  /** What one look of the checker at one page is booked at, in 1/10,000 US dollars. */
  readonly checkCost: () => Promise<number>;
  readonly sourceMetrics: SourceMetrics;
  readonly neighbours: (link: {
    id: number;
    siteId: number;
    sourceDomain: string;
    anchorText: string;
  }) => Promise<{ domainUsed: boolean; anchorUses: number; siteLinks: number }>;
  readonly upToDate: () => Promise<void>;
  readonly clock: Clock;
};

/** How often IndexNow is told of an article while it is in trouble. */
const PING_ATTEMPTS = 4;
/** Calls a minute to a submission service, and to the checker (SpeedyIndex allows 120 over all). */
const SUBMISSION_RATE: Rate = { perMinute: 60, burst: 20 };
const CHECKER_RATE: Rate = { perMinute: 60, burst: 12 };
/** Requests that one batch of checks makes: create, status, report. */
const CALLS_PER_CHECK = 3;

const succeeded = (result: JsonObject = {}): EffectOutcome => ({ outcome: 'succeeded', result });
const internal = (call: EffectHandler['call']): EffectHandler => ({ internal: true, whenLost: 'resend', call });
const linkOf = (call: EffectCall) => Number(call.payload['backlink_id']) as BacklinkId;
const requestOf = ({ payload }: EffectCall) => ({
  accountId: Number(payload['account_id']),
  requestId: Number(payload['request_id']),
});
const orderOf = (call: EffectCall) => Number(call.payload['order_id']) as OrderId;

type EndIndexing = Extract<BacklinkCommand, { type: 'EndIndexing' }>;
type Done = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly message: string } };
const outcomeOf = (done: Done): EffectOutcome =>
  done.ok ? succeeded() : { outcome: 'failed', error: done.refusal.message, retry: false };

/** How each kind of effect of links, orders and indexing is carried out. */
export function backlinkEffects(deps: BacklinkEffectDeps): Record<string, EffectHandler> {
  const { orders, backlinks, checkPage, credits, indexing } = deps;
  const submissions = Object.values(indexing.services).map(
    (service) => [`index_submit_${service.name}`, submission(deps, service)] as const,
  );
  return {
    open_backlink: internal(async ({ payload, cause }) => {
      type Placed = Extract<BacklinkOrderEvent, { type: 'OrderLinkPlaced' }>['data'];
      return outcomeOf(await backlinks.open(payload['placed'] as unknown as Placed, cause));
    }),
    check_link_quality: internal((call) => checkQuality(deps, call)),
    mark_link_replaced: internal(async (call) =>
      outcomeOf(
        await backlinks.run(
          Number(call.payload['replaces_id']),
          { type: 'MarkReplaced', by: linkOf(call) },
          call.cause,
        ),
      ),
    ),
    look_at_link: internal(async (call) => {
      const { state } = await backlinks.load(linkOf(call));
      if (state.status !== 'placed' && state.status !== 'live') return succeeded();
      const { source_url: url, target_url: target } = state.placement;
      const evidence = await checkPage({ url, target });
      const step = call.payload['step'] as LiveCheckStep;
      return outcomeOf(await backlinks.run(linkOf(call), { type: 'RecordLiveCheck', step, evidence }, call.cause));
    }),
    correct_link_cost: internal(async (call) => {
      const cost = Number(call.payload['cost_cents']) as Cents;
      const reason = String(call.payload['reason']);
      return outcomeOf(await backlinks.run(linkOf(call), { type: 'CorrectCost', cost, reason }, call.cause));
    }),
    tell_order_of_link: internal((call) => tellOrder(deps, call)),
    request_indexing: internal(async (call) =>
      outcomeOf(await backlinks.requestIndexing(linkOf(call), 'live', call.cause)),
    ),
    check_page: internal(async ({ payload }) => {
      const evidence = await checkPage({ url: String(payload['url']), target: String(payload['target']) });
      const { http_status, signals, error } = evidence;
      return succeeded({ http_status, signals: [...signals], error });
    }),
    take_indexing_credit: internal(async (call) =>
      succeeded({ taken: await credits.take({ ...requestOf(call), backlinkId: linkOf(call) }, call.cause) }),
    ),
    return_indexing_credit: internal(async (call) => {
      await credits.giveBack(requestOf(call), call.cause);
      return succeeded();
    }),
    flag_indexing_service: internal(async ({ payload, cause }) => {
      const done = await backlinks.flagService(String(payload['service']), String(payload['error']), cause);
      return succeeded({ newly: done.ok && !done.unchanged, service: String(payload['service']) });
    }),
    index_now: internal(async ({ payload }) =>
      succeeded({ ...(await indexing.indexNow.ping(String(payload['url']))) }),
    ),
    ping_article: internal(async ({ payload, attempt }) => {
      const { ok, status, error } = await indexing.indexNow.ping(String(payload['url']));
      const passes = !ok && (status === null || status === 429 || status >= 500);
      // It is a courtesy: after a few tries it is let be, and nobody has to look.
      if (passes && attempt < PING_ATTEMPTS) return { outcome: 'failed', error: error ?? 'no answer', retry: true };
      return succeeded({ ok, status, error });
    }),
    index_check: {
      internal: true,
      whenLost: 'resend',
      batch: indexing.checker?.batch ?? 100,
      pacing: { receiver: indexing.checker?.name ?? 'checker', rate: CHECKER_RATE, calls: CALLS_PER_CHECK },
      call: async (call) =>
        (await checkMany(deps, [call]))[0] ?? { outcome: 'failed', error: 'no answer', retry: true },
      callMany: (calls) => checkMany(deps, calls),
    },
    end_indexing: internal(async (call) => {
      const end = call.payload['end'] as unknown as EndIndexing['end'];
      const requestId = Number(call.payload['request_id']) as never;
      return outcomeOf(await backlinks.run(linkOf(call), { type: 'EndIndexing', requestId, end }, call.cause));
    }),
    open_renewed_order: internal(async (call) => {
      const { successor_id, on } = call.payload;
      return outcomeOf(
        await orders.openSuccessor(orderOf(call), Number(successor_id) as OrderId, String(on) as Day, call.cause),
      );
    }),
    ...Object.fromEntries(submissions),
  };
}

/**
 * One paid submission. What the service said is a result for the saga to act on; only a lost answer
 * is the machinery's: it is looked up where the service can be asked, else its end stays unknown.
 */
function submission({ backlinks, clock }: BacklinkEffectDeps, service: IndexingService): EffectHandler {
  const { lookUp } = service;
  return {
    final: true,
    whenLost: lookUp ? 'look_up' : 'leave',
    pacing: { receiver: service.name, rate: SUBMISSION_RATE },
    async call({ payload, attemptedAt, cause }) {
      const { url, reference } = payload as { url: string; reference: string };
      const answer = await service.submit({ url, reference });
      if (answer.outcome === 'unknown') return answer;
      if (answer.outcome === 'accepted') {
        const commandId = uuidFrom(cause.commandId, 'clear-service');
        // What was paid for is not lost over this: a flag that stays is cleared by the next submission.
        await backlinks.clearService(service.name, { ...cause, commandId }).catch(() => undefined);
        return succeeded({ outcome: 'accepted', reference: answer.reference, at: attemptedAt });
      }
      const reason = answer.outcome === 'refused' ? answer.reason : null;
      return succeeded({ outcome: answer.outcome, error: answer.error, reason, at: clock.now() });
    },
    ...(lookUp
      ? {
          async lookUp({ payload, attemptedAt }) {
            const found = await lookUp(String(payload['reference']));
            if (found.outcome === 'not_found') return { outcome: 'not_done' as const };
            if (found.outcome === 'temporary') return { outcome: 'failed' as const, error: found.error, retry: true };
            return succeeded({ outcome: 'accepted', reference: found.reference, at: attemptedAt });
          },
        }
      : {}),
  };
}

async function checkQuality(deps: BacklinkEffectDeps, call: EffectCall): Promise<EffectOutcome> {
  const { backlinks, sourceMetrics, neighbours, upToDate } = deps;
  const id = linkOf(call);
  const { state } = await backlinks.load(id);
  if (state.status === 'none') return { outcome: 'failed', error: 'the link is not there yet', retry: true };
  const { source_domain: sourceDomain, anchor_text: anchorText } = state.placement;
  const known =
    call.payload['without_metrics'] === true
      ? { outcome: 'not_available' as const }
      : await sourceMetrics(state.ref.account_id, sourceDomain, call.cause);
  if (known.outcome === 'temporary') return { outcome: 'failed', error: known.error, retry: true };
  await upToDate();
  const beside = await neighbours({ id, siteId: state.ref.site_id, sourceDomain, anchorText });
  const metrics = known.outcome === 'known' ? known : { dr: null, traffic: null };
  const facts = { dr: metrics.dr, traffic: metrics.traffic, ...beside };
  return outcomeOf(await backlinks.run(id, { type: 'RecordQuality', facts }, call.cause));
}

/** Of its indexing the order is told how it stands now, whichever of several news arrives first. */
async function tellOrder({ orders, backlinks }: BacklinkEffectDeps, call: EffectCall): Promise<EffectOutcome> {
  let news = call.payload['news'] as unknown as LinkNews;
  if (news.what === 'indexing') {
    const { state } = await backlinks.load(linkOf(call));
    if (state.status === 'none') return succeeded();
    news = { what: 'indexing', indexing: INDEXING[state.indexing.status] };
  }
  return outcomeOf(await orders.tell(orderOf(call), linkOf(call), news, call.cause));
}

const INDEXING: Readonly<Record<LinkIndexingState['status'], LinkIndexing>> = {
  none: 'none',
  refused: 'not_entitled',
  open: 'open',
  indexed: 'indexed',
  failed: 'failed',
  reviewed: 'reviewed',
  cancelled: 'cancelled',
};
