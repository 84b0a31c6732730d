import { createInMemoryAhrefsCache } from '#adapters/ahrefs-cache';
import { createInMemoryVault } from '#adapters/vault';
import { createSystem } from '#app/system';
import type { PaymentGateway } from '#commands/billing/ports-payments';
import type { PersonalData } from '#commands/log/ports-personal-data';
import type { MailPort, SendWorkRequest } from '#commands/platform/ports';
import { UTC } from '#domain/kernel/calendar';
import type { Instant } from '#domain/kernel/time';
import type { TestClock } from '#runtime/clock';
import { type EventStore, type NewEvent, START } from '#runtime/event-store';
import type { IdAllocator } from '#runtime/ids';
import type { Pace } from '#runtime/pace';
import { uuidFrom } from '#runtime/random';
import type { ReadModelStore } from '#runtime/read-model';
import type { FakeGateway } from '#test/support/gateway';
import { noAhrefs, whiteLabelOutside } from '#test/support/outside';
import type { testProof } from '#test/support/proof';
import { fakeReporting } from '#test/support/reporting';
import type { Chance } from './chance.ts';
import type { IndexingWorld } from './indexing.ts';

/** The process is gone: whatever it was about to do next, it never will. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** Guards that a run can be made without, to see that the simulation would notice. */
export const GUARDS = ['idempotency-key', 'atomic-checkpoint', 'attempt-record'] as const;
/** Those that histories of links notice the absence of. */
export const LINK_GUARDS = ['attempt-record', 'look-up-first'] as const;
/** Those that histories of payments notice the absence of. */
export const MONEY_GUARDS = ['payment-key', 'payment-look-up'] as const;
export type Guard = (typeof GUARDS | typeof LINK_GUARDS | typeof MONEY_GUARDS)[number];

/** What survives a crash: the log, the rows, the ids given out, and the world outside. */
export type Disk = {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly ids: IdAllocator;
  readonly personal: PersonalData;
  readonly proof: ReturnType<typeof testProof>;
};
export type World = {
  readonly mail: MailPort;
  readonly sendWorkRequest: SendWorkRequest;
  readonly indexing: IndexingWorld;
  readonly pace: Pace;
  readonly gateway: FakeGateway;
  readonly sells: boolean;
};
export type CrashOdds = { before: number; after: number };

export type Booted = { readonly system: Awaited<ReturnType<typeof createSystem>>; crashes(): boolean };

/** A process on that disk whose every await may be its last: before it took effect, or after. */
export async function boot(
  disk: Disk,
  world: World,
  clock: TestClock,
  founded: Instant,
  chance: Chance,
  odds: CrashOdds,
  without: Guard | null,
  number: number,
): Promise<Booted> {
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Crashed();
  };
  const io = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Crashed();
    const roll = chance.next();
    if (roll < odds.before) die();
    const result = await work();
    if (dead) throw new Crashed();
    if (roll < odds.before + odds.after) die();
    return result;
  };

  const append = without === 'attempt-record' ? withoutAttempts(disk.store) : disk.store.append;
  const store: EventStore = {
    ...disk.store,
    append: (...args) => io(() => append(...args)),
    readStream: (...args) => io(() => disk.store.readStream(...args)),
    readAll: (options) => io(() => disk.store.readAll(options)),
    head: () => io(() => disk.store.head()),
  };
  const commit: ReadModelStore['commit'] =
    without === 'atomic-checkpoint'
      ? async (slot, moves, writes, parked) => {
          await io(() => disk.readModels.commit(slot, moves, { put: new Map(), remove: new Map() }, parked));
          await io(() => disk.readModels.commit(slot, [], writes, []));
        }
      : (...args) => io(() => disk.readModels.commit(...args));
  const readModels: ReadModelStore = {
    ...disk.readModels,
    commit,
    checkpoint: (...args) => io(() => disk.readModels.checkpoint(...args)),
    checkpoints: (slot) => io(() => disk.readModels.checkpoints(slot)),
    tables(slot) {
      const tables = disk.readModels.tables(slot);
      return { get: (...args) => io(() => tables.get(...args)), find: (...args) => io(() => tables.find(...args)) };
    },
  };
  let counter = 0;
  const uuid = () => uuidFrom('simulated', number, counter++);
  const sent: SendWorkRequest = (request) =>
    world.sendWorkRequest(without === 'idempotency-key' ? { ...request, key: uuid() } : request);
  const system = await createSystem({
    store,
    readModels,
    ids: { allocate: (...args) => io(() => disk.ids.allocate(...args)) },
    leases: { hold: async () => true, isAlive: async () => false, close: async () => undefined },
    clock,
    random: { uuid, secret: () => uuid() },
    zone: UTC,
    founded,
    worker: uuidFrom('worker', number),
    mail: { send: (mail) => io(() => world.mail.send(mail)) },
    sendWorkRequest: (request) => io(() => sent(request)),
    sendWebhook: async () => ({ outcome: 'accepted' }),
    ...world.indexing.port(io, without !== 'look-up-first'),
    gateways: world.sells ? { stripe: gatewayOf(world.gateway, io, without, uuid) } : {},
    pace: world.pace,
    ahrefs: {
      client: noAhrefs,
      vault: createInMemoryVault(),
      cache: createInMemoryAhrefsCache(),
      pause: async () => undefined,
    },
    ...whiteLabelOutside(disk.personal),
    forgetOutside: async () => undefined,
    reporting: fakeReporting(),
    proof: disk.proof,
    invoiceRetentionYears: 10,
    teamAddress: 'team@alorig.example',
    seller: { name: 'Alorig', address_lines: [], tax_id: null, bank: [], email: 'team@alorig.example' },
    environment: 'simulation',
    monotonicMs: () => 0,
  });
  await system.projector.setUp();
  return { system, crashes: () => dead };
}

/** Every call may be the process's last, before the gateway was reached or after. */
function gatewayOf(
  gateway: FakeGateway,
  io: <T>(work: () => Promise<T>) => Promise<T>,
  without: Guard | null,
  uuid: () => string,
): PaymentGateway {
  gateway.blind = without === 'payment-look-up' || without === 'payment-key';
  const keyed = <I extends { readonly key: string }>(intent: I): I =>
    without === 'payment-key' ? { ...intent, key: uuid() } : intent;
  return {
    name: gateway.name,
    charge: (charge) => io(() => gateway.charge(keyed(charge))),
    findCharge: (charge) => io(() => gateway.findCharge(charge)),
    refund: (refund) => io(() => gateway.refund(refund)),
    findRefund: (refund) => io(() => gateway.findRefund(refund)),
    setUp: (setUp) => io(() => gateway.setUp(setUp)),
    findSetUp: () => io(() => gateway.findSetUp()),
    readWebhook: () => gateway.readWebhook(),
    eventsSince: (from) => io(() => gateway.eventsSince(from)),
    news: (event) => io(() => gateway.news(event)),
  };
}

/** A store in which attempts are never recorded: every call looks like the first one. */
function withoutAttempts(store: EventStore): EventStore['append'] {
  return async (stream, expected, events: readonly NewEvent[]) => {
    if (!stream.startsWith('effect-')) return store.append(stream, expected, events);
    const [last] = await store.readStream(stream, { direction: 'backward', limit: 1 });
    const revision = last?.revision ?? -1;
    if (events.every((event) => event.type === 'EffectAttemptStarted'))
      return { revision: revision + 1, place: START, repeated: false };
    return store.append(stream, revision === -1 ? 'no_stream' : revision, events);
  };
}
