import { type Box, box } from '#adapters/render/box';
import { printable } from '#adapters/render/fonts';
import type { Block } from '#adapters/render/pages';
import type { DisputeDocument } from '#domain/proof/dispute-document';
import { checking, deliverables, proof, timeline } from './dispute-evidence.ts';
import { explanations, linesAgain } from './dispute-lines.ts';
import { paragraph, type Section } from './dispute-parts.ts';
import { INVOICE_STATUS, moment, OPENERS, STATUS_WORDS, told, verdictOn } from './dispute-words.ts';
import { COLUMN, fact, figure, INK, isZero, label, party, SOFT, sumLine, TONES, titleBlock, written } from './sheet.ts';

export type DisputeRenderer = { pdf(document: DisputeDocument): Promise<Uint8Array> };

/** The summary of a dispute's evidence as a tagged PDF with real text; equal documents make equal bytes. */
export function createDisputeRenderer(): DisputeRenderer {
  return {
    async pdf(document) {
      const { dispute, invoice, issuer, proof: head } = document;
      const title = `Dispute ${dispute.id} of invoice ${printable(invoice.number)}`;
      return written(
        blocksOf(document),
        { issuer, running: title },
        { title, subject: `Evidence: ${verdictOn(document).text}`, made: new Date(head.issuedAt) },
      );
    },
  };
}

const sectionsOf = (document: DisputeDocument): Section[] => [
  linesAgain(document),
  explanations(document),
  timeline(document),
  deliverables(document),
  proof(document),
  checking(document),
];

/** The cover has its first page to itself; where it needs more, what follows goes on right below it. */
function blocksOf(document: DisputeDocument): Block[] {
  const sections = sectionsOf(document);
  const summary: Block = {
    box: summaryOf(document, sections, () => 88),
    numbered: (pageOf) => summaryOf(document, sections, pageOf),
  };
  const rest = sections.flatMap(({ title, blocks }) =>
    blocks.map((block, n) => (n === 0 ? { ...block, anchor: title, bookmark: { title, level: 1 } } : block)),
  );
  const [first, ...others] = rest;
  return [
    ...coverOf(document),
    summary,
    { box: about(document) },
    ...(first === undefined ? [] : [{ ...first, breakBefore: 'after-first-page' as const }]),
    ...others,
  ];
}

const coverOf = (document: DisputeDocument): Block[] => [
  {
    box: titleBlock(
      `Billing dispute ${document.dispute.id}`,
      `Evidence for invoice ${document.invoice.number}`,
      STATUS_WORDS[document.dispute.status],
      0,
    ),
  },
  { box: parties(document) },
  { box: disputed(document) },
  { box: verdict(document) },
];

function parties({ issuer, account, dispute, invoice }: DisputeDocument): Box {
  const group = (name: string, facts: readonly (readonly [string, string | null])[]): Box =>
    box({ flexDirection: 'column', width: 144, marginLeft: 12 }, [
      label(name),
      ...facts.map(([what, value]) => (value === null ? null : fact(what, value, 144))),
    ]);
  return box({ width: COLUMN, paddingBottom: 22 }, [
    party('ISSUED BY', issuer.name, [...issuer.lines, issuer.email]),
    group('DISPUTE', [
      ['For', told(account)],
      ['Opened', dispute.openedOn],
      ['By', OPENERS[dispute.openedBy]],
      ['Answer due', dispute.dueBy === null ? null : moment(dispute.dueBy)],
    ]),
    group('INVOICE', [
      ['Issued', invoice.issuedOn],
      ['Due', invoice.dueOn],
      ['From', invoice.periodStart],
      ['To', invoice.periodEnd],
      ['Status', INVOICE_STATUS[invoice.status]],
    ]),
  ]);
}

const about = ({ currency }: DisputeDocument): Box =>
  paragraph(
    `What this summary says is stated by the issuer: no program compares it with the events, as the verifier does with the other files of the bundle. Amounts are in ${currency}, times in UTC. Personal data (names, e-mail addresses, telephone numbers) is sealed in the bundle and cannot be read there. Where a list is too long for paper, it says how many more there are and which file of the bundle has them.`,
    { paddingTop: 22, fontSize: 8.5, color: SOFT },
  );

