import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectReadable, inBrowser, person } from '#test/support/browser';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';
import { PLUGIN, withPlugin } from '#test/support/plugin';
import { append, FUNCTIONS, release, zipOf } from '../plugin/fixtures.ts';

let world: Houses;
let ada: Reader;
let maya: Reader;
beforeAll(async () => {
  world = await withPlugin(await houses());
  ada = new Reader(world.url, world.tokens.admin);
  maya = new Reader(world.url, world.tokens.manager);
}, 120_000);
afterAll(() => world?.stop());

const at = (version: string, what = '') => `/app/plugin/release/${what}?version=${version}`;

describe('the plugin’s pages', () => {
  it('list the releases for the team; only admins are led to change anything', async () => {
    const { html } = await maya.get('/app/plugin/');
    for (const words of ['1.3.0', '20 % of sites', 'withdrawn', '4 errors', 'nothing found'])
      expect(html).toContain(words);
    expect(html).not.toContain('Upload a ZIP');
    expect((await ada.get('/app/plugin/')).html).toContain('Upload a ZIP');
    expect((await maya.get('/app/plugin/upload/')).status).toBe(404);
    expect((await maya.get(at('1.1.0', 'withdraw/'))).status).toBe(404);
    expect((await new Reader(world.url, world.tokens.client).get('/app/plugin/')).status).toBe(404);
    expect((await maya.get('/app/plugin/csv/')).html).toContain('"1.2.0","published"');
  });

  it('show a release item by item, with file and line, what is to be mended first', async () => {
    const { html } = await maya.get(at('1.3.0'));
    const line = String(release('1.3.0')[FUNCTIONS]).split('\n').length;
    for (const words of [
      `${FUNCTIONS}:${line}`,
      'eval runs code that nobody can review',
      `${FUNCTIONS}:${line + 2}`,
      'igny8-seo/readme.txt:3',
      'It cannot be published',
    ])
      expect(html).toContain(words);
    expect(html.indexOf('No code that is made')).toBeLessThan(html.indexOf('One version in header'));
    expect(html).not.toContain('/publish/');
    expect((await maya.get(at('9.9.9'))).status).toBe(404);
    expect((await maya.get('/app/plugin/release/')).status).toBe(303);
    const { html: staged } = await maya.get(at('1.2.0'));
    expect(staged).toContain('Offered to 20 % of sites');
    expect(staged).toContain('igny8-business plugin release v1');
  });

  it('take a ZIP, and lead to what was found in it', async () => {
    const { action, fields } = formOf((await ada.get('/app/plugin/upload/')).html, 'upload');
    const send = (bytes: Buffer | null) => {
      const form = new FormData();
      for (const [name, value] of fields) if (name !== '/file') form.append(name, value);
      if (bytes !== null)
        form.append('/file', new File([new Uint8Array(bytes)], 'igny8-seo.zip', { type: 'application/zip' }));
      const headers = { authorization: `Bearer ${world.tokens.admin}` };
      return fetch(world.url + action, { method: 'POST', headers, body: form, redirect: 'manual' });
    };
    const refused = await send(zipOf({ ...release('1.4.0'), 'igny8-seo/../evil.php': 'x' }));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('igny8-seo/../evil.php');
    expect((await send(null)).status).toBe(422);
    fields.set('_key', 'another-rendering-of-the-form');
    const taken = await send(zipOf(append(release('1.4.0'), FUNCTIONS, '// Fine.\n').tree));
    expect([taken.status, taken.headers.get('location')?.split('&')[0]]).toEqual([303, at('1.4.0')]);
  });

  it('publish, roll out, stop and withdraw, each on a page that says what it will do', async () => {
    expect((await ada.get(at('1.4.0', 'publish/'))).html).toContain('It stops by itself at 10 sites with errors');
    expect((await ada.fill(at('1.4.0', 'publish/'), 'act', { '/share': '0' })).status).toBe(422);
    expect((await ada.fill(at('1.4.0', 'publish/'), 'act', { '/share': '5' })).status).toBe(303);
    const state = async () => (await world.get(`${PLUGIN}releases/1.4.0/`)).body;
    expect(await state()).toMatchObject({ status: 'published', share: 5 });
    expect((await ada.fill(at('1.4.0', 'roll-out/'), 'act', { '/share': '50', '/reason': '' })).status).toBe(422);
    expect((await ada.fill(at('1.4.0', 'roll-out/'), 'act', { '/share': '50', '/reason': 'quiet' })).status).toBe(303);
    expect((await ada.fill(at('1.4.0', 'stop/'), 'act', { '/reason': 'a ticket' })).status).toBe(303);
    expect(await state()).toMatchObject({ share: 50, stopped: { by: 'hand', reason: 'a ticket' } });
    expect((await ada.get(at('1.4.0', 'withdraw/'))).html).toContain('This cannot be undone');
    expect((await ada.fill(at('1.4.0', 'withdraw/'), 'act', { '/reason': 'breaks menus' })).status).toBe(303);
    expect(await state()).toMatchObject({ status: 'withdrawn' });
    expect((await ada.fill(at('1.4.0', 'withdraw/'), 'act', { '/reason': 'again' })).status).toBe(409);
  });

  it('show how it is doing over time', async () => {
    const { html } = await maya.get('/app/plugin/numbers/');
    for (const words of ['Active installs', 'Downloads at wordpress.org by day', 'No site has asked yet'])
      expect(html).toContain(words);
  });
});

inBrowser('the plugin’s pages in a browser', () => {
  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('can be read and used by anybody at %d px, %s', async (width, scheme) => {
    const someone = await person(world.url, { token: world.tokens.admin, width, scheme });
    const pictures = process.env['PLUGIN_PICTURES'];
    for (const path of [
      '/app/plugin/',
      '/app/plugin/upload/',
      '/app/plugin/numbers/',
      at('1.3.0'),
      at('1.2.0'),
      at('1.2.0', 'roll-out/'),
    ]) {
      await someone.go(path);
      await expectReadable(someone);
      if (pictures !== undefined)
        await someone.picture(`${pictures}/${width}-${scheme}-${path.replace(/\W+/g, '-')}.png`);
    }
    await someone.close();
  });
});
