import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { withMembers } from '#test/support/made-members';
import { formOf, type Houses, houses, MANAGER, Reader } from '#test/support/pages';

let world: Houses;
let admin: Reader;
let maya: Reader;
beforeAll(async () => {
  world = await withMembers(await houses());
  admin = new Reader(world.url, world.tokens.admin);
  maya = new Reader(world.url, world.tokens.manager);
}, 120_000);
afterAll(() => world?.stop());
const INVITE = '/app/members/invite/';

describe('people, as the team has them', () => {
  it('are invited to an account with rights, or to the staff with a role', async () => {
    const both = { '/name': 'Ada', '/email': 'ada@client.example' };
    const client = await admin.fill(INVITE, 'invite', { ...both, '/account_id': '1', '/may': ['reports', 'buy'] });
    expect([client.status, client.headers.get('location')]).toEqual([303, '/app/members/']);
    const staff = { '/name': 'Maya', '/email': 'maya@team.example', '/role': 'account_manager' };
    const without = await admin.fill(INVITE, 'invite', staff);
    expect(without.status).toBe(422);
    expect(formOf(without.html, 'invite').fields.get('/name')).toBe('Maya');
    expect((await admin.fill(INVITE, 'invite', { ...staff, '/user_id': String(MANAGER) })).status).toBe(303);
    const { results } = await must(world.get('services/members/?ordering=-id'));
    expect(results.slice(0, 2)).toMatchObject([
      { name: 'Maya', role: 'account_manager', user_id: MANAGER, account_id: null },
      { name: 'Ada', account_id: 1, may: ['reports', 'buy'] },
    ]);
    const { html } = await admin.get('/app/members/');
    expect(html).toMatch(
      /ada@client\.example[\s\S]*Client 1[\s\S]*maya@team\.example[\s\S]*Staff[\s\S]*Account manager/,
    );
    expect((await admin.get('/app/members/csv/')).html).toContain('Ada');
    // Whoever begins a service chooses who looks after it.
    expect(formOf((await admin.get('/app/services/new/')).html, 'create').fields.has('/account_manager_id')).toBe(true);
  });

  it('are those of an account manager’s accounts alone, who invites no staff', async () => {
    const { html } = await maya.get('/app/members/');
    expect(html).toContain('member1@example.com');
    expect(html).not.toContain('member2@example.com');
    expect(html).not.toContain('maya@team.example');
    expect(formOf((await maya.get(INVITE)).html, 'invite').fields.has('/role')).toBe(false);
    const foreign = { '/name': 'Eve', '/email': 'eve@client.example', '/account_id': '2' };
    expect((await maya.fill(INVITE, 'invite', foreign)).status).toBe(404);
  });

  it('change what they may do, keep their role, and are removed', async () => {
    expect((await admin.fill('/app/members/1/', 'member', { '/may': ['orders'] })).status).toBe(303);
    expect(await must(world.get('services/members/1/'))).toMatchObject({ may: ['orders'] });
    const [staff] = (await must(world.get('services/members/?ordering=-id'))).results;
    const at = `/app/members/${staff.id}/`;
    expect(formOf((await admin.get(at)).html, 'member').fields.has('/may')).toBe(false);
    expect((await admin.fill(at, 'member', { '/language': 'de' })).status).toBe(303);
    expect((await admin.fill(`${at}remove/`, 'remove')).status).toBe(303);
    expect(await must(world.get(`services/members/${staff.id}/`))).toMatchObject({ status: 'removed', language: 'de' });
  });
});

describe('what only a sandbox has', () => {
  it('shows its mail newest first, with what it leads to as links, and nothing of it as markup', async () => {
    const evil = { account_id: 1, name: '<img src=x>', email: 'evil@client.example', may: ['reports'] };
    await must(world.post('services/members/', evil), 201);
    await world.advance('2026-06-17T08:10:00Z');
    const { html } = await admin.get('/app/sandbox/mail/?to=evil%40');
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html).not.toContain('<img src=x>');
    expect(html).toMatch(/<a href="http[^"]*\/app\/sign-in\/">/);
    expect((await maya.get('/app/sandbox/mail/')).status).toBe(404);
  });

  it('makes pages and says what the index has', async () => {
    const page = { '/url': 'https://blog.example/a', '/html': '<p>Hello</p>' };
    expect((await admin.fill('/app/sandbox/web/', 'page', page)).status).toBe(303);
    expect((await admin.fill('/app/sandbox/web/', 'index', { '/url': 'https://blog.example/a' })).status).toBe(303);
    const wrong = await admin.fill('/app/sandbox/web/', 'page', { '/url': 'no address' });
    expect([wrong.status, formOf(wrong.html, 'page').fields.get('/url')]).toEqual([422, 'no address']);
  });
});
