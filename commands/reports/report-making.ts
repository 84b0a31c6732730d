import { inJson, type PersonalData } from '#commands/log/ports-personal-data';
import type { AccountFiles } from '#commands/platform/ports-files';
import { canonicalJson } from '#domain/kernel/canonical-json';
import type { AccountId } from '#domain/kernel/ids';
import { ERASED } from '#domain/log/personal-data';
import { houseWordIn } from '#domain/platform/house-words';
import type { ReportData } from '#domain/reports/report-data';
import type { Comment, Look, ReportDocument } from '#domain/reports/report-document';
import type { By, KnownReport, ReportEvent, ReportVersion } from '#domain/reports/report-messages';
import type { EventCodec } from '#runtime/event-codec';
import type { RecordedEvent } from '#runtime/event-store';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { CollectReport, LookOf, RenderReport, TemplateOf } from './ports-reports.ts';
import type { ReportCommands } from './report.ts';

/** The data of a report in their canonical form, in bytes at most (spec 13, 2.3). */
export const MOST_DATA_BYTES = 256 * 1024;

/** What a version looks like and whom it is about, as that was when the version was made. Kept as a file of the account. */
export type Snapshot = {
  readonly look: Look;
  readonly template: ReportDocument['template'];
  readonly client_name: string;
  readonly site_name: string;
  readonly site_domain: string;
};
const COLLECTED = 'ReportDataCollected' satisfies ReportEvent['type'];
export type Problem = { readonly problem: string; readonly detail: string };
export type MakingDeps = {
  readonly reports: ReportCommands;
  readonly collect: CollectReport;
  readonly look: LookOf;
  readonly template: TemplateOf;
  readonly render: RenderReport;
  readonly files: AccountFiles;
  readonly directory: {
    account(id: number): Promise<{ readonly name: string } | null>;
    site(id: number): Promise<{ readonly domain: string; readonly name: string | null } | null>;
  };
  readonly personal: Pick<PersonalData, 'open'>;
  readonly codec: EventCodec;
  readonly upToDate: () => Promise<void>;
};
export type ReportMaking = ReturnType<typeof reportMaking>;

type Styled = Pick<ReportVersion['settings'], 'branding_id' | 'template_id' | 'client_logo_url'>;
type OfReport = { readonly accountId: AccountId; readonly siteId: number };

