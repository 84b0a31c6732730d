import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '#app/events';
import { appended, changed, fold, mapped, put, shortened, unmapped, without } from '#domain/kernel/fold';
import { plusDays } from '#domain/kernel/time';
import type { JsonObject, JsonValue } from '#runtime/event-store';

const ROOT = join(import.meta.dirname, '../..', '..');
type Event = { readonly id: string; readonly type: string; readonly at: string; readonly data: JsonObject };
type Folds = { readonly initial: unknown; readonly evolve: (state: unknown, event: unknown) => unknown };
type Named = Folds & { readonly name: string; readonly file: string };

const golden = (type: string): JsonObject =>
  (JSON.parse(readFileSync(join(ROOT, 'test', 'golden-events', `${type}.json`), 'utf8')) as { data: JsonObject }).data;

/** Everything that the modules of a folder export and that `is` one of what is looked for. */
async function exported(folder: string, is: (value: object) => boolean): Promise<Named[]> {
  const found: Named[] = [];
  for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )) {
    const module = (await import(join(ROOT, folder, file))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module))
      if (typeof value === 'object' && value !== null && is(value))
        found.push({ ...(value as Folds), name, file: join(ROOT, folder, file) });
  }
  return found;
}

/** The same event about something else: ids, keys and days are those of its round. */
function another(value: JsonValue, round: number, key = ''): JsonValue {
  if (Array.isArray(value)) return value.map((each) => another(each, round, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, another(each, round, name)]));
  if (typeof value === 'number' && (key === 'id' || key.endsWith('_id'))) return round;
  if (typeof value === 'string' && (key === 'key' || key === 'keys' || key === 'name')) return `${key}/${round}`;
  return typeof value === 'string' && key === 'on' ? plusDays('2026-01-01' as never, round) : value;
}
const told = (type: string, round: number): Event => ({
  id: `${type}-${round}`,
  type,
  at: '2026-06-17T10:00:00.000Z',
  data: another(golden(type), round) as JsonObject,
});

/** What begins a long life, and what happens in it again and again. Whoever is not here is told of everything that it knows. */
const LIVES: Readonly<Record<string, { readonly first?: readonly string[]; readonly again: readonly string[] }>> = {
  billingAccount: {
    again: ['BillableAdded', 'InvoiceDrafted', 'AccountCreditGranted', 'InvoiceReleased', 'PaymentMethodAdded'],
  },
  invoice: {
    first: ['InvoiceIssued'],
    again: [
      'InvoicePaymentStarted',
      'InvoicePaymentSucceeded',
      'CreditNoteIssued',
      'CreditNoteNumbered',
      'InvoiceRefundStarted',
      'InvoiceRefundSucceeded',
      'InvoiceDisputeOpened',
      'InvoiceDisputeClosed',
    ],
  },
  backlinkOrder: {
    first: ['BacklinkOrderDrafted', 'BacklinkOrderApproved'],
    again: [
      'OrderLinkPlaced',
      'OrderLinkDelivered',
      'OrderLinkLive',
      'OrderLinkLost',
      'OrderLinkRejected',
      'PlacementProposed',
      'PlacementRejected',
      'GuaranteeClaimed',
      'GuaranteeSettled',
    ],
  },
  managedSubscription: {
    first: ['ManagedSubscriptionCreated', 'ManagedSubscriptionActivated'],
    again: ['ManagedSubscriptionPaused', 'ManagedSubscriptionResumed', 'ManagedSubscriptionPriceChanged'],
  },
  indexingCredits: { again: ['IndexingCreditsGranted', 'IndexingCreditTaken', 'IndexingCreditReturned'] },
};

/** The events that a decider's own files name. */
function named({ file }: Named): string[] {
  const parts = ['', '-state', '-messages'].map((part) => file.replace(/\.ts$/, `${part}.ts`)).filter(existsSync);
  const text = parts.map((each) => readFileSync(each, 'utf8')).join('\n');
  return EVENT_TYPES.filter((type) => text.includes(`'${type}'`));
}
function life(decider: Named, count: number): Event[] {
  const { first = [], again = named(decider) } = LIVES[decider.name] ?? {};
  const events = first.map((type) => told(type, 0));
  for (let n = 0; events.length < count; n++)
    events.push(told(again[n % again.length] ?? '', 1 + Math.floor(n / again.length)));
  return events;
}
function entries(saga: Named & { readonly starts: object; readonly listens: object }, count: number): unknown[] {
  const inputs = [...Object.keys(saga.starts), ...Object.keys(saga.listens), 'EffectSucceeded', 'TimerFired'];
  const asked = ['refund', 'unknown', 'check', 'credit'];
  return Array.from({ length: count }, (_, n) => {
    const round = Math.floor(n / (inputs.length + asked.length));
    const at = n % (inputs.length + asked.length);
    const type = inputs[at];
    if (type !== undefined) return { kind: 'input', input: { ...told(type, round), on: '2026-06-17' } };
    const event = told('EffectRequested', round);
    return {
      kind: 'event',
      event: { ...event, data: { ...event.data, name: `${asked[at - inputs.length]}/${round}` } },
    };
  });
}

