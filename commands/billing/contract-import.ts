import type { BillingAccountCommands } from '#commands/billing/billing-account';
import {
  type CreateSubscription,
  importCommand,
  type ManagedSubscriptionCommands,
} from '#commands/services/managed-subscription';
import { type NextInvoice, nextBillingDate, nextInvoice, type Served } from '#domain/billing/next-invoice';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import { type Day, type Month, plusDays } from '#domain/kernel/time';
import type { Imported } from '#domain/services/contract-import';
import type { ManagedSubscription } from '#domain/services/managed-subscription';
import { type GivenConfig, TIER_TERMS, type Tier } from '#domain/services/service-config';
import type { Clock } from '#runtime/clock';
import type { Cause } from '#runtime/metadata';

export type ContractToImport = {
  readonly reference: string;
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly tier: Tier;
  readonly currency: string;
  readonly monthlyPrice: Cents | null;
  readonly overrideReason: string | null;
  readonly accountManagerId: UserId | null;
  readonly given: GivenConfig;
  readonly startedOn: Day;
  readonly billedMonths: readonly Month[];
  readonly monthsToBill: readonly Month[];
  readonly deliveredArticles: number;
};
export type ImportProblem = { readonly code: string; readonly message: string; readonly pointer: string | null };
/** `invoice`: what the account is first billed for it; null where nothing was decided. */
export type ImportResult = {
  readonly reference: string;
  readonly outcome: 'accepted' | 'duplicate' | 'refused';
  readonly subscriptionId: SubscriptionId | null;
  readonly problem: ImportProblem | null;
  readonly firstBillingDate: Day | null;
  readonly invoice: NextInvoice | null;
  /** What does not stand in the way, and somebody should know. */
  readonly notes: readonly string[];
};

type Deps = {
  readonly subscriptions: Pick<ManagedSubscriptionCommands, 'create' | 'wouldCreate' | 'load'>;
  readonly billing: Pick<BillingAccountCommands, 'load'>;
  readonly directory: {
    site(id: number): Promise<{ readonly domain: string; readonly connected: boolean } | null>;
  };
  readonly upToDate: () => Promise<void>;
  /** The subscription that a contract of that reference became; null where there is none. */
  readonly byReference: (reference: string) => Promise<number | null>;
  /** All services of an account, with the names of their sites. */
  readonly servedBy: (account: number) => Promise<readonly Served[]>;
  readonly enabled: (account: number) => Promise<boolean>;
  readonly clock: Clock;
  readonly zone: Zone;
};
type Asked = { readonly admin: boolean; readonly userId: UserId | null };
type Decided = { readonly contract: ContractToImport; readonly state: ManagedSubscription; readonly domain: string };

export type ContractImportCommands = ReturnType<typeof contractImportCommands>;

