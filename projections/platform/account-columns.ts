import type { DomainEvent } from '#domain/kernel/decider';
import { userOf } from '#runtime/metadata';
import { ignored, type Projected, type Projection } from '#runtime/projection';
import type { ColumnType, Row, TableDefinition } from '#runtime/read-model';
import { ddlColumns, ofAccount, ofSite } from '#runtime/table';
import type { UnitOfWork } from '#runtime/unit-of-work';

/** What every row of an account has, and `sector_id` besides where it is a site's (spec 1). */
const OF_ACCOUNT = ddlColumns(ofAccount);
const OF_SITE = ddlColumns(ofSite);

/** Added to a projection's own version; raised by this much when what is said here changes, so that all are rebuilt. */
const COLUMNS_VERSION = 100;

type Columns = Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
type Completed = {
  readonly definition: TableDefinition;
  /** Those that the table does not declare: no handler sets them. */
  readonly added: ReadonlySet<string>;
  readonly ofSite: boolean;
};

/**
 * The projection with the columns of spec 1 on each of its tables that has `account_id`. What a table declares itself is its
 * handlers' to set; the others are set here, after the handlers of each event, from the event and from the row that was there:
 * who made it and when is kept, and when it changed is the event's instant. Sectors are those that the platform last told
 * of the site; as a projection reads no tables but its own, each with rows of sites keeps them in a table beside them.
 */
export function withAccountColumns(definition: Projection): Projection {
  const completed = new Map(
    definition.tables.filter(({ columns }) => 'account_id' in columns).map((table) => [table.name, complete(table)]),
  );
  if (completed.size === 0) return definition;
  const ofSites = [...completed.values()].filter(({ ofSite }) => ofSite).map((table) => table.definition.name);
  const sectors = `${definition.name}_sectors`;
  return {
    ...definition,
    version: definition.version + COLUMNS_VERSION,
    tables: [
      ...definition.tables.map((table) => completed.get(table.name)?.definition ?? table),
      ...(ofSites.length > 0 ? [sectorsTable(sectors)] : []),
    ],
    on: ofSites.length > 0 ? { ...definition.on, SiteRegistered: toldOf(definition, sectors, ofSites) } : definition.on,
    async complete(rows, event) {
      await definition.complete?.(rows, event);
      for (const touched of rows.touched()) {
        const table = completed.get(touched.table);
        if (!table) continue;
        const before = touched.row['event_id'] === event.id ? null : await rows.before(touched);
        rows.put(touched.table, {
          ...touched.row,
          ...only(table.added, {
            created_by: before ? (before['created_by'] ?? null) : userOf(event.metadata.actor),
            created_at: before?.['created_at'] ?? event.at,
            updated_at: event.at,
          }),
          ...(table.ofSite ? { sector_id: await sectorOf(rows, sectors, touched.row, before) } : {}),
        });
      }
    },
  };
}

function complete(table: TableDefinition): Completed {
  const ofSite = 'site_id' in table.columns;
  const wanted: Columns = { ...OF_ACCOUNT, ...(ofSite ? OF_SITE : {}) };
  const added = new Set(Object.keys(wanted).filter((column) => !(column in table.columns)));
  const indexes = table.indexes ?? [];
  const bySite = !ofSite || indexes.some(([first]) => first === 'site_id');
  return {
    definition: {
      ...table,
      columns: { ...wanted, ...table.columns },
      indexes: bySite ? indexes : [...indexes, ['site_id']],
    },
    added,
    ofSite,
  };
}

const sectorsTable = (name: string): TableDefinition => ({
  name,
  columns: { site_id: 'integer', sector_id: 'integer' },
  key: ['site_id'],
});

/** A site's sector, told before or after its rows came about. What names none leaves the one that is known. */
const toldOf =
  (definition: Projection, sectors: string, tables: readonly string[]) =>
  async (rows: UnitOfWork, event: Projected<DomainEvent>): Promise<void> => {
    const own = definition.on['SiteRegistered'];
    if (own !== undefined && own !== ignored) await own(rows, event);
    const { site_id, sector_id } = event.data as { readonly site_id: number; readonly sector_id?: number };
    if (sector_id === undefined) return;
    if ((await rows.get(sectors, { site_id }))?.['sector_id'] === sector_id) return;
    rows.put(sectors, { site_id, sector_id });
    for (const table of tables)
      for (const row of await rows.find(table, { site_id }))
        if (row['sector_id'] !== sector_id) rows.put(table, { ...row, sector_id, updated_at: event.at });
  };

/** The row's own; else as it was; of a new row, the site's. */
async function sectorOf(rows: UnitOfWork, sectors: string, row: Row, before: Row | null) {
  const own = row['sector_id'] ?? before?.['sector_id'] ?? null;
  const site_id = row['site_id'];
  if (own !== null || before !== null || typeof site_id !== 'number') return own;
  return (await rows.get(sectors, { site_id }))?.['sector_id'] ?? null;
}

const only = (columns: ReadonlySet<string>, row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column)));
