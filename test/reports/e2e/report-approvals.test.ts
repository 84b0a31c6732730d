import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';

const REPORTS = 'services/reports/';
const APPROVALS = 'services/approvals/';
type Listed = { readonly kind: string; readonly id: number };

describe('reports in the list of what waits for a yes or a no', () => {
  let api: SandboxApi;
  let agency: Client;
  let stranger: Client;
  let client: Client;
  let manager: Client;
  /** Under the agency’s branding, and in the house’s own name. */
  let branded = 0;
  let plain = 0;
  const settle = () => api.post('sandbox/clock/advance/', { by: '2m' });
  const listed = async (who: Client): Promise<number[]> =>
    (await who.get(`${APPROVALS}?kind=report`)).body.results.map(({ id }: Listed) => id).sort();
  const made = async (body: object): Promise<number> => {
    const report = { report_type: 'monthly', period_start: '2026-06-01', sections: ['executive_summary'], ...body };
    const answer = await api.post(`${REPORTS}generate/`, report);
    expect(answer.status, JSON.stringify(answer.body)).toBe(202);
    return answer.body.id;
  };

  beforeAll(async () => {
    api = await sandboxApi('2026-06-29T08:00:00Z');
    const [account, ...site] = clientFacts(4, 44);
    const agencies = [1, 6].map((account_id) =>
      fact('AccountRegistered', {
        account_id,
        name: `Agency ${account_id}`,
        email: `agency${account_id}@example.com`,
        plan: 'scale',
        kind: 'agency',
      }),
    );
    await api.post('platform/facts/', [
      ...agencies,
      { ...account, data: { ...account?.data, parent_account_id: 1 } },
      ...site,
      ...clientFacts(4, 45).slice(1),
      fact('UserRegistered', { user_id: 900, account_id: 1, name: 'Maya', email: 'maya@team.example' }),
    ]);
    const as = async (role: string, more: object) =>
      api.as((await api.post('auth/tokens/', { role, scopes: ['read', 'write'], ...more })).body.token);
    agency = await as('agency', { account_id: 1 });
    stranger = await as('agency', { account_id: 6 });
    client = await as('client', { account_id: 4 });
    manager = await as('account_manager', { user_id: 900 });
    const branding_id = (await agency.post('services/branding/', { brand_name: 'Acorn' })).body.id;
    const subscribe = async (site_id: number, more: object) => {
      const answer = await api.post('services/subscriptions/', { account_id: 4, site_id, tier: 'pro', ...more });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body.id as number;
    };
    const first = await subscribe(44, { account_manager_id: 900 });
    const second = await subscribe(45, {});
    await settle();
    await api.advance('2026-07-01T05:00:00Z');
    branded = await made({ subscription_id: first, branding_id });
    plain = await made({ subscription_id: second });
    await settle();
  }, 120_000);
  afterAll(() => api.stop());

  it('stand in that of staff and of agencies, never in a client’s', async () => {
    expect(await listed(api)).toEqual([branded, plain]);
    expect(await listed(manager)).toEqual([branded]);
    expect(await listed(agency)).toEqual([branded, plain]);
    expect(await listed(stranger)).toEqual([]);
    expect(await listed(client)).toEqual([]);
    expect((await client.get(APPROVALS)).body.results.map(({ kind }: Listed) => kind)).not.toContain('report');
    const found = (await agency.get(`${APPROVALS}?kind=report&site_id=44`)).body.results;
    expect(found).toMatchObject([
      {
        title: `Report ${branded}: monthly, 2026-06-01 to 2026-06-30`,
        account_id: 4,
        waiting_for: 'us',
        href: `/api/v1/services/reports/${branded}/`,
      },
    ]);
  });

  it('are decided by staff, and by the agency whose branding they are under', async () => {
    const yes = { outcome: 'approved' };
    const post = (who: Client, id: number, body: object) => who.post(`${APPROVALS}report/${id}/`, body);
    expect((await post(client, branded, yes)).status).toBe(404);
    expect((await post(stranger, branded, yes)).status).toBe(404);
    expect((await post(manager, plain, yes)).status).toBe(404);
    expect((await post(agency, plain, yes)).status).toBe(403);
    expect((await post(agency, branded, { outcome: 'changes_requested', note: 'x' })).status).toBe(422);
    expect((await post(agency, branded, { outcome: 'rejected' })).status).toBe(422);

    const approved = await post(agency, branded, yes);
    expect([approved.status, approved.body]).toEqual([200, { kind: 'report', id: branded, outcome: 'approved' }]);
    expect((await api.get(`${REPORTS}${branded}/`)).body).toMatchObject({ state: 'approved', version: 1 });
    expect((await post(agency, branded, yes)).status).toBe(404);
    expect(await listed(api)).toEqual([plain]);
  });

  it('come back as the next version once one is rejected, and that is what is decided then', async () => {
    const path = `${APPROVALS}report/${plain}/`;
    const rejected = await api.post(path, { outcome: 'rejected', note: 'search data are missing' });
    expect(rejected.status, JSON.stringify(rejected.body)).toBe(200);
    expect((await api.get(`${REPORTS}${plain}/`)).body).toMatchObject({ state: 'rejected', version: 1 });
    expect(await listed(api)).toEqual([]);
    expect((await api.post(`${REPORTS}${plain}/regenerate/`, {})).status).toBe(202);
    expect((await api.post(path, { outcome: 'approved' })).status).toBe(404);
    await settle();
    expect(await listed(api)).toEqual([plain]);
    expect((await api.post(path, { outcome: 'approved' })).status).toBe(200);
    expect((await api.get(`${REPORTS}${plain}/`)).body).toMatchObject({ state: 'approved', version: 2 });
  });
});
