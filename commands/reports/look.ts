import type { PersonalData } from '#commands/log/ports-personal-data';
import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import type { AccountId } from '#domain/kernel/ids';
import { ERASED } from '#domain/log/personal-data';
import type { KnownBranding } from '#domain/reports/branding';
import type { Look } from '#domain/reports/report-document';
import type { BrandingCommands } from './branding.ts';
import type { LogoCommands } from './logo.ts';
import type { LookOf, SenderOf, TemplateOf } from './ports-reports.ts';
import type { ReportDomainCommands } from './report-domain.ts';
import type { TemplateCommands } from './report-template.ts';

type Mailbox = { readonly name: string; readonly address: string };
type Problem = { readonly problem: string; readonly detail: string };
/** What a white-labelled report must have outside, and what the house's own has. */
export type Senders = {
  readonly house: { readonly origin: () => string; readonly from: Mailbox; readonly replyTo: string | null };
  /** Neutral ones, for agencies: null where none is set up. */
  readonly neutral: { readonly origin: string | null; readonly address: string | null };
  /** In a sandbox all links go to the process itself (spec 13, 4.13). */
  readonly everythingAt: (() => string) | null;
};
export type LookDeps = {
  readonly house: Look;
  readonly senders: Senders;
  readonly brandings: Pick<BrandingCommands, 'load'>;
  readonly logos: LogoCommands;
  readonly domains: Pick<ReportDomainCommands, 'load'>;
  readonly templates: Pick<TemplateCommands, 'load'>;
  readonly defaultTemplate: (brandingId: number) => Promise<number | null>;
  readonly features: Pick<FeatureGateCommands, 'ask' | 'entitled'>;
  readonly personal: Pick<PersonalData, 'open'>;
};

const trouble = (problem: string, detail: string): Problem => ({ problem, detail });

/** Under whose name a report goes out. Nothing falls back to the house's: what an agency lacks is a problem (spec 13, 4.2). */
export function looks(deps: LookDeps): {
  readonly lookOf: LookOf;
  readonly templateOf: TemplateOf;
  readonly senderOf: SenderOf;
} {
  const { house, senders, brandings, logos, domains, templates, features, personal } = deps;

  /** A contact of an agency that was erased is none that a report could name. */
  const opened = async (text: string | null): Promise<string | null> => {
    const plain = text === null ? null : await personal.open(text);
    return plain === ERASED ? null : plain;
  };

  async function active(id: number): Promise<(KnownBranding & { readonly revision: number }) | Problem> {
    const { state, revision } = await brandings.load(id);
    if (state.status !== 'there') return trouble('branding_missing', `there is no branding ${id}`);
    if (!state.fields.is_active) return trouble('branding_inactive', `branding ${id} is switched off`);
    return { ...state, revision };
  }

  async function included(accountId: AccountId, cause: Parameters<LookOf>[0]['cause']): Promise<boolean> {
    if (cause) return (await features.ask(accountId, 'white_label', true, cause)).allowed;
    return (await features.entitled(accountId, 'white_label')).level === true;
  }

  async function logoAt(accountId: AccountId, url: string): Promise<{ readonly logo: Look['logo'] } | Problem> {
    const state = await logos.load(accountId, url);
    if (state.status === 'none' || state.status === 'pending')
      return trouble('logo_pending', `the logo at ${url} has not been fetched yet`);
    if (state.status === 'refused') return trouble('logo_refused', `the logo at ${url} was refused: ${state.reason}`);
    const { type, width, height, sha256 } = state.file;
    const bytes = await logos.files.get(accountId, sha256);
    if (bytes === null) return trouble('logo_gone', `the file of the logo at ${url} is not there any more`);
    return { logo: { type, width, height, base64: Buffer.from(bytes).toString('base64') } };
  }

  const lookOf: LookOf = async ({ branding_id, client_logo_url, account_id, cause }) => {
    const brand = branding_id === null ? null : await active(branding_id);
    if (brand && 'problem' in brand) return brand;
    if (brand && !(await included(brand.accountId, cause)))
      return trouble('feature_lost', `the plan of account ${brand.accountId} does not include white label`);
    const url = client_logo_url ?? brand?.fields.brand_logo_url ?? null;
    const owner = client_logo_url === null ? brand?.accountId : (account_id ?? brand?.accountId);
    if (url !== null && owner === undefined) return trouble('logo_gone', 'nobody has had this logo fetched');
    const found = url === null || owner === undefined ? { logo: null } : await logoAt(owner, url);
    if ('problem' in found) return found;
    if (!brand) return { look: { ...house, logo: found.logo ?? house.logo }, branding_revision: null };
    const { fields } = brand;
    const look: Look = {
      white_label: true,
      name: fields.brand_name,
      primary: fields.primary_color,
      secondary: fields.secondary_color,
      logo: found.logo,
      contact_email: await opened(fields.contact_email),
      contact_phone: await opened(fields.contact_phone),
      website_url: fields.website_url,
      footer_text: fields.footer_text,
    };
    return { look, branding_revision: brand.revision };
  };

  const templateOf: TemplateOf = async ({ template_id, branding_id }) => {
    const id = template_id ?? (branding_id === null ? null : await deps.defaultTemplate(branding_id));
    if (id === null) return { template: null, template_revision: null };
    const { state, revision } = await templates.load(id);
    if (state.status !== 'there') return trouble('template_missing', `there is no template ${id}`);
    // One that was written for a brand is not put around another's reports.
    if (state.brandingId !== null && state.brandingId !== branding_id)
      return trouble('template_of_other', `template ${id} was written for another branding`);
    return { template: { html: state.html, css: state.css }, template_revision: revision };
  };

  const senderOf: SenderOf = async (brandingId) => {
    const { house: own, neutral, everythingAt } = senders;
    if (brandingId === null) return { origin: (everythingAt ?? own.origin)(), from: own.from, reply_to: own.replyTo };
    const unready = (detail: string) => ({ problem: 'white_label_unready' as const, detail });
    const { state } = await brandings.load(brandingId);
    if (state.status !== 'there') return unready(`there is no branding ${brandingId}`);
    const { report_domain, brand_name, contact_email } = state.fields;
    const claim = report_domain === null ? null : (await domains.load(report_domain)).state;
    const isProved = claim?.status === 'proved' && claim.brandingId === brandingId;
    const origin = isProved ? `https://${report_domain}` : neutral.origin;
    if (origin === null) return unready('links need a report_domain that is proved, or WHITE_LABEL_URL');
    if (neutral.address === null) return unready('mail needs WHITE_LABEL_MAIL_FROM');
    return {
      origin: everythingAt ? everythingAt() : origin,
      from: { name: brand_name, address: neutral.address },
      reply_to: await opened(contact_email),
    };
  };

  return { lookOf, templateOf, senderOf };
}
