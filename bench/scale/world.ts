import { FOUNDED, type Served } from './served.ts';

let facts = 0;
const fact = (type: string, data: object) => ({
  specversion: '1.0',
  id: `bench-${facts++}`,
  source: 'bench',
  type,
  time: FOUNDED,
  data,
});

/** So many accounts, each with a site and a subscription that runs. */
export async function subscriptions(served: Served, count: number): Promise<void> {
  for (let id = 1; id <= count; id++) {
    const owner = { account_id: id, site_id: id };
    await served.call('POST', 'platform/facts/', [
      fact('AccountRegistered', { account_id: id, name: `Client ${id}`, email: `c${id}@bench.example`, plan: 'scale' }),
      fact('SiteRegistered', { ...owner, domain: `site${id}.example` }),
      fact('SiteIntegrationConnected', { site_id: id, platform: 'wordpress' }),
      fact('BlueprintGenerated', { site_id: id, blueprint_id: id }),
    ]);
    await served.call('POST', 'services/subscriptions/', { ...owner, tier: 'lite' });
  }
  await served.call('POST', 'sandbox/clock/advance/', { to: '2026-05-22T12:00:00.000Z' });
  const { results } = await served.call<{ results: { status: string }[] }>(
    'GET',
    'services/subscriptions/?page_size=100',
  );
  const running = results.filter(({ status }) => status === 'active').length;
  if (running < Math.min(100, count)) throw new Error(`${served.name}: only ${running} subscriptions run`);
}
