import type { Cents } from '#domain/kernel/money';
import { parseMoney, ZERO } from '#domain/kernel/money';
import { type Day, plusDays } from '#domain/kernel/time';
import { pausedDays } from '#domain/reports/content-target';
import type { Goal } from '#domain/reports/goal';
import { paceOf } from '#domain/reports/goal-pace';
import type { ReportType } from '#domain/reports/report-document';
import type {
  Approval,
  Article,
  Engagement,
  Health,
  PostGain,
  ReportInputs,
  Three,
  UrlVerdict,
  Work,
} from '#domain/reports/report-inputs';
import type { LinkShown, OrderShown } from '#domain/reports/shown-links';
import { nextWindow, type Window, windowsOf } from '#domain/reports/windows';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import type { ReadTables } from '#runtime/read-model';
import { goalValues, latestSnapshot } from './goal-values.ts';
import type { Shown } from './report-facts-tables.ts';
import { type HappeningRow, latest, type SiteRows, type StandingRow, siteRows } from './report-rows.ts';

type Asked = {
  readonly site_id: number;
  readonly subscription_id: number | null;
  readonly report_type: ReportType;
  readonly period_start: Day;
  readonly period_end: Day;
  readonly position: number;
};

/** A value as it was put down. */
const as = <T>(row: { readonly value: Shown }): T => row.value as Shown & T;
/** An unplanned article that was queued longer ago than this is expected no more. */
const DAYS_UNPLANNED = 62;

/** All that a report's data follow from, up to its position. However long the site is known, it reads the days that are compared. */
export function reportInputs(tables: ReadTables) {
  const numberOf = goalValues(tables);
  return async (asked: Asked): Promise<ReportInputs> => {
    const { site_id: siteId, report_type: type, position } = asked;
    const windows = windowsOf(type, asked.period_start, asked.period_end);
    const rows = siteRows(tables, siteId, position);
    const three = async <T>(of: (window: Window) => Promise<T>): Promise<Three<T>> => ({
      now: await of(windows.period),
      before: await of(windows.before),
      year: await of(windows.year_before),
    });
    const end = ([, to]: Window): Day => to;
    const happened = await three(rows.happenings);
    const each = <T>(pick: (list: readonly HappeningRow[]) => T): Three<T> => ({
      now: pick(happened.now),
      before: pick(happened.before),
      year: pick(happened.year),
    });
    const details = { now: await rows.details(windows.period), before: await rows.details(windows.before) };
    const subscription = await subscriptionOf(rows, asked.subscription_id);
    const health = await three((window) => rows.standings('health', end(window)));
    const live = await three((window) => rows.standings('links_live', end(window)));
    const urls = await three((window) => rows.standings('url', end(window)));
    const next = await nextOf(rows, type, windows.period);
    const [connection] = await rows.standings('connection', null);
    return {
      type,
      windows,
      paused: subscription === null ? [] : pausedDays(subscription.history, windows.period, subscription.cancelled),
      connected: connection === undefined ? null : as<{ connected: boolean }>(connection).connected,
      subscription,
      search: await three(rows.search),
      details,
      keywords: {
        now: await rows.keywords(windows.period, details.now),
        before: await rows.keywords(windows.before, details.before),
      },
      conversions: await three(rows.conversions),
      articles: each((list) => ofKind(list, 'article').map((row): Article => ({ ...as<Article>(row), date: row.day }))),
      urls: mapped(urls, (list) => list.map((row): UrlVerdict => ({ ...as<UrlVerdict>(row), date: row.day }))),
      work: await workOf(rows, happened.now),
      went_live: each((list) => ofKind(list, 'link_live').map(linkHappening)),
      lost: each((list) => ofKind(list, 'link_lost').map(linkHappening)),
      delivered: each((list) =>
        ofKind(list, 'link_delivered').map((row) => ({
          ...as<{ price: Cents; replacement: boolean }>(row),
          ...linkHappening(row),
        })),
      ),
      links_live: mapped(live, ([row]) => (row === undefined ? null : as<{ live: number }>(row).live)),
      links: await linksOf(rows, happened.now),
      orders: await ordersOf(rows, happened.now),
      domain: await three(async (window) => {
        const found = await latestSnapshot(tables, siteId, window, position);
        if (found === undefined) return null;
        const rating = found.domain_rating === null ? null : Number(found.domain_rating);
        return { date: found.snapshot_date, domain_rating: rating, referring_domains: found.referring_domains };
      }),
      posts: { now: postsOf(happened.now), before: postsOf(happened.before) },
      gains: {
        now: await gainsOf(rows, happened.now, windows.period),
        before: await gainsOf(rows, happened.before, windows.before),
      },
      health: mapped(health, ([row]) => (row === undefined ? null : { ...as<Health>(row), date: row.day })),
      approvals: (await rows.standings('approval', null, { open: true })).map(
        (row): Approval => ({ ...as<Omit<Approval, 'since'>>(row), since: row.day }),
      ),
      ...next,
      goals: await goalsOf(rows, numberOf, asked),
      annotations: ofKind(happened.now, 'annotation')
        .map((row) => ({ ...as<{ text: string; visibility: string }>(row), date: row.day }))
        .filter(({ visibility }) => visibility === 'client')
        .map(({ date, text }) => ({ date, text })),
    };
  };
}

