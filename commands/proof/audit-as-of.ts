import { fine } from '#domain/billing/margin';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import { add, type Cents, cents, divideRounded, formatMoney, parseMoney, ZERO } from '#domain/kernel/money';
import type { Instant } from '#domain/kernel/time';
import { ENTITLEMENT_BOOK_TYPES, EntitlementBook, type EntitlementBookEvent } from '#domain/plans/entitlement-book';
import { FEATURES } from '#domain/plans/feature';
import type { EventCodec } from '#runtime/event-codec';
import type { JsonObject, RecordedEvent } from '#runtime/event-store';
import { metadataOf } from '#runtime/metadata';
import type { Projection } from '#runtime/projection';
import type { ReadTables } from '#runtime/read-model';

export type AsOf = { readonly position: number; readonly state: JsonObject };
/** What had happened, and what of it was known. */
export type Instants = { readonly asOf: Instant; readonly knownAt: Instant };
type Counts = (event: RecordedEvent) => boolean;

/** What had happened by then, as far as it was in the log by the other instant. */
export const happened =
  ({ asOf, knownAt }: Instants): Counts =>
  (event) => {
    const { occurred_at, recorded_at } = metadataOf(event);
    return occurred_at <= asOf && recorded_at <= knownAt;
  };

/** Figures that stand in no stream of their own, as they were: what an account was entitled to, and the dashboard. */
export function figuresAsOf(deps: {
  readonly events: (
    types: readonly string[],
    account: number | null,
    counts: Counts,
  ) => Promise<readonly RecordedEvent[]>;
  readonly rebuilt: (
    of: Projection,
    account: number | null,
    counts: Counts,
  ) => Promise<{ rows: ReadTables; position: number }>;
  readonly model: (name: string) => Projection;
  readonly codec: EventCodec;
  readonly zone: Zone;
}) {
  const { events, rebuilt, model, codec, zone } = deps;
  return { entitlementAsOf, dashboardAsOf };

  async function entitlementAsOf(account: number, at: Instants): Promise<AsOf | null> {
    const own = await events([...ENTITLEMENT_BOOK_TYPES], account, happened(at));
    if (own.length === 0) return null;
    const plans = await events(['PlanFeaturesRevised'], null, happened(at));
    const both = [...own, ...plans].sort((a, b) => a.position - b.position);
    const book = new EntitlementBook();
    for (const event of both) book.apply(codec.decode<EntitlementBookEvent>(event));
    if (!book.account(account)) return null;
    const { plan, version } = book.planOf(account, at.asOf);
    const features = FEATURES.map((feature) => {
      const { level, source } = book.entitled(account, feature, at.asOf);
      return [feature, { level, source }] as const;
    });
    return {
      position: both.at(-1)?.position ?? 0,
      state: {
        account_id: account,
        plan,
        plan_version: version,
        features: Object.fromEntries(features),
      } as unknown as JsonObject,
    };
  }

  /** Of one account, or of all where it is 0. */
  async function dashboardAsOf(account: number, at: Instants): Promise<AsOf> {
    const whose = account === 0 ? null : account;
    const counts = happened(at);
    const today = dayOf(at.asOf, zone);
    const [mrr, subscriptions, bills, costs] = await Promise.all(
      ['igny8_mrr_changes', 'igny8_managed_service_subscriptions', 'igny8_invoices', 'igny8_costs'].map((name) =>
        rebuilt(model(name), whose, counts),
      ),
    );
    const spent = ((await costs?.rows.find('igny8_costs', {})) ?? []).reduce(
      (sum, row) => sum + fine(String(row['amount'])),
      0n,
    );
    const changes = (await mrr?.rows.find('igny8_mrr_changes', { on_day: { lte: today } })) ?? [];
    const clients = await Promise.all(
      ['pending', 'active', 'paused', 'cancelled'].map(async (status) => {
        const found = await subscriptions?.rows.find('igny8_managed_service_subscriptions', { status });
        return [status, found?.length ?? 0] as const;
      }),
    );
    const money = (amount: Cents): string => formatMoney(amount);
    const issued = (await bills?.rows.find('igny8_invoices', {})) ?? [];
    const valid = issued.filter(({ status }) => status !== 'void' && status !== 'draft');
    const over = (column: string) => money(add(...valid.map((row) => parseMoney(String(row[column])) ?? ZERO)));
    return {
      position: Math.max(...[mrr, subscriptions, bills, costs].map((each) => each?.position ?? 0)),
      state: {
        mrr: money(add(...changes.map((row) => parseMoney(String(row['change'])) ?? ZERO))),
        clients: Object.fromEntries(clients),
        invoices: {
          issued: valid.length,
          total: over('total'),
          paid: over('paid'),
          credited: over('credited'),
          open: over('amount_due'),
        },
        cost: money(cents(Number(divideRounded(spent, 100n)))),
      },
    };
  }
}
