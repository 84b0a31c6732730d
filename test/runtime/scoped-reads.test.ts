import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import { expect, it } from 'vitest';
import { assignedAccounts } from '#projections/billing/billing-scope';
import { BACKLINKS } from '#projections/links/backlink-tables';
import { ofSites } from '#projections/services/site-scope';
import { tableReads } from '#runtime/scoped-reads';
import { integer, oneOf, table } from '#runtime/table';
import type { RunReads } from '#runtime/table-reads';
import { UnitOfWork } from '#runtime/unit-of-work';

/** Tells the statements that would have been sent. */
function listening() {
  const sent: string[] = [];
  const db = <D>() =>
    new Kysely<D>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (of) => new PostgresIntrospector(of),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
      log: ({ query }) => void sent.push(query.sql),
    }).withSchema('igny8');
  const run: RunReads = (_, work) => work(db());
  return { sent, run, db };
}

it('narrows what is asked of any table to the scope, subqueries in the same schema', async () => {
  const { sent, run } = listening();
  const { one } = tableReads(run, ofSites);
  await one(BACKLINKS, { accounts: [7], assignedTo: 3 }, { id: 1 });
  await one(BACKLINKS, { accounts: '*', assignedTo: null }, { id: 1 });
  const whole = 'select * from "igny8"."igny8_sag_backlinks" where "id" = $1';
  expect(sent).toEqual([
    `${whole} and "account_id" in ($2, $3) and "site_id" in (select "site_id" from "igny8"."igny8_managed_service_subscriptions" where "account_manager_id" = $4)`,
    whole,
  ]);
});

it('puts the accounts of an account manager into statements that are written out', async () => {
  const { sent, db } = listening();
  await sql`SELECT 1 WHERE account_id IN (${assignedAccounts(3)})`.execute(db());
  expect(sent).toEqual([
    'SELECT 1 WHERE account_id IN ((select "account_id" from "igny8"."igny8_managed_service_subscriptions" where "account_manager_id" = $1))',
  ]);
});

it('answers from tables that are ahead where the scope has some', async () => {
  const { sent, run } = listening();
  const colours = table('colours', { id: integer, name: oneOf('red', 'blue') }, { key: ['id'] });
  const none = { get: async () => undefined, find: async () => [] };
  const ahead = new UnitOfWork([colours], none);
  ahead.put(colours, { id: 1, name: 'red' });
  const { one } = tableReads(run, ofSites);
  expect(await one(colours, { accounts: [7], assignedTo: 3, ahead }, { id: 1 })).toEqual({ id: 1, name: 'red' });
  // @ts-expect-error A table is asked by its key.
  expect(await one(colours, { accounts: [7], assignedTo: 3, ahead }, { name: 'red' })).toBeUndefined();
  // @ts-expect-error A word that the column does not know.
  ahead.put(colours, { id: 2, name: 'green' });
  expect(sent).toEqual([]);
});
