import type { ProofLog } from '#commands/log/ports-proof-log';
import { eventsOf } from '#commands/log/sealed-events';
import type { IssuedInvoice } from '#domain/billing/invoice-messages';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { InvoiceId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import type { BacklinkEvent } from '#domain/links/backlink-messages';
import type { BacklinkOrderEvent } from '#domain/links/backlink-order-messages';
import { conversationsOf, isMessage } from '#domain/proof/evidence-bundle-messages';
import { isInvoiced, REPORT_ASKED, versionsSent } from '#domain/proof/evidence-bundle-reports';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';

/** Articles of one invoice that are told of; more than any month brings. */
const MOST_ARTICLES = 2_000;
/** Versions of reports of one invoice that are told of; more than the weeks of any invoice bring. */
const MOST_REPORTS = 200;
/** Messages of one invoice that are told of, the last ones: more than a card network reads. */
const MOST_MESSAGES = 1_000;

/**
 * The events that say what was delivered for the lines of an invoice: links of its orders, articles of its subscriptions' sites,
 * versions of reports that were sent; and what was written about the invoice, its orders and subscriptions. Of other versions
 * nothing is shown, nor what anybody said of a report.
 */
export const deliveredEvents =
  ({ store, log, zone }: { readonly store: EventStore; readonly log: ProofLog; readonly zone: Zone }) =>
  async (
    invoiceId: InvoiceId,
    state: IssuedInvoice,
    named: ReadonlyMap<string, RecordedEvent>,
  ): Promise<RecordedEvent[]> => {
    const causes = new Set(state.content.lines.flatMap((line) => line.causes));
    // A bought package's line names its purchase; its order is found by the events that caused it.
    const orders = new Set([
      ...state.content.lines.flatMap(({ order_id }) => (order_id === null ? [] : [order_id])),
      ...[...named.values()]
        .filter(({ id }) => causes.has(id))
        .flatMap(({ stream }) => idIn('backlink-order-', stream)),
    ]);
    const events: RecordedEvent[] = [];
    for (const order of orders) {
      const placed = (await store.readStream(`backlink-order-${order}`)).filter(
        ({ type }) => type === ('OrderLinkPlaced' satisfies BacklinkOrderEvent['type']),
      );
      for (const { data } of placed) {
        const history = await store.readStream(`backlink-${Number(data['backlink_id'])}`);
        const check = history.findLast(({ type }) => type === LIVE_CHECK);
        events.push(...history.filter((event) => event === check || CHANGES.has(event.type)));
      }
    }
    const spans = state.content.lines.flatMap(({ kind, site_id, inputs }) =>
      kind === 'subscription' && site_id !== null
        ? [{ site_id, from: String(inputs['from']) as Day, to: String(inputs['to']) as Day }]
        : [],
    );
    const { content } = state;
    return [
      ...events,
      ...(await articlesOf(content.account_id, spans)),
      ...(await reportsOf(content)),
      ...(await messagesOf()),
    ];

    async function messagesOf(): Promise<readonly RecordedEvent[]> {
      const streams = conversationsOf(invoiceId, content, (id) => named.get(id)?.stream);
      const written: RecordedEvent[] = [];
      for (const stream of streams)
        written.push(...(await store.readStream(stream)).filter((event) => isMessage(event, streams)));
      return written.sort((a, b) => a.position - b.position).slice(-MOST_MESSAGES);
    }

    async function reportsOf(invoiced: typeof content): Promise<readonly RecordedEvent[]> {
      const filter = { types: [REPORT_ASKED], accounts: [invoiced.account_id] };
      const asked = await eventsOf(store, log)(filter, (event) => isInvoiced(invoiced, event));
      const sent: (readonly RecordedEvent[])[] = [];
      for (const stream of new Set(asked.map((event) => event.stream)))
        sent.push(...versionsSent(invoiced, await store.readStream(stream)));
      return sent.slice(0, MOST_REPORTS).flat();
    }

    async function articlesOf(account: number, of: typeof spans): Promise<readonly RecordedEvent[]> {
      if (of.length === 0) return [];
      const counts = (event: RecordedEvent) => {
        const on = dayOf(metadataOf(event).occurred_at, zone);
        return of.some(({ site_id, from, to }) => event.data['site_id'] === site_id && from <= on && on <= to);
      };
      const filter = { types: ['ArticlePublished'], accounts: [account] };
      return (await eventsOf(store, log)(filter, counts)).slice(0, MOST_ARTICLES);
    }
  };

function idIn(begins: string, stream: string): number[] {
  const id = stream.startsWith(begins) ? Number(stream.slice(begins.length)) : Number.NaN;
  return Number.isInteger(id) ? [id] : [];
}

const LIVE_CHECK: BacklinkEvent['type'] = 'BacklinkLiveChecked';
const CHANGES: ReadonlySet<string> = new Set<BacklinkEvent['type']>([
  ...(['BacklinkPlaced', 'BacklinkWentLive', 'BacklinkLost', 'BacklinkRejected', 'BacklinkReplaced'] as const),
]);
