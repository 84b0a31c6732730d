import type { InvoiceDocument } from '#domain/invoice-document';
import { printable } from '../render/fonts.ts';
import { type Block, type Box, box, paginated, paint } from '../render/layout.ts';
import { PAGE, toPdf } from '../render/pdf.ts';

const MARGIN = 52;
const COLUMN = PAGE.width - 2 * MARGIN;
const HEADER = 58;
const FOOTER = 46;
const INK = '#1c2430';
const SOFT = '#5d6878';
const RULE = '#dfe4ea';
const ACCENT = '#1f4f8f';
/** What every page is set in. */
const BASE = { color: INK, fontSize: 9.5 };
const BADGES: Readonly<Record<InvoiceDocument['status'], readonly [text: string, ink: string, ground: string]>> = {
  draft: ['DRAFT', '#5d6878', '#eef1f4'],
  open: ['OPEN', '#1f4f8f', '#e6eefa'],
  past_due: ['PAST DUE', '#a4262c', '#fdecec'],
  paid: ['PAID', '#1c6b3c', '#e5f5eb'],
  uncollectible: ['UNCOLLECTIBLE', '#a4262c', '#fdecec'],
  void: ['VOID', '#ffffff', '#a4262c'],
  issued: ['ISSUED', '#1f4f8f', '#e6eefa'],
};

