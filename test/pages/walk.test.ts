import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Day } from '#domain/kernel/time';
import { ADMIN, drawingApi, type SandboxApi } from '#test/support/api';
import { expectReadable, inBrowser, type Person, person } from '#test/support/browser';
import { cameraFor } from '#test/support/camera';
import { FIRST_DAY, MAYA, tells, toldBefore } from '#test/support/walk-world';

const PAGE = 'https://dental-guide.example/visiting-the-dentist';
const TARGET = 'https://acorn.example/dental-implants/';
/** Whatever comes due on the way is done before the page is shown again. */
const DAYS_MS = 60_000;
const ANCHOR = 'dental implants in Leeds';

/** The whole of it with nothing but browsers: what the platform tells came before, and is all that comes over the API. */
inBrowser('a managed service, from its beginning to a dispute', () => {
  let api: SandboxApi;
  beforeAll(async () => {
    api = await drawingApi('2026-06-17T08:00:00Z');
    await toldBefore(api);
  }, 120_000);
  afterAll(() => api?.stop());

  it('is sold, delivered, reported, billed, disputed and proved in the browser alone', async () => {
    const shown = cameraFor();
    const open = (width: 390 | 1440 = 1440): Promise<Person> => person(api.url, { token: null, width });
    const [ada, maya, nora, stranger] = [await open(), await open(), await open(390), await open()];

    /** The clock in the foot of Ada's page. */
    const advance = async (by: '1 minute' | '1 hour' | '1 day' | '7 days'): Promise<void> => {
      const clock = ada.tab.locator('.foot .clock');
      const before = await clock.innerText();
      await ada.tab.getByRole('button', { name: by }).click({ timeout: DAYS_MS });
      expect(await clock.innerText()).not.toBe(before);
    };
    /** The newest mail to somebody, as Ada reads it in the sandbox: where its first link leads. */
    const mailed = async (to: string): Promise<string> => {
      await ada.go(`/app/sandbox/mail/?${new URLSearchParams({ to })}`);
      const href = await ada.tab.locator('.mail-text a').first().getAttribute('href');
      return (href ?? '').replace(api.url, '');
    };
    const said = (who: Person, text: string | RegExp): Promise<void> =>
      who.tab.getByRole('status').filter({ hasText: text }).waitFor();
    /** By the invitation to where one signs in, and by the link that is asked for there. */
    const signIn = async (who: Person, address: string): Promise<void> => {
      await who.go(await mailed(address));
      await byLink(who, address);
    };
    const byLink = async (who: Person, address: string): Promise<void> => {
      await who.tab.getByLabel('E-mail address').fill(address);
      await who.tab.getByRole('button', { name: 'Send me a link' }).click();
      await said(who, 'If we know this address');
      await advance('1 minute');
      await who.go(await mailed(address));
      await who.tab.getByRole('button', { name: 'Sign in now' }).click();
      await who.tab.getByRole('link', { name: 'Sign out' }).waitFor();
    };
    /** After twelve hours without a sign of life they come to the same page by themselves. */
    const signInAgain = async (who: Person, address: string): Promise<void> => {
      await who.go('/app/');
      await byLink(who, address);
    };
    // The first of the team comes with the token of the first start, and invites the others.
    await ada.go('/app/');
    await ada.tab.getByLabel('Access token').fill(ADMIN);
    await shown(ada, 'sign-in');
    await ada.tab.getByRole('button', { name: 'Sign in', exact: true }).click();
    await ada.tab.getByRole('link', { name: 'People' }).click();
    await ada.tab.getByRole('link', { name: 'Invite somebody' }).first().click();
    await ada.tab.getByLabel('Name').fill('Maya Lind');
    await ada.tab.getByLabel('Email').fill('maya@alorig.example');
    await ada.tab.getByLabel('Role').selectOption({ label: 'Account manager' });
    await ada.tab.getByLabel('User').fill(String(MAYA));
    await ada.tab.getByRole('button', { name: 'Invite them' }).click();
    await said(ada, 'Maya Lind is invited');
    await ada.tab.getByRole('link', { name: 'Invite somebody' }).first().click();
    await ada.tab.getByLabel('For').selectOption({ label: 'Acorn Dental' });
    await ada.tab.getByLabel('Name').fill('Nora Acorn');
    await ada.tab.getByLabel('Email').fill('nora@acorn.example');
    for (const box of await ada.tab.locator('input[name="/may"]').all()) await box.check();
    await ada.tab.getByRole('button', { name: 'Invite them' }).click();
    await said(ada, 'Nora Acorn is invited');
    await advance('1 minute');
    await signIn(maya, 'maya@alorig.example');
    await signIn(nora, 'nora@acorn.example');

    // Ada sells the service; Maya, who looks after it, sees onboarding go on by itself.
    await ada.tab.getByRole('link', { name: 'Services', exact: true }).click();
    await ada.tab.getByRole('link', { name: 'New service' }).first().click();
    await ada.tab.getByLabel('Site').selectOption({ label: 'acorn.example (Acorn Dental)' });
    await ada.tab.getByLabel('Tier').selectOption('pro');
    await ada.tab.getByLabel('Account manager').selectOption({ label: 'Maya Lind' });
    await shown(ada, 'new-service');
    await ada.tab.getByRole('button', { name: 'Begin the service' }).click();
    await said(ada, 'Onboarding began');
    await maya.tab.getByRole('link', { name: 'Clients', exact: true }).click();
    await maya.tab.getByRole('link', { name: 'Acorn Dental' }).click();
    await maya.tab.getByRole('link', { name: 'acorn.example' }).click();
    await maya.tab.locator('#onboarding').getByText('Verify integration').waitFor();
    await shown(maya, 'onboarding-before');
    await advance('1 hour');
    await maya.tab.locator('#onboarding .all-done').waitFor();
    await expectReadable(maya);
    await shown(maya, 'onboarding');

    // From the 17th on it is 14 of the 30 articles of a month, wherever that stands.
    await maya.tab.locator('#head').getByText('0 of 14 articles').waitFor();
    await maya.tab.locator('.nav').getByRole('link', { name: 'Clients', exact: true }).click();
    await maya.tab.getByText('0 / 14').waitFor();

    // An order, whose client is asked about each placement.
    await maya.tab.getByRole('link', { name: 'Orders', exact: true }).click();
    await maya.tab.getByRole('link', { name: 'New order' }).first().click();
    await maya.tab.getByLabel('Site').selectOption({ label: 'acorn.example (Acorn Dental)' });
    await maya.tab.getByLabel('Niche', { exact: true }).selectOption('health_medical');
    await maya.tab.getByLabel('Basic guest post: links').fill('1');
    await maya.tab.getByLabel('Placement approval').selectOption('client');
    await maya.tab.getByRole('button', { name: 'Show the quote' }).click();
    await maya.tab.getByRole('heading', { name: 'The quote' }).waitFor();
    await shown(maya, 'quote', '#quote');
    await maya.tab.getByRole('button', { name: 'Draft the order' }).click();
    await said(maya, 'Order 1 is drafted');
    await nora.go('/app/');
    await shown(nora, 'client-overview');
    await nora.tab.getByRole('link', { name: 'Approvals', exact: true }).click();
    await nora.tab.getByRole('region', { name: 'Order 1' }).getByRole('link', { name: 'Look at it' }).click();
    await shown(nora, 'approve-order');
    await nora.tab.getByRole('button', { name: 'Approve' }).click();
    await said(nora, 'Approved. Thank you.');

    // A placement is proposed, asked about, answered and approved, on a telephone.
    await maya.go('/app/orders/1/');
    await maya.tab.getByRole('link', { name: 'Propose a placement' }).click();
    await maya.tab.getByLabel('Source URL').fill(PAGE);
    await maya.tab.getByLabel('Target URL').fill(TARGET);
    await maya.tab.getByLabel('Anchor text').fill(ANCHOR);
    await maya.tab.getByLabel(/^DR/).fill('41');
    await maya.tab.getByLabel('Traffic').fill('5200');
    await maya.tab.getByLabel('Vendor').selectOption('fatgrid');
    await maya.tab.getByLabel('Cost').fill('62.50');
    await shown(maya, 'propose');
    await maya.tab.getByRole('button', { name: 'Propose it' }).click();
    await said(maya, 'is proposed');
    await nora.go('/app/orders/1/');
    await nora.tab.getByLabel('Your message').fill('Is this a site that dentists write for, or patients read?');
    await nora.tab.getByRole('button', { name: 'Send' }).click();
    await maya.tab.locator('.message .text', { hasText: 'patients read?' }).waitFor();
    await maya.tab
      .getByLabel('Your message')
      .fill('Patients: it is the guide of a health insurer, with 5,200 readers a month.');
    await maya.tab.getByRole('button', { name: 'Send' }).click();
    await nora.tab.locator('.message .text', { hasText: 'Patients: it is' }).waitFor();
    await shown(nora, 'conversation', '#conversation');
    await nora.tab.getByRole('link', { name: 'Approvals', exact: true }).click();
    await expectReadable(nora);
    await shown(nora, 'approve-placement', 'section:has(form)');
    await nora.tab
      .getByRole('region', { name: 'dental-guide.example' })
      .getByRole('button', { name: 'Approve' })
      .click();
    await said(nora, 'Approved. Thank you.');

    // It is placed, looked at, and watched until the index has it.
    await ada.tab.getByRole('link', { name: 'The web outside' }).click();
    const page = ada.tab.locator('#form-page');
    await page.getByLabel('URL').fill(PAGE);
    await page.getByLabel('Html').fill(`<p>Read about <a href="${TARGET}">${ANCHOR}</a>.</p>`);
    await page.getByRole('button', { name: 'Put it there' }).click();
    await said(ada, 'is there');
    await maya.go('/app/orders/1/');
    await maya.tab.locator('#proposals').getByRole('link', { name: 'Place' }).click();
    await maya.tab.getByRole('button', { name: 'Place the link' }).click();
    await said(maya, 'Placed');
    await advance('1 hour');
    await maya.tab.locator('main').getByText('live', { exact: true }).first().waitFor();
    await ada.tab.getByRole('link', { name: 'The web outside' }).click();
    const index = ada.tab.locator('#form-index');
    await index.getByLabel('URL').fill(PAGE);
    await index.getByRole('button', { name: 'Say so' }).click();
    await said(ada, 'Index checks find it');
    await ada.tab.getByRole('link', { name: 'Indexing', exact: true }).click();
    await ada.tab
      .locator('main')
      .getByRole('link', { name: /dental-guide/ })
      .click();
    await ada.tab.getByRole('heading', { name: /dental-guide/ }).waitFor();
    await shown(ada, 'indexing-before');
    await tells(api, FIRST_DAY, '2026-06-23' as Day);
    await advance('7 days');
    await ada.tab.locator('main').getByText('indexed', { exact: true }).first().waitFor();
    await expectReadable(ada);
    await shown(ada, 'indexing');

    // Meanwhile Maya’s session has ended, and her page says so by itself.
    await maya.tab.getByText('your session has ended').waitFor();

    // The month ends: its report is read, approved, sent and shared.
    await tells(api, '2026-06-24' as Day, '2026-06-30' as Day);
    await advance('7 days');
    await signInAgain(maya, 'maya@alorig.example');
    await maya.tab.getByRole('link', { name: 'Reports', exact: true }).click();
    await maya.tab.getByRole('heading', { name: 'Reports', exact: true }).waitFor();
    await shown(maya, 'reports');
    await maya.tab
      .locator('main')
      .getByRole('row', { name: /monthly/i })
      .getByRole('link')
      .first()
      .click();
    await maya.tab.getByRole('link', { name: 'Approve' }).waitFor();
    await shown(maya, 'report-review');
    await expectReadable(maya);
    await maya.tab.getByRole('link', { name: 'Approve' }).click();
    await maya.tab.getByRole('button', { name: 'Approve' }).click();
    await said(maya, 'Version 1 is approved.');
    await maya.tab.getByRole('link', { name: 'Send now' }).click();
    await maya.tab.getByRole('button', { name: 'Send it' }).click();
    await said(maya, 'On its way');
    await advance('1 minute');
    await maya.tab.locator('#head').getByText('sent', { exact: true }).waitFor();
    await maya.tab.getByRole('link', { name: 'Share', exact: true }).click();
    await maya.tab.getByRole('button', { name: 'Make the link' }).click();
    await said(maya, 'said this once');
    const link = /https?:\/\/\S+/.exec(await maya.tab.getByRole('status').first().innerText())?.[0] ?? '';
    await stranger.go(link.replace(api.url, ''));
    await stranger.tab.getByText('acorn.example').first().waitFor();
    await shown(stranger, 'shared-report');

    // The invoice of the month, on the telephone: each line in words, paid by a card, and one of them disputed.
    await signInAgain(nora, 'nora@acorn.example');
    await nora.tab.getByRole('link', { name: 'Invoices', exact: true }).click();
    await nora.tab.getByRole('link', { name: 'INV-2026-000001' }).click();
    for (const line of await nora.tab.locator('#lines summary').all()) await line.click();
    await expectReadable(nora);
    await shown(nora, 'invoice-lines');
    await nora.tab.getByRole('link', { name: 'Pay $411.20' }).click();
    await nora.tab.getByLabel('Card of the sandbox').selectOption({ label: 'A card that works' });
    await shown(nora, 'pay');
    await nora.tab.getByRole('button', { name: 'Save a card' }).click();
    await said(nora, 'The card is saved.');
    await nora.go('/app/invoices/1/');
    await advance('1 minute');
    await nora.tab.locator('#state').getByText('paid', { exact: true }).waitFor();
    await nora.tab.getByRole('link', { name: 'Dispute this invoice' }).click();
    await nora.tab.getByLabel('What is not right').fill('The link was ordered for a page about braces, not implants.');
    await nora.tab.getByLabel(/^Amount/).fill('225.00');
    await shown(nora, 'dispute');
    await nora.tab.getByRole('button', { name: 'Send the dispute' }).click();
    await said(nora, 'We have your dispute');

    // The team opens what the amounts are made of, puts the evidence together, and checks it in the page.
    await maya.tab.getByRole('link', { name: 'Money', exact: true }).click();
    await maya.tab.getByRole('link', { name: 'INV-2026-000001' }).click();
    await maya.tab.getByRole('link', { name: 'Explanation' }).click();
    await maya.tab.getByRole('heading', { name: /INV-2026-000001/ }).waitFor();
    await shown(maya, 'explanation');
    await maya.go('/app/disputes/');
    await maya.tab
      .locator('main')
      .getByRole('link', { name: /Dispute 1|INV-2026-000001/ })
      .first()
      .click();
    await maya.tab.getByRole('button', { name: 'Put the evidence together' }).click();
    await said(maya, 'The evidence is put together');
    await maya.tab.getByRole('button', { name: 'Check the evidence here' }).click();
    await maya.tab.getByText('It holds.').waitFor();
    await expectReadable(maya);
    await shown(maya, 'evidence', '#evidence');
    for (const each of [ada, maya, nora, stranger]) await each.close();
  }, 240_000);
});
