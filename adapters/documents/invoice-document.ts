import { type Box, box } from '#adapters/render/box';
import { printable } from '#adapters/render/fonts';
import type { Block } from '#adapters/render/pages';
import type { InvoiceDocument } from '#domain/billing/invoice-document';
import {
  ACCENT,
  amountCell,
  COLUMN,
  fact,
  figure,
  gap,
  isZero,
  label,
  party,
  rule,
  SOFT,
  sumLine,
  type Tone,
  titleBlock,
  written,
} from './sheet.ts';

const BADGES: Readonly<Record<InvoiceDocument['status'], readonly [text: string, tone: Tone]>> = {
  draft: ['DRAFT', 'quiet'],
  open: ['OPEN', 'blue'],
  past_due: ['PAST DUE', 'red'],
  paid: ['PAID', 'green'],
  uncollectible: ['UNCOLLECTIBLE', 'red'],
  void: ['VOID', 'solid'],
  issued: ['ISSUED', 'blue'],
};

export type InvoiceRenderer = { pdf(document: InvoiceDocument): Promise<Uint8Array> };

/** Invoices and credit notes as tagged PDFs with real text; equal documents make equal bytes. */
export function createInvoiceRenderer(): InvoiceRenderer {
  return {
    async pdf(document) {
      const title = `${titleOf(document)} ${document.number}`;
      return written(
        blocksOf(document),
        { issuer: document.issuer, running: title },
        {
          title,
          subject: `${titleOf(document)} for ${printable(document.recipient.name)}`,
          made: new Date(`${document.issuedOn}T00:00:00Z`),
        },
      );
    },
  };
}

const titleOf = ({ kind }: InvoiceDocument): string => (kind === 'invoice' ? 'Invoice' : 'Credit note');

function blocksOf(document: InvoiceDocument): Block[] {
  const header = tableHeader();
  return [
    { box: titleBlock(titleOf(document), document.number, BADGES[document.status]) },
    { box: parties(document) },
    ...(document.reason === null ? [] : [{ box: note(`Reason: ${document.reason}`) }, { box: gap(14) }]),
    { box: header, keepNext: true },
    ...document.lines.map((line) => ({ box: row(line), header })),
    ...totals(document).map((each) => ({ box: each })),
    ...payments(document).map((each) => ({ box: each })),
    ...(document.note === null ? [] : [{ box: note(document.note) }]),
    ...(document.kind === 'invoice' ? bank(document.issuer.bank) : []),
  ];
}

/** Characters of a party that a narrow column holds without filling the page. */
const LONG = 500;

function parties(document: InvoiceDocument): Box {
  const dated = (name: string, value: string | null) => (value === null ? null : fact(name, value, COLUMN - 356));
  const { issuer, recipient, refersTo, issuedOn, dueOn, periodStart, periodEnd } = document;
  const from = [...issuer.lines, issuer.email];
  const to = [...recipient.lines, ...(recipient.email === null ? [] : [recipient.email])];
  const longest = Math.max(
    ...[
      [issuer.name, ...from],
      [recipient.name, ...to],
    ].map((lines) => lines.join('').length),
  );
  // What is too long for a column gets the whole width.
  const wide = longest > LONG;
  const width = wide ? COLUMN : 178;
  return box({ width: COLUMN, paddingBottom: 24, ...(wide ? { flexDirection: 'column' } : {}) }, [
    party('FROM', issuer.name, from, width),
    party('BILLED TO', recipient.name, to, width),
    box({ flexDirection: 'column' }, [
      dated('Issued', issuedOn),
      dated('Due', dueOn),
      dated('From', periodStart),
      dated('To', periodEnd),
      dated('Invoice', refersTo),
    ]),
  ]);
}

