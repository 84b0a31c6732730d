import { createInMemoryAhrefsCache } from '#adapters/ahrefs-cache';
import { createInMemoryEventStore } from '#adapters/event-store/in-memory';
import { createInMemoryReadModels } from '#adapters/read-model-in-memory';
import { createInMemoryVault } from '#adapters/vault';
import { createSystem, type Surroundings } from '#app/system';
import type { Mail } from '#commands/platform/ports';
import { UTC } from '#domain/kernel/calendar';
import { type Instant, parseInstant } from '#domain/kernel/time';
import type { FactContent, FactData, FactType } from '#domain/platform/fact';
import { TestClock } from '#runtime/clock';
import { createInMemoryIds } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';
import { createInMemoryPace } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import { FakeGateway } from './gateway.ts';
import { fakeOutside, noAhrefs, whiteLabelOutside } from './outside.ts';
import { testProof } from './proof.ts';
import { fakeReporting } from './reporting.ts';

export const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`not an instant: ${text}`);
  return instant;
};

/** The whole system in memory on a test clock, with a mailbox to look into. */
export async function world(start: string, overrides: Partial<Surroundings> = {}) {
  const clock = new TestClock(at(start));
  const mailbox: Mail[] = [];
  const outside = fakeOutside(clock);
  const gateway = new FakeGateway(clock);
  let counter = 0;
  const store = overrides.store ?? createInMemoryEventStore();
  const surroundings: Surroundings = {
    store,
    readModels: createInMemoryReadModels(),
    ids: createInMemoryIds(),
    leases: { hold: async () => true, isAlive: async () => false, close: async () => undefined },
    clock,
    random: { uuid: () => uuidFrom('random', counter++), secret: () => `secret-${counter++}` },
    zone: UTC,
    founded: at(start),
    worker: 'worker-1',
    mail: {
      async send(mail) {
        if (!mailbox.some((sent) => sent.messageId === mail.messageId)) mailbox.push(mail);
        return { outcome: 'accepted' };
      },
      wasAccepted: async (messageId) => mailbox.some((sent) => sent.messageId === messageId),
    },
    sendWebhook: async () => ({ outcome: 'accepted' }),
    checkPage: outside.checkPage,
    indexing: outside.indexing,
    gateways: { stripe: gateway },
    pace: createInMemoryPace(),
    ahrefs: {
      client: noAhrefs,
      vault: createInMemoryVault(),
      cache: createInMemoryAhrefsCache(),
      pause: async () => undefined,
    },
    ...whiteLabelOutside(),
    forgetOutside: async () => undefined,
    reporting: fakeReporting(),
    proof: testProof(store, clock),
    invoiceRetentionYears: 10,
    teamAddress: 'team@alorig.example',
    seller: { name: 'Alorig', address_lines: [], tax_id: null, bank: [], email: 'team@alorig.example' },
    environment: 'test',
    monotonicMs: () => 0,
    ...overrides,
  };
  const system = await createSystem(surroundings);
  await system.projector.setUp();

  const cause = (): Cause => {
    const id = surroundings.random.uuid();
    return { commandId: id, correlationId: id, causationId: id, actor: { kind: 'admin', id: 1 } };
  };
  let facts = 0;
  const fact = (type: FactType, data: FactData, time: Instant = clock.now()): FactContent => ({
    source: 'igny8-core',
    fact_id: `f-${facts++}`,
    type,
    time,
    data,
  });

  return {
    ...system,
    surroundings,
    clock,
    mailbox,
    outside,
    gateway,
    cause,
    fact,
    receive: (...contents: FactContent[]) => system.commands.facts.receive(contents, cause()),
    /** An account on `scale` with one connected site that has a blueprint, and an account manager. */
    async client(ids: { account: number; site: number }) {
      await this.receive(
        fact('AccountRegistered', {
          account_id: ids.account,
          name: `Client ${ids.account}`,
          email: `client${ids.account}@example.com`,
          plan: 'scale',
        }),
        fact('SiteRegistered', { site_id: ids.site, account_id: ids.account, domain: `site${ids.site}.example` }),
        fact('SiteIntegrationConnected', { site_id: ids.site, platform: 'wordpress' }),
        fact('BlueprintGenerated', { site_id: ids.site, blueprint_id: ids.site }),
        fact('UserRegistered', {
          user_id: 900,
          account_id: ids.account,
          name: 'Maya Manager',
          email: 'maya@alorig.example',
        }),
      );
      await system.runtime.settle();
    },
    settle: () => system.runtime.settle(),
    /** Moves the clock, running everything that comes due in order. */
    async advance(to: string) {
      const target = at(to);
      for (;;) {
        await system.runtime.settle();
        const due = await system.runtime.nextDue();
        if (due === null || due > target) break;
        if (due > clock.now()) clock.set(due);
        else throw new Error(`something due at ${due} is never done`);
      }
      clock.set(target);
      await system.runtime.settle();
    },
    rows: (table: string, where = {}) => surroundings.readModels.tables('live').find(table, where),
  };
}
export type World = Awaited<ReturnType<typeof world>>;
