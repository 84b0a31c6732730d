import type { PersonalData } from '#commands/log/ports-personal-data';
import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import type { AccountId, BrandingId } from '#domain/kernel/ids';
import { accountSubject } from '#domain/log/personal-data';
import type { Plan } from '#domain/plans/plan';
import {
  type Branding,
  type BrandingEvent,
  type BrandingFields,
  type BrandingRefusal,
  branding,
} from '#domain/reports/branding';
import type { ReportDomainRefusal } from '#domain/reports/report-domain';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';
import type { LogoCommands } from './logo.ts';
import type { ReportDomainCommands } from './report-domain.ts';

export type BrandingCommands = ReturnType<typeof brandingCommands>;
type Refusal =
  | BrandingRefusal
  | ReportDomainRefusal
  | { readonly code: 'feature_not_in_plan'; readonly message: string; readonly upgradeTo: Plan | null }
  | { readonly code: 'in_use'; readonly message: string };
type Result = Handled<Branding, BrandingEvent, Refusal>;

const stream = (id: number): string => `agency-branding-${id}`;
const refused = (refusal: Refusal): Result => ({ ok: false, refusal, revision: -1 });

/** Brands of agencies. What they name outside (a logo, a domain) is asked for here, and found out later. */
export function brandingCommands(deps: {
  readonly handler: CommandHandler;
  readonly ids: IdAllocator;
  readonly clock: Clock;
  readonly features: Pick<FeatureGateCommands, 'ask'>;
  readonly personal: Pick<PersonalData, 'seal'>;
  readonly logos: LogoCommands;
  readonly domains: ReportDomainCommands;
  /** What names the branding: it cannot be removed as long as something does. */
  readonly usesOf: (id: number) => Promise<readonly string[]>;
}) {
  const { handler, ids, clock, features, personal, logos, domains, usesOf } = deps;
  const load = (id: number) => handler.load(branding, stream(id));

  async function barred(accountId: AccountId, cause: Cause): Promise<Result | null> {
    const asked = await features.ask(accountId, 'white_label', true, cause);
    if (asked.allowed) return null;
    const message = `plan ${asked.plan} does not include white label`;
    return refused({ code: 'feature_not_in_plan', message, upgradeTo: asked.upgrade_to });
  }

  async function sealed(accountId: AccountId, fields: BrandingFields): Promise<BrandingFields> {
    const seal = (text: string | null) =>
      text === null ? null : personal.seal({ under: accountSubject(accountId) }, text);
    return {
      ...fields,
      contact_email: await seal(fields.contact_email),
      contact_phone: await seal(fields.contact_phone),
    };
  }

  /** The domain first: whoever is refused it has changed nothing. One left over by a crash is given up by itself. */
  async function claimed(id: BrandingId, accountId: AccountId, { report_domain }: BrandingFields, cause: Cause) {
    if (report_domain === null) return null;
    const done = await domains.claim(report_domain, id, accountId, cause);
    return done.ok ? null : done.refusal;
  }

  async function fetched(accountId: AccountId, { brand_logo_url }: BrandingFields, cause: Cause): Promise<void> {
    if (brand_logo_url !== null) await logos.request(accountId, brand_logo_url, cause);
  }

  return {
    load,
    /** Looks at the logo's address once more, for a picture that was put right there. */
    fetchAgain: async (id: number, cause: Cause) => {
      const { state } = await load(id);
      if (state.status !== 'there' || state.fields.brand_logo_url === null) return null;
      return logos.request(state.accountId, state.fields.brand_logo_url, cause, true);
    },

    async create(accountId: AccountId, given: BrandingFields, cause: Cause): Promise<Result & { readonly id: number }> {
      const id = (await ids.allocate('agency-branding', cause.commandId)) as BrandingId;
      const own = { ...cause, accountId };
      const no = await barred(accountId, own);
      if (no) return { ...no, id };
      const refusal = await claimed(id, accountId, given, own);
      if (refusal && refusal.code !== 'revision_moved') return { ...refused(refusal), id };
      await fetched(accountId, given, own);
      const fields = await sealed(accountId, given);
      const command = { type: 'Create' as const, id, accountId, fields, now: clock.now() };
      return { ...(await handler.handle(branding, stream(id), command, own)), id };
    },

    async change(id: BrandingId, given: BrandingFields, cause: Cause, expected?: number): Promise<Result> {
      const { state, revision } = await load(id);
      if (state.status !== 'there') return refused({ code: 'not_found', message: 'there is no such branding' });
      const { accountId, fields: before } = state;
      const own = { ...cause, accountId };
      const no = await barred(accountId, own);
      if (no) return no;
      const moved = { code: 'revision_moved', message: 'the branding has changed meanwhile' } as const;
      if (expected !== undefined && expected !== revision) return { ok: false, refusal: moved, revision };
      const refusal = await claimed(id, accountId, given, own);
      if (refusal && refusal.code !== 'revision_moved') return refused(refusal);
      await fetched(accountId, given, own);
      const fields = await sealed(accountId, given);
      const command = { type: 'Change' as const, fields, now: clock.now() };
      const done = await handler.handle(branding, stream(id), command, own, { expected });
      if (done.ok && before.report_domain !== null && before.report_domain !== given.report_domain)
        await domains.release(before.report_domain, id, own);
      return done;
    },

    async remove(id: BrandingId, cause: Cause): Promise<Result> {
      const { state } = await load(id);
      if (state.status !== 'there') return refused({ code: 'not_found', message: 'there is no such branding' });
      const uses = await usesOf(id);
      if (uses.length > 0) return refused({ code: 'in_use', message: `it is used by ${uses.slice(0, 5).join(', ')}` });
      const own = { ...cause, accountId: state.accountId };
      const done = await handler.handle(branding, stream(id), { type: 'Remove', now: clock.now() }, own);
      if (done.ok && state.fields.report_domain !== null)
        await domains.release(state.fields.report_domain, id, {
          ...own,
          commandId: uuidFrom(own.commandId, 'release'),
        });
      return done;
    },
  };
}