/** A coloured ground over the whole column. */
const card = (tone: keyof typeof TONES, content: readonly Box[]): Box =>
  box({ flexDirection: 'column', width: COLUMN, paddingBottom: 18 }, [
    box(
      {
        flexDirection: 'column',
        width: INSIDE,
        borderRadius: 4,
        padding: '14px 16px',
        color: TONES[tone][0],
        background: TONES[tone][1],
      },
      content,
    ),
  ]);
const INSIDE = COLUMN - 32;
/** What somebody wrote as the reason may be long; dispute.json has all of it. */
const MOST_OF_REASON = 1500;

function disputed({ dispute, invoice, currency }: DisputeDocument): Box {
  const whole = told(dispute.reason, Number.POSITIVE_INFINITY);
  const reason = whole.length > MOST_OF_REASON ? `${whole.slice(0, MOST_OF_REASON)}… (in full in dispute.json)` : whole;
  return card('blue', [
    box({ fontSize: 8, fontWeight: 600, paddingBottom: 3 }, 'WHAT IS DISPUTED', { 'data-tag': 'P' }),
    box({ width: INSIDE, alignItems: 'flex-end' }, [
      box({ fontSize: 20, fontWeight: 700 }, `${figure(dispute.amount)} ${currency}`, { 'data-tag': 'P' }),
      box(
        { paddingLeft: 10, paddingBottom: 3 },
        `of the ${figure(invoice.total)} ${currency} of invoice ${printable(invoice.number)}`,
        { 'data-tag': 'P' },
      ),
    ]),
    paragraph(`Reason given: ${reason}`, { width: INSIDE, color: INK, paddingTop: 8 }),
  ]);
}

function verdict(document: DisputeDocument): Box {
  const { tone, text } = verdictOn(document);
  return card(tone, [
    box({ fontSize: 8, fontWeight: 600, paddingBottom: 5 }, 'DOES THE INVOICE FOLLOW FROM WHAT WAS RECORDED?', {
      'data-tag': 'P',
    }),
    paragraph(text, { width: INSIDE, fontSize: 11.5, fontWeight: 700 }),
    paragraph(
      'That the records themselves were not changed afterwards is shown by the proof further below, and can be checked by anybody without the issuer’s help.',
      { width: INSIDE, fontSize: 8.5, color: INK, paddingTop: 6 },
    ),
  ]);
}

/** Where things are, beside the sums of the invoice. */
function summaryOf(
  { invoice }: DisputeDocument,
  sections: readonly Section[],
  pageOf: (anchor: string) => number,
): Box {
  const { subtotal, taxRate, tax, accountCredit, total, sums: between, amountDue } = invoice;
  const optional = (name: string, shown: string, amount: string) => (isZero(amount) ? [] : [sumLine(name, shown)]);
  const sums = [
    sumLine('Subtotal', subtotal),
    ...(isZero(tax) && taxRate === '0' ? [] : [sumLine(`Tax ${taxRate} %`, tax)]),
    ...optional('Credit of the account', accountCredit, accountCredit),
    sumLine('Total', total, true),
    ...between.map(({ name, amount }) => sumLine(name, amount)),
    sumLine('Amount due', amountDue, true),
  ];
  const entry = (title: string): Box =>
    box({ width: 211, justifyContent: 'space-between', paddingTop: 4, paddingBottom: 4 }, [
      box({}, title, { 'data-tag': 'P', 'data-href': `#${title}` }),
      box({ color: SOFT, fontVariantNumeric: 'tabular-nums' }, String(pageOf(title)), {
        'data-tag': 'P',
        'data-num': true,
      }),
    ]);
  return box({ width: COLUMN, justifyContent: 'space-between', paddingTop: 6 }, [
    box({ flexDirection: 'column' }, [
      box({ width: 211, justifyContent: 'space-between' }, [label('CONTENTS'), label('PAGE')]),
      ...sections.map(({ title }) => entry(title)),
    ]),
    box({ flexDirection: 'column' }, [
      label('THE INVOICE, USD'),
      ...sums.map((each) => box({ paddingTop: 4, paddingBottom: 4 }, [each])),
    ]),
  ]);
}
