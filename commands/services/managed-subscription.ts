import type { PersonalData } from '#commands/log/ports-personal-data';
import type { FeatureGateCommands } from '#commands/plans/feature-gate';
import type { Directory } from '#commands/platform/ports';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { AccountId, SectorId, SiteId, SubscriptionId, UserId } from '#domain/kernel/ids';
import type { Cents } from '#domain/kernel/money';
import { levelForTier, type ManagedServicesLevel } from '#domain/plans/plan';
import type { Imported } from '#domain/services/contract-import';
import {
  type ManagedSubscription,
  type ManagedSubscriptionCommand,
  type ManagedSubscriptionEvent,
  type ManagedSubscriptionRefusal,
  managedSubscription,
  takenOver,
} from '#domain/services/managed-subscription';
import type { ServicesAllowed } from '#domain/services/managed-subscription-messages';
import type { GivenConfig, Tier } from '#domain/services/service-config';
import { type SiteContractRefusal, siteContract } from '#domain/services/site-contract';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

export type CreateSubscription = {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly tier: Tier;
  readonly accountManagerId: UserId | null;
  readonly given: GivenConfig;
  readonly monthlyPrice: Cents | null;
  readonly overrideReason: string | null;
  readonly mayOverride: boolean;
  readonly createdBy: UserId | null;
  /** True of what was allowed when it was bought: the plan is not asked again. */
  readonly allowedBefore?: boolean;
  /** Of a contract that ran before it came here. */
  readonly imported?: Imported;
};
export type ChangeSubscription = {
  readonly tier?: Tier | undefined;
  readonly given?: GivenConfig | undefined;
  readonly accountManagerId?: UserId | null | undefined;
  readonly monthlyPrice?: Cents | undefined;
  readonly overrideReason: string | null;
  readonly mayOverride: boolean;
};

type Own<C> = C extends unknown ? Omit<C, 'now' | 'today'> : never;
type Simple = Own<Exclude<ManagedSubscriptionCommand, { type: 'Create' | 'Change' }>>;
type UnknownReference = { readonly code: 'invalid_values'; readonly message: string; readonly pointer: string };
export type SubscriptionResult = Handled<
  ManagedSubscription,
  ManagedSubscriptionEvent,
  ManagedSubscriptionRefusal | SiteContractRefusal | UnknownReference
>;

export const subscriptionStream = (id: SubscriptionId | number): string => `managed-subscription-${id}`;
/** A reference names the command that imports it, so that importing it twice imports it once. */
export const importCommand = (reference: string): string => uuidFrom('import a contract', reference);
const contractStream = (site: SiteId): string => `site-contract-${site}`;

export type ManagedSubscriptionCommands = ReturnType<typeof managedSubscriptionCommands>;

