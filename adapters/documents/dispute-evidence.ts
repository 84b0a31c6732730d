import { type Box, box } from '#adapters/render/box';
import { printable } from '#adapters/render/fonts';
import type { DisputeDocument } from '#domain/proof/dispute-document';
import {
  type Cell,
  type Column,
  onTop,
  paragraph,
  type Section,
  sectionHead,
  shortened,
  subhead,
  table,
  tableRow,
  together,
} from './dispute-parts.ts';
import { address, count, moment, told } from './dispute-words.ts';
import { ACCENT, COLUMN, SOFT } from './sheet.ts';

/** What paper takes; the bundle's other files have all of it. */
const MOST_MOMENTS = { first: 200, last: 100 };
const MOST_DELIVERED = { first: 100, last: 0 };

const MOMENTS: readonly Column[] = [
  { head: 'WHEN (UTC)', width: 96 },
  { head: 'WHAT HAPPENED', width: 295 },
  { head: 'BY', width: 100 },
];

export function timeline({ timeline: moments }: DisputeDocument): Section {
  const title = 'What happened, in order';
  const about =
    'What was recorded about the services on the invoice, about the invoice and about its payment. “[sealed]” stands for personal data, which cannot be read in the bundle.';
  const row = ({ at, summary, actor }: (typeof moments)[number]) =>
    tableRow(MOMENTS, [moment(at), told(summary), soft(told(actor))], { paddingTop: 5, paddingBottom: 5 });
  const rows = shortened(moments, MOST_MOMENTS, row, 'events.jsonl');
  return { title, blocks: table(MOMENTS, (head) => sectionHead(title, about, head), rows, 'Nothing is recorded.') };
}

const plain = (text: string): Box => box({ wordBreak: 'break-word' }, text);
const soft = (text: string): Box => box({ wordBreak: 'break-word', color: SOFT }, text);

const LINKS: readonly Column[] = [
  { head: 'PAGE THAT HAS THE LINK', width: 327 },
  { head: 'LIVE SINCE', width: 74 },
  { head: 'LAST CHECKED', width: 90 },
];
const ARTICLES: readonly Column[] = [
  { head: 'ARTICLE', width: 401 },
  { head: 'PUBLISHED', width: 90 },
];
const REPORTS: readonly Column[] = [
  { head: 'REPORT', width: 401 },
  { head: 'SENT', width: 90 },
];

export function deliverables({ deliverables: { links, articles, reports } }: DisputeDocument): Section {
  const title = 'What was delivered';
  const about = 'The work behind the invoice as anybody can look it up, and the reports that were sent of it.';
  const list = <T>(all: readonly T[], row: (each: T) => readonly Box[], file: string) =>
    shortened(all, MOST_DELIVERED, row, `deliverables/${file}`);
  return {
    title,
    blocks: [
      ...table(
        LINKS,
        (head) => sectionHead(title, about, [onTop(subhead(`Links: ${count(links.length)}`, head))]),
        list(links, linkRows, 'links.json'),
        'No link belongs to this invoice.',
      ),
      ...table(
        ARTICLES,
        (head) => subhead(`Articles: ${count(articles.length)}`, head),
        list(articles, articleRows, 'articles.json'),
        'No article belongs to this invoice.',
      ),
      ...table(
        REPORTS,
        (head) => subhead(`Reports: ${count(reports.length)}`, head),
        list(reports, (each) => [tableRow(REPORTS, [told(each.title), each.sentOn ?? 'not yet'])], 'reports.json'),
        'No report was sent about this invoice.',
      ),
    ],
  };
}

type Deliverables = DisputeDocument['deliverables'];

const linkRows = ({ sourceUrl, targetUrl, liveAt, lastCheck, status }: Deliverables['links'][number]): Box[] =>
  highRow(
    LINKS,
    [address(sourceUrl), `leads to ${address(targetUrl)}`],
    [
      liveAt === null ? 'not yet' : moment(liveAt).slice(0, 10),
      [box({}, lastCheck === null ? 'not yet' : moment(lastCheck)), soft(told(status))],
    ],
  );

const articleRows = ({ title, url, publishedOn }: Deliverables['articles'][number]): Box[] =>
  highRow(ARTICLES, [told(title), ...(url === null ? [] : [address(url)])], [publishedOn ?? 'not yet']);

