import { describe, expect, it } from 'vitest';
import type { AccountId, SiteId } from '#domain/kernel/ids';
import type { Day, Instant, Month } from '#domain/kernel/time';
import { type AhrefsCommand, ahrefsConnection, isConnected, overBudget } from '#domain/links/ahrefs-connection';
import { ahrefsSnapshot, type Snapshot } from '#domain/links/ahrefs-snapshot';
import { spec } from '#test/support/spec';

const { given, lived } = spec(ahrefsConnection);
const now = '2026-06-17T10:00:00.000Z' as Instant;
const JUNE = '2026-06' as Month;
const JULY = '2026-07' as Month;
const of = { now, accountId: 1 as AccountId };
const connect = (change: object = {}): AhrefsCommand => ({
  type: 'Connect',
  ...of,
  keyRef: 'ahrefs-1-a',
  planType: 'enterprise',
  budget: 1000,
  remaining: 5000,
  ...change,
});
const disconnect: AhrefsCommand = { type: 'Disconnect', ...of };
const called = (units: number, change: object = {}): AhrefsCommand => ({
  type: 'RecordCall',
  ...of,
  endpoint: 'metrics',
  units,
  rows: 1,
  month: JUNE,
  answered: true,
  trouble: null,
  reservationId: null,
  keyRef: 'ahrefs-1-a',
  ...change,
});
const LATER = '2026-06-17T10:10:00.000Z' as Instant;
const reserve = (id: string, units: number, change: object = {}): AhrefsCommand => ({
  type: 'Reserve',
  ...of,
  reservationId: id,
  question: `question ${id}`,
  endpoint: 'metrics',
  units,
  month: JUNE,
  optional: false,
  lapsesAt: LATER,
  ...change,
});
const failed = (status: 'expired' | 'error'): AhrefsCommand =>
  called(0, { answered: false, trouble: { status, error: 'no' } });
const silent = called(0, { answered: false });
const stateAfter = (...commands: AhrefsCommand[]) => {
  const { state } = given(...lived(...commands));
  if (!isConnected(state)) throw new Error('not connected');
  return state;
};

describe('a connection to Ahrefs', () => {
  it('holds where the key lies, never the key', () => {
    given()
      .when(connect())
      .answers({
        type: 'AhrefsConnected',
        at: now,
        data: {
          account_id: 1,
          key_ref: 'ahrefs-1-a',
          plan_type: 'enterprise',
          monthly_unit_budget: 1000,
          units_remaining: 5000,
        },
      });
  });

  it('takes another key while it is connected, and keeps what the month has cost', () => {
    const state = stateAfter(connect(), called(300), connect({ keyRef: 'ahrefs-1-b', budget: 2000, remaining: 40 }));
    expect(state).toMatchObject({ status: 'active', keyRef: 'ahrefs-1-b', budget: 2000, remaining: 40, spent: 300 });
  });

  it('that there is not can neither be ended nor used', () => {
    for (const life of [[], [connect(), disconnect]])
      for (const command of [disconnect, reserve('a', 50)])
        given(...lived(...life))
          .when(command)
          .refused('not_found');
    given(...lived(connect()))
      .when(disconnect)
      .answers({ type: 'AhrefsDisconnected', data: { account_id: 1 } });
    given(...lived(connect(), disconnect))
      .when(connect())
      .answers('AhrefsConnected');
  });

  it('counts units by month; a call that cost none is no event', () => {
    given(...lived(connect()))
      .when(called(120))
      .answers({
        type: 'AhrefsUnitsSpent',
        data: { account_id: 1, endpoint: 'metrics', units: 120, rows: 1, month: JUNE },
      });
    given(...lived(connect()))
      .when(called(0))
      .answers();
    expect(stateAfter(connect(), called(120), called(80))).toMatchObject({ spent: 200, remaining: 4800, month: JUNE });
    expect(stateAfter(connect(), called(120), called(80, { month: JULY }))).toMatchObject({ spent: 80, month: JULY });
  });

  it('counts units of a failed call too', () => {
    given(...lived(connect()))
      .when(called(50, { answered: false, trouble: { status: 'error', error: 'no' } }))
      .answers('AhrefsUnitsSpent', { type: 'AhrefsConnectionFailed', data: { status: 'error', error: 'no' } });
  });

  it('tells of trouble once, and of its end', () => {
    given(...lived(connect()))
      .when(failed('expired'))
      .answers({ type: 'AhrefsConnectionFailed', data: { account_id: 1, status: 'expired', error: 'no' } });
    given(...lived(connect(), failed('expired')))
      .when(failed('expired'))
      .answers();
    given(...lived(connect(), failed('error')))
      .when(failed('expired'))
      .answers('AhrefsConnectionFailed');
    given(...lived(connect(), failed('expired')))
      .when(called(50))
      .answers('AhrefsUnitsSpent', 'AhrefsConnectionRestored');
    expect(stateAfter(connect(), failed('error'), called(0)).status).toBe('active');
    expect(stateAfter(connect(), failed('expired'), connect()).status).toBe('active');
  });

  it('that has ended still keeps what its last calls cost, and goes on from there when it is made again', () => {
    given(...lived(connect(), reserve('a', 50), disconnect))
      .when(called(50, { reservationId: 'a' }))
      .answers({ type: 'AhrefsUnitsSpent', data: { units: 50, reservation_id: 'a' } });
    expect(stateAfter(connect(), called(300), disconnect, connect()).spent).toBe(300);
  });

  it('is told nothing by a call with a key of before', () => {
    const trouble = { status: 'expired', error: 'no' };
    given(...lived(connect(), reserve('a', 50), connect({ keyRef: 'ahrefs-1-b' })))
      .when(called(0, { reservationId: 'a', answered: false, trouble }))
      .answers({ type: 'AhrefsUnitsReleased', data: { account_id: 1, reservation_id: 'a' } });
  });

  it('is not restored by a call that Ahrefs did not answer', () => {
    given(...lived(connect(), failed('expired')))
      .when(silent)
      .answers();
    expect(stateAfter(connect(), failed('expired'), silent).status).toBe('expired');
  });
});

