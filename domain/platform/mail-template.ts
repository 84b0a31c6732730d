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
  /** Why the client was not welcomed in writing; absent or null where it was. */
  readonly unwelcomed?: string | null;
};

export const MAIL_TEMPLATES = [
  'welcome',
  'client_onboarded',
  'integration_missing',
  'integration_missing_reminder',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** To an account manager, who reads English; what clients are told of their service stands in the room of services. */
export function mailText(template: Exclude<MailTemplate, 'welcome'>, context: MailContext): MailText {
  const { subject, paragraph } = TEMPLATES[template](context);
  const greeting = `Hello${context.managerName ? ` ${context.managerName}` : ''},`;
  return letter(subject, [greeting, paragraph, `Questions? Write to ${context.contact}.`]);
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
type Made = { readonly subject: string; readonly paragraph: string };
const tierName = (tier: string): string => (tier === 'pro' ? 'Pro' : 'Lite');

const TEMPLATES: Readonly<Record<Exclude<MailTemplate, 'welcome'>, (context: MailContext) => Made>> = {
  client_onboarded: ({ clientName, domain, tier, unwelcomed = null }) => ({
    subject: `New client onboarded: ${clientName} (${domain})`,
    paragraph: [
      `New client onboarded, first content due: ${clientName}, ${domain}, managed ${tierName(tier)}.`,
      ...(unwelcomed === null ? [] : [`No welcome was sent, since the agency's brand is not ready: ${unwelcomed}.`]),
    ].join(' '),
  }),
  integration_missing: ({ clientName, domain }) => ({
    subject: `${domain}: please connect the IGNY8 plugin`,
    paragraph: `the onboarding of ${clientName} waits: ${domain} has no connected plugin. The client has been told.`,
  }),
  integration_missing_reminder: ({ clientName, domain }) => ({
    subject: `Reminder: ${domain} is not connected yet`,
    paragraph: `${clientName} has not connected ${domain} for three days. A call may help.`,
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
