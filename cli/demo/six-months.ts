import type { Client } from '#client/index';
import { type Day, firstDay, lastDay, monthOf, plusDays } from '#domain/kernel/time';
import { FROM } from './course.ts';
import { at, type Fact, fact } from './fact.ts';
import { order, type Placement, place, placementOf, remove } from './links.ts';
import { AGENCIES, type DemoSite } from './sites.ts';
import { reportsMade, type Stage } from './stage.ts';
import { historyOf } from './work.ts';

const day = (text: string): Day => text as Day;
/** When the clock of six months begins, and the last day that is told of. */
export const BEGIN = '2026-01-02T08:00:00Z';
export const END = day('2026-06-30');
const YEAR_BEFORE = day('2025-01-01');
export const MANAGER = 900;

/** A site of the story with what became of it. */
export type Told = { readonly site: DemoSite; readonly subscription: number };

const registered = (site: DemoSite, n: number): Fact[] => [
  fact(BEGIN, `account-${site.account_id}`, {
    type: 'AccountRegistered',
    data: {
      account_id: site.account_id,
      name: site.account,
      email: site.email,
      plan: 'scale',
      ...(site.agency === null ? {} : { parent_account_id: site.agency }),
    },
  }),
  fact(BEGIN, `site-${site.site_id}`, {
    type: 'SiteRegistered',
    data: { site_id: site.site_id, account_id: site.account_id, domain: site.domain, name: site.account },
  }),
  fact(BEGIN, `connected-${site.site_id}`, {
    type: 'SiteIntegrationConnected',
    data: { site_id: site.site_id, platform: 'wordpress', plugin_version: '1.4.0' },
  }),
  fact(BEGIN, `blueprint-${site.site_id}`, {
    type: 'BlueprintGenerated',
    data: { site_id: site.site_id, blueprint_id: 1_000 + n },
  }),
  fact(BEGIN, `approved-${site.site_id}`, {
    type: 'BlueprintApproved',
    data: { site_id: site.site_id, blueprint_id: 1_000 + n },
  }),
];

/** Agencies with their brands; answers the id of each one's branding by account. */
export async function agencies({ client, tell }: Stage): Promise<ReadonlyMap<number, number>> {
  await tell(
    AGENCIES.map(({ account_id, name, domain }) =>
      fact(BEGIN, `account-${account_id}`, {
        type: 'AccountRegistered',
        data: { account_id, name, email: `office@${domain}`, plan: 'scale', kind: 'agency' },
      }),
    ),
  );
  const brands = new Map<number, number>();
  for (const { account_id, name, domain, colors } of AGENCIES) {
    const { data: made } = await client.post('services/branding/', {
      body: {
        account_id,
        brand_name: name,
        primary_color: colors[0],
        secondary_color: colors[1],
        contact_email: `hello@${domain}`,
        website_url: `https://${domain}/`,
        footer_text: `${name}, reports for our clients`,
        report_domain: `reports.${domain}`,
      },
    });
    brands.set(account_id, made.id);
  }
  return brands;
}

/** Subscriptions of these sites, from the first days of January on. */
export async function subscribe(
  { client, tell }: Stage,
  sites: readonly DemoSite[],
  brands: ReadonlyMap<number, number>,
  known: Day = plusDays(FROM, -1),
): Promise<Told[]> {
  const manager = { user_id: MANAGER, account_id: sites[0]?.account_id ?? 1, name: 'Maya', email: 'maya@team.example' };
  await tell([
    ...sites.flatMap(registered),
    fact(BEGIN, 'manager', { type: 'UserRegistered', data: manager }),
    ...sites.flatMap((site) => historyOf(site, YEAR_BEFORE, known)),
  ]);
  const told: Told[] = [];
  for (const site of sites) {
    const branding_id = site.agency === null ? null : (brands.get(site.agency) ?? null);
    const theme = AGENCIES.find(({ account_id }) => account_id === site.agency)?.theme ?? 'light';
    const { data: made } = await client.post('services/subscriptions/', {
      body: {
        account_id: site.account_id,
        site_id: site.site_id,
        tier: site.tier,
        account_manager_id: MANAGER,
        service_config: {
          reporting: {
            cadence: 'monthly',
            branding_id,
            theme,
            // A Lite client's report waits to be read only where somebody asks for it.
            review: site.tier === 'pro' ? 'before_sending' : 'none',
            recipients: [site.email],
          },
          ...(site.tier === 'pro' ? { backlinks: { enabled: true, monthly_budget: '900.00' } } : {}),
        },
      },
    });
    told.push({ site, subscription: made.id });
    if (site.tier === 'pro')
      await client.post('integration/ahrefs/connect/', { body: { account_id: site.account_id, api_key: 'demo-key' } });
    await client.post('billing/accounts/{id}/payment-methods/', {
      path: { id: site.account_id },
      body: { gateway: 'stripe', test_card: 'ok' },
    });
  }
  return told;
}

