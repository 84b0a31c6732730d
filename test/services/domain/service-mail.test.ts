import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/kernel/language';
import { escapeHtml, type MailContext, type MailText, mailText } from '#domain/platform/mail-template';
import { clientServiceMail } from '#domain/services/client-service-mail';

const context: MailContext = {
  clientName: 'Dental One',
  domain: 'dental.example',
  tier: 'pro',
  managerName: 'Maya',
  articlesPerMonth: 30,
  reviewRequired: true,
  contact: 'team@alorig.example',
};
const TO_MANAGERS = ['client_onboarded', 'integration_missing', 'integration_missing_reminder'] as const;
const TO_CLIENTS = ['welcome', 'integration_missing', 'integration_missing_reminder'] as const;
const client = { ...context, language: 'en' as const, brand: null };
type Of = MailContext;
const every: readonly (readonly [string, string, (of: Of) => MailText])[] = [
  ...TO_MANAGERS.map((template) => [template, 'Maya', (of: Of) => mailText(template, of)] as const),
  ...TO_CLIENTS.map(
    (template) => [template, 'Dental One', (of: Of) => clientServiceMail(template, { ...client, ...of })] as const,
  ),
];

describe('the mail of every template', () => {
  it.each(every)('%s to %s is addressed, says its domain and whom to ask', (_, name, write) => {
    const { subject, text, html } = write(context);
    expect(subject).toContain('dental.example');
    expect(text).toContain(`Hello ${name},`);
    expect(text).toContain('Write to team@alorig.example.');
    for (const line of text.trim().split('\n\n')) expect(html).toContain(escapeHtml(line));
  });

  it('greets an account manager whose name is not known', () => {
    expect(mailText('client_onboarded', { ...context, managerName: null }).text).toContain('Hello,');
  });

  it('says to a new client what to expect, how to approve, and whom to ask', () => {
    expect(clientServiceMail('welcome', client).text).toMatchInlineSnapshot(`
      "Hello Dental One,

      your managed Pro service for dental.example is set up. From now on we plan, write and publish up to 30 articles a month for you.

      Every article waits for your approval before it is published: you will find it in your approval queue and can ask for changes there.

      You will have a report every week and every month.

      Questions? Write to team@alorig.example.
      "
    `);
    const lite = clientServiceMail('welcome', {
      ...client,
      tier: 'lite',
      articlesPerMonth: 10,
      reviewRequired: false,
    }).text;
    expect(lite).toContain('managed Lite');
    expect(lite).toContain('up to 10 articles');
    expect(lite).not.toContain('approval');
    expect(lite).toContain('a report every month.');
  });

  it('says to the account manager that a client came, and what is due', () => {
    expect(mailText('client_onboarded', context)).toMatchObject({
      subject: 'New client onboarded: Dental One (dental.example)',
      text: expect.stringContaining(
        'New client onboarded, first content due: Dental One, dental.example, managed Pro.',
      ),
    });
  });
});

describe('what a client is told of its service', () => {
  it('is said in every language, with nothing left to be filled in', () => {
    for (const language of LANGUAGES)
      for (const template of TO_CLIENTS)
        for (const reviewRequired of [true, false]) {
          const { subject, text } = clientServiceMail(template, { ...client, language, reviewRequired });
          expect(`${subject} ${text}`, `${template} in ${language}`).not.toMatch(/[{}]|undefined/);
          expect(text).toContain('dental.example');
        }
  });
  it('names an agency where it is its client, and nobody else', () => {
    for (const template of TO_CLIENTS) {
      const { subject, text, html } = clientServiceMail(template, {
        ...client,
        brand: 'Halden',
        contact: 'hi@halden.example',
      });
      expect(text.trim().endsWith('Halden')).toBe(true);
      expect(`${subject}${text}${html}`).not.toMatch(/igny8|alorig/i);
    }
  });
});

describe('what people put into their names', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'x\r\nBcc: everybody@example.com',
      'x\nSubject: other',
      'a\u0000b',
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onclick='x",
      '</title></head><body>',
      '&lt;b&gt; & co',
      '$& $1 $`',
    ),
  );

  it('makes no second header: a subject is one line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), nasty, nasty, ([, , write], clientName, domain) => {
        expect(write({ ...context, clientName, domain }).subject).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
    expect(mailText('client_onboarded', { ...context, clientName: 'x\r\nBcc: a@b.example' }).subject).toBe(
      'New client onboarded: x Bcc: a@b.example (dental.example)',
    );
  });

  it('makes no markup: the tags of a message are those of its template', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g);
    fc.assert(
      fc.property(fc.constantFrom(...every), nasty, nasty, nasty, ([, , write], clientName, domain, contact) => {
        const plain = write(context).html;
        const { html } = write({
          ...context,
          clientName: `n${clientName}`,
          managerName: `n${clientName}`,
          domain,
          contact,
        });
        expect(tags(html)).toEqual(tags(plain));
      }),
      { numRuns: 500 },
    );
  });

  it('can be read as it was written', () => {
    const read = (html: string) =>
      html
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(nasty, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(read(escapeHtml(text))).toBe(text);
      }),
    );
  });
});
