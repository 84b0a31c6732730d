import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientFacts, fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

const MEMBERS = 'services/members/';
let api: SandboxApi;
beforeAll(async () => {
  // Nobody has said where links of agencies lead, nor whom their mail is from.
  api = await sandboxApi('2026-06-17T08:00:00Z');
  const account = { name: 'Acorn', email: 'post@acorn.example', plan: 'scale', kind: 'agency' };
  await must(
    api.post('platform/facts/', [
      fact('AccountRegistered', { ...account, account_id: 5 }),
      fact('AccountRegistered', {
        ...account,
        account_id: 4,
        name: 'Child',
        email: 'child@acorn.example',
        kind: 'client',
        parent_account_id: 5,
      }),
    ]),
  );
});
afterAll(() => api.stop());

it('nobody is invited who could not be written to in the name that they know', async () => {
  const invite = (email: string) =>
    api.post(MEMBERS, { account_id: 4, name: 'Nora', email, may: ['reports'], language: 'en' });
  expect((await invite('nora@child.example')).status).toBe(201);
  await must(
    api.post('services/branding/', { account_id: 5, brand_name: 'Acorn', contact_email: 'a@acorn.example' }),
    201,
  );
  const refused = await invite('otto@child.example');
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    409,
    'white_label_unready',
    'links need a report_domain that is proved, or WHITE_LABEL_URL',
  ]);
  expect((await must(api.get(`${MEMBERS}?account_id=4`))).count).toBe(1);
});

it('service begins all the same: nobody is welcomed in another name, and whoever manages the client is told', async () => {
  await must(api.post('platform/facts/', clientFacts(4, 44).slice(1)));
  const { id } = await must(api.post('services/subscriptions/', { account_id: 4, site_id: 44, tier: 'pro' }), 201);
  await must(api.post('sandbox/clock/advance/', { by: '2h' }));
  expect(await must(api.get(`services/subscriptions/${id}/`))).toMatchObject({
    status: 'active',
    onboarding: { status: 'completed' },
  });
  const sent = (await must(api.get('sandbox/mail/'))).results as readonly { to: string[]; text: string }[];
  expect(sent.flatMap(({ to }) => to).filter((to) => to === 'child@acorn.example')).toEqual([]);
  expect(sent.map(({ text }) => text).join()).toContain(
    "No welcome was sent, since the agency's brand is not ready: links need a report_domain that is proved, or WHITE_LABEL_URL.",
  );
});
