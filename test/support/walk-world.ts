import { ACORN } from '#cli/demo/sites';
import { stageOf } from '#cli/demo/stage';
import { historyOf } from '#cli/demo/work';
import type { Day } from '#domain/kernel/time';
import { fact as factAt, type SandboxApi, typed } from './api.ts';
import { must } from './backlinks.ts';

export const FIRST_DAY = '2026-06-17' as Day;
/** Somebody of the team, by their number on the platform. */
export const MAYA = 900;

const fact = (type: string, data: Record<string, unknown>) => factAt(type, data, `${FIRST_DAY}T07:00:00Z`);

/** What the platform has told before anybody sells anything: a client with a connected site, and how the site was found since spring. */
export async function toldBefore(api: SandboxApi): Promise<void> {
  const of = { account_id: ACORN.account_id };
  const site = { site_id: ACORN.site_id };
  const first = [
    fact('AccountRegistered', { ...of, name: ACORN.account, email: ACORN.email, plan: 'scale' }),
    fact('SiteRegistered', { ...of, ...site, domain: ACORN.domain }),
    fact('SiteIntegrationConnected', { ...site, platform: 'wordpress' }),
    fact('BlueprintGenerated', { ...site, blueprint_id: 101 }),
    fact('UserRegistered', { ...of, user_id: MAYA, name: 'Maya Lind', email: 'maya@alorig.example' }),
  ];
  await must(api.post('platform/facts/', first));
  await tells(api, '2026-04-01' as Day, '2026-06-16' as Day);
}

/** And what it tells as the days go by. */
export const tells = (api: SandboxApi, from: Day, to: Day): Promise<void> =>
  stageOf(typed(api)).tell(historyOf(ACORN, from, to, FIRST_DAY));
