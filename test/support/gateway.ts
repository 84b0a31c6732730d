import type {
  Charge,
  Charged,
  GatewayName,
  NotFound,
  PaymentGateway,
  ProviderEvent,
  ProviderNews,
  Refund,
  Refunded,
  SetUp,
  SetUpDone,
  Trouble,
} from '#commands/billing/ports-payments';
import { type Cents, cents } from '#domain/kernel/money';
import { epochMs, type Instant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';

/** What a gateway can be made to do; `false` always by default. */
export type GatewayFaults = {
  down(): boolean;
  /** Done, and the answer lost. */
  losesAnswer(): boolean;
  lookUpDown(): boolean;
  declines(): boolean;
  /** A notice that is never delivered as a webhook. */
  losesNotice(): boolean;
};
const never = () => false;
export const NO_GATEWAY_FAULTS: GatewayFaults = {
  down: never,
  losesAnswer: never,
  lookUpDown: never,
  declines: never,
  losesNotice: never,
};

export type Taken = {
  readonly reference: string;
  readonly charge: Charge;
  readonly at: Instant;
  readonly outcome: 'paid' | 'declined';
};
type Given = { readonly reference: string; readonly refund: Refund; readonly at: Instant; failed?: true };
/** Given back in the gateway's dashboard. */
type Elsewhere = { readonly id: string; readonly reference: string; readonly amount: Cents; failed?: true };
const DAY_MS = 24 * 3_600_000;
const KEY_MS = 20 * 3_600_000;

/** A gateway in memory with a truth of its own: it forgets keys after a day, as the real ones may. */
export class FakeGateway implements PaymentGateway {
  readonly name: GatewayName = 'stripe';
  readonly taken: Taken[] = [];
  readonly refunds: Given[] = [];
  readonly elsewhere: Elsewhere[] = [];
  readonly events: ProviderEvent[] = [];
  readonly undelivered: ProviderEvent[] = [];
  readonly disputes = new Map<string, { reference: string; amount: number; status: 'open' | 'won' | 'lost' }>();
  /** Plan subscriptions of accounts at the gateway. */
  readonly plans = new Map<string, { accountId: number; plan: string; status: 'active' | 'past_due' | 'cancelled' }>();
  /** Accounts whose card is declined when it is charged. */
  readonly badCards = new Set<number>();
  faults: GatewayFaults = NO_GATEWAY_FAULTS;
  /** Finds nothing: for runs that show what looking up is good for. */
  blind = false;
  readonly #clock: Clock;
  readonly #keys = new Map<string, { at: Instant; answer: unknown }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  #known(key: string): unknown {
    const known = this.#keys.get(key);
    const fresh = known !== undefined && epochMs(this.#clock.now()) - epochMs(known.at) < DAY_MS;
    return fresh ? known.answer : undefined;
  }
  #notice(type: string, object: string): void {
    const event = { id: `evt-${this.events.length}`, type, object, at: this.#clock.now() };
    this.events.push(event);
    if (!this.faults.losesNotice()) this.undelivered.push(event);
  }
  /** Does the work once a key, unless the key is forgotten; then it may fail to say so. */
  #once<T>(key: string, work: () => T): T | Trouble {
    if (this.faults.down()) return { outcome: 'temporary', error: 'the gateway is down' };
    const known = this.#known(key) as T | undefined;
    const answer = known ?? work();
    if (known === undefined) this.#keys.set(key, { at: this.#clock.now(), answer });
    return this.faults.losesAnswer() ? { outcome: 'unknown', error: 'the answer was lost' } : answer;
  }

  /** A key that may be forgotten is never sent again: what became of it is looked up first, and then a new one is used. */
  async #keyOf({ key, intendedAt }: Charge | Refund, find: () => Promise<{ readonly outcome: string }>) {
    const round = Math.floor((epochMs(this.#clock.now()) - epochMs(intendedAt)) / KEY_MS);
    return round === 0 || (await find()).outcome === 'not_found' ? `${key}:v${round}` : null;
  }
  async charge(charge: Charge): Promise<Charged | Trouble> {
    const key = await this.#keyOf(charge, () => this.findCharge(charge));
    if (key === null) return (await this.findCharge(charge)) as Charged;
    return this.#once(key, (): Charged => {
      const reference = `pi-${this.taken.length}`;
      const declined = this.badCards.has(charge.accountId) || this.faults.declines();
      const outcome = declined ? 'declined' : 'paid';
      this.taken.push({ reference, charge, at: this.#clock.now(), outcome });
      this.#notice(`charge.${outcome}`, reference);
      return this.#told(this.taken.at(-1) as Taken);
    });
  }
  #told({ reference, charge, outcome }: Taken): Charged {
    return outcome === 'declined'
      ? { outcome: 'declined', code: 'card_declined', error: 'the card was declined' }
      : { outcome: 'paid', reference, object: `in-${reference}`, amount: charge.amount };
  }
  async findCharge(charge: Charge): Promise<Charged | NotFound | Trouble> {
    if (this.faults.lookUpDown()) return { outcome: 'temporary', error: 'the look-up is down' };
    if (this.blind) return { outcome: 'not_found' };
    const found = this.taken.filter(({ charge: each }) => each.paymentId === charge.paymentId);
    const best = found.find(({ outcome }) => outcome === 'paid') ?? found.at(-1);
    return best ? this.#told(best) : { outcome: 'not_found' };
  }

  async refund(refund: Refund): Promise<Refunded | Trouble> {
    const key = await this.#keyOf(refund, () => this.findRefund(refund));
    if (key === null) return (await this.findRefund(refund)) as Refunded;
    return this.#once(key, (): Refunded => {
      if (refund.amount > this.leftOf(refund.reference))
        return { outcome: 'failed', error: 'less than that is left of the charge', reference: null };
      const reference = `re-${this.refunds.length}`;
      this.refunds.push({ reference, refund, at: this.#clock.now() });
      this.#notice('refund', reference);
      return { outcome: 'refunded', reference, amount: refund.amount };
    });
  }
  async findRefund(refund: Refund): Promise<Refunded | NotFound | Trouble> {
    if (this.faults.lookUpDown()) return { outcome: 'temporary', error: 'the look-up is down' };
    const found = this.refunds.find(({ refund: each }) => each.refundId === refund.refundId);
    return found ? this.#refunded(found.reference, found.refund.amount, found.failed) : { outcome: 'not_found' };
  }
  #refunded(reference: string, amount: Cents, failed: true | undefined): Refunded {
    return failed
      ? { outcome: 'failed', error: 'the account is closed', reference }
      : { outcome: 'refunded', reference, amount };
  }
  /** A refund that was reported as done comes back. */
  failRefund(reference: string): void {
    const found = this.refunds.find((each) => each.reference === reference);
    if (!found || found.failed) return;
    found.failed = true;
    this.#notice('refund.failed', reference);
  }
  /** What of a charge has not gone back, by whomever. */
  leftOf(reference: string): Cents {
    const paid = this.taken.find((each) => each.reference === reference)?.charge.amount ?? 0;
    const ours = this.refunds.filter((each) => !each.failed && each.refund.reference === reference);
    const others = this.elsewhere.filter((each) => !each.failed && each.reference === reference);
    const back = [...ours.map(({ refund }) => refund.amount), ...others.map(({ amount }) => amount)];
    return cents(paid - back.reduce((sum, amount) => sum + amount, 0));
  }
  /** Somebody gives money back in the dashboard. */
  refundElsewhere(reference: string, amount: Cents): string {
    const id = `re-by-hand-${this.elsewhere.length}`;
    this.elsewhere.push({ id, reference, amount });
    this.#notice('refund', id);
    return id;
  }

  readonly setUp = async (setUp: SetUp): Promise<SetUpDone | Trouble> =>
    this.#once(setUp.key, (): SetUpDone => {
      if (setUp.testCard === 'declined') return { outcome: 'failed', error: 'the card was declined' };
      if (setUp.testCard === 'fails_later') this.badCards.add(setUp.accountId);
      else this.badCards.delete(setUp.accountId);
      const customer = setUp.customer ?? `cus-${setUp.accountId}`;
      const card = { label: 'Visa •••• 4242', last4: '4242', expires: '2030-12' };
      return { outcome: 'proven', customer, method: `pm-${setUp.methodId}`, ...card };
    });
  readonly findSetUp = async (): Promise<NotFound> => ({ outcome: 'not_found' });

  dispute(reference: string, amount: number): string {
    const id = `du-${this.disputes.size}`;
    this.disputes.set(id, { reference, amount, status: 'open' });
    this.#notice('dispute', id);
    return id;
  }
  closeDispute(id: string, status: 'won' | 'lost'): void {
    const known = this.disputes.get(id);
    if (known) known.status = status;
    this.#notice('dispute', id);
  }

  planned(accountId: number, plan: string, status: 'active' | 'past_due' | 'cancelled'): void {
    const id = `sub-${accountId}`;
    this.plans.set(id, { accountId, plan, status });
    this.#notice('customer.subscription.updated', id);
  }

  async readWebhook(): Promise<null> {
    return null;
  }
  async eventsSince(from: Instant): Promise<readonly ProviderEvent[]> {
    if (this.faults.lookUpDown()) throw new Error('the list is down');
    return this.events.filter(({ at }) => at >= from);
  }
  async news({ object }: ProviderEvent): Promise<ProviderNews> {
    if (this.faults.lookUpDown()) throw new Error('the gateway is down');
    const taken = this.taken.find(({ reference }) => reference === object);
    if (taken) {
      const { paymentId, invoiceId } = taken.charge;
      return { what: 'payment', paymentId, invoiceId, charged: this.#told(taken) };
    }
    const given = this.refunds.find(({ reference }) => reference === object);
    if (given) {
      const { refundId, invoiceId, amount } = given.refund;
      return { what: 'refund', refundId, invoiceId, refunded: this.#refunded(object, amount, given.failed) };
    }
    const other = this.elsewhere.find(({ id }) => id === object);
    if (other) {
      const { id: refund, reference, amount, failed } = other;
      const refunded = this.#refunded(refund, amount, failed);
      return { what: 'refund_elsewhere', refund, reference, why: 'refunded', amount, refunded };
    }
    const planned = this.plans.get(object);
    if (planned) return { what: 'plan_subscription', ...planned, subscription: object, periodEnd: null };
    const dispute = this.disputes.get(object);
    if (!dispute) return { what: 'nothing' };
    const { reference, amount, status } = dispute;
    return {
      what: 'dispute',
      dispute: object,
      reference,
      amount: amount as never,
      reason: 'fraudulent',
      status,
      dueBy: null,
    };
  }
}
