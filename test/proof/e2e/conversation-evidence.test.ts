import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { unpacked } from '#domain/proof/bundle-zip';
import { checked } from '#domain/proof/evidence-bundle-check';
import { type Client, clientFacts, type SandboxApi, sandboxApi } from '#test/support/api';
import { must } from '#test/support/backlinks';
import { sendFile } from '#test/support/send-file';
import { verify } from '../../../docs/verify/verify.mjs';
import { pdf, png } from '../../platform/files.ts';

const TEAM = 'They always complain in July';
const LARGE = pdf(`${'% '.repeat(2_200_000)}\n`);

describe('messages as evidence', () => {
  let api: SandboxApi;
  let client: Client;
  let token = '';
  let bundle = new Uint8Array();
  const files = () => unpacked(bundle) ?? new Map<string, Uint8Array>();
  const text = (name: string) => new TextDecoder().decode(files().get(name));
  const say = (who: Client, kind: string, id: number, body: object) =>
    must(who.post(`services/conversations/${kind}/${id}/messages/`, body), 201);

  /** June of a site, paid by card; written about by both sides before and after; then disputed at the card network. */
  beforeAll(async () => {
    api = await sandboxApi('2026-06-10T08:00:00Z');
    await must(api.post('platform/facts/', clientFacts(1, 11)));
    token = (await must(api.post('auth/tokens/', { role: 'client', account_id: 1, user_id: 700 }), 201)).token;
    client = api.as(token);
    await must(api.post('billing/accounts/1/payment-methods/', { gateway: 'stripe', test_card: 'ok' }), 201);
    await must(api.post('services/subscriptions/', { account_id: 1, site_id: 11, tier: 'pro' }), 201);
    await api.advance('2026-06-12T08:00:00Z');
    const sent = async (name: string, bytes: Buffer) => (await sendFile(api, token, name, bytes)).body.id;
    const attached = [
      await sent('Wilhelmina.pdf', pdf('% signed by us both\n')),
      await sent('screen.png', png()),
      await sent('large.pdf', LARGE),
      await sent('table.csv', Buffer.from('a,b\n1,2\n')),
    ];
    await say(client, 'subscription', 1, { text: 'Wilhelmina is happy with June', files: attached });
    await say(api, 'subscription', 1, { text: TEAM, visibility: 'team' });
    await api.advance('2026-07-01T12:00:00Z');
    const invoice = await must(api.get('billing/invoices/1/'));
    await say(api, 'invoice', 1, { text: 'Your invoice is there.' });
    await say(client, 'invoice', 1, { text: 'Thanks, all fine.' });
    const { reference } = invoice.payments[0];
    await must(api.post('sandbox/disputes/', { provider: 'stripe', reference, amount: '40.00' }), 201);
    await api.advance('2026-07-01T14:00:00Z');
    const [dispute] = (await must(api.get('audit/disputes/?opened_by=card_network'))).results;
    await must(api.post(`audit/disputes/${dispute.id}/evidence/`, { submit: true }));
    await api.advance('2026-07-01T15:00:00Z');
    const answer = await fetch(`${api.url}/api/v1/audit/disputes/${dispute.id}/bundle/`, {
      headers: { authorization: 'Bearer first-admin-token' },
    });
    expect(answer.status).toBe(200);
    bundle = new Uint8Array(await answer.arrayBuffer());
    expect(await must(api.get(`audit/disputes/${dispute.id}/`))).toMatchObject({ status: 'submitted' });
  }, 180_000);
  afterAll(() => api?.stop());

  it('stand in the bundle with their events, sealed, and two verifiers agree', () => {
    expect([checked(bundle, {}, checkCrypto), verify(bundle)]).toMatchObject([
      { verdict: 'holds' },
      { verdict: 'holds' },
    ]);
    const messages = JSON.parse(text('deliverables/messages.json'));
    expect(
      messages.map(({ kind, subject_id, role }: { kind: string; subject_id: number; role: string }) => [
        kind,
        subject_id,
        role,
      ]),
    ).toEqual([
      ['subscription', 1, 'client'],
      ['invoice', 1, 'admin'],
      ['invoice', 1, 'client'],
    ]);
    expect(
      messages[0].files.map(({ type, size }: { type: string; size: number }) => [type, size > 4 * 1024 * 1024]),
    ).toEqual([
      ['application/pdf', false],
      ['image/png', false],
      ['application/pdf', true],
      ['text/csv', false],
    ]);
    for (const { text: said } of messages) expect(said).toMatch(/^sealed:v1:/);
    expect(Buffer.from(bundle).includes('Wilhelmina')).toBe(false);
  });

  it('bring along the files that a card network takes, up to four mebibytes', () => {
    const enclosed = [...files().keys()].filter((name) => name.startsWith('deliverables/messages/'));
    expect(enclosed.map((name) => name.split('.').at(-1)).sort()).toEqual(['pdf', 'png']);
    const picture = enclosed.find((name) => name.endsWith('.png')) ?? '';
    expect(Buffer.from(files().get(picture) ?? []).equals(png())).toBe(true);
  });

  it('are told to the card network, and what the team wrote to itself to nobody', () => {
    const { customer_communication } = JSON.parse(text('stripe-evidence.json'));
    expect(customer_communication.split('\n').map((row: string) => row.replace(/^\S+ |sealed:\S+/g, ''))).toEqual([
      'client: ',
      expect.stringMatching(/^ +File/),
      expect.stringMatching(/^ +File/),
      expect.stringMatching(/^ +File/),
      expect.stringMatching(/^ +File/),
      'admin: ',
      'client: ',
    ]);
    const events = text('events.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const posted = events.filter(({ type }) => type === 'MessagePosted');
    expect(posted.map(({ data }) => data.visibility)).toEqual(['client', 'client', 'client']);
  });
});
