import type { Client } from '#client/index';
import type { Day } from '#domain/kernel/time';
import { at, fact } from './fact.ts';
import { launched } from './launch.ts';
import { ACORN, AGENCY_SITES } from './sites.ts';
import { agencies, sixMonths, subscribe, type Told } from './six-months.ts';
import type { Stage } from './stage.ts';

const JUNE = '2026-06-01' as Day;
const NIGHT = '2026-07-01' as Day;

/** Three agencies' clients and one of our own, over six months, with June's reports in every state. */
export async function keptWorld(stage: Stage, note: (text: string) => void): Promise<readonly Told[]> {
  const { client, tell, until } = stage;
  const brands = await agencies(stage);
  const told = await subscribe(stage, [ACORN, ...AGENCY_SITES], brands);
  await until('2026-01-02T10:00:00Z');
  await sixMonths(stage, told, note);
  note('  reports of June, in every state');
  await everyState(client, told);
  await tell(
    told.map(({ site }) =>
      fact(at(NIGHT, 6), `review-${site.site_id}`, {
        type: 'ArticleAwaitingReview',
        data: { site_id: site.site_id, content_id: site.site_id * 10_000 + 9_999, title: `About ${site.topics[0]}` },
      }),
    ),
  );
  await until(at(NIGHT, 9, 30));
  note('  the launch: paid, switched on, submitted, announced');
  const check = await launched(client, told.length);
  if (!check.done) throw new Error(`the launch waits for ${check.next_step}`);
  return told;
}

/** One sent and shared, one approved, one with a comment to be read again, one rejected, one that cannot be made. */
async function everyState(client: Client, told: readonly Told[]): Promise<void> {
  const reports = new Map<number, { readonly id: number; readonly version: number }>();
  for await (const { site_id, period_start, id, version } of client.pages('services/reports/', {
    query: { report_type: 'monthly' },
  }))
    if (period_start === JUNE) reports.set(site_id, { id, version });
  const of = (account: string) => {
    const site = told.find((each) => each.site.account === account)?.site.site_id ?? 0;
    const found = reports.get(site);
    if (!found) throw new Error(`${account} has no report of June`);
    return { path: { id: found.id }, version: found.version };
  };
  const { path: sent, version } = of('Acorn Dental');
  await client.post('services/reports/{id}/approve/', { path: sent, body: { version } });
  await client.post('services/reports/{id}/send/', { path: sent, body: { version } });
  await client.post('services/reports/{id}/share/', { path: sent, body: {} });
  const approved = of('Nordraum Furniture');
  await client.post('services/reports/{id}/approve/', { path: approved.path, body: { version: approved.version } });
  const commented = of('Vaultline Security');
  await client.post('services/reports/{id}/comment/', {
    path: commented.path,
    body: {
      section: 'organic_traffic',
      text: 'The guides that were rewritten in May are what brings the clicks back.',
    },
  });
  const rejected = of('Grove Garden Centre');
  await client.post('services/reports/{id}/reject/', {
    path: rejected.path,
    body: { version: rejected.version, reason: 'The shop’s orders of the last week are missing.' },
  });
  // A logo that is nowhere: the next version cannot be made, and says why.
  const broken = told.find(({ site }) => site.account === 'Peak Cycles');
  if (!broken) return;
  await client.patch('services/subscriptions/{id}/', {
    path: { id: broken.subscription },
    body: { service_config: { reporting: { client_logo_url: 'https://peakcycles.example/logo.png' } } },
  });
  const { path: failed } = of('Peak Cycles');
  await client.post('services/reports/{id}/regenerate/', { path: failed, body: {} });
}
