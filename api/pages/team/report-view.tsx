import type { FC } from 'hono/jsx';
import { formatsOf } from '#domain/reports/language/formats';
import { isLabel, labelKey, type NameGroup, say } from '#domain/reports/language/index';
import type { ColumnKind, Figure, Flag, ReportData, SectionData, Table as Shown } from '#domain/reports/report-data';
import { type Language, REPORT_SECTIONS, type ReportSection } from '#domain/services/service-config';
import { Table } from '../list.tsx';
import type { Visit } from '../page.ts';
import { Chart } from '../parts/figures.tsx';
import { Badge, type Tone } from '../parts/show.tsx';

type Props = { readonly visit: Visit; readonly data: ReportData; readonly language: Language };
const FLAGS: Readonly<Record<NonNullable<Flag>, Tone>> = { green: 'good', amber: 'warn', red: 'bad' };

/** What data name by a key, in the report’s language. */
const named = (language: Language, group: NameGroup, key: string): string => say(language, labelKey(group, key));
export const sectionName = (section: string): string => named('en', 'section', section);

/** What a version of a report shows, section by section: the same data, charts and words as its pages have. */
export const ReportView: FC<Props> = ({ visit, data, language }) => (
  <div class="stack">
    <First visit={visit} data={data} language={language} />
    {REPORT_SECTIONS.flatMap((section) => {
      const shown = data.sections[section];
      return shown === undefined ? [] : [<Section visit={visit} section={section} shown={shown} language={language} />];
    })}
  </div>
);

const First: FC<Props> = ({ data: { first_page: first }, language }) => (
  <section class="card">
    <div class="card-head">
      <h2>First page</h2>
      {first.verdict !== null && (
        <Badge
          status={first.verdict}
          tone={first.verdict === 'improving' ? 'good' : first.verdict === 'declining' ? 'bad' : 'plain'}
        />
      )}
    </div>
    <p>{first.reason}</p>
    {first.win !== null && <p>{first.win}</p>}
    {first.priority !== null && <p>{first.priority}</p>}
    <Figures figures={first.tiles} language={language} />
    {first.needs.length > 0 && (
      <ul class="items">
        {first.needs.map(({ text, since }) => (
          <li>
            <span>{text}</span>
            <span class="when">{formatsOf(language).shortDay(since)}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
);

type SectionProps = {
  readonly visit: Visit;
  readonly section: ReportSection;
  readonly shown: SectionData;
  readonly language: Language;
};
const Section: FC<SectionProps> = ({ visit, section, shown, language }) => (
  <section class="card" id={section}>
    <div class="card-head">
      <h2>{named(language, 'section', section)}</h2>
      {shown.flag !== null && <Badge status={shown.flag} tone={FLAGS[shown.flag]} />}
    </div>
    {shown.claim !== '' && <p>{shown.claim}</p>}
    {shown.empty_reason !== null && <p class="quiet">{shown.empty_reason}</p>}
    <Figures figures={shown.figures} language={language} />
    {shown.charts.map((chart) => {
      const title = named(language, 'chart', chart.key);
      return (
        <Chart
          visit={visit}
          asked={{
            id: `${section}-${chart.key}`.replaceAll('_', '-'),
            title,
            alt: `${title}. ${shown.claim}`,
            chart,
            series: chart.series.map(({ key, name }) => name ?? named(language, 'series', key)),
          }}
        />
      );
    })}
    {shown.tables.map((table) => (
      <Rows table={table} language={language} />
    ))}
    {shown.next !== null && <p>{shown.next}</p>}
    <p class="quiet small">{[shown.rule, shown.source].filter(Boolean).join(' · ')}</p>
  </section>
);

const Figures: FC<{ readonly figures: readonly Figure[]; readonly language: Language }> = ({ figures, language }) => {
  if (figures.length === 0) return null;
  const formats = formatsOf(language);
  return (
    <dl class="facts">
      {figures.map(({ key, value, unit, better, change, percent }) => (
        <div>
          <dt>{named(language, 'figure', key)}</dt>
          <dd>
            <strong>{value === null ? '–' : formats.number(value, unit)}</strong>{' '}
            {change != null && (
              <span class={`small ${tone(Number(change), better)}`}>
                {percent == null ? formats.signed(change, unit) : formats.signedPercent(percent)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
const tone = (change: number, better: 'up' | 'down'): string =>
  change === 0 ? 'quiet' : change > 0 === (better === 'up') ? 'up' : 'down';

const Rows: FC<{ readonly table: Shown; readonly language: Language }> = ({ table, language }) => {
  const title = named(language, 'table', table.key);
  if (table.rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Table
        caption={title}
        rows={table.rows}
        columns={table.columns.map(({ key, kind }, n) => ({
          key,
          label: named(language, 'column', key),
          figure: FIGURES.has(kind),
          cell: (row: Shown['rows'][number]) => {
            const text = cellOf(row[n] ?? null, kind, language);
            return kind === 'text' || kind === 'url' ? <span class="wrap">{text}</span> : text;
          },
        }))}
      />
      {table.total > table.rows.length && <p class="quiet small">{`${table.rows.length} of ${table.total}`}</p>}
    </>
  );
};
const FIGURES: ReadonlySet<ColumnKind> = new Set(['count', 'percent', 'position', 'change', 'usd', 'score']);

function cellOf(value: string | number | null, kind: ColumnKind, language: Language): string {
  if (value === null) return '';
  const formats = formatsOf(language);
  if (kind === 'word') return isLabel(`word.${value}`) ? named(language, 'word', String(value)) : String(value);
  if (kind === 'day') return formats.day(String(value) as Parameters<typeof formats.day>[0]);
  if (kind === 'change') return formats.signed(value, 'count');
  if (kind === 'text' || kind === 'url') return String(value).replace(/^https?:\/\//, '');
  return formats.number(value, kind);
}