describe('the budget of a month', () => {
  const spent = (units: number, change: object = {}) => stateAfter(connect(change), called(units));

  it('stops calls that can wait at four fifths, and all of them when it is used up', () => {
    const state = spent(700);
    expect(overBudget(state, JUNE, 100, true)).toBeNull();
    expect(overBudget(state, JUNE, 101, true)).toContain('700 of 1000');
    expect(overBudget(state, JUNE, 300, false)).toBeNull();
    expect(overBudget(state, JUNE, 301, false)).toContain('700 of 1000');
  });

  it('counts what is put aside for calls under way, and no longer what they did not need', () => {
    const begun = [connect(), reserve('a', 600)] as const;
    given(...lived(...begun))
      .when(reserve('b', 401))
      .refused('units_exhausted');
    given(...lived(...begun))
      .when(reserve('b', 400))
      .answers('AhrefsUnitsReserved');
    given(...lived(...begun, called(50, { reservationId: 'a' })))
      .when(reserve('b', 950))
      .answers('AhrefsUnitsReserved');
    given(...lived(...begun, called(0, { reservationId: 'a' })))
      .when(reserve('b', 1000))
      .answers('AhrefsUnitsReserved');
    given(...lived(connect(), reserve('a', 300)))
      .when(reserve('b', 501, { optional: true }))
      .refused('units_exhausted');
    given(...lived(connect({ budget: null, remaining: 100 }), reserve('a', 60)))
      .when(reserve('b', 50))
      .refused('units_exhausted');
  });

  it('lets an equal question wait for the one that is under way', () => {
    given(...lived(connect(), reserve('a', 50)))
      .when(reserve('b', 50, { question: 'question a' }))
      .refused('under_way');
    given(...lived(connect(), reserve('a', 50), called(50, { reservationId: 'a' })))
      .when(reserve('b', 50, { question: 'question a' }))
      .answers('AhrefsUnitsReserved');
  });

  it('takes a call that nobody lived to tell of for as dear as it can have been, once', () => {
    const lapsed = [connect(), reserve('a', 300), reserve('b', 50, { now: LATER, question: 'question a' })] as const;
    expect(lived(...lapsed).map(({ type }) => type)).toEqual([
      'AhrefsConnected',
      'AhrefsUnitsReserved',
      'AhrefsUnitsSpent',
      'AhrefsUnitsReserved',
    ]);
    expect(stateAfter(...lapsed)).toMatchObject({ spent: 300 });
    given(...lived(...lapsed))
      .when(called(200, { reservationId: 'a' }))
      .answers();
  });

  it('does not go back to a month that is over for a call that was begun in it', () => {
    const state = stateAfter(
      connect(),
      reserve('a', 50),
      called(80, { month: JULY }),
      called(50, { reservationId: 'a' }),
    );
    expect(state).toMatchObject({ month: JULY, spent: 80 });
  });

  it('begins anew with the month, and is none where none was given', () => {
    expect(overBudget(spent(1000), JULY, 800, true)).toBeNull();
    expect(overBudget(spent(4000, { budget: null }), JUNE, 900, true)).toBeNull();
  });

  it('is also what the plan has left, in the month in which that was told', () => {
    const few = stateAfter(connect({ budget: null, remaining: 30 }));
    expect(overBudget(few, JUNE, 50, false)).toContain('the plan has 30 left');
    // Nothing was ever spent: the plan's units have come back all the same.
    expect(overBudget(few, JULY, 50, false)).toBeNull();
    expect(overBudget(spent(4960, { budget: null }), JUNE, 50, false)).toContain('40 left');
    expect(overBudget(spent(4960, { budget: null }), JULY, 50, false)).toBeNull();
    expect(overBudget(stateAfter(connect({ budget: null, remaining: null })), JUNE, 1e6, false)).toBeNull();
    // A connection that is made again in a later month knows how much is left in that one.
    const later = '2026-07-02T10:00:00.000Z' as Instant;
    const again = stateAfter(connect(), called(50), connect({ now: later, budget: null, remaining: 20 }));
    expect(overBudget(again, JULY, 50, false)).toContain('20 left');
  });
});

describe('a snapshot of a domain', () => {
  const taken = (snapshot_date: string): { now: Instant; snapshot: Snapshot } => ({
    now,
    snapshot: {
      account_id: 1 as AccountId,
      site_id: 11 as SiteId,
      domain: 'acorn.example',
      domain_rating: 37.5,
      referring_domains: 120,
      organic_keywords: 900,
      organic_traffic: 4000,
      backlinks_total: 800,
      snapshot_date: snapshot_date as Day,
      raw_data: { metrics: { org_traffic: 4000 } },
    },
  });
  const story = spec(ahrefsSnapshot);
  it('is kept once a day', () => {
    const { snapshot } = taken('2026-06-17');
    story.given().when(taken('2026-06-17')).answers({ type: 'AhrefsSnapshotTaken', at: now, data: snapshot });
    const first = story.lived(taken('2026-06-17'));
    story
      .given(...first)
      .when(taken('2026-06-17'))
      .answers();
    story
      .given(...first)
      .when(taken('2026-06-18'))
      .answers('AhrefsSnapshotTaken');
  });
});
