import { addOn } from '#domain/billing/add-on';
import { billingAccount } from '#domain/billing/billing-account';
import { documentNumber, documentNumbers } from '#domain/billing/document-number';
import { invoice } from '#domain/billing/invoice';
import type { Decider, Recorded } from '#domain/kernel/decider';
import { ahrefsConnection } from '#domain/links/ahrefs-connection';
import { backlink } from '#domain/links/backlink';
import { backlinkOrder } from '#domain/links/backlink-order';
import { blockedDomains } from '#domain/links/blocked-domain';
import { priceBook } from '#domain/links/price-book';
import { storeIdentity } from '#domain/log/store-identity';
import { entitlements } from '#domain/plans/entitlement';
import { indexingCredits } from '#domain/plans/indexing-credit';
import { planFeatures } from '#domain/plans/plan-features';
import { planSubscription } from '#domain/plans/plan-subscription';
import { fact } from '#domain/platform/fact';
import { launchFlag } from '#domain/platform/launch-flag';
import { members } from '#domain/platform/member';
import { session, signOuts } from '#domain/platform/session';
import { signInLinks } from '#domain/platform/sign-in';
import { storedFiles } from '#domain/platform/stored-file';
import { webhookEndpoint } from '#domain/platform/webhook-endpoint';
import { workRequest } from '#domain/platform/work-request';
import { conversation } from '#domain/services/conversation';
import { managedSubscription } from '#domain/services/managed-subscription';
import { siteContract } from '#domain/services/site-contract';
import type { EventCodec } from '#runtime/event-codec';
import type { JsonValue, RecordedEvent } from '#runtime/event-store';

type Folding = Pick<Decider<unknown, unknown, never, unknown>, 'initial' | 'evolve'>;
/** What folds the streams whose names begin so. */
export type FoldedStream = readonly [begins: string, decider: Folding];
export const folding = <C, S, E, R>(decider: Decider<C, S, E, R>): Folding => decider as unknown as Folding;

/**
 * What folds a stream of the rooms on the left, by how its name begins; the longest name that fits counts. Those of sagas and effects
 * fold by themselves, those of rooms on the right are named by whoever opens both.
 */
const FOLDED: readonly FoldedStream[] = [
  ['add-on-', folding(addOn)],
  ['ahrefs-connection-', folding(ahrefsConnection)],
  ['backlink-order-', folding(backlinkOrder)],
  ['backlink-', folding(backlink)],
  ['billing-', folding(billingAccount)],
  ['blocked-domains-', folding(blockedDomains)],
  ['numbers-', folding(documentNumbers)],
  ['numbered-', folding(documentNumber)],
  ['conversation-', folding(conversation)],
  ['entitlements-', folding(entitlements)],
  ['fact-', folding(fact)],
  ['indexing-credits-', folding(indexingCredits)],
  ['invoice-', folding(invoice)],
  ['launch-flag', folding(launchFlag)],
  ['members-', folding(members)],
  ['session-', folding(session)],
  ['sign-in-', folding(signInLinks)],
  ['sign-outs-', folding(signOuts)],
  ['managed-subscription-', folding(managedSubscription)],
  ['plan-subscription-', folding(planSubscription)],
  ['plan-', folding(planFeatures)],
  ['price-book', folding(priceBook)],
  ['stored-files-', folding(storedFiles)],
  ['site-contract-', folding(siteContract)],
  ['store-identity', folding(storeIdentity)],
  ['webhook-endpoint-', folding(webhookEndpoint)],
  ['work-request-', folding(workRequest)],
];
const foldingOf = (stream: string, more: readonly FoldedStream[]): Folding | null =>
  [...FOLDED, ...more]
    .filter(([begins]) => stream.startsWith(begins))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? null;

/** Kept as a Map or a Set in memory, shown as JSON. */
const shown = (state: unknown): JsonValue =>
  JSON.parse(
    JSON.stringify(state ?? null, (_, value: unknown) => {
      if (value instanceof Map) return Object.fromEntries(value);
      return value instanceof Set ? [...value] : value;
    }),
  ) as JsonValue;

export type Moment = {
  readonly event: RecordedEvent;
  /** Null where the stream has no aggregate of ours, or the event could not be read. */
  readonly before: JsonValue;
  readonly after: JsonValue;
};

/** Each event of a stream with the aggregate's state before and after it. An event that cannot be folded leaves the state as it was. */
export function moments(
  stream: string,
  history: readonly RecordedEvent[],
  codec: EventCodec,
  more: readonly FoldedStream[] = [],
): Moment[] {
  const folded = foldingOf(stream, more);
  let state: unknown = folded?.initial;
  return history.map((event): Moment => {
    if (!folded) return { event, before: null, after: null };
    const before = state;
    try {
      state = folded.evolve(state, codec.decode(event) as unknown as Recorded<never>);
    } catch {
      return { event, before: shown(before), after: null };
    }
    return { event, before: shown(before), after: shown(state) };
  });
}
