import { createDisputeRenderer } from '#adapters/documents/dispute-document';
import { createInvoiceRenderer } from '#adapters/documents/invoice-document';
import { box } from '#adapters/render/box';
import { setDocument } from '#adapters/render/document';
import { toPdf } from '#adapters/render/pdf';
import { serve } from '#adapters/render/serve';

const invoices = createInvoiceRenderer();
const disputes = createDisputeRenderer();

/** One small document reads the fonts and has the layout engine compiled. */
async function warm(): Promise<void> {
  const words = (n: number) => ({ box: box({ width: 400, paddingTop: 4 }, `Line ${n} of what is thrown away.`) });
  const set = await setDocument({
    blocks: Array.from({ length: 20 }, (_, n) => words(n)),
    header: () => null,
    footer: () => null,
    info: { title: 'Warm', author: '', subject: '', lang: 'en', made: new Date(0) },
    size: 'A4',
    margin: { top: 50, bottom: 50, sides: 50 },
    direction: 'ltr',
    ground: '#ffffff',
    style: {},
  });
  await toPdf(set);
}

serve({ invoice: invoices.pdf, dispute: disputes.pdf }, warm);
