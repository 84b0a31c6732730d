import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, MAIL_TEMPLATES, type MailContext, mailText } from '#domain/platform/mail-template';

const context: MailContext = {
  clientName: 'Dental One',
  domain: 'dental.example',
  tier: 'pro',
  managerName: 'Maya',
  articlesPerMonth: 30,
  reviewRequired: true,
  contact: 'team@alorig.example',
};
const TO = ['client', 'account_manager'] as const;
const every = MAIL_TEMPLATES.flatMap((template) => TO.map((to) => [template, to] as const));

describe('the mail of every template', () => {
  it.each(every)('%s to the %s is addressed, says its domain and whom to ask', (template, to) => {
    const { subject, text, html } = mailText(template, to, context);
    expect(subject).toContain('dental.example');
    expect(text).toContain(`Hello ${to === 'client' ? 'Dental One' : 'Maya'},`);
    expect(text).toContain('Write to team@alorig.example.');
    for (const line of text.trim().split('\n\n')) expect(html).toContain(escapeHtml(line));
  });

  it('greets an account manager whose name is not known', () => {
    expect(mailText('client_onboarded', 'account_manager', { ...context, managerName: null }).text).toContain('Hello,');
  });

  it('says to a new client what to expect, how to approve, and whom to ask', () => {
    expect(mailText('welcome', 'client', context).text).toMatchInlineSnapshot(`
      "Hello Dental One,

      your managed Pro service for dental.example is set up. From now on we plan, write and publish up to 30 articles a month for you.

      Every article waits for your approval before it is published: you will find it in your approval queue and can ask for changes there.

      You will have a report every week and every month.

      Questions? Write to team@alorig.example.
      "
    `);
    const lite = mailText('welcome', 'client', {
      ...context,
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
    expect(mailText('client_onboarded', 'account_manager', context)).toMatchObject({
      subject: 'New client onboarded: Dental One (dental.example)',
      text: expect.stringContaining(
        'New client onboarded, first content due: Dental One, dental.example, managed Pro.',
      ),
    });
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
      fc.property(fc.constantFrom(...every), nasty, nasty, ([template, to], clientName, domain) => {
        expect(mailText(template, to, { ...context, clientName, domain }).subject).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 500 },
    );
    expect(
      mailText('client_onboarded', 'account_manager', { ...context, clientName: 'x\r\nBcc: a@b.example' }).subject,
    ).toBe('New client onboarded: x Bcc: a@b.example (dental.example)');
  });

  it('makes no markup: the tags of a message are those of its template', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g);
    fc.assert(
      fc.property(fc.constantFrom(...every), nasty, nasty, nasty, ([template, to], clientName, domain, contact) => {
        const plain = mailText(template, to, context).html;
        const { html } = mailText(template, to, {
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
