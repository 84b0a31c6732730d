import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';

const [AGENCY, CHILD, OWN] = [1, 2, 3];
const addressOf = (account: number) => `client${account}@example.com`;

/** An agency's client, whose card is declined, and a client of the house’s own: both are billed. */
describe('mail about money', () => {
  let api: SandboxApi;
  let mails: { to: string[]; subject: string; text: string }[] = [];
  const about = (account: number) =>
    mails.filter(({ to, subject }) => to.includes(addressOf(account)) && /invoice/i.test(subject));

  beforeAll(async () => {
    api = await sandboxApi('2026-06-17T08:00:00Z');
    const [agency] = clientFacts(AGENCY, 11);
    await must(api.post('platform/facts/', [{ ...agency, data: { ...agency?.data, kind: 'agency' } }]));
    const [account, ...site] = clientFacts(CHILD, 22);
    await must(
      api.post('platform/facts/', [{ ...account, data: { ...account?.data, parent_account_id: AGENCY } }, ...site]),
    );
    await must(api.post('platform/facts/', clientFacts(OWN, 33)));
    for (const id of [CHILD, OWN]) {
      const card = { gateway: 'stripe', test_card: 'fails_later' };
      await must(api.post(`billing/accounts/${id}/payment-methods/`, card), 201);
      await must(api.post('services/subscriptions/', { account_id: id, site_id: id * 11, tier: 'lite' }), 201);
    }
    await api.advance('2026-07-01T08:00:00Z');
    mails = (await must(api.get('sandbox/mail/'))).results;
  });
  afterAll(() => api.stop());

  it('of an agency’s client goes to the agency, and says whose it is', () => {
    expect(about(CHILD)).toEqual([]);
    const subjects = about(AGENCY).map(({ subject }) => subject);
    expect(subjects.some((subject) => /^Invoice INV-2026-\d+ over /.test(subject))).toBe(true);
    expect(subjects.some((subject) => /^The payment of invoice .* failed$/.test(subject))).toBe(true);
    for (const { text } of about(AGENCY)) {
      expect(text).toContain('Hello Client 1,');
      expect(text).toContain('This is about your client Client 2.');
    }
  });

  it('of anybody else goes to the client, who is not told of clients', () => {
    expect(about(OWN).length).toBe(about(AGENCY).length);
    for (const { text } of about(OWN)) expect(text).not.toContain('your client');
  });
});
