import type { PersonalData } from '#commands/log/ports-personal-data';
import type { Mail, MailPort } from '#commands/platform/ports';
import type { SendText } from '#commands/platform/send-text';
import type { ShareId } from '#domain/kernel/ids';
import { type Instant, plusHours } from '#domain/kernel/time';
import { ERASED } from '#domain/log/personal-data';
import type { reportEmail, reportReviewEmail } from '#domain/reports/effects';
import { reviewMail } from '#domain/reports/report-mail-text';
import type { KnownReport } from '#domain/reports/report-messages';
import { sharePath, USUAL_SHARE_DAYS } from '#domain/reports/report-shares';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import { again, type CallOf, done, gaveUp } from '#runtime/typed-effects';
import type { RenderReport, SenderOf, ShareSecrets } from './ports-reports.ts';
import type { ReportCommands } from './report.ts';
import type { ReportMailingCommands } from './report-mailing.ts';
import type { ReportMaking } from './report-making.ts';

/** A PDF above this is not attached: the mail then carries a share (spec 5.1). */
export const MOST_ATTACHED_BYTES = 8 * 1024 * 1024;

export type ReportMailDeps = {
  readonly reports: ReportCommands;
  readonly making: ReportMaking;
  readonly mailing: ReportMailingCommands;
  readonly render: Pick<RenderReport, 'mail'>;
  readonly sender: SenderOf;
  readonly mail: MailPort;
  readonly send: SendText;
  readonly personal: Pick<PersonalData, 'open'>;
  readonly secrets: ShareSecrets;
  readonly ids: IdAllocator;
  readonly now: () => Instant;
  readonly teamAddress: string;
  readonly publicUrl: string | null;
  /** Bytes above which a PDF is not attached. */
  readonly mostAttached?: number;
  readonly lookups: {
    user(id: number): Promise<{ readonly name: string; readonly email: string } | null>;
    account(id: number): Promise<{ readonly name: string } | null>;
    site(id: number): Promise<{ readonly domain: string } | null>;
    managerOf(subscription: number): Promise<number | null>;
  };
};

type Call = CallOf<typeof reportEmail>;
/** The same for every attempt. Its domain is the sender's: nothing of the house stands in an agency's mail. */
const messageId = (key: string, address: string): string =>
  `<${uuidFrom('report-mail', key)}@${address.slice(address.lastIndexOf('@') + 1)}>`;

