import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { DomainEvent } from '#domain/kernel/decider';
import type { Summarize } from '#domain/kernel/sentence';
import { type Instant, monthOf, plusDays } from '#domain/kernel/time';
import type { FactEvent } from '#domain/platform/fact';
import type { ConversationEvent, ConversationKind } from '#domain/services/conversation';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import { TIMELINE_ENTRY, type TimelineEntry } from '#projections/platform/timeline';
import type { JsonObject } from '#runtime/event-store';
import { type Heard, type Projected, type Projection, projection } from '#runtime/projection';
import { day, integer, json, oneOf, type RowOf, table } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

const { event_id, ...entry } = TIMELINE_ENTRY.shape;

export const TIMELINE = table(
  'igny8_managed_service_timeline',
  { event_id, subscription_id: integer, ...entry },
  { key: ['event_id'], indexes: [['subscription_id', 'position']], tenant: true },
);
export const ORDER_TIMELINE = table(
  'igny8_backlink_order_timeline',
  { event_id, order_id: integer, ...entry },
  { key: ['event_id'], indexes: [['order_id', 'position']], tenant: true },
);
export const INVOICE_TIMELINE = table(
  'igny8_invoice_timeline',
  { event_id, invoice_id: integer, ...entry },
  { key: ['event_id'], indexes: [['invoice_id', 'position']], tenant: true },
);
export type TimelineRow = RowOf<typeof TIMELINE>;
type Subject = 'subscription_id' | 'order_id' | 'invoice_id';

/** Which service month of a site's subscription is running. */
const RUNNING = table(
  'igny8_managed_service_timeline_months',
  {
    subscription_id: integer,
    site_id: integer,
    status: oneOf('pending', 'active', 'paused', 'cancelled'),
    starts_on: day.orNull,
  },
  { key: ['subscription_id'], indexes: [['site_id']] },
);
/** Its articles, which may be told before their month begins. */
const ARTICLES = table(
  'igny8_managed_service_timeline_articles',
  { site_id: integer, content_id: integer, published_on: day, entry: json<TimelineEntry>() },
  { key: ['site_id', 'content_id'], indexes: [['site_id', 'published_on']] },
);

const entryOf = (event: Projected<DomainEvent>, summary: string): TimelineEntry => ({
  event_id: event.id,
  account_id: event.metadata.account_id,
  site_id: event.metadata.site_id,
  position: event.position,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  occurred_at: event.at,
  recorded_at: event.metadata.recorded_at,
  actor: event.metadata.actor,
  summary,
  data: event.data as JsonObject,
});

/** A message names what it is about by kind. */
const MESSAGE = 'MessagePosted' satisfies ConversationEvent['type'];
const SUBJECTS: Readonly<Record<string, Subject>> = {
  subscription: 'subscription_id',
  order: 'order_id',
  invoice: 'invoice_id',
} satisfies { readonly [Kind in ConversationKind]?: Subject };

/** Every event that names such a subject, told in a sentence; those that `summarize` does not tell are left out. */
const telling =
  (subject: Subject, summarize: Summarize, put: (rows: UnitOfWork, entry: TimelineEntry, id: number) => void) =>
  (rows: UnitOfWork, event: Projected<DomainEvent>): void => {
    const { kind, subject_id, ...data } = event.data as Readonly<Record<string, unknown>>;
    const id = event.type === MESSAGE ? (SUBJECTS[String(kind)] === subject ? subject_id : undefined) : data[subject];
    if (typeof id !== 'number') return;
    const summary = summarize(event);
    if (summary !== null) put(rows, entryOf(event, summary), id);
  };

type Running = Heard<
  ManagedSubscriptionEvent,
  | 'ManagedSubscriptionCreated'
  | 'ManagedSubscriptionActivated'
  | 'ManagedSubscriptionResumed'
  | 'ManagedSubscriptionPaused'
  | 'ManagedSubscriptionCancelled'
  | 'ServiceMonthStarted'
