import { smallPage } from '#adapters/reports/html/small-page';
import { createShareSecrets } from '#adapters/share-secrets';
import { createTickets } from '#adapters/signed-links';
import type { Surroundings } from '#app/system';
import type { RenderReport } from '#commands/reports/ports-reports';

/** Draws nothing: its PDF is the document as text, so that equal documents are equal bytes. */
export function fakeRender(more: Partial<RenderReport> = {}): RenderReport {
  const text = (document: object) => new TextEncoder().encode(`%PDF ${JSON.stringify(document)}`);
  return {
    name: 'fake',
    pdf: async (document) => ({ bytes: text(document), pages: 1 }),
    png: async (document, page, width) => text({ id: document.id, page, width }),
    html: async (document) => `<h1>${document.client_name}</h1>`,
    mail: async (document, links) => ({
      subject: `Report of ${document.site_domain}`,
      html: `<p>${document.client_name}</p><img src="cid:figures"><a href="${links.unsubscribe}">no more</a>${links.page ?? ''}`,
      text: `${document.client_name} ${links.page ?? ''}`,
      figures: text({ id: document.id }),
    }),
    ...more,
  };
}

export const fakeReporting = (more: Partial<RenderReport> = {}): Surroundings['reporting'] => ({
  render: fakeRender(more),
  page: smallPage,
  secrets: createShareSecrets(Buffer.alloc(32, 1)),
  tickets: createTickets(Buffer.alloc(32, 2)),
});
