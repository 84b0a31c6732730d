import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import type { Month } from '#domain/kernel/time';
import { checked } from '#domain/proof/evidence-bundle-check';
import { type NamedEvent, type ProvableLine, recompute } from '#domain/proof/line-proof';
import { managedSubscription } from '#domain/services/managed-subscription';
import { monthLines } from '#domain/services/service-month';
import { tries } from '#test/support/depth';
import { verify } from '../../docs/verify/verify.mjs';
import { type Draft, EVENTS, idOf, logOf, NAMED, set, withEvent } from './evidence-bundle-log.ts';
import { told } from './synthetic-breaks.ts';
import { type Edits, syntheticBundle } from './synthetic-bundle.ts';
import type { Json } from './synthetic-parts.ts';
import { eventOf, type Line, type Story, type StoryEvent } from './synthetic-story.ts';
import { WHOLE_BREAKS } from './synthetic-whole-breaks.ts';

/** What both verifiers say, who share no code. */
function saidBy(bytes: Uint8Array): string {
  const [mine, other] = [checked(bytes, {}, checkCrypto), verify(bytes)];
  expect({ mine, other: other.verdict }, JSON.stringify({ mine, other })).toMatchObject({
    mine: { verdict: other.verdict },
  });
  return mine.verdict === 'broken' ? `broken at ${mine.point}: ${mine.why}` : mine.verdict;
}

describe('what a line of a subscription leaves out', () => {
  const why: Readonly<Record<string, RegExp>> = {
    'a pause left out of the causes':
      /line 1 is 319.20, but all events before the closing of 2026-06 .* come to 186.20/,
    'a pause left out of the bundle': /revision 2 of "managed-subscription-1", the subscription of line 1, is missing/,
    'a price left out of the causes':
      /line 1 is 266.00, but all events before the closing of 2026-06 .* come to 186.20/,
    'a price left out of the bundle': /revision 4 of "managed-subscription-1", the subscription of line 1, is missing/,
    'no closing': /the closing of 2026-06 of "managed-subscription-1", which line 1 is for, is missing/,
    'a closing of another month': /the closing of 2026-06 of "managed-subscription-1", which line 1 is for, is missing/,
    'a closing before a price': /line 1 is 186.20, but all events before the closing of 2026-06 .* come to 266.00/,
    'causes of two streams': /line 1 names event "paused", which is not of the one subscription/,
    'causes of no subscription': /line 1 names event "created", which is not of the one subscription/,
    'a stream without its begin': /revision 0 of "managed-subscription-1", the subscription of line 1, is missing/,
    'a price that another one replaced': /event "created", by which line 1 is priced, sets no price that came to count/,
    'a tier that is none': /event "created" sets no price that can be reckoned with/,
  };
  it.each(WHOLE_BREAKS)('is found: $name', ({ name, bytes }) => {
    expect(saidBy(bytes())).toMatch(/^broken at 5/);
    expect(saidBy(bytes())).toMatch(why[name] as RegExp);
  });

  it('is found in a bundle that the product itself puts together', async () => {
    const [pause, closing] = [8, 14];
    const of = async (events: readonly Draft[], hidden = 0) => {
      const shown = NAMED.filter((position) => position !== hidden);
      return saidBy(await (await logOf(events, [1, 2], shown)).bundle());
    };
    const unpaused = withEvent(15, set('lines/0/causes', [2, 3].map(idOf)), set('lines/0/amount_cents', 25_270));
    expect(await of(EVENTS)).toBe('holds');
    expect(await of(unpaused)).toMatch(/line 1 is 252.70, but all events .* come to 119.70/);
    expect(await of(unpaused, pause)).toMatch(/revision 2 of "managed-subscription-7".* is missing/);
    expect(await of(EVENTS, closing)).toMatch(/the closing of 2026-06 of .* is missing/);
    expect(await of(withEvent(closing, set('month', '2026-07')))).toMatch(/the closing of 2026-06 of .* is missing/);
    const elsewhere = EVENTS.map((event, at) => (at + 1 === pause ? event.with(0, 'managed-subscription-8') : event));
    expect(await of(elsewhere as unknown as Draft[])).toMatch(/which is not of the one subscription/);
  });
});

type Act = readonly [days: number, act: 'turn' | 'price' | 'tier' | 'config', pick: number];
const PRICES = [39_900, 45_000, 19_950];
const TIERS = ['lite', 'pro', 'enterprise'];
const dayAt = (days: number): string => new Date(Date.UTC(2026, 4, 10 + days)).toISOString().slice(0, 10);
const MONTHS = ['2026-05', '2026-06', '2026-07'];