/** Milliseconds of CPU of the quickest of several folds: of CPU, so that a machine that is busy with other things shows nothing. */
function cost({ evolve, initial }: Folds, events: readonly unknown[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 4; n++) {
    const begun = process.cpuUsage();
    fold(evolve, events, initial);
    best = Math.min(best, process.cpuUsage(begun).user / 1000);
  }
  return best;
}
/** So many milliseconds are quick for 8,000 events, whatever 1,000 took. */
const QUICK = 12;
/** Eight times as many events cost at most twenty times as much; looked at again where the machine was busy. */
function linear(folds: Named, made: (count: number) => readonly unknown[]): void {
  const [few, many] = [made(1000), made(8000)];
  const seen: string[] = [];
  for (let look = 0; look < 6; look++) {
    const [short, long] = [cost(folds, few), cost(folds, many)];
    seen.push(`${short.toFixed(2)} ms, ${long.toFixed(2)} ms`);
    if (long <= Math.max(20 * short, QUICK)) return;
  }
  expect.fail(`${folds.name} folds 1,000 and 8,000 events in ${seen.join('; ')}`);
}

const deciders = await exported('domain', (value) => 'evolve' in value && 'decide' in value && 'initial' in value);
const sagas = (await exported('sagas', (value) => 'evolve' in value && 'react' in value)) as (Named & {
  readonly starts: object;
  readonly listens: object;
})[];

describe('folding', () => {
  it('is looked at for every decider and every saga', () => {
    const source = (folder: string) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));
    const declared = (folder: string, pattern: RegExp) =>
      source(folder).flatMap((text) => [...text.matchAll(pattern)]).length;
    expect(deciders).toHaveLength(declared('domain', /^export const \w+: Decider</gm));
    expect(sagas).toHaveLength(declared('sagas', /^export const \w+ = saga</gm));
    for (const name of Object.keys(LIVES)) expect(deciders.map((each) => each.name)).toContain(name);
  });

  it.each(deciders.map((each) => [each.name, each] as const))('%s grows in proportion to its events', (_, decider) => {
    linear(decider, (count) => life(decider, count));
  });

  it.each(sagas.map((each) => [each.name, each] as const))('%s grows in proportion to its entries', (_, saga) => {
    linear(saga, (count) => entries(saga, count));
  });

  it.each(deciders.map((each) => [each.name, each] as const))('%s changes nothing that it was given', (_, decider) => {
    const events = life(decider, 60);
    const states: [unknown, string][] = [[decider.initial, shown(decider.initial)]];
    let state = decider.initial;
    for (const event of events) {
      state = decider.evolve(state, event);
      states.push([state, shown(state)]);
    }
    for (const [each, before] of states) expect(shown(each)).toBe(before);
    const kept = shown(events);
    const half = fold(decider.evolve, events.slice(0, 30), decider.initial);
    const then = shown(half);
    expect(shown(fold(decider.evolve, events.slice(30), half))).toBe(shown(state));
    expect(shown(half)).toBe(then);
    expect(shown(events)).toBe(kept);
  });
});

const shown = (state: unknown): string =>
  JSON.stringify(state, (_, value: unknown) => (value instanceof Map ? [...value] : value)) ?? 'nothing';

describe('what grows', () => {
  type Step = readonly [what: 'add' | 'change' | 'cut' | 'put' | 'take' | 'map' | 'unmap', at: number];
  type State = {
    readonly list: readonly number[];
    readonly record: Readonly<Record<string, number>>;
    readonly map: ReadonlyMap<number, number>;
  };
  const step = (state: State, [what, at]: Step): State => {
    switch (what) {
      case 'add':
        return { ...state, list: appended(state.list, at) };
      case 'change':
        return {
          ...state,
          list: changed(
            state.list,
            (each) => each === at,
            (each) => each + 1,
          ),
        };
      case 'cut':
        return { ...state, list: shortened(state.list, at) };
      case 'put':
        return { ...state, record: put(state.record, at, state.list.length) };
      case 'take':
        return { ...state, record: without(state.record, at) };
      case 'map':
        return { ...state, map: mapped(state.map, at, state.list.length) };
      case 'unmap':
        return { ...state, map: unmapped(state.map, at) };
    }
  };
  it('is the same folded at once or step by step, and what it began with stays as it was', () => {
    const what = fc.constantFrom<Step[0]>('add', 'change', 'cut', 'put', 'take', 'map', 'unmap');
    fc.assert(
      fc.property(fc.array(fc.tuple(what, fc.nat(6)), { maxLength: 60 }), fc.nat(60), (steps, cut) => {
        const empty: State = { list: [], record: {}, map: new Map() };
        const one = steps.reduce<State>((state, each) => step(state, each), empty);
        const half = fold(step, steps.slice(0, cut), empty);
        const before = shown(half);
        expect(fold(step, steps.slice(cut), half)).toEqual(one);
        expect(shown(half)).toBe(before);
        expect(empty).toEqual({ list: [], record: {}, map: new Map() });
      }),
    );
  });
});