/** One version to one address: the report as HTML with its figures, and the PDF. */
export async function mailReport(deps: ReportMailDeps, call: Call) {
  const { reports, making, render, sender, mail } = deps;
  const { report_id, version, delivery_id } = call.payload;
  const { state } = await reports.load(report_id);
  if (state.status === 'none') return gaveUp('there is no such report');
  const delivery = state.deliveries.find(({ id }) => id === delivery_id);
  if (!delivery) return gaveUp('there is no such delivery');
  const to = await deps.personal.open(delivery.to);
  if (to === ERASED) return gaveUp('the address was erased');
  const branding = state.versions.find((each) => each.version === version)?.settings.branding_id ?? null;
  const from = await sender(branding);
  if ('problem' in from) return gaveUp(from.detail);
  const pdf = await making.pdf(state, version);
  const document = await making.document(report_id, version);
  if (!pdf || !document) return gaveUp('the file of this version is gone');

  const shared =
    pdf.byteLength > (deps.mostAttached ?? MOST_ATTACHED_BYTES) ? await shareOf(deps, state, call.cause) : null;
  const { language } = document;
  const ticket = deps.mailing.ticket({ account: state.accountId, key: delivery.key, branding, language });
  const unsubscribe = `${from.origin}${UNSUBSCRIBE}${ticket}/`;
  const page = shared === null ? null : `${from.origin}${sharePath(shared.token)}`;
  const { figures, ...words } = await render.mail(document, { pdf: null, page, unsubscribe });
  const message: Mail = {
    messageId: messageId(call.key, from.from.address),
    to: [to],
    ...words,
    from: from.from,
    replyTo: from.reply_to,
    headers: { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    inline: [{ cid: 'figures', type: 'image/png', content: figures }],
    attachments: shared === null ? [{ name: fileName(state), type: 'application/pdf', content: pdf }] : [],
  };
  const answer = await mail.send(message);
  if (answer.outcome === 'accepted') return done({ share_id: shared?.id ?? null });
  // What mail servers say names the address; events do not.
  const error = answer.error.replaceAll(to, 'the address');
  if (answer.outcome === 'lost') return { outcome: 'unknown' as const, error };
  return answer.retry ? again(error) : gaveUp(error);
}

/** Whether a mail whose answer was lost was taken, where the receiver can be asked; else it is left for people. */
export function mailLookUps(deps: Pick<ReportMailDeps, 'mail' | 'reports' | 'sender'>) {
  const asked = deps.mail.wasAccepted?.bind(deps.mail);
  if (!asked) return { whenLost: 'leave' as const };
  return {
    whenLost: 'look_up' as const,
    async lookUp({ key, payload }: Call) {
      const { state } = await deps.reports.load(payload.report_id);
      const of =
        state.status === 'none' ? undefined : state.versions.find(({ version }) => version === payload.version);
      const from = await deps.sender(of?.settings.branding_id ?? null);
      if ('problem' in from) return { outcome: 'unknown' as const, error: from.detail };
      return (await asked(messageId(key, from.from.address)))
        ? done({ share_id: null })
        : { outcome: 'not_done' as const };
    },
  };
}

export const UNSUBSCRIBE = '/reports/unsubscribe/';
/** Says nothing of whose system it came from. */
export const fileName = ({ type, periodStart }: KnownReport): string => `report-${type}-${periodStart}.pdf`;

/** One share a report and version for all mails that cannot carry it; its token follows from what it is for. */
async function shareOf(
  { reports, secrets, ids, now }: ReportMailDeps,
  { reportId, versions }: KnownReport,
  cause: Cause,
): Promise<{ readonly id: ShareId; readonly token: string }> {
  const name = uuidFrom('report-mail-share', reportId, versions.length);
  const token = secrets.token(`mail ${name}`);
  const shareId = (await ids.allocate('report-share', name)) as ShareId;
  const terms = { sections: null, passwordHash: null, tokenSha256: secrets.hash(token), for: 'mail' as const };
  const expiresAt = plusHours(now(), USUAL_SHARE_DAYS * 24);
  const by = { role: 'job' as const, id: null };
  await reports.run(reportId, { type: 'Share', shareId, expiresAt, ...terms, by }, { ...cause, commandId: name });
  return { id: shareId, token };
}

/** To the account manager, or to the team where there is none. */
export async function mailReviewer(deps: ReportMailDeps, call: CallOf<typeof reportReviewEmail>) {
  const { lookups, reports, send, teamAddress, publicUrl } = deps;
  const { state } = await reports.load(call.payload.report_id);
  if (state.status === 'none') return gaveUp('there is no such report');
  const id = state.subscriptionId === null ? null : await lookups.managerOf(state.subscriptionId);
  const manager = id === null ? null : await lookups.user(id);
  const [account, site] = [await lookups.account(state.accountId), await lookups.site(state.siteId)];
  const message = reviewMail({
    managerName: manager?.name ?? null,
    clientName: account?.name ?? `account ${state.accountId}`,
    domain: site?.domain ?? `site ${state.siteId}`,
    type: state.type,
    from: state.periodStart,
    to: state.periodEnd,
    dueOn: state.dueOn,
    version: call.payload.version,
    remindedOn: call.payload.reminder ? state.remindedOn : null,
    link: publicUrl === null ? null : `${publicUrl}/app/reports/${state.reportId}/`,
  });
  return send.text(call, manager?.email || teamAddress, message);
}