>;

const titled = ({ title, url }: Article): string => (title === undefined ? (url ?? '') : `“${title}”`);
type Article = {
  readonly site_id: number;
  readonly content_id: number;
  readonly title?: string;
  readonly url?: string;
  readonly published_at: Instant;
};

/**
 * Of a managed subscription: onboarding, delivery and work requests included, and the articles that moved the counter of a
 * month of it. A fact about an article names its site only, so the months are kept here beside the timeline: an article
 * counts once, in the month that it was published in, from the day on which the subscription's month began.
 */
export const serviceTimeline = (zone: Zone, summarize: Summarize): Projection => {
  const standing =
    (status: RowOf<typeof RUNNING>['status']) =>
    (rows: UnitOfWork, { data }: Projected<ManagedSubscriptionEvent>) =>
      rows.change(RUNNING, { subscription_id: data.subscription_id }, (row) => ({ ...row, status }));
  return projection<Running | Heard<FactEvent, 'ArticlePublished'>>({
    name: TIMELINE.name,
    version: 3,
    tables: [TIMELINE, RUNNING, ARTICLES],
    onAny: telling('subscription_id', summarize, (rows, told, subscription_id) =>
      rows.put(TIMELINE, { ...told, subscription_id }),
    ),
    on: {
      ManagedSubscriptionCreated: (rows, { data }) => {
        const { subscription_id, site_id } = data;
        rows.put(RUNNING, { subscription_id, site_id, status: 'pending', starts_on: null });
      },
      ManagedSubscriptionActivated: standing('active'),
      ManagedSubscriptionResumed: standing('active'),
      ManagedSubscriptionPaused: standing('paused'),
      ManagedSubscriptionCancelled: standing('cancelled'),
      async ServiceMonthStarted(rows, { data: { subscription_id, site_id, month, starts_on } }) {
        await rows.change(RUNNING, { subscription_id }, (row) => ({ ...row, starts_on }));
        const recent = { site_id, published_on: { gt: plusDays(starts_on, -1) } };
        for (const article of await rows.find(ARTICLES, recent))
          if (monthOf(article.published_on) === month) rows.put(TIMELINE, { ...article.entry, subscription_id });
      },
      async ArticlePublished(rows, event: Projected<DomainEvent>) {
        const article = event.data as Article;
        const { site_id, content_id } = article;
        if (await rows.get(ARTICLES, { site_id, content_id })) return;
        const published_on = dayOf(article.published_at, zone);
        const told = entryOf(event, `The article ${titled(article) || content_id} was published.`);
        rows.put(ARTICLES, { site_id, content_id, published_on, entry: told });
        for (const { subscription_id, starts_on } of await rows.find(RUNNING, {
          site_id,
          status: { in: ['active', 'paused'] },
        }))
          if (starts_on && published_on >= starts_on && monthOf(published_on) === monthOf(starts_on))
            rows.put(TIMELINE, { ...told, subscription_id });
      },
    },
  });
};
/** Of a backlink order: its links and their indexing included. */
export const orderTimeline = (summarize: Summarize): Projection =>
  projection({
    name: ORDER_TIMELINE.name,
    version: 2,
    tables: [ORDER_TIMELINE],
    on: {},
    onAny: telling('order_id', summarize, (rows, told, order_id) => rows.put(ORDER_TIMELINE, { ...told, order_id })),
  });
/** Of an invoice: its payments, dunning, credit notes and disputes included. */
export const invoiceTimeline = (summarize: Summarize): Projection =>
  projection({
    name: INVOICE_TIMELINE.name,
    version: 2,
    tables: [INVOICE_TIMELINE],
    on: {},
    onAny: telling('invoice_id', summarize, (rows, told, invoice_id) =>
      rows.put(INVOICE_TIMELINE, { ...told, invoice_id }),
    ),
  });