/** `1,033.33` of decimal text. */
const figure = (amount: string): string => {
  const [whole = '0', part = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part}`;
};

export type InvoiceRenderer = { pdf(document: InvoiceDocument): Promise<Uint8Array> };

/** Invoices and credit notes as tagged PDFs with real text; equal documents make equal bytes. */
export function createInvoiceRenderer(): InvoiceRenderer {
  return {
    async pdf(document) {
      const height = PAGE.height - HEADER - FOOTER;
      const pages = await paginated(blocksOf(document), { width: COLUMN, height, style: BASE });
      const painted = await Promise.all(
        pages.map((content, n) => paint(sheet(document, content, n + 1, pages.length), PAGE.width, PAGE.height)),
      );
      return toPdf(painted, {
        title: `${titleOf(document)} ${document.number}`,
        author: printable(document.issuer.name),
        subject: `${titleOf(document)} for ${printable(document.recipient.name)}`,
        made: new Date(`${document.issuedOn}T00:00:00Z`),
      });
    },
  };
}

const titleOf = ({ kind }: InvoiceDocument): string => (kind === 'invoice' ? 'Invoice' : 'Credit note');

function sheet(document: InvoiceDocument, content: readonly Box[], page: number, of: number): Box {
  const small = { fontSize: 8, color: SOFT };
  return box(
    {
      flexDirection: 'column',
      width: PAGE.width,
      height: PAGE.height,
      background: '#ffffff',
      ...BASE,
    },
    [
      box({ width: PAGE.width, height: 6, background: ACCENT }),
      box(
        {
          height: HEADER - 6,
          paddingLeft: MARGIN,
          paddingRight: MARGIN,
          alignItems: 'center',
          justifyContent: 'space-between',
        },
        [
          box({ fontSize: 11, fontWeight: 700, color: ACCENT }, printable(document.issuer.name), {
            'data-tag': 'Artifact',
          }),
          box(small, page === 1 ? '' : `${titleOf(document)} ${printable(document.number)}`, {
            'data-tag': 'Artifact',
          }),
        ],
      ),
      box(
        {
          ...{
            flexDirection: 'column',
            height: PAGE.height - HEADER - FOOTER,
            paddingLeft: MARGIN,
            paddingRight: MARGIN,
          },
          overflow: 'hidden',
        },
        content,
      ),
      box(
        {
          height: FOOTER,
          paddingLeft: MARGIN,
          paddingRight: MARGIN,
          alignItems: 'center',
          justifyContent: 'space-between',
        },
        [
          box(small, `${printable(document.issuer.name)} · ${printable(document.issuer.email)}`, {
            'data-tag': 'Artifact',
          }),
          box(small, `${page} / ${of}`, { 'data-tag': 'Artifact' }),
        ],
      ),
    ],
  );
}

const rule = (color = RULE): Box => box({ width: COLUMN, height: 1, background: color });
const gap = (height: number): Box => box({ width: COLUMN, height });
const amountCell = (text: string, style: Readonly<Record<string, string | number>> = {}): Box =>
  box({ width: 104, justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums', ...style }, text, {
    'data-tag': 'TD',
    'data-num': true,
  });

function blocksOf(document: InvoiceDocument): Block[] {
  const header = tableHeader();
  return [
    { box: heading(document) },
    { box: parties(document) },
    ...(document.reason === null ? [] : [{ box: note(`Reason: ${document.reason}`) }]),
    { box: header, keepNext: true },
    ...document.lines.map((line) => ({ box: row(line), header })),
    ...totals(document).map((each) => ({ box: each })),
    ...payments(document).map((each) => ({ box: each })),
    ...(document.note === null ? [] : [{ box: note(document.note) }]),
  ];
}

function heading(document: InvoiceDocument): Box {
  const [text, color, background] = BADGES[document.status];
  return box({ width: COLUMN, justifyContent: 'space-between', alignItems: 'flex-start', paddingBottom: 20 }, [
    box({ flexDirection: 'column' }, [
      box({ fontSize: 24, fontWeight: 700 }, titleOf(document), { 'data-tag': 'H1' }),
      box({ fontSize: 12, color: SOFT, paddingTop: 3 }, printable(document.number), { 'data-tag': 'P' }),
    ]),
    box(
      {
        ...{ background, color, borderRadius: 4, fontSize: 9, fontWeight: 700, letterSpacing: 0.6 },
        padding: '5px 10px',
      },
      text,
      { 'data-tag': 'P' },
    ),
  ]);
}

function parties(document: InvoiceDocument): Box {
  const party = (label: string, name: string, lines: readonly string[]): Box =>
    box({ flexDirection: 'column', width: 178, paddingRight: 14 }, [
      box({ fontSize: 8, color: SOFT, paddingBottom: 4 }, label, { 'data-tag': 'P' }),
      box({ fontWeight: 600, wordBreak: 'break-word' }, printable(name, 120), { 'data-tag': 'P' }),
      ...lines.map((line) =>
        box({ color: SOFT, paddingTop: 2, wordBreak: 'break-word' }, printable(line, 120), { 'data-tag': 'P' }),
      ),
    ]);
  const fact = (label: string, value: string): Box =>
    box({ width: COLUMN - 356, justifyContent: 'space-between', paddingBottom: 3 }, [
      box({ color: SOFT }, label, { 'data-tag': 'P' }),
      box({ fontVariantNumeric: 'tabular-nums' }, printable(value), { 'data-tag': 'P', 'data-num': true }),
    ]);
  const { issuer, recipient, refersTo, issuedOn, dueOn, periodStart, periodEnd } = document;
  return box({ width: COLUMN, paddingBottom: 24 }, [
    party('FROM', issuer.name, [...issuer.lines, issuer.email]),
    party('BILLED TO', recipient.name, [...recipient.lines, ...(recipient.email === null ? [] : [recipient.email])]),
    box({ flexDirection: 'column' }, [
      fact('Issued', issuedOn),
      dueOn === null ? null : fact('Due', dueOn),
      periodStart === null ? null : fact('From', periodStart),
      periodEnd === null ? null : fact('To', periodEnd),
      refersTo === null ? null : fact('Invoice', refersTo),
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
              : box({ fontSize: 8, color: SOFT, paddingTop: 3, wordBreak: 'break-word' }, printable(detail, 300)),
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
  const { subtotal, taxRate, tax, credits, total, paid, credited, refunded, amountDue, kind } = document;
  const line = (label: string, amount: string, strong = false): Box =>
    box({ width: COLUMN, justifyContent: 'flex-end', paddingTop: 4, paddingBottom: 4 }, [
      box(
        {
          width: 240,
          justifyContent: 'space-between',
          ...(strong ? { fontWeight: 700, fontSize: 11 } : { color: SOFT }),
        },
        [box({}, printable(label, 60), { 'data-tag': 'TD' }), amountCell(figure(amount), strong ? {} : { color: INK })],
        { 'data-tag': 'TR' },
      ),
    ]);
  const nonZero = (amount: string) => amount !== '0.00' && amount !== '-0.00';
  return [
    gap(8),
    line('Subtotal', subtotal),
    ...(nonZero(tax) || taxRate !== '0' ? [line(`Tax ${taxRate} %`, tax)] : []),
    ...credits.map((credit) => line(credit.description, credit.amount)),
    line('Total', total, true),
    ...(kind === 'credit_note'
      ? []
      : [
          ...(nonZero(paid) ? [line('Paid', `-${paid}`)] : []),
          ...(nonZero(credited) ? [line('Credit notes', `-${credited}`)] : []),
          ...(nonZero(refunded) ? [line('Refunded', refunded)] : []),
          due(amountDue),
        ]),
  ];
}

const due = (amount: string): Box =>
  box({ width: COLUMN, justifyContent: 'flex-end', paddingTop: 6 }, [
    box(
      {
        ...{ width: 264, justifyContent: 'space-between', background: '#eef3fa', borderRadius: 4, padding: '9px 12px' },
        ...{ fontWeight: 700, fontSize: 12, color: ACCENT },
      },
      [box({}, 'Amount due', { 'data-tag': 'TD' }), amountCell(`${figure(amount)} USD`, { width: 130 })],
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
              box({}, `${payment.on}  ${printable(payment.description, 80)}`, { 'data-tag': 'TD' }),
              amountCell(figure(payment.amount)),
            ],
            { 'data-tag': 'TR' },
          ),
        ),
      ];

const note = (text: string): Box =>
  box({ width: COLUMN, paddingTop: 16, color: SOFT, wordBreak: 'break-word' }, printable(text), { 'data-tag': 'P' });
