import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { DomainEvent } from '#domain/kernel/decider';
import type { Summarize } from '#domain/kernel/sentence';
import { type Day, type Instant, monthOf, plusDays } from '#domain/kernel/time';
import type { PlatformEvent } from '#domain/platform/events';
import type { ServicesEvent } from '#domain/services/events';
import type { ManagedSubscriptionEvent } from '#domain/services/managed-subscription';
import type { JsonObject } from '#runtime/event-store';
import { type Projected, type Projection, projection } from '#runtime/projection';
import type { Row } from '#runtime/read-model';
import type { UnitOfWork } from '#runtime/unit-of-work';

export const TIMELINE = 'igny8_managed_service_timeline';
export const ORDER_TIMELINE = 'igny8_backlink_order_timeline';
export const INVOICE_TIMELINE = 'igny8_invoice_timeline';

const columnsOf = (subject: Subject) =>
  ({
    event_id: 'uuid',
    [subject]: 'integer',
    account_id: 'integer?',
    site_id: 'integer?',
    position: 'bigint',
    stream: 'text',
    revision: 'integer',
    type: 'text',
    occurred_at: 'timestamptz',
    recorded_at: 'timestamptz',
    actor: 'json',
    summary: 'text',
    data: 'json',
  }) as const;
type Subject = 'subscription_id' | 'order_id' | 'invoice_id';

const entryOf = (event: Projected<DomainEvent>, summary: string): Row => ({
  event_id: event.id,
  account_id: event.metadata.account_id,
  site_id: event.metadata.site_id,
  position: event.position,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  occurred_at: event.at,
  recorded_at: event.metadata.recorded_at,
  actor: event.metadata.actor as unknown as JsonObject,
  summary,
  data: event.data as JsonObject,
});

/** Every event that names such a subject, told in a sentence; those that `summarize` does not tell are left out. */
const telling =
  (name: string, subject: Subject, summarize: Summarize) =>
  (rows: UnitOfWork, event: Projected<DomainEvent>): void => {
    const id = (event.data as Readonly<Record<string, unknown>>)[subject];
    if (typeof id !== 'number') return;
    const summary = summarize(event);
    if (summary !== null) rows.put(name, { ...entryOf(event, summary), [subject]: id });
  };
const table = (name: string, subject: Subject) => ({
  name,
  columns: columnsOf(subject),
  key: ['event_id'],
  indexes: [[subject, 'position']],
  tenant: true,
});
const timeline =
  (name: string, subject: 'order_id' | 'invoice_id') =>
  (summarize: Summarize): Projection =>
    projection({ name, version: 2, tables: [table(name, subject)], on: {}, onAny: telling(name, subject, summarize) });

/** Which service month of a site's subscription is running; and its articles, which may be told before their month begins. */
const RUNNING = 'igny8_managed_service_timeline_months';
const ARTICLES = 'igny8_managed_service_timeline_articles';

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
    (status: string) =>
    (rows: UnitOfWork, { data }: Projected<ManagedSubscriptionEvent>) =>
      rows.change(RUNNING, { subscription_id: data.subscription_id }, (row) => ({ ...row, status }));
  return projection<ServicesEvent | PlatformEvent>({
    name: TIMELINE,
    version: 3,
    tables: [
      table(TIMELINE, 'subscription_id'),
      {
        name: RUNNING,
        columns: { subscription_id: 'integer', site_id: 'integer', status: 'text', starts_on: 'date?' },
        key: ['subscription_id'],
        indexes: [['site_id']],
      },
      {
        name: ARTICLES,
        columns: { site_id: 'integer', content_id: 'integer', published_on: 'date', entry: 'json' },
        key: ['site_id', 'content_id'],
        indexes: [['site_id', 'published_on']],
      },
    ],
    onAny: telling(TIMELINE, 'subscription_id', summarize),
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
        for (const { published_on, entry } of await rows.find(ARTICLES, recent))
          if (monthOf(published_on as Day) === month) rows.put(TIMELINE, { ...(entry as Row), subscription_id });
      },
      async ArticlePublished(rows, event: Projected<DomainEvent>) {
        const article = event.data as Article;
        const { site_id, content_id } = article;
        if (await rows.get(ARTICLES, { site_id, content_id })) return;
        const published_on = dayOf(article.published_at, zone);
        const entry = entryOf(event, `The article ${titled(article) || content_id} was published.`);
        rows.put(ARTICLES, { site_id, content_id, published_on, entry: entry as JsonObject });
        for (const { subscription_id, starts_on } of await rows.find(RUNNING, {
          site_id,
          status: { in: ['active', 'paused'] },
        }))
          if (starts_on && published_on >= starts_on && monthOf(published_on) === monthOf(starts_on as Day))
            rows.put(TIMELINE, { ...entry, subscription_id: Number(subscription_id) });
      },
    },
  });
};
/** Of a backlink order: its links and their indexing included. */
export const orderTimeline = timeline(ORDER_TIMELINE, 'order_id');
/** Of an invoice: its payments, dunning, credit notes and disputes included. */
export const invoiceTimeline = timeline(INVOICE_TIMELINE, 'invoice_id');
