import { type Box, box } from '#adapters/render/box';
import { printable } from '#adapters/render/fonts';
import type { Block } from '#adapters/render/pages';
import type { DisputeDocument, DisputedLine } from '#domain/proof/dispute-document';
import {
  type Column,
  onTop,
  paragraph,
  pill,
  type Section,
  sectionHead,
  shortened,
  table,
  tableHead,
  tableRow,
  together,
} from './dispute-parts.ts';
import { isEqual, moment, ruleWords, told, valued } from './dispute-words.ts';
import { ACCENT, COLUMN, figure, gap, SOFT } from './sheet.ts';

/** What paper takes; explanation.json has all of it. */
const FILE = 'explanation.json';
const MOST_LINES = { first: 100, last: 0 };
const MOST_STEPS = { first: 30, last: 0 };
const MOST_CAUSES = { first: 8, last: 2 };
/** What is shorter, in characters, stays on one page with the line's name and with what it comes to. */
const SHORT = 1000;

const LINES: readonly Column[] = [
  { head: 'NO.', width: 34 },
  { head: 'LINE', width: 235 },
  { head: 'INVOICE, USD', width: 74, right: true },
  { head: 'COMPUTED AGAIN', width: 84, right: true },
  { head: 'RESULT', width: 64, right: true },
];

const result = (amount: string, recomputed: string | null): Box =>
  recomputed === amount ? pill('equal', 'green') : pill(recomputed === null ? 'unknown' : 'differs', 'solid');

/** The invoice as a table, each amount beside what it was computed to again. */
export function linesAgain({ lines, invoice, recomputedTotal }: DisputeDocument): Section {
  const title = 'The invoice, line by line';
  const about =
    'Each amount was computed a second time from the recorded events that it follows from and from nothing else, independently of the calculation that made the invoice.';
  const amounts = (amount: string, recomputed: string | null) => [
    figure(amount),
    recomputed === null ? '–' : figure(recomputed),
    box({ marginTop: -2 }, [result(amount, recomputed)]),
  ];
  const row = ({ lineId, description, amount, recomputed }: DisputedLine) =>
    tableRow(LINES, [String(lineId), told(description), ...amounts(amount, recomputed)]);
  const total = tableRow(LINES, ['', 'Total', ...amounts(invoice.total, recomputedTotal)], { fontWeight: 700 });
  const rows = [...shortened(lines, MOST_LINES, row, FILE), total];
  return { title, blocks: table(LINES, (head) => sectionHead(title, about, head), rows, '') };
}

const STEPS: readonly Column[] = [
  { head: 'STEP', width: 371 },
  { head: 'COMES TO', width: 120, right: true },
];
const CAUSES: readonly Column[] = [
  { head: 'ON (UTC)', width: 88 },
  { head: 'FOLLOWS FROM', width: 303 },
  { head: 'BY', width: 100 },
];
const DENSE = { paddingTop: 4, paddingBottom: 4, fontSize: 8 };

export function explanations({ lines }: DisputeDocument): Section {
  const title = 'Why each line is what it is';
  const about =
    'The rule that a line goes by, the calculation step by step, and what happened that the amount follows from.';
  const shown = lines.slice(0, MOST_LINES.first);
  const left = lines.length - shown.length;
  const nothing = { box: sectionHead(title, about, [paragraph('There are no lines.')]) };
  return {
    title,
    blocks: [
      ...(shown.length === 0 ? [nothing] : []),
      ...shown.flatMap((line, n) =>
        explained(line, (head) => (n === 0 ? sectionHead(title, about, [onTop(head)]) : head)),
      ),
      ...(left > 0 ? [{ box: paragraph(`… and ${left} more lines, in ${FILE}`, { paddingTop: 12 }) }] : []),
    ],
  };
}

function explained(line: DisputedLine, opening: (head: Box) => Box): Block[] {
  const again = box(
    { fontSize: 8.5, fontWeight: 700, color: ACCENT, paddingBottom: 8 },
    `Line ${line.lineId} (continued)`,
    { 'data-tag': 'P' },
  );
  const rows = (columns: readonly Column[], boxes: readonly Box[]): Block[] => {
    const header = box({ flexDirection: 'column', width: COLUMN }, [again, tableHead(columns)]);
    return boxes.map((each) => ({ box: each, header }));
  };
  const steps = shortened(
    line.steps,
    MOST_STEPS,
    ({ text, value }) => tableRow(STEPS, [told(text), valued(value)], DENSE),
    FILE,
  );
  const causes = shortened(
    line.causes,
    MOST_CAUSES,
    ({ on, summary, actor }) => tableRow(CAUSES, [moment(on), told(summary), told(actor)], DENSE),
    FILE,
  );
  const causesHead = box({ flexDirection: 'column', width: COLUMN }, [gap(12), tableHead(CAUSES)]);
  const reckoning: Block[] = [
    { box: opening(lineHead(line, steps.length > 0 ? [tableHead(STEPS)] : [])), keepNext: true },
    ...rows(STEPS, steps),
    { box: outcome(line), header: again },
  ];
  const length = line.steps.reduce((sum, { text }) => sum + text.length, line.description.length);
  return [
    ...(steps.length <= 8 && length <= SHORT ? [together(reckoning)] : reckoning),
    ...(causes.length > 0 ? [{ box: causesHead, keepNext: true, header: again }, ...rows(CAUSES, causes)] : []),
  ];
}

const lineHead = (line: DisputedLine, more: readonly Box[]): Box => {
  const strong = { fontSize: 10.5, fontWeight: 700 };
  return box({ flexDirection: 'column', width: COLUMN, paddingTop: 22 }, [
    box({ width: COLUMN, justifyContent: 'space-between', alignItems: 'flex-start', paddingBottom: 4 }, [
      box(
        { width: COLUMN - 130, wordBreak: 'break-word', ...strong },
        `Line ${line.lineId}: ${told(line.description)}`,
        { 'data-tag': 'P' },
      ),
      box({ fontVariantNumeric: 'tabular-nums', ...strong }, `${figure(line.amount)} USD`, {
        'data-tag': 'P',
        'data-num': true,
      }),
    ]),
    paragraph(`${ruleWords(line.rule)} (Rule ${printable(line.rule)})`, {
      fontSize: 8.5,
      color: SOFT,
      paddingBottom: 10,
    }),
    ...more,
  ]);
};

/** What the second computation says, set against the invoice. */
function outcome(line: DisputedLine): Box {
  const { amount, recomputed, why } = line;
  const text = isEqual(line)
    ? `Computed again from the events: ${figure(amount)}, as on the invoice.`
    : recomputed === null
      ? `It cannot be computed again${why === null ? '.' : `: ${told(why)}.`}`
      : `Computed again from the events: ${figure(recomputed)}. On the invoice: ${figure(amount)}.`;
  return box({ width: COLUMN, justifyContent: 'space-between', alignItems: 'flex-start', paddingTop: 7 }, [
    paragraph(text, { width: COLUMN - 80, fontSize: 8.5, fontWeight: 600 }),
    result(amount, recomputed),
  ]);
}