const tableHeader = (): Box =>
  box({ flexDirection: 'column', width: COLUMN }, [
    box(
      { width: COLUMN, justifyContent: 'space-between', fontSize: 8, color: SOFT, paddingBottom: 6 },
      [
        box({}, 'DESCRIPTION', { 'data-tag': 'TH' }),
        box({ width: 104, justifyContent: 'flex-end' }, 'AMOUNT, USD', { 'data-tag': 'TH' }),
      ],
      { 'data-tag': 'TR' },
    ),
    rule(ACCENT),
  ]);

const row = ({ description, detail, amount }: InvoiceDocument['lines'][number]): Box =>
  box({ flexDirection: 'column', width: COLUMN }, [
    box(
      { width: COLUMN, justifyContent: 'space-between', paddingTop: 8, paddingBottom: 8 },
      [
        box(
          { flexDirection: 'column', width: COLUMN - 120 },
          [
            box({ wordBreak: 'break-word' }, printable(description)),
            detail === null
              ? null
              : box({ fontSize: 8, color: SOFT, paddingTop: 3, wordBreak: 'break-word' }, printable(detail)),
          ],
          { 'data-tag': 'TD' },
        ),
        amountCell(figure(amount)),
      ],
      { 'data-tag': 'TR' },
    ),
    rule(),
  ]);

function totals(document: InvoiceDocument): Box[] {
  const { subtotal, taxRate, tax, credits, total, sums, amountDue, kind } = document;
  const line = (name: string, amount: string, strong = false): Box =>
    box({ width: COLUMN, justifyContent: 'flex-end', paddingTop: 4, paddingBottom: 4 }, [
      sumLine(name, amount, strong),
    ]);
  return [
    gap(8),
    line('Subtotal', subtotal),
    ...(!isZero(tax) || taxRate !== '0' ? [line(`Tax ${taxRate} %`, tax)] : []),
    ...credits.map((credit) => line(credit.description, credit.amount)),
    line('Total', total, true),
    ...(kind === 'credit_note' ? [] : [...sums.map(({ name, amount }) => line(name, amount)), due(amountDue)]),
  ];
}

const due = (amount: string): Box =>
  box({ width: COLUMN, justifyContent: 'flex-end', paddingTop: 6 }, [
    box(
      {
        width: 264,
        justifyContent: 'space-between',
        background: '#eef3fa',
        borderRadius: 4,
        padding: '9px 12px',
        fontWeight: 700,
        fontSize: 12,
        color: ACCENT,
      },
      [
        box({}, 'Amount due', { 'data-tag': 'TH', 'data-scope': 'Row' }),
        amountCell(`${figure(amount)} USD`, { width: 130 }),
      ],
      { 'data-tag': 'TR' },
    ),
  ]);

const payments = ({ payments: made }: InvoiceDocument): Box[] =>
  made.length === 0
    ? []
    : [
        gap(18),
        box({ fontSize: 8, color: SOFT, paddingBottom: 4 }, 'PAYMENTS', { 'data-tag': 'H2' }),
        ...made.map((payment) =>
          box(
            { width: COLUMN, justifyContent: 'space-between', paddingTop: 3, paddingBottom: 3 },
            [
              box({}, `${payment.on}  ${printable(payment.description)}`, { 'data-tag': 'TD' }),
              amountCell(figure(payment.amount)),
            ],
            { 'data-tag': 'TR' },
          ),
        ),
      ];

/** Where a transfer goes to. */
const bank = (lines: readonly string[]): Block[] =>
  lines.length === 0
    ? []
    : [
        {
          box: box({ flexDirection: 'column', width: COLUMN, paddingTop: 18 }, [
            label('BANK DETAILS'),
            ...lines.map((line) =>
              box({ width: COLUMN, paddingTop: 2, wordBreak: 'break-word' }, printable(line), { 'data-tag': 'P' }),
            ),
          ]),
        },
      ];

const note = (text: string): Box =>
  box({ width: COLUMN, paddingTop: 16, color: SOFT, wordBreak: 'break-word' }, printable(text), { 'data-tag': 'P' });