/** What each site wants to reach, and what its charts are to remember. */
export async function aims(client: Client, { site }: Told): Promise<void> {
  const { site_id } = site;
  const month = Math.round(site.clicks * 28);
  const converted = site.goals.reduce((sum, [, share]) => sum + (month * share) / 0.62, 0);
  for (const [metric, baseline, target, by] of [
    ['clicks', month, Math.round(month * 1.5), '2026-09-30'],
    ['position', 17, 11, '2026-12-31'],
    ['conversions', Math.round(converted), Math.round(converted * 1.9), '2026-08-31'],
  ] as const)
    await client.post('services/goals/', { body: { site_id, metric, baseline, target, by } });
}

type Links = { readonly placement: Placement; readonly id: number };
/** The month of a Pro site's links: an order, four placements; answers them. */
async function linksOf(
  { client, until }: Stage,
  pro: readonly DemoSite[],
  first: Day,
  tell: (to: Day) => Promise<void>,
) {
  const placed = new Map<number, Links[]>();
  const orders = new Map<number, number>();
  const month = first.slice(0, 8);
  await until(at(day(`${month}03`), 9));
  for (const site of pro) orders.set(site.site_id, await order(client, site, 4));
  for (const n of ['06', '11', '16', '21']) {
    const on = day(`${month}${n}`);
    await tell(plusDays(on, -1));
    await until(at(on, 9));
    for (const site of pro) {
      const placement = placementOf(site, on, orders.get(site.site_id) ?? 0);
      const id = await place(client, on, placement);
      placed.set(site.site_id, [...(placed.get(site.site_id) ?? []), { placement, id }]);
    }
  }
  return placed;
}

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
/** January to June, month by month, up to the evening of the last day. `note` says how far it is. */
export async function sixMonths(
  stage: Stage,
  told: readonly Told[],
  note: (text: string) => void,
  months: readonly string[] = MONTHS,
): Promise<void> {
  const { client, tell, until } = stage;
  const sites = told.map(({ site }) => site);
  const pro = sites.filter(({ tier }) => tier === 'pro');
  let known = plusDays(firstDay(monthOf(day(`${months[0]}-01`))), -1);
  const tellTo = async (to: Day): Promise<void> => {
    if (to <= known) return;
    await tell(sites.flatMap((site) => historyOf(site, plusDays(known, 1), to)));
    known = to;
  };
  let earlier: ReadonlyMap<number, readonly Links[]> = new Map();
  for (const month of months) {
    note(`  ${month}`);
    const first = firstDay(monthOf(day(`${month}-01`)));
    if (month === months[Math.min(1, months.length - 1)]) for (const each of told) await aims(client, each);
    const placed = await linksOf(stage, pro, first, tellTo);
    // In March and June a link of the month before goes; in March another takes its place.
    const lost = month === '2026-03' || month === '2026-06' ? earlier : new Map<number, readonly Links[]>();
    for (const [, links] of lost) if (links[1]) await remove(client, links[1].placement);
    const last = lastDay(monthOf(first));
    await tellTo(day(`${month}-24`));
    await until(at(day(`${month}-25`), 9));
    if (month === '2026-03')
      for (const site of pro) {
        const gone = lost.get(site.site_id)?.[1];
        if (!gone) continue;
        const on = day(`${month}-25`);
        await place(client, on, placementOf(site, on, gone.placement.order), gone.id).catch(() => undefined);
      }
    for (const site of sites) await notes(client, site, first, last);
    await until(at(last, 23, 40));
    await tellTo(last);
    await until(at(plusDays(last, 1), 6, 10));
    await reportsMade(client);
    if (last !== END) await approveAll(client);
    earlier = placed;
  }
}

/** Notes on days of the month that is over. */
async function notes(client: Client, { site_id, dip }: DemoSite, first: Day, last: Day): Promise<void> {
  const texts: readonly (readonly [Day, string])[] = [
    [dip, 'Search results changed for everybody: many sites of this trade fell'],
    [plusDays(dip, 26), 'Guides rewritten after the fall went live'],
    [day('2026-06-09'), 'The new booking form went live'],
  ];
  for (const [date, text] of texts)
    if (date >= first && date <= last)
      await client.post('services/annotations/', { body: { site_id, date, text, visibility: 'client' } });
}

/** What waits to be read is read. */
export async function approveAll(client: Client): Promise<void> {
  const { results } = (await client.get('services/reports/', { query: { state: 'in_review', page_size: 100 } })).data;
  for (const { id, version } of results)
    await client.post('services/reports/{id}/approve/', { path: { id }, body: { version } });
}
