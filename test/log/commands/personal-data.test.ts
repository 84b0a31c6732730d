import { describe, expect, it } from 'vitest';
import { ERASED, personalData } from '#domain/log/personal-data';
import { START } from '#runtime/event-store';
import { erasure } from '#sagas/log/erasure';
import { sagaStory, spec } from '#test/support/spec';
import { at, world } from '#test/support/world';

describe('whom an invoice is made out to', () => {
  it('outlives the erasure of its account, and is erased once it need not be kept any longer', async () => {
    const system = await world('2026-11-17T08:00:00Z', { invoiceRetentionYears: 0 });
    await system.client({ account: 1, site: 11 });
    await system.commands.billing.addMethod(1, 'stripe', 'ok', system.cause());
    const details = {
      name: 'شركة النخيل',
      address_lines: ['12 Palm Street', 'Dubai'],
      tax_id: 'AE100',
      country: 'AE',
      email: 'accounts@palm.example',
    };
    const { billingDetails } = system.commands;
    const set = await billingDetails.set(1, details, system.cause());
    expect(JSON.stringify(set.ok && set.events)).not.toMatch(/Palm|Dubai|AE100|palm/);
    expect(await billingDetails.of(1)).toEqual(details);
    expect(await billingDetails.set(1, details, system.cause())).toMatchObject({ ok: true, events: [] });
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
    await system.advance('2026-12-02T08:00:00Z');
    const recipient = async () => {
      const { state } = await system.commands.invoices.load(1);
      if (state.status === 'none' || !state.recipient) throw new Error('no recipient');
      const { name, email, address_lines = [], tax_id = '' } = state.recipient;
      return Promise.all(
        [name, email, ...address_lines, tax_id].map((text) => system.surroundings.personal.open(text)),
      );
    };
    const named = ['شركة النخيل', 'accounts@palm.example', '12 Palm Street', 'Dubai', 'AE100'];
    expect(await recipient()).toEqual(named);
    // What is issued stays as it is, whatever the account says later.
    const moved = { ...details, address_lines: ['1 New Road'] };
    await billingDetails.set(1, moved, system.cause());
    expect(await recipient()).toEqual(named);

    const done = await system.commands.personalData.erase('account', 1, null, system.cause());
    expect(done).toMatchObject({ ok: true, state: { kept: [{ until: '2026-12-31' }] } });
    expect(await system.directory.account(1)).toMatchObject({ name: 'Account 1', email: '' });
    expect(await recipient()).toEqual(named);
    expect(await billingDetails.of(1)).toEqual({
      name: null,
      address_lines: [],
      tax_id: null,
      email: null,
      country: 'AE',
    });

    await system.advance('2027-01-02T08:00:00Z');
    expect(await recipient()).toEqual(named.map(() => ERASED));
    const { events } = await system.surroundings.store.readAll({ after: START, limit: 5_000 });
    const erased = events
      .filter(({ type }) => type === 'PersonalDataErased')
      .map(({ data }) => [data['kind'], data['id']]);
    // The one of 1 January is kept to the end of its year.
    expect(erased).toEqual([
      ['account', 1],
      ['invoice', 1],
    ]);
    await system.advance('2027-02-02T08:00:00Z');
    const again = await system.surroundings.store.readAll({ after: START, limit: 9_000 });
    expect(again.events.filter(({ type }) => type === 'PersonalDataErased')).toHaveLength(2);
  });
});

describe('an account with an open dispute', () => {
  it('keeps its texts until the dispute is over, and is erased then', async () => {
    const system = await world('2026-11-17T08:00:00Z');
    await system.client({ account: 1, site: 11 });
    const wanted = { accountId: 1 as never, siteId: 11 as never, tier: 'lite' as const, given: {} };
    const who = {
      accountManagerId: null,
      monthlyPrice: null,
      overrideReason: null,
      mayOverride: false,
      createdBy: null,
    };
    await system.commands.subscriptions.create({ ...wanted, ...who }, system.cause());
    await system.advance('2026-12-02T08:00:00Z');
    const { personalData: people, disputes } = system.commands;
    const asked = { amount: null, reason: 'late', openedBy: 'client' as const };
    const theirs = () => ({ ...system.cause(), accountId: 1 as never });
    const { disputeId } = await disputes.raise(1 as never, asked, theirs());
    const text = await system.surroundings.personal.seal({ under: 'account-1' }, 'what was said');
    const read = () => system.surroundings.personal.open(text);

    const done = await people.erase('account', 1, null, system.cause());
    // Nobody says by when it is to be answered: ninety days after it was opened.
    expect(done).toMatchObject({
      ok: true,
      state: { kept: [{ until: '2036-12-31' }, { why: `dispute ${disputeId} is open`, until: '2027-03-02' }] },
    });
    expect(await read()).toBe('what was said');
    expect((await system.directory.account(1))?.email).toBe('');
    const again = await people.erase('account', 1, null, system.cause());
    expect(again).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('kept until 2027-03-02') } });

    expect(await people.eraseExpired('2027-03-02' as never, system.cause())).toBe(0);
    system.clock.set(at('2027-04-01T02:30:00Z'));
    expect(await people.eraseExpired('2027-04-01' as never, system.cause())).toBe(0);
    expect(await read()).toBe('what was said');
    const settled = { disputeId, outcome: 'won' as const, note: 'it had come' };
    expect(await disputes.settle(1 as never, settled, theirs())).toMatchObject({ ok: true });
    expect(await people.eraseExpired('2027-05-01' as never, system.cause())).toBe(1);
    expect(await read()).toBe(ERASED);
  });
});

describe('an erasure', () => {
  const now = at('2026-07-01T00:00:00Z');
  const erase = (keys: { subject: string; generation: number }[]) => ({
    type: 'Erase' as const,
    kind: 'user' as const,
    id: 7,
    keys,
    reason: null,
    kept: [],
    now,
  });
  const key = { subject: 'user-7', generation: 1 };

  it('is refused where nothing is left to erase', () => {
    const { given, lived } = spec(personalData);
    given().when(erase([])).refused('invalid_state');
    given()
      .when(erase([key]))
      .answers({ type: 'PersonalDataErased', data: { kind: 'user', id: 7, keys: [key] } });
    given(...lived(erase([key])))
      .when(erase([]))
      .refused('invalid_state');
    given(...lived(erase([key])))
      .when(erase([{ ...key, generation: 2 }]))
      .answers('PersonalDataErased');
  });

  it('has the keys deleted, whoever lived to see it, each time', () => {
    const story = sagaStory(erasure);
    const event = { kind: 'user', id: 7, keys: [key], reason: null, kept: [] };
    expect(story.tell('PersonalDataErased', event, undefined, 'e1')).toEqual(['effect erase_personal_data erase/e1']);
    expect(story.effect('erase/e1')).toMatchObject({ payload: { keys: [key] } });
    expect(story.tell('EffectSucceeded', { name: 'erase/e1', result: {} })).toEqual([]);
    expect(story.tell('PersonalDataErased', event, undefined, 'e2')).toEqual(['effect erase_personal_data erase/e2']);
  });
});
