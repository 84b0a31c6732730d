import { ahrefsApi } from '#api/links/ahrefs-connection';
import { linksApprovalsPart } from '#api/links/approvals';
import { backlinkApi } from '#api/links/backlink';
import { backlinkOrderApi } from '#api/links/backlink-order';
import { backlinkOrderBriefApi } from '#api/links/backlink-order-brief';
import { guaranteeClaimApi } from '#api/links/backlink-order-claim';
import { placementProposalApi } from '#api/links/backlink-order-proposal';
import { blockedDomainApi } from '#api/links/blocked-domain';
import { indexingRequestApi } from '#api/links/indexing-request';
import { priceBookApi } from '#api/links/price-book';
import { agreementEffects } from '#commands/links/agreement-effects';
import { ahrefsCommands } from '#commands/links/ahrefs-connection';
import { ahrefsJobs } from '#commands/links/ahrefs-jobs';
import { ahrefsQuestions, type Verified } from '#commands/links/ahrefs-snapshot';
import { backlinkCommands } from '#commands/links/backlink';
import { backlinkEffects } from '#commands/links/backlink-effects';
import { backlinkJobs, orderVisits } from '#commands/links/backlink-jobs';
import { backlinkOrderCommands } from '#commands/links/backlink-order';
import { agreementCommands } from '#commands/links/backlink-order-agreement';
import { blockedDomainCommands } from '#commands/links/blocked-domain';
import type { AgreementPorts } from '#commands/links/ports-agreement';
import { priceBookCommands } from '#commands/links/price-book';
import type { ClientMail } from '#commands/platform/client-mail';
import type { Subject } from '#commands/services/ports-conversation';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import { submitPage } from '#domain/links/effects';
import { ahrefsConnections, ahrefsSites } from '#projections/links/ahrefs-connection';
import { ahrefsReader } from '#projections/links/ahrefs-reader';
import { linksApprovals } from '#projections/links/approvals';
import { backlinks as backlinkRows, backlinkVisits } from '#projections/links/backlink';
import { backlinkOrders, orderVisits as orderRows } from '#projections/links/backlink-order';
import { guaranteeClaims } from '#projections/links/backlink-order-claim';
import { placementProposals, proposalVisits } from '#projections/links/backlink-order-proposal';
import { ORDERS, type OrderRow } from '#projections/links/backlink-order-table';
import { backlinkReader } from '#projections/links/backlink-reader';
import { blockedDomainRows } from '#projections/links/blocked-domain';
import { indexingRequests, indexingVisits } from '#projections/links/indexing-request';
import { LINKS_OVERDUE, overdueLinks } from '#projections/links/overdue-links';
import { priceBookVersions } from '#projections/links/price-book';
import { orderTimeline } from '#projections/services/service-timeline';
import type { Cause } from '#runtime/metadata';
import type { Projection } from '#runtime/projection';
import { uuidFrom } from '#runtime/random';
import { typed } from '#runtime/table-reads';
import { agreementWatch } from '#sagas/links/agreement-watch';
import { articlePing } from '#sagas/links/article-ping';
import { backlinkIndexing } from '#sagas/links/backlink-indexing';
import { backlinkWatch } from '#sagas/links/backlink-watch';
import { placementSilence } from '#sagas/links/placement-silence';
import { summarize } from './events.ts';
import type { Machine } from './machine.ts';
import type { PlansRoom } from './plans.ts';
import type { PlatformRoom } from './platform.ts';
import type { Room } from './room.ts';
import type { ServicesRoom } from './services.ts';

export const linksProjections: readonly Projection[] = [
  orderTimeline(summarize),
  priceBookVersions,
  backlinkOrders,
  backlinkRows,
  indexingRequests,
  ahrefsConnections,
  placementProposals,
  guaranteeClaims,
  blockedDomainRows,
];

type Left = {
  readonly platform: PlatformRoom;
  readonly plans: PlansRoom;
  readonly services: ServicesRoom;
  /** Whether an account owes what is past due: billing's to say. */
  readonly pastDue: (account: number) => Promise<boolean>;
  /** Disputes about its invoices that are open: billing's to say too. */
  readonly openDisputes: AgreementPorts['openDisputes'];
  /** Who may approve for an account; by default its registered address. */
  readonly mayApprove?: AgreementPorts['mayApprove'];
  readonly clientMail: ClientMail;
};