export function managedSubscriptionCommands(deps: {
  handler: CommandHandler;
  ids: IdAllocator;
  clock: Clock;
  zone: Zone;
  directory: Directory;
  features: FeatureGateCommands;
  personal: PersonalData;
}) {
  const { handler, ids, clock, zone, directory, features, personal } = deps;
  /** Addresses of recipients are sealed before anything is decided. */
  const sealed = async (given: GivenConfig): Promise<GivenConfig> => {
    const { recipients } = given.reporting ?? {};
    if (!recipients) return given;
    const tokens = recipients.map((address) => personal.seal({ under: 'address' }, address));
    return { ...given, reporting: { ...given.reporting, recipients: await Promise.all(tokens) } };
  };
  /** What the account may have of managed services, and the plan that would do for that tier: a gate that is asked. */
  const allowed = async (account: number, tier: Tier, cause: Cause): Promise<ServicesAllowed> => {
    const asked = await features.ask(account, 'managed_services', levelForTier(tier), cause);
    return { plan: asked.plan, level: asked.current_level as ManagedServicesLevel, upgradeTo: asked.upgrade_to };
  };
  /** The same where nothing depends on it. */
  const held = async (account: number): Promise<ServicesAllowed> => {
    const { level, plan } = await features.entitled(account, 'managed_services');
    return { plan, level: level as ManagedServicesLevel, upgradeTo: null };
  };
  /** The command with its gate asked. What is wrong whatever the plan is asks nothing. */
  async function gated<C extends Extract<ManagedSubscriptionCommand, { type: 'Create' | 'Change' }>>(
    state: ManagedSubscription,
    command: C,
    of: { readonly account: number; readonly tier: Tier },
    cause: Cause,
  ): Promise<C> {
    const decision = managedSubscription.decide(command, state);
    if (!decision.accepted && decision.refusal.code !== 'feature_not_in_plan') return command;
    return { ...command, services: await allowed(of.account, of.tier, cause) };
  }
  const now = () => ({ now: clock.now(), today: dayOf(clock.now(), zone) });
  /** The change that is asked for, as it is decided. */
  async function changing(input: ChangeSubscription, services: ServicesAllowed) {
    const { tier, given, accountManagerId, monthlyPrice, overrideReason, mayOverride } = input;
    const asked = {
      ...(tier === undefined ? {} : { tier }),
      ...(given === undefined ? {} : { given: await sealed(given) }),
      ...(accountManagerId === undefined ? {} : { accountManagerId }),
      ...(monthlyPrice === undefined ? {} : { monthlyPrice }),
    };
    return { type: 'Change' as const, services, mayOverride, overrideReason, ...asked, ...now() };
  }
  const refused = (pointer: string, message: string): SubscriptionResult => ({
    ok: false,
    refusal: { code: 'invalid_values', message, pointer },
    revision: -1,
  });
  /** What it names and nobody knows. */
  async function unknownIn({ accountId, siteId, accountManagerId }: CreateSubscription) {
    const account = await directory.account(accountId);
    if (!account) return refused('/account_id', `account ${accountId} is not known`);
    const site = await directory.site(siteId);
    if (site?.account_id !== accountId) return refused('/site_id', `account ${accountId} has no site ${siteId}`);
    if (accountManagerId !== null && !(await directory.user(accountManagerId)))
      return refused('/account_manager_id', `user ${accountManagerId} is not known`);
    return null;
  }
  const creating = async (input: CreateSubscription, subscriptionId: SubscriptionId) => ({
    type: 'Create' as const,
    subscriptionId,
    sectorId: ((await directory.site(input.siteId))?.sector_id ?? null) as SectorId | null,
    services: await held(input.accountId),
    ...input,
    given: await sealed(input.given),
    ...now(),
  });
  const on = (
    id: number,
    command: ManagedSubscriptionCommand,
    cause: Cause,
    options?: HandleOptions,
  ): Promise<SubscriptionResult> =>
    handler.handle(managedSubscription, subscriptionStream(id), command, cause, options);

  /** The creation that a claim carries, in case whoever claimed did not live to write it. Writing it twice writes it once. */
  async function finish(site: SiteId, cause: Cause): Promise<void> {
    const { state } = await handler.load(siteContract, contractStream(site));
    if (!state) return;
    const { creation, holder, creationCommandId } = state;
    const replayed = {
      ...managedSubscription,
      decide: () => ({ accepted: true as const, events: [creation, ...takenOver(creation)] }),
    };
    await handler.handle(
      replayed,
      subscriptionStream(holder),
      {} as never,
      { ...cause, commandId: creationCommandId },
      { expected: -1 },
    );
  }

  return {
    /** Creates a subscription for a site that has none. Of many at once, one wins and the others are told of it. */
    async create(
      input: CreateSubscription,
      cause: Cause,
    ): Promise<SubscriptionResult & { readonly id?: SubscriptionId }> {
      const unknown = await unknownIn(input);
      if (unknown) return unknown;
      const id = (await ids.allocate('managed-subscription', cause.commandId)) as SubscriptionId;
      const whose: Cause = { ...cause, accountId: input.accountId, siteId: input.siteId };
      const command = await creating(input, id);
      const of = { account: input.accountId, tier: input.tier };
      const ready = input.allowedBefore ? command : await gated(managedSubscription.initial, command, of, whose);
      const decision = managedSubscription.decide(ready, managedSubscription.initial);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal, revision: -1 };
      const [creation] = decision.events;
      if (creation?.type !== 'ManagedSubscriptionCreated') throw new Error('creating answers a creation');

      const claimed = await this.claim(input.siteId, creation, whose);
      if (!claimed.ok) return { ok: false, refusal: claimed.refusal as SiteContractRefusal, revision: -1 };
      await finish(input.siteId, whose);
      const { state, revision, history } = await handler.load(managedSubscription, subscriptionStream(id));
      return { ok: true, id, state, events: [], revision, position: history.at(-1)?.position ?? 0, unchanged: false };
    },

    async claim(
      siteId: SiteId,
      creation: Extract<ManagedSubscriptionEvent, { type: 'ManagedSubscriptionCreated' }>,
      cause: Cause,
    ) {
      const claim = (ended: SubscriptionId | null) =>
        handler.handle(
          siteContract,
          contractStream(siteId),
          {
            type: 'Claim',
            siteId,
            creation,
            creationCommandId: uuidFrom(cause.commandId, 'create'),
            ended,
            now: clock.now(),
          },
          { ...cause, commandId: uuidFrom(cause.commandId, 'claim') },
        );
      const first = await claim(null);
      if (first.ok || first.refusal.code !== 'duplicate') return first;
      const { holder } = first.refusal;
      await finish(siteId, cause);
      const { state } = await handler.load(managedSubscription, subscriptionStream(holder));
      return state.status === 'cancelled' ? claim(holder) : first;
    },

    async change(
      id: SubscriptionId,
      input: ChangeSubscription,
      cause: Cause,
      options?: HandleOptions,
    ): Promise<SubscriptionResult> {
      const { state } = await handler.load(managedSubscription, subscriptionStream(id));
      const of = state.status === 'none' ? { accountId: 0, tier: 'lite' as Tier } : state;
      const services = await held(of.accountId);
      if (input.accountManagerId && !(await directory.user(input.accountManagerId)))
        return refused('/account_manager_id', `user ${input.accountManagerId} is not known`);
      const { tier } = input;
      const command = await changing(input, services);
      // Only a tier that is named asks anything of the plan.
      const gate = tier === undefined || state.status === 'none' ? null : { account: of.accountId, tier };
      return on(id, gate === null ? command : await gated(state, command, gate, cause), cause, options);
    },

    /** A change that is one of many of the same request: each is a command of its own, and made once however often that is sent. */
    changeOneOf(id: SubscriptionId, input: ChangeSubscription, cause: Cause, options?: HandleOptions) {
      return this.change(id, input, { ...cause, commandId: uuidFrom(cause.commandId, 'change', id) }, options);
    },

    /** Any command that needs nothing gathered: pause, resume, cancel, activate, months, flags. */
    run: (id: SubscriptionId, command: Simple, cause: Cause, options?: HandleOptions): Promise<SubscriptionResult> =>
      on(id, { ...command, ...now() } as ManagedSubscriptionCommand, cause, options),

    /** What a command would make of it, decided as it would be and appended nowhere. No gate is asked: that would be in the log. */
    async wouldBe(
      id: SubscriptionId,
      asked: Simple | ChangeSubscription,
    ): Promise<
      | { readonly ok: true; readonly before: ManagedSubscription; readonly after: ManagedSubscription }
      | { readonly ok: false; readonly refusal: ManagedSubscriptionRefusal }
    > {
      const { state: before } = await handler.load(managedSubscription, subscriptionStream(id));
      const services = await held(before.status === 'none' ? 0 : before.accountId);
      const command =
        'type' in asked ? ({ ...asked, ...now() } as ManagedSubscriptionCommand) : await changing(asked, services);
      const decision = managedSubscription.decide(command, before);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const recorded = decision.events.map((event, n) => ({ ...event, id: uuidFrom('would be', n) }));
      return { ok: true, before, after: recorded.reduce(managedSubscription.evolve, before) };
    },

    load: (id: SubscriptionId) => handler.load(managedSubscription, subscriptionStream(id)),

    /** What creating it would make, decided as it would be and appended nowhere. No gate is asked: that would be in the log. */
    async wouldCreate(
      input: CreateSubscription,
      /** Stands where its id would; of several that are looked at together each has another one. */
      as: SubscriptionId,
    ): Promise<
      | { readonly ok: true; readonly state: ManagedSubscription }
      | Pick<Extract<SubscriptionResult, { ok: false }>, 'ok' | 'refusal'>
    > {
      const unknown = await unknownIn(input);
      if (unknown && !unknown.ok) return unknown;
      const { state: held } = await handler.load(siteContract, contractStream(input.siteId));
      if (held !== null) {
        const { state } = await handler.load(managedSubscription, subscriptionStream(held.holder));
        const message = `site ${input.siteId} has managed subscription ${held.holder} already`;
        if (state.status !== 'cancelled')
          return { ok: false, refusal: { code: 'duplicate', message, holder: held.holder } };
      }
      const decision = managedSubscription.decide(await creating(input, as), managedSubscription.initial);
      if (!decision.accepted) return { ok: false, refusal: decision.refusal };
      const recorded = decision.events.map((event, n) => ({ ...event, id: uuidFrom('would be', n) }));
      return { ok: true, state: recorded.reduce(managedSubscription.evolve, managedSubscription.initial) };
    },
  };
}
