import { describe, expect, it } from 'vitest';
import { numbers, type Told, told } from '../numbers.ts';

const NOVEMBER = ['2026-11-01', '2026-11-30'] as const;
const ORDER = { order_id: 7, account_id: 1 };
const questions = [{ key: 'audience', label: 'Who are your customers?', kind: 'text', required: true, max: 2000 }];
const drafted = (on: string): Told =>
  told('BacklinkOrderDrafted', on, {
    ...ORDER,
    terms: {
      order_type: 'one_time',
      pricing_mode: 'tiers',
      package: null,
      request: { pricing_mode: 'tiers', lines: [], niche: null, override_reason: null },
      quote: { lines: [], client_price_cents: 40_000, links_ordered: 2, niche: null, niche_surcharge: 100, steps: [] },
      price_book_version: 1,
      markup_percent: 20,
      budget_cents: null,
      managed_subscription_id: null,
      campaign_id: null,
      override_reason: null,
      placement_approval: 'client',
      brief: questions,
    },
    billing: 'on_completion',
    due_date: null,
    notes: null,
    predecessor_id: null,
    created_by: 1,
  });
const approved = (on: string): Told => told('BacklinkOrderApproved', on, { ...ORDER, on, due_date: null });
const completed = (on: string): Told => told('BriefCompleted', on, { ...ORDER, on, due_date: '2026-12-20' });
const proposed = (proposal_id: number, on: string): Told =>
  told('PlacementProposed', on, {
    ...ORDER,
    proposal_id,
    source_url: null,
    source_domain: `blog${proposal_id}.example`,
    target_url: 'https://site11.example/',
    anchor_text: 'Acme',
    on,
  });
const ended = (type: string, proposal_id: number, on: string): Told => told(type, on, { ...ORDER, proposal_id, on });

describe('what orders need from their client, in a report', () => {
  it('is the brief of an approved order, and each placement that is proposed, until it is answered', async () => {
    const world = await numbers([drafted('2026-11-02')]);
    const needs = async (at?: number) =>
      (await world.report(NOVEMBER, at === undefined ? {} : { at })).first_page.needs.map(
        ({ kind, id, text, since }) => [kind, id, text, since],
      );
    const approval = [['approval', 7, 'Approve backlink order #7.', '2026-11-02']];
    expect(await needs()).toEqual(approval);

    await world.tell(approved('2026-11-04'));
    const brief = [['brief', 7, 'Answer the brief of backlink order #7.', '2026-11-04']];
    expect(await needs()).toEqual(brief);
    const waiting = world.head();

    await world.tell(told('BriefAnswered', '2026-11-08', { ...ORDER, answers: { audience: 'Patients' } }));
    expect(await needs()).toEqual(brief);
    await world.tell(completed('2026-11-09'), proposed(31, '2026-11-12'), proposed(32, '2026-11-13'));
    const both = [
      ['approval', 31, 'Approve a link on blog31.example.', '2026-11-12'],
      ['approval', 32, 'Approve a link on blog32.example.', '2026-11-13'],
    ];
    expect(await needs()).toEqual(both);

    await world.tell(ended('PlacementApproved', 31, '2026-11-14'));
    expect(await needs()).toEqual(both.slice(1));
    await world.tell(ended('PlacementApprovedBySilence', 32, '2026-11-20'));
    expect(await needs()).toEqual([]);
    // What was known before stays as it was.
    expect(await needs(waiting)).toEqual(brief);
    expect(await needs(1)).toEqual(approval);
  });

  it('is for the client to do within seven days, and leads to where it is done', async () => {
    const world = await numbers([drafted('2026-11-02'), approved('2026-11-04')]);
    const { first_page, sections } = await world.report(NOVEMBER);
    expect(first_page.needs[0]?.href).toBe('/app/orders/7/');
    const plan = sections.next_month_plan?.tables[0]?.rows ?? [];
    expect(JSON.stringify(plan[0])).toContain('2026-11-11');
    expect(JSON.stringify(plan[0])).toContain('you');
    expect(sections.executive_summary?.claim).toContain('To go on, we need your answers to a brief.');
    await world.tell(completed('2026-11-06'), proposed(31, '2026-11-12'));
    expect((await world.report(NOVEMBER)).first_page.needs[0]?.href).toBe('/app/approvals/');
  });

  it('goes with the order: nothing is needed for one that is cancelled', async () => {
    const world = await numbers([drafted('2026-11-02'), approved('2026-11-04')]);
    await world.tell(
      told('BacklinkOrderCancelled', '2026-11-10', { ...ORDER, on: '2026-11-10', reason: 'no budget', owed_cents: 0 }),
    );
    expect((await world.report(NOVEMBER)).first_page.needs).toEqual([]);
  });
});
