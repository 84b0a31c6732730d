import { describe, expect, it } from 'vitest';
import type { Saga, SagaStep } from '#runtime/saga';
import { addOnPurchase } from '#sagas/billing/add-on-purchase';
import { invoiceMoney } from '#sagas/billing/invoice-money';
import { orderMoney } from '#sagas/billing/order-money';
import { providerNotice } from '#sagas/billing/provider-notice';
import { accountPlan } from '#sagas/plans/account-plan';
import { sagaStory } from '#test/support/spec';

/** As its stream was written before timers kept what they are to tell. */
const early = (saga: Saga): Saga => ({ ...saga, react: (...told) => saga.react(...told).map(bare) });
const bare = (step: SagaStep): SagaStep => (step.do === 'timer' ? { do: 'timer', name: step.name, at: step.at } : step);
const fired = (story: ReturnType<typeof sagaStory>, name: string) =>
  story.tell('TimerFired', { name }, '2026-07-01T00:00:00.000Z', 'fired');

describe('a timer that was set before timers kept their data', () => {
  it('has a refund asked for again', () => {
    const story = sagaStory(early(invoiceMoney));
    const ids = { invoice_id: 7, account_id: 3 };
    story.tell('InvoiceDrafted', { ...ids, purchase_id: null, order_id: null });
    story.tell('InvoiceRefundStarted', { ...ids, refund_id: 5, gateway: 'stripe', amount_cents: 100 });
    story.tell('EffectParked', { name: 'refund/5', error: 'closed' });
    expect(story.timers()).toEqual(['again/refund/5 2026-06-17T16:00:00.000Z']);
    expect(fired(story, 'again/refund/5')).toEqual(['effect refund_stripe refund/5#2']);
    expect(story.effect('refund/5#2')).toMatchObject({ key: 'refund-5', payload: { ...ids, refund_id: 5 } });
  });

  it('has what an order came to owe asked for again', () => {
    const story = sagaStory(early(orderMoney));
    const order = { order_id: 4, account_id: 1 };
    story.tell('BacklinkOrderRepriced', { ...order, credit_cents: 12 }, undefined, 'cheaper');
    story.tell('BacklinkOrderCancelled', order);
    story.tell('EffectSucceeded', { name: 'credit/cheaper', result: { again_hours: 1 } });
    expect(fired(story, 'again/credit/cheaper')).toEqual(['effect credit_repriced_order credit/cheaper#fired']);
    expect(story.tell('TimerFired', { name: 'again/settle' }, undefined, 'later')).toEqual([
      'effect settle_cancelled_order settle#later',
    ]);
  });

  it('ends a purchase, looks at a notice again, changes a plan', () => {
    const purchase = sagaStory(early(addOnPurchase));
    const terms = { kind: 'indexing-boost' };
    purchase.tell('AddOnPurchased', { purchase_id: 3, account_id: 1, terms, expires_at: '2026-06-18T10:00:00.000Z' });
    expect(fired(purchase, 'expire')).toEqual(['effect expire_purchase expire/fired']);

    const notice = sagaStory(early(providerNotice));
    notice.tell('ProviderEventReceived', { gateway: 'stripe', event_id: 'e', event_type: 't', object: 'o' });
    notice.tell('EffectParked', { name: 'apply', error: 'unknown' });
    expect(fired(notice, 'again')).toEqual(['effect apply_provider_event apply#2']);

    const plan = sagaStory(early(accountPlan));
    plan.tell('AccountRegistered', { account_id: 1, plan: 'free' });
    const change = { account_id: 1, plan: 'growth', effective_at: '2026-07-01T00:00:00Z' };
    plan.tell('AccountPlanChanged', change, undefined, 'change');
    expect(fired(plan, 'plan/change')).toEqual(['effect follow_plan follow/fired']);
    expect(plan.effect('follow/fired')).toMatchObject({ payload: { account_id: 1, plan: 'growth' } });
  });
});
