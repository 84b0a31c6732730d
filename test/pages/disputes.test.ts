import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '#test/support/backlinks';
import { expectReadable, inBrowser, person } from '#test/support/browser';
import { withMoney } from '#test/support/money';
import { attribute, elements, formOf, type Houses, houses, Reader, textOf } from '#test/support/pages';
import { verify } from '../../docs/verify/verify.mjs';

/** Dispute 1 over $0.50 of invoice 1, a Boost of account 1 that was paid by card; dispute 2 is account 2's. */
let world: Houses;
let admin: Reader;
let manager: Reader;
const text = (html: string): string => {
  const main = elements(html).find(({ tagName }) => tagName === 'main');
  return main ? textOf(main).replaceAll(/\s+/g, ' ') : '';
};
const dispute = (id: number) => must(world.get(`audit/disputes/${id}/`));
const modules = (html: string) => elements(html).filter((each) => attribute(each, 'type') === 'module');

beforeAll(async () => {
  world = await withMoney(await houses());
  admin = new Reader(world.url, world.tokens.admin);
  manager = new Reader(world.url, world.tokens.manager);
}, 120_000);
afterAll(() => world?.stop());

describe('disputes', () => {
  it('are listed with who opened them, and narrowed by what the address says', async () => {
    const { html } = await admin.get('/app/disputes/');
    expect(text(html)).toMatch(/Dispute 2.*Client 2.*Invoice 2.*Open.*Ourselves.*\$0\.50/);
    expect(text((await admin.get('/app/disputes/?status=won')).html)).toContain('Nothing matches');
    expect(text((await manager.get('/app/disputes/')).html)).not.toContain('Client 2');
    expect((await admin.get('/app/disputes/csv/?account_id=1')).html.trim().split('\r\n')).toHaveLength(2);
  });

  it('say on their page why the amounts are what they are, and that the books agree', async () => {
    const { status, html } = await manager.get('/app/disputes/1/');
    expect(status).toBe(200);
    const said = text(html);
    expect(said).toContain('credits of account 1');
    expect(said).toContain('Equal Rebuilt from its events alone');
    expect(said).toMatch(/10 × 0\.15.*Computed anew from the events: \$1\.50.*Because.*AddOnPurchased/);
    expect(said).toContain('None is put together yet');
    expect(modules(html)).toEqual([]);
    expect((await manager.get('/app/disputes/1/bundle/')).headers.get('location')).toBe('/app/disputes/1/');
    expect((await manager.get('/app/disputes/2/')).status).toBe(404);
    expect((await manager.get('/app/disputes/2/bundle/')).status).toBe(404);
  });

  it('have their evidence put together on the page, by a manager too; it is downloaded from there and holds', async () => {
    const { status, headers } = await manager.fill('/app/disputes/1/', 'evidence');
    expect([status, headers.get('location')]).toEqual([303, '/app/disputes/1/#evidence']);
    const { html } = await manager.get('/app/disputes/1/');
    const { evidence } = await dispute(1);
    expect(text(html)).toContain(evidence.sha256);
    expect(modules(html)).toHaveLength(1);
    const answer = await fetch(`${world.url}/app/disputes/1/bundle/`, {
      headers: { authorization: `Bearer ${world.tokens.manager}` },
    });
    expect(answer.headers.get('content-disposition')).toContain('dispute-1.zip');
    expect(verify(new Uint8Array(await answer.arrayBuffer())).verdict).toBe('holds');
    expect(text(html)).toContain('unzip -o dispute-1.zip verify.mjs && node verify.mjs dispute-1.zip');
  });

  it('hand nothing to a card network that asked for nothing', async () => {
    expect(text((await admin.get('/app/disputes/1/submit/')).html)).toContain('No card network is waiting');
  });

  inBrowser('in a browser', () => {
    it('are verified there, by the program that anybody runs offline', async () => {
      const ada = await person(world.url, { token: world.tokens.admin });
      await ada.go('/app/disputes/1/');
      await expectReadable(ada);
      await ada.tab.getByRole('button', { name: 'Check the evidence here' }).click();
      const verdict = ada.tab.getByRole('status').filter({ hasText: 'It holds.' });
      await verdict.waitFor();
      const { evidence } = await dispute(1);
      const said = await verdict.textContent();
      expect(said).toContain(evidence.sha256);
      expect(said).toContain('is this very program');
      expect(said).toMatch(/INV-2026-\d+, 1\.50/);
      await expectReadable(ada);
      await ada.close();
    });

    it('do not hold where one byte of the evidence was changed on its way', async () => {
      const ada = await person(world.url, { token: world.tokens.admin });
      await ada.context.route('**/bundle/', async (route) => {
        const answer = await route.fetch({
          headers: { ...route.request().headers(), authorization: `Bearer ${world.tokens.admin}` },
        });
        const bytes = Buffer.from((await answer.body()).toString('latin1').replace('0.15', '0.14'), 'latin1');
        await route.fulfill({ response: answer, body: bytes });
      });
      await ada.go('/app/disputes/1/');
      await ada.tab.getByRole('button', { name: 'Check the evidence here' }).click();
      await ada.tab.getByText('It does not hold.').waitFor();
      expect(await ada.tab.getByRole('status').last().textContent()).toMatch(/hash of|canonical form/);
      await ada.close();
    });

    it('say without script how to check the evidence elsewhere, on a phone as well', async () => {
      const ada = await person(world.url, { token: world.tokens.admin, script: false, width: 360, scheme: 'dark' });
      await ada.go('/app/disputes/1/');
      expect(await ada.tab.getByRole('button', { name: 'Check the evidence here' }).isVisible()).toBe(false);
      expect(await ada.tab.getByRole('link', { name: 'Download the evidence' }).isVisible()).toBe(true);
      expect(await ada.overflow()).toBeLessThanOrEqual(0);
      await ada.close();
    });
  });

  it('show what each outcome does before it is chosen, and are settled once', async () => {
    expect((await manager.get('/app/disputes/1/settle/')).status).toBe(404);
    const { html } = await admin.get('/app/disputes/1/settle/');
    expect(text(html)).toMatch(/The money goes back.*\$0\.50 goes back by card, the way payment \d+ came/);
    expect(text(html)).toMatch(/A credit note of \$0\.50 is issued/);
    expect((await admin.fill('/app/disputes/1/settle/', 'credited')).status).toBe(422);
    const done = await admin.fill('/app/disputes/1/settle/', 'credited', { '/note': 'three credits were lost' });
    expect(done.status).toBe(303);
    expect(await dispute(1)).toMatchObject({ status: 'credited', note: 'three credits were lost' });
    expect(await must(world.get('billing/invoices/1/'))).toMatchObject({ credited: '0.50', refunded: '0.50' });
    const again = await admin.get('/app/disputes/1/settle/');
    expect(text(again.html)).toContain('Not possible: dispute 1 is credited already');
    expect(() => formOf(again.html, 'won')).toThrow();
  });

  it('of card networks have their evidence handed over once, after it was said what that means', async () => {
    const { payments } = await must(world.get('billing/invoices/2/'));
    const opened = { provider: 'stripe', reference: payments[0].reference, amount: '0.40' };
    await must(world.post('sandbox/disputes/', opened), 201);
    await world.advance('2026-06-17T10:00:00Z');
    const [{ id }] = (await must(world.get('audit/disputes/?opened_by=card_network'))).results;
    const page = `/app/disputes/${id}/`;
    expect(text((await admin.get(page)).html)).not.toContain('Hand it to the card network');
    const settle = text((await admin.get(`${page}settle/`)).html);
    expect(settle).toMatch(/The invoice stands ?Not possible: the card network decides this dispute/);
    expect(settle).toContain('The card network is told that the dispute is given up.');
    await admin.fill(page, 'evidence');
    expect(text((await admin.get(page)).html)).toContain('Hand it to the card network');
    const says = text((await admin.get(`${page}submit/`)).html);
    expect(says).toContain('handed over for the $0.40');
    expect(says).toContain('once and for good');
    expect((await admin.fill(`${page}submit/`, 'submit')).status).toBe(303);
    await world.advance('2026-06-17T11:00:00Z');
    expect((await dispute(id)).status).toBe('submitted');
    expect(text((await admin.get(`${page}submit/`)).html)).toContain('No card network is waiting');
  });
});
