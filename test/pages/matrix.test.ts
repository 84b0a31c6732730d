import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '#api/http/routes';
import { withBrands } from '#test/support/made-brands';
import { withMembers } from '#test/support/made-members';
import { withReports } from '#test/support/made-reports';
import { withMoney } from '#test/support/money';
import { type Houses, houses, Reader, type Role } from '#test/support/pages';
import { withWork } from '#test/support/work';
import { sampleOf } from './samples.ts';

/** Role × page × tenant, from the table of routes: whatever page is added is in it. */
let world: Houses;
let pages: readonly Route[];
beforeAll(async () => {
  world = await withMembers(await withReports(await withMoney(await houses())));
  await withBrands(await withWork(world));
  pages = world.running.app.routes.filter(({ page, method, roles }) => page && method === 'get' && roles !== 'public');
}, 120_000);
afterAll(() => world?.stop());

const ROLES: Readonly<Record<Role, string>> = {
  admin: 'admin',
  manager: 'account_manager',
  otherManager: 'account_manager',
  agency: 'agency',
  client: 'client',
  otherClient: 'client',
  platform: 'platform',
};
/** Whether somebody sees what is account 1's, and what is account 2's. */
const SEES: Readonly<Record<Role, { own: boolean; foreign: boolean }>> = {
  admin: { own: true, foreign: true },
  manager: { own: true, foreign: false },
  otherManager: { own: false, foreign: false },
  agency: { own: false, foreign: false },
  client: { own: true, foreign: false },
  otherClient: { own: false, foreign: true },
  platform: { own: false, foreign: false },
};
const names = (path: string): boolean => path.includes('{');
const isStream = ({ path }: Route): boolean => path.endsWith('/live/');

describe('who sees which page', () => {
  it('is declared for every page, and each that names something has a sample of two accounts', () => {
    expect(pages.length).toBeGreaterThan(3);
    for (const { path } of pages.filter((each) => names(each.path))) expect(sampleOf(path, 'own')).not.toContain('{');
  });

  it.each(Object.keys(ROLES) as Role[])(
    '%s sees the pages of that role, and of those only what is theirs',
    async (role) => {
      const reader = new Reader(world.url, world.tokens[role]);
      for (const route of pages.filter((each) => !isStream(each))) {
        const allowed = (route.roles as readonly string[]).includes(ROLES[role]);
        const tries = names(route.path)
          ? (['own', 'foreign'] as const).map(
              (which) => [sampleOf(route.path, which), allowed && SEES[role][which]] as const,
            )
          : [[route.path, allowed] as const];
        for (const [path, seen] of tries) {
          const { status, html } = await reader.get(path);
          const what = `${role} at ${path}`;
          if (seen) expect([200, 303], what).toContain(status);
          else {
            expect(status, what).toBe(404);
            expect(html, what).not.toMatch(/site11|site22|Client [12]/);
          }
        }
      }
    },
  );

  it('nobody sees a page without being known, nor a stream that is not theirs', async () => {
    const nobody = new Reader(world.url, null);
    for (const route of pages) {
      const { status } = await nobody.get(names(route.path) ? sampleOf(route.path, 'own') : route.path);
      expect([401, 303], route.path).toContain(status);
    }
    const client = new Reader(world.url, world.tokens.client);
    for (const route of pages.filter(isStream)) {
      if ((route.roles as readonly string[]).includes('client')) continue;
      expect((await client.get(names(route.path) ? sampleOf(route.path, 'own') : route.path)).status).toBe(404);
    }
  });

  it('shows a manager and a client nothing of anybody else on pages that name nothing', async () => {
    for (const [role, foreign] of [
      ['manager', /site22|Client 2\b/],
      ['client', /site22|Client 2\b/],
      ['otherClient', /site11|Client 1\b/],
      ['otherManager', /site11|site22|Client [12]\b/],
    ] as const)
      for (const { path } of pages.filter((each) => !names(each.path) && !isStream(each)))
        expect((await new Reader(world.url, world.tokens[role]).get(path)).html, `${role} at ${path}`).not.toMatch(
          foreign,
        );
  });

  it('is not there at all while managed services are not launched', async () => {
    await world.put('ops/flags/', { flag: 'managed_services_enabled', enabled: false, reason: 'no' });
    const admin = new Reader(world.url, world.tokens.admin);
    expect((await admin.get('/app/services/')).status).toBe(404);
    await world.put('ops/flags/', { flag: 'managed_services_enabled', enabled: true, reason: 'yes' });
    expect((await admin.get('/app/services/')).status).toBe(200);
  });
});
