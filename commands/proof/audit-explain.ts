import type { ProofLog } from '#commands/log/ports-proof-log';
import type { InvoiceLine } from '#domain/billing/invoice-lines';
import type { CanonicalJson } from '#domain/kernel/canonical-json';
import { add, type Cents, formatMoney } from '#domain/kernel/money';
import type { Summarize } from '#domain/kernel/sentence';
import { FACT_TYPES } from '#domain/platform/fact';
import { type NamedEvent, type ProvableLine, recompute } from '#domain/proof/line-proof';
import type { EventCodec } from '#runtime/event-codec';
import type { EventStore, RecordedEvent } from '#runtime/event-store';
import { type Actor, metadataOf } from '#runtime/metadata';

/** What began a chain of causes: somebody's request, a fact of the platform, the clock, or the system itself. */
export type Beginning = {
  readonly kind: 'request' | 'fact' | 'timer' | 'system';
  readonly actor: Actor;
  readonly at: string;
  readonly request_id?: string;
};
export type Because = {
  readonly event_id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: number;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: Actor;
  readonly summary: string | null;
  /** The event that this one follows from; none where it begins the chain. */
  readonly because: readonly Because[];
  /** Of the event that begins the chain. */
  readonly begun_by?: Beginning;
};
export type ExplainedLine = {
  readonly line_id: number;
  readonly kind: string;
  readonly description: string;
  readonly amount: string;
  readonly rule: string;
  readonly inputs: { readonly [key: string]: unknown };
  readonly steps: readonly { readonly text: string; readonly value: string }[];
  /** Computed anew from the named events alone; null where they do not suffice, which `why` tells. */
  readonly recomputed: string | null;
  readonly equal: boolean;
  readonly why?: string;
  readonly causes: readonly Because[];
};
export type Explanation = {
  readonly invoice_id: number;
  readonly number: string;
  readonly lines: readonly ExplainedLine[];
  readonly total: string;
  readonly recomputed_total: string | null;
  readonly equal: boolean;
};

/** A chain is as long as the machinery between a request and an amount; no real one comes near. */
const LONGEST_CHAIN = 100;
/** Events that a lookup keeps. */
const MOST_KEPT = 20_000;

export type EventLookup = (id: string) => Promise<RecordedEvent | null>;

/** Finds events by their ids through the sealed log; what it has found it keeps, for events never change. */
export function eventLookup(log: Pick<ProofLog, 'entry'>, store: Pick<EventStore, 'readStream'>): EventLookup {
  const known = new Map<string, Promise<RecordedEvent | null>>();
  const read = async (id: string) => {
    const entry = await log.entry(id);
    if (!entry) return null;
    const [event] = await store.readStream(entry.stream, { from: entry.revision, limit: 1 });
    return event?.id === id ? event : null;
  };
  return (id) => {
    const found = known.get(id) ?? read(id);
    if (known.size < MOST_KEPT) known.set(id, found);
    return found;
  };
}

export type ExplainCommands = ReturnType<typeof explainCommands>;

/** Why an invoice says what it says, from its events and what they follow from. */
export function explainCommands(deps: {
  readonly store: EventStore;
  readonly log: ProofLog;
  readonly codec: EventCodec;
  readonly summarize: Summarize;
}) {
  const { store, log, codec, summarize } = deps;

  return {
    /** Null where the invoice was not issued. `events` collects every event that is named, for who wants to prove them. */
    async explain(invoiceId: number, events: Map<string, RecordedEvent> = new Map()): Promise<Explanation | null> {
      await log.sealThrough((await store.head()).position);
      const lookup = eventLookup(log, store);
      const [issued] = await store.readStream(`invoice-${invoiceId}`, { limit: 1 });
      if (issued?.type !== 'InvoiceIssued') return null;
      events.set(issued.id, issued);
      const data = issued.data as unknown as { number: string; total_cents: Cents; lines: readonly InvoiceLine[] };
      const lines: ExplainedLine[] = [];
      const before: { kind: string; amount: Cents }[] = [];
      for (const line of data.lines) {
        const found = await Promise.all(line.causes.map(lookup));
        const named = found.flatMap((event) => (event ? [event] : []));
        const done = recompute(line as unknown as ProvableLine, before, named.map(asNamed));
        const amount = done.ok ? done.amount : null;
        before.push({ kind: line.kind, amount: amount ?? line.amount_cents });
        lines.push({
          line_id: line.id,
          kind: line.kind,
          description: line.description,
          amount: formatMoney(line.amount_cents),
          rule: line.rule,
          inputs: line.inputs,
          steps: line.steps,
          recomputed: amount === null ? null : formatMoney(amount),
          equal: amount === line.amount_cents,
          ...(done.ok ? {} : { why: done.why }),
          causes: await Promise.all(named.map((event) => because(event, lookup, events))),
        });
      }
      const total = lines.every(({ recomputed }) => recomputed !== null)
        ? add(...before.map(({ amount }) => amount))
        : null;
      return {
        invoice_id: invoiceId,
        number: data.number,
        lines,
        total: formatMoney(data.total_cents),
        recomputed_total: total === null ? null : formatMoney(total),
        equal: total === data.total_cents && lines.every(({ equal }) => equal),
      };
    },

    /** The chain from an event back to what began it. */
    async chain(eventId: string): Promise<Because | null> {
      const lookup = eventLookup(log, store);
      const event = await lookup(eventId);
      return event ? because(event, lookup, new Map()) : null;
    },
  };

  async function because(
    event: RecordedEvent,
    lookup: EventLookup,
    events: Map<string, RecordedEvent>,
    depth = 0,
  ): Promise<Because> {
    events.set(event.id, event);
    const { causation_id, actor, occurred_at, recorded_at } = metadataOf(event);
    const before = depth < LONGEST_CHAIN && causation_id !== event.id ? await lookup(causation_id) : null;
    return {
      event_id: event.id,
      type: event.type,
      stream: event.stream,
      position: event.position,
      occurred_at,
      recorded_at,
      actor,
      summary: sentence(event),
      because: before ? [await because(before, lookup, events, depth + 1)] : [],
      ...(before ? {} : { begun_by: beginning(event) }),
    };
  }

  function sentence(event: RecordedEvent): string | null {
    try {
      return summarize(codec.decode(event));
    } catch {
      return null;
    }
  }
}

const asNamed = (event: RecordedEvent): NamedEvent => ({
  id: event.id,
  type: event.type,
  position: event.position,
  data: event.data as { readonly [key: string]: CanonicalJson },
});

const FACTS: ReadonlySet<string> = new Set(FACT_TYPES);

function beginning(event: RecordedEvent): Beginning {
  const { actor, occurred_at: at, request_id } = metadataOf(event);
  const whose = { actor, at, ...(request_id === undefined ? {} : { request_id }) };
  if (FACTS.has(event.type)) return { kind: 'fact', ...whose };
  if (actor.kind === 'job' || actor.kind === 'timer') return { kind: 'timer', ...whose };
  if (actor.kind === 'system' || actor.kind === 'saga') return { kind: 'system', ...whose };
  return { kind: 'request', ...whose };
}