/** Makes versions of reports: what they show, what they look like, and their PDF. */
export function reportMaking(deps: MakingDeps) {
  const { reports, collect, look, template, render, files, directory, personal, codec, upToDate } = deps;

  /** `cause`: of a version; the gate of its branding is then asked, where a preview only looks. */
  async function snapshot({ accountId, siteId }: OfReport, styled: Styled, cause?: Cause) {
    const { branding_id, template_id, client_logo_url } = styled;
    const looked = await look({
      branding_id,
      client_logo_url,
      account_id: accountId,
      ...(cause === undefined ? {} : { cause }),
    });
    if ('problem' in looked) return looked;
    const framed = await template({ template_id, branding_id });
    if ('problem' in framed) return framed;
    const [account, site] = [await directory.account(accountId), await directory.site(siteId)];
    const domain = site?.domain ?? `site ${siteId}`;
    const shown: Snapshot = {
      look: looked.look,
      template: framed.template,
      client_name: account?.name ?? `Account ${accountId}`,
      site_name: site?.name ?? domain,
      site_domain: domain,
    };
    return { shown, branding_revision: looked.branding_revision, template_revision: framed.template_revision };
  }

  /** Of what was written before the report went under an agency's brand nothing says whose it was. */
  const underBrand = (look: Look, by: By, comment: Comment): Comment | null => {
    if (!look.white_label || by.role === 'agency' || by.role === 'client') return comment;
    if (houseWordIn(comment.text) !== null) return null;
    return houseWordIn(comment.author) === null ? comment : { ...comment, author: look.name };
  };

  async function commentsOf({ comments }: KnownReport, through: number | null, look: Look): Promise<Comment[]> {
    const shown: Comment[] = [];
    for (const { id, section, text, author: by, author_name, at } of comments) {
      if (through === null || id > through) continue;
      const opened = await personal.open(text);
      if (opened === ERASED) continue;
      const comment = { section, text: opened, author: await personal.open(author_name), at };
      shown.push(...[underBrand(look, by, comment)].filter((each) => each !== null));
    }
    return shown;
  }

  async function documentOf(
    report: KnownReport,
    version: ReportVersion,
    data: ReportData,
    shown: Snapshot,
  ): Promise<ReportDocument> {
    const { language, theme, page_size, time_zone } = version.settings;
    return {
      id: report.reportId,
      version: version.version,
      type: report.type,
      period_start: report.periodStart,
      period_end: report.periodEnd,
      made_at: version.requested_at,
      position: version.position,
      client_name: shown.client_name,
      site_name: shown.site_name,
      site_domain: shown.site_domain,
      language,
      theme,
      page_size,
      time_zone,
      look: shown.look,
      template: shown.template,
      comments: await commentsOf(report, version.comments_through, shown.look),
      data: await openedData(personal, data),
    };
  }

  function dataOf(history: readonly RecordedEvent[], version: number): ReportData | null {
    for (const event of history) {
      if (event.type !== COLLECTED) continue;
      const { data } = codec.decode<Extract<ReportEvent, { type: typeof COLLECTED }>>(event);
      if (data.version === version) return data.data;
    }
    return null;
  }

  /** The document of a version that was collected; null where it was not, or where its file is gone. */
  async function document(id: number, version: number): Promise<ReportDocument | null> {
    const { state, history } = await reports.load(id);
    const known = state.status === 'none' ? undefined : state.versions.find((each) => each.version === version);
    const data = dataOf(history, version);
    if (state.status === 'none' || !known?.snapshot_sha256 || !data) return null;
    const bytes = await files.get(state.accountId, known.snapshot_sha256);
    if (!bytes) return null;
    return documentOf(state, known, data, JSON.parse(new TextDecoder().decode(bytes)) as Snapshot);
  }

  return {
    snapshot,
    document,

    /** Collects what the version shows; answers the problem that keeps it from being made, which the report then tells. */
    async collectVersion(id: number, version: number, cause: Cause): Promise<Problem | null> {
      const { state } = await reports.load(id);
      const known = state.status === 'none' ? undefined : state.versions.find((each) => each.version === version);
      if (state.status === 'none' || known?.rendering !== 'queued') return null;
      const fail = async (problem: Problem) => {
        const named = { ...cause, commandId: uuidFrom(cause.commandId, 'fail') };
        await reports.run(id, { type: 'RecordFailure', version, ...problem }, named);
        return problem;
      };
      await upToDate();
      const { settings, position } = known;
      const asking = { ...cause, commandId: uuidFrom(cause.commandId, 'gate') };
      const styled = await snapshot(state, settings, asking);
      if ('problem' in styled) return fail(styled);
      const data = await collect({
        account_id: state.accountId,
        site_id: state.siteId,
        subscription_id: state.subscriptionId,
        report_type: state.type,
        period_start: state.periodStart,
        period_end: state.periodEnd,
        sections: settings.sections,
        language: settings.language,
        position,
      });
      const size = sizeOf(data);
      if (size > MOST_DATA_BYTES)
        return fail({ problem: 'too_large', detail: `its data have ${size} bytes, at most ${MOST_DATA_BYTES}` });
      const kept = new TextEncoder().encode(canonical(styled.shown));
      const { sha256 } = await files.put(state.accountId, kept, 'application/json');
      const { branding_revision: brandingRevision, template_revision: templateRevision } = styled;
      const command = {
        type: 'RecordData' as const,
        version,
        data,
        brandingRevision,
        templateRevision,
        snapshot: sha256,
      };
      await reports.run(id, command, cause);
      return null;
    },

    /** Makes the PDF of a version that was collected, and keeps it: those bytes are the version from then on. */
    async renderVersion(id: number, version: number, cause: Cause): Promise<void> {
      const { state } = await reports.load(id);
      const known = state.status === 'none' ? undefined : state.versions.find((each) => each.version === version);
      if (state.status === 'none' || known?.rendering !== 'rendering') return;
      const made = await document(id, version);
      if (!made) {
        const detail = 'the file with its branding and template is gone';
        await reports.run(id, { type: 'RecordFailure', version, problem: 'file_lost', detail }, cause);
        return;
      }
      const { bytes, pages } = await render.pdf(made);
      const { sha256, size } = await files.put(state.accountId, bytes, 'application/pdf');
      const rendering = { renderer: render.name, sha256, sizeBytes: size, pages };
      await reports.run(id, { type: 'RecordRendering', version, ...rendering }, cause);
    },

    /** The PDF as it was kept; null where it was not made, or where its file is gone. */
    async pdf(report: KnownReport, version: number): Promise<Uint8Array | null> {
      const sha256 = report.versions.find((each) => each.version === version)?.sha256 ?? null;
      return sha256 === null ? null : files.get(report.accountId, sha256);
    },
  };
}

/** What a report shows, with the texts in it that people wrote. The log has them sealed. */
export const openedData = async (personal: Pick<PersonalData, 'open'>, data: ReportData): Promise<ReportData> =>
  JSON.parse(await personal.open(JSON.stringify(data), inJson)) as ReportData;

export const sizeOf = (data: ReportData): number => new TextEncoder().encode(canonical(data)).length;

/** The one form of what JSON can carry, whatever its type. */
const canonical = (value: object): string => canonicalJson(JSON.parse(JSON.stringify(value)));