/** Backlinks: what they cost, who orders them, whether they are there and in the index. */
export function openLinks(
  machine: Machine,
  { platform, plans, services, pastDue, openDisputes, mayApprove, clientMail }: Left,
) {
  const { handler, ids, clock, zone, pace, tables, indexing, checkPage, upToDate, personal } = machine;
  const { directory } = platform;
  const { features } = plans.commands;
  const { activePro, placementApproval, pausedOn } = services.visits;
  const { credits } = plans.commands.credits;
  const rows = backlinkVisits(tables, () => clock.now());
  const priceBook = priceBookCommands({ handler, clock });
  const ahrefs = ahrefsCommands({ handler, clock, zone, pace, ...machine.ahrefs });
  const questions = ahrefsQuestions({ ahrefs, handler, clock, zone });
  const blocked = blockedDomainCommands({ handler, ids, clock, personal });
  const orders = backlinkOrderCommands({
    handler,
    ids,
    clock,
    zone,
    directory,
    priceBook,
    features,
    activePro,
    pastDue,
    placementApproval,
    blocked,
  });
  const backlinks = backlinkCommands({ handler, ids, clock, activePro, credits, indexing, priceBook, features });
  const agreements = agreementCommands({ ids, orders, backlinks, blocked, personal });
  /** What Ahrefs saw of a link; one that it reports lost is looked at again. */
  const sighting = ({ backlink_id, verified, last_seen, lost, lost_reason }: Verified, cause: Cause) =>
    backlinks.run(
      backlink_id,
      { type: 'RecordSighting', verified, lastSeen: last_seen, lost, lostReason: lost_reason },
      { ...cause, commandId: uuidFrom(cause.commandId, 'sighting', backlink_id) },
    );
  /** Sites of connected accounts whose plan includes what the weekly jobs do. */
  const sitesWithAhrefs = async (cause: Cause) => {
    const sites = await ahrefsSites(tables);
    const included = new Set<number>();
    for (const account of new Set(sites.map(({ account_id }) => account_id)))
      if ((await features.ask(account, 'ahrefs_level', 'full', cause)).allowed) included.add(account);
    return sites.filter(({ account_id }) => included.has(account_id));
  };
  const subjectOf = async (row: OrderRow | null): Promise<Subject | null> =>
    row && {
      account_id: row.account_id as AccountId,
      site_id: row.site_id as SiteId,
      label: String(row.id),
      domain: (await directory.site(row.site_id))?.domain ?? null,
      href: `/app/orders/${row.id}/`,
      shown: true,
    };
  const deps = {
    orders,
    backlinks,
    clock,
    zone,
    visit: {
      unindexed: rows.unindexed,
      missedChecks: indexingVisits(tables).missed,
      dueForRenewal: orderRows(tables).dueForRenewal,
      runningOrders: orderRows(tables).running,
    },
  };
  const ahrefsReads = { questions, sighting, linksOf: rows.ofSite };
  return {
    ahrefsReads,
    /** What the nightly run does for orders. */
    visits: orderVisits(deps),
    commands: { priceBook, ahrefs, orders, backlinks, agreements, blocked },
    sagas: [backlinkWatch, backlinkIndexing, articlePing(indexing.indexNow.holds), placementSilence, agreementWatch],
    effects: [
      backlinkEffects({
        orders,
        backlinks,
        checkPage,
        indexing,
        credits,
        clock,
        upToDate,
        neighbours: rows.neighbours,
        sourceMetrics: questions.sourceMetrics,
        checkCost: async () => (await priceBook.current()).book.indexing.check.booked,
      }),
      agreementEffects({
        orders,
        backlinks,
        mayApprove: mayApprove ?? (async (account) => [await directory.account(account)].flatMap((each) => each ?? [])),
        paused: pausedOn,
        openDisputes,
        openProposals: proposalVisits(tables).openOf,
        upToDate,
        mail: clientMail,
        teamAddress: machine.teamAddress,
        publicUrl: machine.publicUrl?.replace(/\/$/, '') ?? null,
      }),
    ],
    jobs: [...backlinkJobs(deps), ...ahrefsJobs({ ...ahrefsReads, sites: sitesWithAhrefs })],
    approvals: (reads) => linksApprovalsPart({ find: linksApprovals(reads), orders, agreements }),
    // What became of a submission is the indexing request's to tell, and the check of day 7 decides it.
    overdue: { kinds: LINKS_OVERDUE, find: overdueLinks, tellsOf: [submitPage] },
    conversations: {
      kind: 'order',
      of: async (id) => subjectOf((await typed(tables).get(ORDERS, { id })) ?? null),
      seen: (reads) => {
        const reader = backlinkReader(reads);
        return async ({ scope }, id) => subjectOf((await reader.order(scope, id)) ?? null);
      },
    },
    routes: ({ reads, now }) => {
      const reader = backlinkReader(reads);
      return [
        priceBookApi({ commands: priceBook, reader }),
        backlinkOrderApi({ orders, priceBook, reader }),
        backlinkApi({ orders, backlinks, reader }),
        placementProposalApi({ agreements, reader }),
        backlinkOrderBriefApi({ agreements, reader }),
        guaranteeClaimApi({ agreements, reader }),
        blockedDomainApi({ blocked, reader }),
        indexingRequestApi({ commands: backlinks, reader }),
        ahrefsApi({ ahrefs, ...ahrefsReads, reader: ahrefsReader(reads), site: reader.site, now }),
      ];
    },
  } satisfies Room & Record<string, unknown>;
}
export type LinksRoom = ReturnType<typeof openLinks>;
