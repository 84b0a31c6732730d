import type { InvoiceEvent } from '#domain/billing/invoice-messages';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import type { FactTold } from '#domain/platform/fact-data';
import { type LaunchEvent, TOLD_STEPS, type ToldStep } from '#domain/reports/launch';
import type { Cycle, CyclePart, LaunchEvidence, LaunchSeen } from '#domain/reports/launch-check';
import type { ReportEvent } from '#domain/reports/report-messages';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import { FLAGS } from '#projections/platform/launch-flag';
import { type Heard, type Projected, type Projection, projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';
import { integer, json, oneOf, table, text } from '#runtime/table';
import { typed } from '#runtime/table-reads';
import type { UnitOfWork } from '#runtime/unit-of-work';
import { ANNOUNCEMENTS } from './announcement.ts';

/** What has come about for each site with managed services, the first of each. */
const CYCLES = table('igny8_launch_cycles', { site_id: integer, parts: json<Cycle['parts']>() }, { key: ['site_id'] });
/** The sites that an invoice bills services of. */
const BILLED = table(
  'igny8_launch_billed_sites',
  { invoice_id: integer, site_id: integer },
  { key: ['invoice_id', 'site_id'] },
);
/** What people said is done. */
const TOLD = table(
  'igny8_launch_told',
  { step: oneOf(...TOLD_STEPS), note: text, url: text.orNull, evidence: json<LaunchEvidence>() },
  { key: ['step'] },
);

type Heeded =
  | Heard<ManagedSubscriptionEvent, 'ManagedSubscriptionActivated'>
  | FactTold<'ArticlePublished'>
  | Heard<BacklinkEvent, 'BacklinkWentLive' | 'BacklinkIndexed'>
  | Heard<ReportEvent, 'ReportDelivered'>
  | Heard<InvoiceEvent, 'InvoiceIssued' | 'InvoicePaid'>
  | LaunchEvent;
type Of = Pick<Projected<Heeded>, 'id' | 'stream' | 'at'>;

const evidenceOf = ({ id, stream, at }: Of, href: string | null): LaunchEvidence => ({
  event_id: id,
  stream,
  at,
  href,
});

async function seen(rows: UnitOfWork, site_id: number | null, part: CyclePart, event: Of, href: string) {
  if (site_id === null) return;
  const row = await rows.get(CYCLES, { site_id });
  if (row?.parts[part] !== undefined) return;
  rows.put(CYCLES, { site_id, parts: { ...row?.parts, [part]: evidenceOf(event, href) } });
}

/** What a launch is seen by: the full cycle of each site, and what people said of the rest. */
export const launchCycles: Projection = projection<Heeded>({
  name: CYCLES.name,
  version: 1,
  tables: [CYCLES, BILLED, TOLD],
  on: {
    ManagedSubscriptionActivated: (rows, event) =>
      seen(rows, event.data.site_id, 'onboarding', event, `services/subscriptions/${event.data.subscription_id}/`),
    ArticlePublished: (rows, event) =>
      seen(rows, event.data.site_id, 'content', event, `services/subscriptions/?site_id=${event.data.site_id}`),
    BacklinkWentLive: (rows, event) =>
      seen(rows, event.data.site_id, 'links', event, `linker/backlinks/${event.data.backlink_id}/`),
    BacklinkIndexed: (rows, event) =>
      seen(rows, event.data.site_id, 'indexing', event, `linker/backlinks/${event.data.backlink_id}/`),
    ReportDelivered: (rows, event) =>
      event.data.outcome === 'accepted'
        ? seen(rows, event.metadata.site_id, 'report', event, `services/reports/${event.data.report_id}/`)
        : undefined,
    async InvoiceIssued(rows, event) {
      const { invoice_id, lines } = event.data;
      const sites = new Set(lines.flatMap((line) => (line.subscription_id === null ? [] : (line.site_id ?? []))));
      for (const site_id of sites) {
        rows.put(BILLED, { invoice_id, site_id });
        await seen(rows, site_id, 'invoice', event, `billing/invoices/${invoice_id}/`);
      }
    },
    async InvoicePaid(rows, event) {
      const { invoice_id } = event.data;
      for (const { site_id } of await rows.find(BILLED, { invoice_id }))
        await seen(rows, site_id, 'paid', event, `billing/invoices/${invoice_id}/`);
    },
    LaunchStepConfirmed(rows, event) {
      const { step, note, url } = event.data;
      rows.put(TOLD, { step, note, url, evidence: evidenceOf(event, url) });
    },
    LaunchStepWithdrawn: (rows, { data: { step } }) => rows.remove(TOLD, { step }),
  },
});

/** What there is to see of the launch now. That the plugin was submitted is told by whoever did it. */
export const launchSeen = (tables: ReadTables) => async (): Promise<LaunchSeen> => {
  const { get, find } = typed(tables);
  const flag = async (environment: 'staging' | 'production' | 'all') => {
    const row = await get(FLAGS, { flag: 'managed_services_enabled', environment, for_account: 0 });
    if (!row) return null;
    const { enabled, percentage, event_id, updated_at: at } = row;
    const of = `launch-flag-managed_services_enabled-all${environment === 'all' ? '' : `-in-${environment}`}`;
    return { enabled, percentage, evidence: { event_id, stream: of, at, href: 'ops/flags/' } };
  };
  const told = async (step: ToldStep) => (await get(TOLD, { step })) ?? null;
  const newest = (await find(ANNOUNCEMENTS, {}, { orderBy: ['id'] })).at(-1);
  return {
    staging: await flag('staging'),
    stagingTold: await told('flag_staging'),
    production: (await flag('production')) ?? (await flag('all')),
    cycles: await find(CYCLES, {}, { orderBy: ['site_id'] }),
    plugin: await told('plugin_submitted'),
    announcement: newest
      ? {
          status: newest.status,
          settled: newest.settled,
          addressed: newest.addressed,
          evidence: {
            event_id: newest.event_id,
            stream: newest.event_stream,
            at: newest.updated_at,
            href: `ops/announcements/${newest.id}/`,
          },
        }
      : null,
  };
};
