import { bad, type Problem } from '#api/http/problem';
import type { Given, Operations, Schemas } from '#client/types';
import { contractsOfSheet, SHEET_COLUMNS, type Sheet } from '#domain/services/contract-sheet';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { tried } from '../parts/dry-run.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Notice } from '../parts/show.tsx';
import { AT } from '../where.ts';

const PATH = '/app/services/import/';
const IMPORT = 'services/subscriptions/import/';
/** An address holds no more; a longer sheet comes in parts, or by the command line. */
const MOST = 6_000;
const SHEET = '/sheet';
type Result = Schemas['ContractImport']['results'][number];
type Body = Given<Operations<'post'>[typeof IMPORT]>[0]['body'];

/** The sheet as the API takes it, which says what of it may be. */
const bodyOf = ({ contracts }: Sheet, dry_run: boolean): Body => ({
  dry_run,
  contracts: contracts as readonly object[] as Body['contracts'],
});
function sheetIn(text: string): Sheet {
  const sheet = contractsOfSheet(text);
  const [first] = sheet.problems;
  if (first) throw bad(SHEET, `line ${first.line}: ${first.message}`);
  if (sheet.contracts.length === 0) throw bad(SHEET, 'there is no contract in it');
  return sheet;
}

/** What is wrong with a value, by the line that it stands in. */
function linesWrong(problem: Problem, { lines }: Sheet): readonly string[] {
  const errors = problem.extras.errors ?? [];
  const told = errors.map(({ pointer, message }) => {
    const [, index, field] = /^\/contracts\/(\d+)\/?(.*)$/.exec(pointer) ?? [];
    const line = index === undefined ? undefined : lines[Number(index)];
    return line === undefined ? message : `line ${line}, ${field}: ${message}`;
  });
  return told.length > 0 ? told : [problem.message];
}

/** Contracts that run already: pasted or sent as a file, looked at with what they will be billed, and taken. */
export const importServicesPage = definePage({
  name: 'importServices',
  path: '/app/services/import/',
  roles: ['admin'],
  summary: 'Import contracts that run already, with the first invoice of each before it is taken',
  filesUpTo: 64 * 1024,
  async show(visit) {
    const text = visit.search.get('sheet') ?? '';
    const looked = text.trim() === '' ? null : await look(visit, text);
    return {
      title: 'Import running contracts',
      crumbs: [{ label: 'Services', href: AT.services }],
      body: (
        <div class="stack">
          {looked}
          <Card title="The sheet">
            <p class="quiet small">
              A table of comma-separated values with a head line. Months are written like 2026-03 or 2026-03..2026-05;
              every month that is over stands in billed_months or in months_to_bill. Columns:{' '}
              <code>{SHEET_COLUMNS.join(', ')}</code>.
            </p>
            <form method="get" action={PATH} class="form wide" novalidate>
              <div class="field">
                <label for="sheet">Contracts</label>
                <textarea id="sheet" name="sheet" rows={8} maxlength={MOST} spellcheck={false}>
                  {text}
                </textarea>
              </div>
              <div class="form-end">
                <button type="submit" class="main">
                  Look at what would come of it
                </button>
              </div>
            </form>
          </Card>
          <Card title="Or a file">
            <Form of={visit.form('upload')} say={visit.say} submit="Look at the file" files>
              <div class="field">
                <label for="file">CSV file, at most {String(MOST / 1000)} KB</label>
                <input type="file" id="file" name="/file" accept=".csv,text/csv" />
              </div>
            </Form>
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async upload(_, sent) {
      const [file] = sent.files('/file');
      if (!file) throw bad('/file', 'choose a file');
      const text = (await file.text()).trim();
      if (text.length > MOST) throw bad('/file', 'it is too long: import it in parts, or by the command line');
      sheetIn(text);
      return { to: `${PATH}?${new URLSearchParams({ sheet: text })}` };
    },
    async commit({ backend }, sent) {
      const sheet = sheetIn(sent.text(SHEET));
      const { data } = await backend.post(IMPORT, { body: bodyOf(sheet, false), idempotencyKey: sent.key });
      const notice = `${data.accepted} imported, ${data.duplicate} were there already, ${data.refused} refused.`;
      return {
        to: data.refused > 0 ? `${PATH}?${new URLSearchParams({ sheet: sent.text(SHEET) })}` : AT.services,
        notice,
      };
    },
  },
});

/** What would come of each, and the button that makes it so. */
async function look(visit: Visit, text: string) {
  const sheet = contractsOfSheet(text);
  if (sheet.problems.length > 0)
    return <Wrong of={sheet.problems.map(({ line, message }) => `line ${line}: ${message}`)} />;
  const asked = await tried(visit.backend.post(IMPORT, { body: bodyOf(sheet, true) }));
  if (!asked.ok) return <Wrong of={linesWrong(asked.problem, sheet)} />;
  const { accepted, results } = asked.found;
  return (
    <Card title="What would come of it">
      <Results visit={visit} results={results} />
      {accepted > 0 && (
        <Form of={visit.form('commit')} say={visit.say} submit={`Import ${accepted} of ${results.length}`}>
          <input type="hidden" name={SHEET} value={text} />
          <p class="quiet small">They are active at once; nobody is welcomed or onboarded again.</p>
        </Form>
      )}
    </Card>
  );
}

const Wrong = ({ of }: { readonly of: readonly string[] }) => (
  <Notice tone="bad">
    <strong>The sheet cannot be read so.</strong>
    <ul>
      {of.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  </Notice>
);

const TONES = { accepted: 'good', duplicate: 'plain', refused: 'bad' } as const;
const Results = ({ visit, results }: { readonly visit: Visit; readonly results: readonly Result[] }) => (
  <Table
    caption="Contracts"
    rows={results}
    columns={[
      { key: 'reference', label: 'Reference', cell: ({ reference }) => <code>{reference}</code> },
      {
        key: 'outcome',
        label: 'Outcome',
        cell: ({ outcome }) => (
          <Badge status={outcome} label={outcome === 'duplicate' ? 'is there' : outcome} tone={TONES[outcome]} />
        ),
      },
      {
        key: 'why',
        label: 'Why',
        cell: ({ problem, notes }) => problem?.message ?? notes.join('; '),
      },
      {
        key: 'billed',
        label: 'First billed on',
        figure: true,
        cell: ({ first_billing_date: on }) =>
          on === null ? '' : visit.formats.day(on as Parameters<typeof visit.formats.day>[0]),
      },
      {
        key: 'invoice',
        label: 'That invoice of the account',
        figure: true,
        cell: ({ first_invoice: invoice }) =>
          invoice === null ? (
            ''
          ) : (
            <details>
              <summary>{visit.formats.number(invoice.total, 'usd')}</summary>
              <ul class="small">
                {invoice.lines.map(({ description, amount }) => (
                  <li>{`${description}: ${visit.formats.number(amount, 'usd')}`}</li>
                ))}
              </ul>
            </details>
          ),
      },
    ]}
  />
);
