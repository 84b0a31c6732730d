import type { Child, FC } from 'hono/jsx';
import type { Csv, Visit } from './page.ts';
import { Empty } from './parts/show.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /** In a spreadsheet; left out, the column is not there. */
  readonly value?: (row: Row) => string | number | boolean | null;
  /** The name that the API orders by. */
  readonly sort?: string;
  /** Aligned by its last digit. */
  readonly figure?: boolean;
};
export type Filter = {
  /** As the API's query has it. */
  readonly name: string;
  readonly label: string;
  /** Values with their words; left out, it is text to search for. */
  readonly choices?: readonly (readonly [value: string, word: string])[];
};
/** A list whose state is its address: filters, order, page. */
export type ListSpec<Row> = {
  /** Of the file that is downloaded. */
  readonly name: string;
  /** What it lists, for those who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly filters?: readonly Filter[];
  /** As the API has it where the address says nothing. */
  readonly ordering?: string;
  readonly pageSize?: number;
  /** One page of it: asked with what the address says. */
  readonly fetch: (query: ListQuery) => Promise<{ readonly count: number; readonly results: readonly Row[] }>;
  /** Where there is nothing at all. */
  readonly empty: {
    readonly title: string;
    readonly text: string;
    readonly next?: { readonly href: string; readonly label: string };
  };
};
/** Filters by their names beside what every list takes; a value is what the address says, for the API to judge. */
export type ListQuery = { readonly page: number; readonly page_size: number; readonly ordering?: string } & {
  readonly [filter: string]: string | number | undefined;
};

const SIZE = 25;
const CSV_PAGE = 200;
const MOST_LINES = 20_000;

type State = { readonly query: ListQuery; readonly isFiltered: boolean; readonly sort: string };

function stateOf<Row>({ filters = [], ordering, pageSize = SIZE }: ListSpec<Row>, search: URLSearchParams): State {
  const given = filters.flatMap(({ name }): [string, string][] => {
    const value = search.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value]];
  });
  const sort = search.get('ordering') ?? ordering ?? '';
  const page = Math.max(1, Math.min(1_000_000, Number.parseInt(search.get('page') ?? '1', 10) || 1));
  const query: ListQuery = {
    ...Object.fromEntries(given),
    page,
    page_size: pageSize,
    ...(sort === '' ? {} : { ordering: sort }),
  };
  return { query, isFiltered: given.length > 0, sort };
}

/** The list as the address has it, ready to be shown. */
export async function listed<Row>(visit: Visit, spec: ListSpec<Row>): Promise<Child> {
  const state = stateOf(spec, visit.search);
  const { count, results } = await spec.fetch(state.query);
  return <List visit={visit} spec={spec} state={state} count={count} rows={results} />;
}

/** The whole list, filtered and ordered as the address has it, for a spreadsheet. */
export async function listCsv<Row>(visit: Visit, spec: ListSpec<Row>): Promise<Csv> {
  const { query } = stateOf(spec, visit.search);
  const rows: Row[] = [];
  for (let page = 1; rows.length < MOST_LINES; page++) {
    const { count, results } = await spec.fetch({ ...query, page, page_size: CSV_PAGE });
    rows.push(...results);
    if (results.length === 0 || rows.length >= count) break;
  }
  const columns = spec.columns.flatMap(({ key, value }) => (value ? [{ key, value }] : []));
  return {
    name: spec.name,
    columns: columns.map(({ key }) => key),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ key, value }) => [key, value(row)]))),
  };
}

type Props<Row> = {
  readonly visit: Visit;
  readonly spec: ListSpec<Row>;
  readonly state: State;
  readonly count: number;
  readonly rows: readonly Row[];
};
function List<Row>({ visit, spec, state, count, rows }: Props<Row>) {
  const { say, address, search } = visit;
  const path = address.split('?')[0] ?? '';
  const { page, page_size: size } = state.query;
  const link = (changes: Readonly<Record<string, string | null>>): string => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) value === null ? next.delete(name) : next.set(name, value);
    return next.size === 0 ? path : `${path}?${next}`;
  };
  const id = `list-${spec.name}`;
  const isEmpty = count === 0 && !state.isFiltered;
  return (
    <div id={id} class="list">
      {!isEmpty && <Filters visit={visit} spec={spec} state={state} id={id} clear={path} csv={csvOf(path, search)} />}
      {rows.length === 0 ? (
        <div class="table-box">
          {isEmpty ? (
            <Empty {...spec.empty} />
          ) : (
            <Empty title={say('list.none')} text="" next={{ href: path, label: say('list.clear') }} />
          )}
        </div>
      ) : (
        <Table caption={spec.caption} columns={spec.columns} rows={rows} order={{ sort: state.sort, link, say }} />
      )}
      {count > size && rows.length > 0 && (
        <nav class="pages" aria-label={say('list.pages')}>
          <span>{say('list.range', { from: (page - 1) * size + 1, to: (page - 1) * size + rows.length, count })}</span>
          <span>
            {page > 1 && (
              <a class="button tiny" rel="prev" href={link({ page: page === 2 ? null : String(page - 1) })}>
                {say('list.previous')}
              </a>
            )}
            {page * size < count && (
              <a class="button tiny" rel="next" href={link({ page: String(page + 1) })}>
                {say('list.next')}
              </a>
            )}
          </span>
        </nav>
      )}
    </div>
  );
}