/** A subscription's life, with its months closed on their first days, as the product records it. */
function lifeOf(acts: readonly Act[], late: boolean): StoryEvent[] {
  const events: StoryEvent[] = [];
  const add = (type: string, data: { [key: string]: Json }) =>
    events.push({
      id: `s-${events.length}`,
      type,
      data,
      revision: events.length,
      position: 100 + events.length,
    } as StoryEvent);
  const price = () => ({ monthly_price_cents: PRICES[0] as number, articles_per_month: 8 });
  let [days, active, open] = [0, true, [...MONTHS]];
  const close = (until: string) => {
    for (const month of open.filter((each) => each < until.slice(0, 7)))
      add('ServiceMonthClosed', { month, next_billing_date: '2026-09-01' });
    open = open.filter((each) => each >= until.slice(0, 7));
  };
  add('ManagedSubscriptionCreated', { ...price(), tier: 'pro', on: dayAt(0) });
  add('ManagedSubscriptionActivated', { on: dayAt(0) });
  for (const [more, act, pick] of acts) {
    days += more;
    const on = dayAt(days);
    // Before the nightly run or after it, what happens on the first of a month bears on that month alone.
    if (!late) close(on);
    if (act === 'turn') {
      add(active ? 'ManagedSubscriptionPaused' : 'ManagedSubscriptionResumed', { on, reason: 'asked' });
      active = !active;
    } else if (act === 'price')
      add('ManagedSubscriptionPriceChanged', { on, monthly_price_cents: PRICES[pick % 3] as number });
    else if (act === 'tier')
      add('ManagedSubscriptionTierChanged', {
        on,
        tier: TIERS[pick % 3] as string,
        articles_per_month: 8,
        monthly_price_cents: PRICES[pick % 2] as number,
      });
    else add('AccountManagerAssigned', { account_manager_id: pick });
    if (late) close(on);
  }
  close('2026-09-01');
  return events;
}

/** The lines of that month by the product's own reckoning. */
function linesFor(life: readonly StoryEvent[], month: string): Line[] {
  const state = life.reduce(
    (before, { id, type, data }) => managedSubscription.evolve(before, { id, type, data } as never),
    managedSubscription.initial,
  );
  if (state.status === 'none') return [];
  return monthLines(state.history, month as Month).map(({ rule, amount, causes, from }, index) => ({
    id: index + 1,
    kind: 'subscription',
    rule,
    description: `line ${index + 1}`,
    inputs: { from },
    amount_cents: amount,
    causes: [...causes],
    steps: [],
  }));
}

/** The story with this subscription and an invoice of these lines alone. */
const billing = (life: readonly StoryEvent[], lines: readonly Line[], hidden: readonly string[] = []): Edits =>
  told((story: Story) => {
    const { metadata, stored } = eventOf(story, 'created');
    const rest = story.events.filter(({ stream }) => stream !== 'managed-subscription-1');
    const own = life.map((each) => ({
      ...each,
      stream: 'managed-subscription-1',
      schema_version: 1,
      metadata,
      stored,
    }));
    story.events = [...own, ...rest].map((each, index) => ({ ...each, position: 100 + index }));
    const sum = lines.reduce((total, { amount_cents }) => total + amount_cents, 0);
    const sums = { subtotal_cents: sum, tax_rate: 0, tax_cents: 0, total_cents: sum };
    Object.assign(eventOf(story, 'issued').data, { lines, ...sums });
    for (const id of hidden) story.hidden.add(id);
  });

describe('any life of a subscription', () => {
  const act = fc.tuple(fc.nat({ max: 12 }), fc.constantFrom('turn', 'price', 'tier', 'config'), fc.nat({ max: 5 }));
  const lives = fc.array(act as fc.Arbitrary<Act>, { maxLength: 14 });
  const month = fc.constantFrom(...MONTHS);

  it('is billed so that its bundle holds, with both verifiers', () => {
    fc.assert(
      fc.property(lives, fc.boolean(), month, (acts, late, of) => {
        const life = lifeOf(acts, late);
        expect(saidBy(syntheticBundle(billing(life, linesFor(life, of))).bytes)).toBe('holds');
      }),
      { numRuns: tries(30, 150) },
    );
  });

  it('shows whatever is left out: among the causes where that changes the amount, in the bundle always', () => {
    fc.assert(
      fc.property(lives, fc.boolean(), month, fc.nat(), fc.nat(), (acts, late, of, at, which) => {
        const life = lifeOf(acts, late);
        const lines = linesFor(life, of);
        const line = lines[at % Math.max(1, lines.length)];
        if (!line) return;
        const [priced = '', ...others] = line.causes;
        const left = others.filter((_, index) => index !== which % others.length);
        const told = { ...line, causes: [priced, ...left] };
        const done = recompute(told as unknown as ProvableLine, [], life as unknown as NamedEvent[]);
        if (!done.ok) throw new Error(done.why);
        const omitting = (hidden: readonly string[]) => {
          const changed = lines.map((each) => (each === line ? { ...told, amount_cents: done.amount } : each));
          return saidBy(syntheticBundle(billing(life, changed, hidden)).bytes);
        };
        expect(omitting([])).toMatch(done.amount === line.amount_cents ? /^holds$/ : /^broken at 5/);
        const closing = life.findIndex(({ type, data }) => type === 'ServiceMonthClosed' && data['month'] === of);
        expect(omitting([`s-${which % (closing + 1)}`])).toMatch(/^broken at 5/);
      }),
      { numRuns: tries(40, 200) },
    );
  });
});
