import { EFFECTS, type EffectRow } from '#runtime/machinery-tables';
import { ofAccounts } from '#runtime/scoped-reads';
import { over, type RunReads } from '#runtime/table-reads';
import type { FindOverdue, Overdue } from './overdue.ts';

/** Effects whose end is open. They are no account manager's: nobody but staff can settle them. */
export const overdueEffects = (run: RunReads, toldElsewhere: readonly { readonly name: string }[]): FindOverdue => {
  const reads = over(run, EFFECTS);
  return async (scope) => {
    if (scope.assignedTo !== null) return [];
    const rows = await reads(scope, (db) => {
      const open = db
        .selectFrom(EFFECTS.name)
        .selectAll()
        .where('status', 'in', ['parked', 'unknown'])
        // A receiver that does not answer is its owner's to look after: it stands in the delivery log.
        .where('kind', '!=', 'webhook');
      return ofAccounts(open, scope).execute();
    });
    const elsewhere = ({ kind }: EffectRow) => toldElsewhere.some(({ name }) => kind.startsWith(`${name}_`));
    return rows.filter((row) => !elsewhere(row)).map(ofEffect);
  };
};

function ofEffect(row: EffectRow): Overdue {
  const detail = `${row.saga} ${row.name} (${row.kind}) is ${row.status}: ${row.last_error ?? 'no error recorded'}`;
  return {
    kind: 'effect',
    id: row.position,
    account_id: row.account_id,
    site_id: row.site_id,
    since: row.updated_at,
    detail,
    href: `/api/v1/ops/effects/?status=${row.status}`,
  };
}