const csvOf = (path: string, search: URLSearchParams): string => {
  const wanted = new URLSearchParams(search);
  wanted.delete('page');
  return wanted.size === 0 ? `${path}csv/` : `${path}csv/?${wanted}`;
};

type FiltersProps<Row> = Pick<Props<Row>, 'visit' | 'spec' | 'state'> & {
  readonly id: string;
  readonly clear: string;
  readonly csv: string;
};
/** Works like every form; where there is script, the list follows while it is filled in. */
const Filters = <Row,>({ visit: { say, search }, spec, state, id, clear, csv }: FiltersProps<Row>) => (
  <form
    class="filters"
    method="get"
    action={clear}
    hx-get={clear}
    hx-target={`#${id}`}
    hx-select={`#${id}`}
    hx-swap="outerHTML"
    hx-push-url="true"
    hx-trigger="change, submit"
    hx-indicator={`#${id}`}
  >
    {(spec.filters ?? []).map(({ name, label, choices }) => (
      <div class="field">
        <label for={`${id}-${name}`}>{label}</label>
        {choices === undefined ? (
          <input type="search" id={`${id}-${name}`} name={name} value={search.get(name) ?? ''} maxlength={100} />
        ) : (
          <select id={`${id}-${name}`} name={name}>
            <option value="">{say('list.all')}</option>
            {choices.map(([value, word]) => (
              <option value={value} selected={search.get(name) === value}>
                {word}
              </option>
            ))}
          </select>
        )}
      </div>
    ))}
    {search.get('ordering') !== null && <input type="hidden" name="ordering" value={state.sort} />}
    {(spec.filters ?? []).length > 0 && <button type="submit">{say('list.show')}</button>}
    {state.isFiltered && (
      <a class="button" href={clear}>
        {say('list.clear')}
      </a>
    )}
    {spec.columns.some(({ value }) => value) && (
      <a class="button csv" href={csv} download>
        {say('list.csv')}
      </a>
    )}
  </form>
);

/** What the parts of a table are, said besides: laid out as cards they would be taken for none. */
const AS = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  columnheader: { role: 'columnheader' },
} as const;

type Order = {
  readonly sort: string;
  readonly link: (changes: Readonly<Record<string, string | null>>) => string;
  readonly say: Visit['say'];
};
type TableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly order?: Order;
  /** The last line, by the keys of the columns. */
  readonly total?: Readonly<Record<string, Child>>;
};
/** On a narrow screen each line is a card of its own, whose parts say their names; what they are is said in both. */
export const Table = <Row,>({ caption, columns, rows, order, total }: TableProps<Row>) => (
  <div class="table-box">
    <table class="folds" {...AS.table} aria-label={caption}>
      <thead {...AS.rowgroup}>
        <tr {...AS.row}>
          {columns.map((column) => (
            <Head column={column} order={order} />
          ))}
        </tr>
      </thead>
      <tbody {...AS.rowgroup}>
        {rows.map((row) => (
          <tr {...AS.row}>
            {columns.map(({ label, cell, figure }) => (
              <td {...AS.cell} class={figure ? 'figure' : undefined} data-label={label}>
                <span class="in">{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total !== undefined && (
        <tfoot {...AS.rowgroup}>
          <tr {...AS.row} class="total">
            {columns.map(({ key, label, figure }) => (
              <td {...AS.cell} class={figure ? 'figure' : undefined} data-label={label}>
                <span class="in">{total[key]}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  </div>
);
type Heading = Pick<Column<unknown>, 'label' | 'sort' | 'figure'>;
const Head: FC<{ readonly column: Heading; readonly order?: Order | undefined }> = ({ column, order }) => {
  const { label, sort, figure } = column;
  const given = figure ? 'figure' : undefined;
  if (sort === undefined || !order)
    return (
      <th {...AS.columnheader} scope="col" class={given}>
        {label}
      </th>
    );
  const at = order.sort === sort ? 'ascending' : order.sort === `-${sort}` ? 'descending' : undefined;
  const next = at === 'ascending' || (at === undefined && figure) ? `-${sort}` : sort;
  return (
    <th {...AS.columnheader} scope="col" class={given} aria-sort={at}>
      <a href={order.link({ ordering: next, page: null })}>
        {label}
        {at !== undefined && <span aria-hidden="true">{at === 'ascending' ? '↑' : '↓'}</span>}
      </a>
    </th>
  );
};