const mapped = <T, U>({ now, before, year }: Three<T>, to: (each: T) => U): Three<U> => ({
  now: to(now),
  before: to(before),
  year: to(year),
});
const ofKind = (rows: readonly HappeningRow[], kind: HappeningRow['kind']): HappeningRow[] =>
  rows.filter((row) => row.kind === kind);
const linkHappening = (row: HappeningRow) => ({ date: row.day, backlink_id: Number(row.subject) });
const subjects = (rows: readonly { readonly subject: string }[]): string[] => [
  ...new Set(rows.map(({ subject }) => subject)),
];

async function subscriptionOf(rows: SiteRows, id: number | null) {
  const found = id === null ? [] : await rows.standings('subscription', null, { subjects: [String(id)] });
  const state = found[0] === undefined ? null : as<ManagedSubscription>(found[0]);
  if (state === null || state.status === 'none') return null;
  const { tier, history, config } = state;
  return {
    tier,
    history,
    cancelled: state.status === 'cancelled',
    monthly_budget: parseMoney(config.backlinks.monthly_budget) ?? ZERO,
    backlinks: config.backlinks.enabled,
    social: config.social.enabled,
    search_console: config.gsc.enabled,
  };
}

/** What was done on a day, as it is told: links by the page that they stand on. */
async function workOf(rows: SiteRows, happened: readonly HappeningRow[]): Promise<Work[]> {
  const done = happened.filter(({ kind }) => kind === 'link_live' || kind === 'link_replaced');
  const links = new Map(
    (await rows.standings('link', null, { subjects: subjects(done) })).map((row) => [row.subject, as<LinkShown>(row)]),
  );
  return happened.flatMap((row): Work[] => {
    const date = row.day;
    switch (row.kind) {
      case 'article': {
        const { title, url } = as<Article>(row);
        return [{ kind: 'article', date, title: title ?? url ?? '', url, count: 1 }];
      }
      case 'link_live':
      case 'link_replaced': {
        const link = links.get(row.subject);
        return link ? [{ kind: row.kind, date, title: link.anchor_text, url: link.source_url, count: 1 }] : [];
      }
      case 'page_indexed': {
        const { url } = as<{ url: string }>(row);
        return [{ kind: 'page_indexed', date, title: url, url, count: 1 }];
      }
      case 'schema':
        return [{ kind: 'schema', date, title: '', url: null, count: as<{ count: number }>(row).count }];
      case 'technical':
        return [{ kind: 'technical', date, count: 1, ...as<{ title: string; url: string | null }>(row) }];
      default:
        return [];
    }
  });
}

/** Links that something happened to in the period, and those whose replacement is owed. */
async function linksOf(rows: SiteRows, happened: readonly HappeningRow[]): Promise<LinkShown[]> {
  const moved = happened.filter(({ kind }) => kind.startsWith('link_'));
  const found = [
    ...(await rows.standings('link', null, { subjects: subjects(moved) })),
    ...(await rows.standings('link', null, { open: true })),
  ];
  return latest(found, ({ subject }) => subject)
    .map((row) => as<LinkShown>(row))
    .sort((a, b) => a.id - b.id);
}

