import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accentOf } from '#api/pages/style/brand';
import { must } from '#test/support/backlinks';
import { formOf, type Houses, houses, Reader } from '#test/support/pages';

let world: Houses;
let ada: Reader;
beforeAll(async () => {
  world = await houses();
  ada = new Reader(world.url, world.tokens.admin);
}, 120_000);
afterAll(() => world?.stop());

describe('brands and templates', () => {
  it('are made by an admin for the account that is chosen, and stand in one list with whose they are', async () => {
    const wrong = await ada.fill('/app/branding/add/', 'brand', { '/brand_name': 'Acorn', '/account_id': '' });
    expect(wrong.status).toBe(422);
    expect(formOf(wrong.html, 'brand').fields.get('/brand_name')).toBe('Acorn');
    const done = await ada.fill('/app/branding/add/', 'brand', { '/brand_name': 'Acorn', '/account_id': '3' });
    expect(done.status).toBe(303);
    const at = done.headers.get('location') ?? '';
    expect(await must(world.get('services/branding/'))).toMatchObject({
      results: [{ account_id: 3, brand_name: 'Acorn' }],
    });
    const list = await ada.get('/app/branding/');
    expect(list.html).toContain('Client 3');
    expect((await ada.fill(at, 'brand', { '/footer_text': 'Acorn Ltd' })).status).toBe(303);
    const agency = new Reader(world.url, world.tokens.agency);
    expect((await agency.get(at)).html).toContain('Acorn Ltd');
    expect((await new Reader(world.url, world.tokens.manager).get(at)).status).toBe(404);
  });

  it('show how pages and mails look in colours that are not saved yet, by day and by night, and take them over', async () => {
    const agency = new Reader(world.url, world.tokens.agency);
    const asked = new URLSearchParams({ '/primary_color': '#fff9c4', '/secondary_color': '#0a6b49' });
    const { html } = await agency.get(`/app/branding/1/?${asked}`);
    for (const mode of ['light', 'dark'] as const) {
      const { accent, tint } = accentOf('#fff9c4', mode);
      expect(html).toContain(`fill="${accent}"`);
      expect(html).toContain(`fill="${tint}"`);
    }
    expect(html).toContain('By night');
    expect(formOf(html, 'brand').fields.get('/primary_color')).toBe('#fff9c4');
    // Nothing was saved by looking.
    expect((await must(world.get('services/branding/1/'))).primary_color).not.toBe('#fff9c4');
    const wrong = await agency.get('/app/branding/1/?%2Fprimary_color=%22%3E%3Cb%20id=hacked%3E');
    expect(wrong.html).toContain('such as #1f2937');
    expect(wrong.html).not.toContain('<b id=hacked');
    expect(wrong.html).not.toContain('By night');
    expect((await agency.fill(`/app/branding/1/?${asked}`, 'brand')).status).toBe(303);
    expect((await must(world.get('services/branding/1/'))).primary_color).toBe('#fff9c4');
  });

  it('belong together: a template is of the account whose brand it is for', async () => {
    const made = await ada.fill('/app/templates/add/', 'template', { '/name': 'Ours', '/branding_id': '1' });
    expect(made.status).toBe(303);
    expect((await must(world.get('services/report-templates/'))).results).toMatchObject([
      { account_id: 3, branding_id: 1, name: 'Ours' },
    ]);
    const at = made.headers.get('location') ?? '';
    expect((await ada.get(`${at}preview/`)).status).toBe(200);
    expect((await ada.fill(`${at}remove/`, 'remove')).status).toBe(303);
    const nobodys = await ada.fill('/app/templates/add/', 'template', { '/name': 'Ours', '/branding_id': '' });
    expect(nobodys.status).toBe(422);
  });
});