/** So much text stands in one row; what is longer goes on in rows below, so that none is higher than a page. */
const MOST_IN_A_ROW = 1500;

/** The first of the texts and below it, softer, the others, whole however long they are. */
function highRow(columns: readonly Column[], texts: readonly string[], others: readonly Cell[]): Box[] {
  const parts = texts.flatMap((text, n) => piecesOf(text).map((piece) => (n === 0 ? plain(piece) : soft(piece))));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length <= MOST_IN_A_ROW) return [tableRow(columns, [parts, ...others])];
  return parts.map((part, n) => tableRow(columns, [part, ...(n === 0 ? others : [])]));
}

const piecesOf = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / MOST_IN_A_ROW) }, (_, n) =>
    text.slice(n * MOST_IN_A_ROW, (n + 1) * MOST_IN_A_ROW),
  );

const NAMES: readonly Column[] = [
  { head: 'OF THE LOG', width: 150 },
  { head: 'VALUE', width: 341 },
];

export function proof({
  proof: { logId, treeSize, rootHash, issuedAt, keyId, events, positions },
}: DisputeDocument): Section {
  const title = 'Proof that the records are unchanged';
  const about =
    'Every event is sealed into one append-only log (a Merkle tree, RFC 6962) whose state is signed. Changing, leaving out, inserting or re-ordering any event gives another root hash; whoever kept an earlier signed state can tell. The bundle has for each of its events the proof that it is in the log as it stands here.';
  const facts: readonly (readonly [string, string])[] = [
    ['Log', printable(logId)],
    ['Events in the log', count(treeSize)],
    ['Root hash (SHA-256)', printable(rootHash)],
    ['Signed (UTC)', moment(issuedAt)],
    ['Key (Ed25519)', printable(keyId)],
    ['Events in this bundle', count(events)],
    ['Their positions', positions === null ? 'none' : `${positions.from} to ${positions.to}`],
  ];
  return {
    title,
    blocks: [
      together(
        table(
          NAMES,
          (head) => sectionHead(title, about, head),
          facts.map((each) => tableRow(NAMES, each)),
          '',
        ),
      ),
    ],
  };
}

const FILES: readonly Column[] = [
  { head: 'FILE', width: 150 },
  { head: 'WHAT IT IS', width: 341 },
];
const BUNDLE: readonly (readonly [file: string, content: string])[] = [
  ['VERIFY.md', 'How to check the bundle'],
  ['verify.mjs, FORMAT.md', 'The program that checks it, and what it checks, byte for byte'],
  ['events.jsonl', 'The recorded events, one a line'],
  ['invoice.json', 'The invoice as it was issued'],
  ['explanation.json', 'The lines with rule, inputs, steps and causes'],
  ['deliverables/', 'Links with their checks, articles and reports'],
  ['dispute.json', 'The dispute'],
  ['proofs.json, tree-head.json', 'For each event its proof, and the signed state of the log'],
  ['openings.json', 'What opens those withheld values that are shown after all'],
  ['stripe-evidence.json', 'The fields that a card network takes'],
  ['manifest.json', 'The hash of each of these files, this summary among them, signed'],
];

export function checking({ verify }: DisputeDocument): Section {
  const title = 'How to check it yourself';
  const about =
    'This summary is for reading. What counts are the files beside it in the bundle: anybody can check them offline, without trusting whoever made them.';
  const numbered = verify.map((step, n) =>
    box({ width: COLUMN, paddingBottom: 6 }, [
      box({ width: 22, fontWeight: 700, lineHeight: 1.45, color: ACCENT }, `${n + 1}.`, { 'data-tag': 'P' }),
      paragraph(told(step), { width: COLUMN - 22 }),
    ]),
  );
  const files = BUNDLE.map((each) => tableRow(FILES, each, { paddingTop: 4, paddingBottom: 4 }));
  const [first, ...steps] = numbered;
  return {
    title,
    blocks: [
      { box: sectionHead(title, about, first ? [first] : []) },
      ...steps.map((each) => ({ box: each })),
      together(table(FILES, (head) => subhead('What is in the bundle', head), files, '')),
    ],
  };
}
