import { afterAll, beforeAll, expect, it } from 'vitest';
import { fact, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

const MEMBERS = 'services/members/';
let api: SandboxApi;
beforeAll(async () => {
  // Nobody has said where links of agencies lead, nor whom their mail is from.
  api = await sandboxApi('2026-06-17T08:00:00Z');
  const account = { name: 'Acorn', email: 'a5@acorn.example', plan: 'scale', kind: 'agency' };
  await must(
    api.post('platform/facts/', [
      fact('AccountRegistered', { ...account, account_id: 5 }),
      fact('AccountRegistered', { ...account, account_id: 4, name: 'Child', kind: 'client', parent_account_id: 5 }),
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