/** Contracts that run already. Each is decided for itself, and again by its reference: the same one is imported once. */
export function contractImportCommands(deps: Deps) {
  const { subscriptions, billing, directory, clock, zone } = deps;
  const today = (): Day => dayOf(clock.now(), zone);

  const inputOf = (contract: ContractToImport, asked: Asked): CreateSubscription => ({
    accountId: contract.accountId,
    siteId: contract.siteId,
    tier: contract.tier,
    accountManagerId: contract.accountManagerId,
    given: contract.given,
    monthlyPrice: contract.monthlyPrice,
    overrideReason: contract.overrideReason,
    mayOverride: asked.admin,
    createdBy: asked.userId,
    imported: importedOf(contract, today()),
  });

  async function known(contract: ContractToImport): Promise<ImportResult | null> {
    const id = await deps.byReference(contract.reference);
    if (id === null) return null;
    const { state } = await subscriptions.load(id as SubscriptionId);
    if (state.status === 'none' || state.imported === undefined) return null;
    const { imported, history } = state;
    // What it was when it came, whatever has been changed since.
    const [term] = history.terms;
    const same =
      state.accountId === contract.accountId &&
      state.siteId === contract.siteId &&
      term?.tier === contract.tier &&
      term.monthlyPrice === (contract.monthlyPrice ?? TIER_TERMS[contract.tier].monthlyPrice) &&
      JSON.stringify(imported) === JSON.stringify(importedOf(contract, imported.imported_on));
    if (same) return { ...nothing(contract), outcome: 'duplicate', subscriptionId: id as SubscriptionId };
    const message = `${contract.reference} was imported with other values, as managed subscription ${id}`;
    return refused(contract, { code: 'duplicate', message, pointer: '/reference' });
  }

  /** As it would be, or what stands in its way; `before` are those of the same batch. */
  async function decide(contract: ContractToImport, before: readonly Decided[], asked: Asked) {
    if (before.some(({ contract: other }) => other.reference === contract.reference))
      return refused(contract, {
        code: 'duplicate',
        message: `${contract.reference} stands here twice`,
        pointer: '/reference',
      });
    if (before.some(({ contract: other }) => other.siteId === contract.siteId))
      return refused(contract, {
        code: 'duplicate',
        message: `site ${contract.siteId} stands here twice`,
        pointer: '/site_id',
      });
    if (contract.currency !== 'USD')
      return refused(contract, {
        code: 'invalid_values',
        message: `invoices are in USD: agree a price in USD for what is billed in ${contract.currency}`,
        pointer: '/currency',
      });
    if (!(await deps.enabled(contract.accountId)))
      return refused(contract, {
        code: 'not_launched',
        message: `managed services are switched off for account ${contract.accountId}`,
        pointer: '/account_id',
      });
    const would = await subscriptions.wouldCreate(inputOf(contract, asked), (-1 - before.length) as SubscriptionId);
    if (!would.ok) return refused(contract, problemOf(would.refusal));
    const domain = (await directory.site(contract.siteId))?.domain ?? `site ${contract.siteId}`;
    return { contract, state: would.state, domain };
  }

  /** The account's invoice on the first day on which it is billed for the contract, by what will put it together. */
  async function firstInvoice({ contract, state }: Decided, batch: readonly Decided[]) {
    if (!('nextBillingDate' in state) || state.nextBillingDate === null) return null;
    const date = state.nextBillingDate;
    const ofAccount = batch.filter(
      (each) =>
        each.contract.accountId === contract.accountId &&
        'nextBillingDate' in each.state &&
        each.state.nextBillingDate === date,
    );
    const { state: account } = await billing.load(contract.accountId);
    // What else is billed on a date other than the next one is not known yet.
    const isNext = date === nextBillingDate(today());
    const others = isNext ? await deps.servedBy(contract.accountId) : [];
    const at = { today: plusDays(date, -1), now: clock.now(), accountId: contract.accountId };
    return nextInvoice(isNext ? account : { ...account, billables: {} }, [...others, ...ofAccount], at);
  }

  return {
    /** What each would become; with `commit` it becomes that. Nothing of one hangs on another, except that a site or a reference counts once. */
    async run(
      contracts: readonly ContractToImport[],
      { commit, ...asked }: Asked & { readonly commit: boolean },
      cause: Cause,
    ): Promise<ImportResult[]> {
      await deps.upToDate();
      const decided: Decided[] = [];
      const outcomes = new Map<ContractToImport, ImportResult | Decided>();
      for (const contract of contracts) {
        const outcome = (await known(contract)) ?? (await decide(contract, decided, asked));
        outcomes.set(contract, outcome);
        if ('state' in outcome) decided.push(outcome);
      }
      const results: ImportResult[] = [];
      const shown = new Map<Decided, NextInvoice | null>();
      for (const each of decided) shown.set(each, await firstInvoice(each, decided));
      for (const contract of contracts) {
        const outcome = outcomes.get(contract);
        if (outcome === undefined) continue;
        if (!('state' in outcome)) results.push(outcome);
        else results.push(await accept(outcome, shown.get(outcome) ?? null, { commit, ...asked }, cause));
      }
      return results;
    },
  };

  async function accept(
    { contract, state }: Decided,
    invoice: NextInvoice | null,
    asked: Asked & { readonly commit: boolean },
    cause: Cause,
  ): Promise<ImportResult> {
    const site = await directory.site(contract.siteId);
    const notes = site?.connected === false ? ['the plugin of its site is not connected'] : [];
    const firstBillingDate = 'nextBillingDate' in state ? state.nextBillingDate : null;
    const would = { ...nothing(contract), outcome: 'accepted' as const, firstBillingDate, invoice, notes };
    if (!asked.commit) return would;
    const own = { ...cause, commandId: importCommand(contract.reference) };
    const done = await subscriptions.create(inputOf(contract, asked), own);
    if (!done.ok) return refused(contract, problemOf(done.refusal));
    return { ...would, subscriptionId: done.id ?? null };
  }
}

const importedOf = (contract: ContractToImport, on: Day): Imported => ({
  reference: contract.reference,
  started_on: contract.startedOn,
  imported_on: on,
  billed_months: contract.billedMonths,
  months_to_bill: contract.monthsToBill,
  delivered_articles: contract.deliveredArticles,
});

const nothing = ({ reference }: ContractToImport) => ({
  reference,
  subscriptionId: null,
  problem: null,
  firstBillingDate: null,
  invoice: null,
  notes: [],
});
const refused = (contract: ContractToImport, problem: ImportProblem): ImportResult => ({
  ...nothing(contract),
  outcome: 'refused',
  problem,
});
const problemOf = (refusal: { readonly code: string; readonly message: string }): ImportProblem => ({
  code: refusal.code,
  message: refusal.message,
  pointer: 'pointer' in refusal && typeof refusal.pointer === 'string' ? refusal.pointer : null,
});
