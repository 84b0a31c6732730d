import type { Language } from '#domain/kernel/language';

/** What a message says, before it is addressed. */
export type MailText = { readonly subject: string; readonly text: string; readonly html: string };

export type MailContext = {
  readonly clientName: string;
  readonly domain: string;
  readonly tier: 'lite' | 'pro';
  readonly managerName: string | null;
  readonly articlesPerMonth: number;
  readonly reviewRequired: boolean;
  readonly contact: string;
};

export const MAIL_TEMPLATES = [
  'welcome',
  'client_onboarded',
  'integration_missing',
  'integration_missing_reminder',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** The message of a template, as text and as HTML with every value escaped. */
export function mailText(template: MailTemplate, to: 'client' | 'account_manager', context: MailContext): MailText {
  const { subject, paragraphs } = TEMPLATES[template](context, to);
  const greeting = `Hello${to === 'client' ? ` ${context.clientName}` : context.managerName ? ` ${context.managerName}` : ''},`;
  return letter(subject, [greeting, ...paragraphs, `Questions? Write to ${context.contact}.`]);
}

/** A message of these paragraphs, as text and as HTML; one that is an address and nothing else is a link. */
export function letter(subject: string, lines: readonly string[], language: Language = 'en'): MailText {
  const inner = (line: string): string =>
    ADDRESS.test(line) ? `<a href="${escapeHtml(line)}">${escapeHtml(line)}</a>` : escapeHtml(line);
  const body = lines.map((line) => `<p style="margin:0 0 16px">${inner(line)}</p>`).join('\n');
  const html = `<!doctype html>
<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f4f5f7;font:16px/1.5 system-ui,sans-serif;color:#1f2430">
<div style="max-width:560px;margin:24px auto;padding:32px;background:#fff;border-radius:8px">
${body}
</div></body></html>
`;
  return { subject: oneLine(subject), text: `${lines.join('\n\n')}\n`, html };
}

const ADDRESS = /^https?:\/\/[^\s"<>]+$/;
type Made = { readonly subject: string; readonly paragraphs: readonly string[] };
const tierName = (tier: string): string => (tier === 'pro' ? 'Pro' : 'Lite');

const TEMPLATES: Readonly<Record<MailTemplate, (context: MailContext, to: 'client' | 'account_manager') => Made>> = {
  welcome: ({ domain, tier, articlesPerMonth, reviewRequired }) => ({
    subject: `Welcome: managed SEO for ${domain} begins`,
    paragraphs: [
      `your managed ${tierName(tier)} service for ${domain} is set up. From now on we plan, write and publish up to ${articlesPerMonth} articles a month for you.`,
      reviewRequired
        ? 'Every article waits for your approval before it is published: you will find it in your approval queue and can ask for changes there.'
        : 'Articles are published as soon as they have passed our own review; you can see all of them in your dashboard.',
      tier === 'pro' ? 'You will have a report every week and every month.' : 'You will have a report every month.',
    ],
  }),
  client_onboarded: ({ clientName, domain, tier }) => ({
    subject: `New client onboarded: ${clientName} (${domain})`,
    paragraphs: [`New client onboarded, first content due: ${clientName}, ${domain}, managed ${tierName(tier)}.`],
  }),
  integration_missing: ({ clientName, domain }, to) => ({
    subject: `${domain}: please connect the IGNY8 plugin`,
    paragraphs:
      to === 'client'
        ? [
            `before we can begin with ${domain}, the IGNY8 plugin must be installed and connected on your WordPress site.`,
            'As soon as it is connected, everything goes on by itself.',
          ]
        : [`the onboarding of ${clientName} waits: ${domain} has no connected plugin. The client has been told.`],
  }),
  integration_missing_reminder: ({ clientName, domain }, to) => ({
    subject: `Reminder: ${domain} is not connected yet`,
    paragraphs:
      to === 'client'
        ? [
            `${domain} is still not connected, so we cannot begin. Installing the IGNY8 plugin takes a few minutes; write to us and we will help.`,
          ]
        : [`${clientName} has not connected ${domain} for three days. A call may help.`],
  }),
};

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A header is one line, whatever a client's name holds. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
