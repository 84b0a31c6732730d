import { describe, expect, it } from 'vitest';
import { createInMemoryPersonalData } from '#adapters/personal-data';
import type { DisputeAnswer, PaymentGateway } from '#commands/billing/ports-payments';
import { disputeEffects } from '#commands/proof/dispute-effects';
import type { EffectCall } from '#runtime/effect-handler';
import { EFFECTS } from '#runtime/machinery-tables';
import { at, world } from '#test/support/world';

const call = (payload: object): EffectCall => ({
  effectId: 'e',
  name: 'submit_evidence/1',
  key: 'k',
  attempt: 1,
  attemptedAt: at('2026-07-01T00:00:00Z'),
  payload: { invoice_id: 1, dispute_id: 3, provider_dispute: 'du_1', ...payload } as never,
  cause: { commandId: 'c', correlationId: 'c', causationId: 'c', actor: { kind: 'saga' as const } },
});

describe('what is done at card networks', () => {
  async function handlers(answer: DisputeAnswer | null) {
    const personal = createInMemoryPersonalData();
    const name = await personal.seal({ under: 'invoice-1' }, 'Wilhelmina Acorn');
    const sent: object[] = [];
    const marked: number[] = [];
    const gateway = {
      name: 'stripe',
      ...(answer && {
        submitEvidence: async (dispute: string, fields: object) => {
          sent.push({ dispute, fields });
          return answer;
        },
        acceptDispute: async (dispute: string) => {
          sent.push({ dispute });
          return answer;
        },
      }),
    } as unknown as PaymentGateway;
    const disputes = { markSubmitted: async (_: number, id: number) => void marked.push(id) } as never;
    const fields = async (hash: string) => (hash === 'known' ? { customer_name: name, service_date: 'June' } : null);
    return { sent, marked, all: disputeEffects({ gateways: { stripe: gateway }, disputes, personal, fields }) };
  }

  it('hands evidence in with its names opened, and notes that it was taken', async () => {
    const { sent, marked, all } = await handlers({ outcome: 'done' });
    expect(await all['submit_evidence_stripe']?.call(call({ sha256: 'known' }))).toMatchObject({
      outcome: 'succeeded',
    });
    expect(sent).toEqual([{ dispute: 'du_1', fields: { customer_name: 'Wilhelmina Acorn', service_date: 'June' } }]);
    expect(marked).toEqual([3]);
    expect(await all['submit_evidence_stripe']?.call(call({ sha256: 'gone' }))).toMatchObject({ retry: false });
    expect(await all['accept_dispute_stripe']?.call(call({}))).toMatchObject({ outcome: 'succeeded' });
  });

  it.each<[DisputeAnswer, object]>([
    [
      { outcome: 'temporary', error: 'busy' },
      { outcome: 'failed', retry: true },
    ],
    [
      { outcome: 'refused', error: 'too late' },
      { outcome: 'failed', retry: false, error: 'too late' },
    ],
    [{ outcome: 'unknown', error: 'no answer' }, { outcome: 'unknown' }],
  ])('says what became of it: %j', async (answer, outcome) => {
    const { marked, all } = await handlers(answer);
    for (const kind of ['submit_evidence_stripe', 'accept_dispute_stripe'])
      expect(await all[kind]?.call(call({ sha256: 'known' }))).toMatchObject(outcome);
    expect(marked).toEqual([]);
    // Said again it changes nothing, so a lost answer is simply asked for again.
    expect(all['submit_evidence_stripe']?.whenLost).toBe('resend');
  });

  it('is left to people where the gateway does not take it', async () => {
    const { all } = await handlers(null);
    for (const kind of ['submit_evidence_stripe', 'accept_dispute_paypal'])
      expect(await all[kind]?.call(call({ sha256: 'known' }))).toMatchObject({
        outcome: 'failed',
        retry: false,
        error: expect.stringContaining('by hand'),
      });
  });
});

describe('an effect that was parked and done by hand', () => {
  it('counts as done from then on, and its saga goes on', async () => {
    const mail = { send: async () => ({ outcome: 'rejected' as const, error: 'no mailbox', retry: false }) };
    const system = await world('2026-06-17T08:00:00Z', { mail });
    await system.client({ account: 1, site: 11 });
    const wanted = {
      accountId: 1 as never,
      siteId: 11 as never,
      tier: 'lite' as const,
      accountManagerId: null,
      given: {},
      monthlyPrice: null,
      overrideReason: null,
      mayOverride: false,
      createdBy: null,
    };
    await system.commands.subscriptions.create(wanted, system.cause());
    await system.settle();
    const { effects } = system.runtime.parts;
    for (let n = 0; n < 2; n++) {
      const [parked] = await system.rows(EFFECTS.name, { status: 'parked' });
      expect(parked?.['kind']).toBe('email');
      const position = Number(parked?.['position']);
      const cause = system.cause();
      expect(await effects.settleByHand(position, 'telephoned', cause)).toEqual(expect.any(Number));
      await system.settle();
      expect(await effects.settleByHand(position, 'telephoned', system.cause())).toBeNull();
    }
    const { state } = await system.commands.subscriptions.load(1 as never);
    expect(state).toMatchObject({ status: 'active' });
    expect(await system.rows(EFFECTS.name, { status: 'parked' })).toEqual([]);
    expect(await effects.settleByHand(999_999, 'nothing', system.cause())).toBeNull();
  });
});