/** Orders that run, and those whose links moved in the period. */
async function ordersOf(rows: SiteRows, happened: readonly HappeningRow[]): Promise<OrderShown[]> {
  const moved = happened.filter(({ kind }) => kind.startsWith('link_'));
  const links = await rows.standings('link', null, { subjects: subjects(moved) });
  const ids = [...new Set(links.map((row) => String(as<LinkShown>(row).order_id)))];
  const found = [
    ...(await rows.standings('order', null, { open: true })),
    ...(await rows.standings('order', null, { subjects: ids })),
  ];
  return latest(found, ({ subject }) => subject)
    .map((row) => as<OrderShown>(row))
    .filter(({ status }) => status !== 'draft')
    .sort((a, b) => a.id - b.id);
}

const postsOf = (happened: readonly HappeningRow[]) =>
  ofKind(happened, 'post').map((row) => ({ ...as<Omit<PostGain, 'date'>>(row), date: row.day }));

const NOTHING: Engagement = { likes: 0, comments: 0, shares: 0 };
/** What each post that was measured in a period gained in it: less what it had before, which is nothing where it was published within. */
async function gainsOf(rows: SiteRows, happened: readonly HappeningRow[], window: Window): Promise<PostGain[]> {
  const ids = subjects(ofKind(happened, 'engagement'));
  const known = await rows.happeningsOf('post', ids);
  const at = async (day: Day) =>
    new Map(
      (await rows.standings('engagement', day, { subjects: ids })).map((row) => [row.subject, as<Engagement>(row)]),
    );
  const [start, end] = [await at(plusDays(window[0], -1)), await at(window[1])];
  return known.flatMap((post) => {
    const had = start.get(post.subject) ?? (post.day >= window[0] ? NOTHING : undefined);
    const has = end.get(post.subject);
    if (had === undefined || has === undefined) return [];
    const gain = (of: keyof Engagement) => Math.max(0, has[of] - had[of]);
    return [
      {
        ...as<Omit<PostGain, 'date'>>(post),
        date: post.day,
        likes: gain('likes'),
        comments: gain('comments'),
        shares: gain('shares'),
      },
    ];
  });
}

/** Articles that are queued and links that are planned for the period that follows. */
async function nextOf(rows: SiteRows, type: ReportType, [, end]: Window) {
  const window = nextWindow(type, end);
  const coming = await rows.happenings(window);
  const firstOfMonth: Window = [`${window[0].slice(0, 7)}-01` as Day, window[1]];
  const campaigns = window[0].endsWith('-01') ? coming : await rows.happenings(firstOfMonth);
  const unplanned = ofKind(await rows.happenings([plusDays(end, 1 - DAYS_UNPLANNED), end]), 'queued_unplanned');
  const queued = latest([...ofKind(coming, 'queued'), ...unplanned], ({ subject }) => subject);
  const published = new Set((await rows.happeningsOf('article', subjects(queued))).map(({ subject }) => subject));
  return {
    queued: queued
      .filter(({ subject }) => !published.has(subject))
      .map((row) => as<{ title: string; on: Day | null }>(row)),
    targets: latest(ofKind(campaigns, 'campaign'), ({ subject }) => subject)
      .flatMap((row) => as<{ targets: readonly { page: string; anchor: string }[] }>(row).targets)
      .map(({ page: title, anchor }) => ({ title, anchor, on: null })),
  };
}

async function goalsOf(
  rows: SiteRows,
  numberOf: ReturnType<typeof goalValues>,
  { period_end: end, position }: Asked,
): Promise<ReportInputs['goals']> {
  const found = (await rows.standings('goal', null, { open: true })).map((row: StandingRow) => as<Goal>(row));
  const shown: ReportInputs['goals'][number][] = [];
  for (const state of found) {
    if (state.status === 'none' || state.setOn > end) continue;
    const { value } = await numberOf(state, end < state.by ? end : state.by, position);
    const { id, metric, baseline, target, by, metOn: met_on } = state;
    const pace = paceOf(state, value, end);
    shown.push({ id, metric, baseline, target, by, value, pace, met_on });
  }
  return shown.sort((a, b) => a.id - b.id);
}
