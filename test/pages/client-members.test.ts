import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { withMembers } from '#test/support/made-members';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';
import { Visitor } from '#test/support/visitor';

let world: Houses;
let client: Reader;
beforeAll(async () => {
  world = await withMembers(await houses());
  client = new Reader(world.url, world.tokens.client);
}, 120_000);
afterAll(() => world?.stop());

const MEMBERS = 'services/members/';
/** Somebody who has followed the link of a mail. */
async function signedIn(email: string): Promise<Visitor> {
  const visitor = new Visitor(world.url);
  await visitor.post('/app/sign-in/', { email });
  await world.advance(new Date(Date.parse((await must(world.get('sandbox/clock/'))).now) + 60_000).toISOString());
  const { results } = await must(world.get('sandbox/mail/'));
  const mail = (results as { to: string[]; text: string }[]).filter(({ to }) => to.includes(email)).at(-1);
  const link = /\/app\/sign-in\/[\w.-]+\//.exec(mail?.text ?? '')?.[0] ?? '';
  await visitor.post(link, { choice: '0' });
  expect(visitor.session).toBeDefined();
  return visitor;
}

describe('members of an account', () => {
  it('are invited with what they may do, changed and removed', async () => {
    const wrong = await client.fill('/app/members/invite/', 'invite', { '/name': 'Ada', '/email': 'nobody' });
    expect(wrong.status).toBe(422);
    expect(formOf(wrong.html, 'invite').fields.get('/name')).toBe('Ada');
    const wanted = { '/name': 'Ada', '/email': 'ada@client.example', '/may': ['reports', 'invoices'] };
    expect((await client.fill('/app/members/invite/', 'invite', wanted)).status).toBe(303);
    const { html } = await client.get('/app/members/');
    expect(html).toContain('ada@client.example');
    expect(html).not.toContain('member2@example.com');
    const { results } = await must(world.get(`${MEMBERS}?account_id=1`));
    const ada = (results as { id: number; name: string }[]).find(({ name }) => name === 'Ada')?.id ?? 0;
    const at = `/app/members/${ada}/`;
    expect((await client.fill(at, 'member', { '/may': ['reports'], '/language': 'de' })).status).toBe(303);
    expect(await must(world.get(`${MEMBERS}${ada}/`))).toMatchObject({ may: ['reports'], language: 'de' });
    expect((await client.get(`${at}remove/`)).html).toContain('is signed out everywhere now');
    expect((await client.fill(`${at}remove/`, 'remove')).headers.get('location')).toBe('/app/members/');
    expect(await must(world.get(`${MEMBERS}${ada}/`))).toMatchObject({ status: 'removed' });
  });

  it('see the pages that they may, and none of the others', async () => {
    const member = await signedIn('member1@example.com');
    const status = async (path: string) => (await member.get(path)).status;
    for (const path of ['overview/', 'orders/', 'orders/1/', 'reports/', 'members/', 'members/1/', 'subscriptions/1/'])
      expect([path, await status(`/app/${path}`)]).toEqual([path, 200]);
    for (const path of ['approvals/', 'approvals/order/1/', 'invoices/', 'invoices/1/', 'members/invite/', 'orders/2/'])
      expect([path, await status(`/app/${path}`)]).toEqual([path, 404]);
    const { text } = await member.get('/app/overview/');
    expect(text).not.toMatch(/\/app\/(invoices|approvals)\//);
    expect(text).toContain('Member of 1');
  });
});
