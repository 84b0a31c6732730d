import { z } from 'zod';
import type { Principal } from '#api/http/principal';
import { notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instantText } from '#api/http/schemas';
import { type Instant, plusMinutes } from '#domain/kernel/time';
import type { BillingReader } from '#projections/billing/billing-reader';
import type { DisputeRow } from '#projections/billing/dispute';
import type { InvoiceRow } from '#projections/billing/invoice-tables';
import type { ReadScope } from '#runtime/table-reads';

/** How long a link opens at most (ruling 3.12). */
const MINUTES = 15;
const FILES = '/api/v1/files/';
type Ticket = {
  readonly what: 'invoice_pdf' | 'bundle';
  readonly id: number;
  readonly account: number;
  readonly note: number | null;
  readonly until: Instant;
  /** The token that it was made with; left out where it was made with another credential. */
  readonly by?: number;
};
export type SignedLinkApi = {
  readonly tickets: { seal(content: object): string; open(ticket: string): unknown };
  readonly reader: BillingReader;
  readonly pdf: (invoice: InvoiceRow, creditNoteId: number | null, scope: ReadScope) => Promise<Uint8Array>;
  readonly bundle: (sha256: string) => Promise<Uint8Array | null>;
  readonly now: () => Instant;
  readonly publicUrl: string;
  /** Whether that token is still accepted. */
  readonly accepts: (tokenId: number) => Promise<boolean>;
};
const linkSchema = z.object({ url: z.string(), expires_at: instantText }).meta({ id: 'SignedLink' });
const answers = [{ status: 201, description: 'the link', schema: linkSchema }] as const;
const DESCRIPTION = `For people, who follow it without a token: it opens for ${MINUTES} minutes, that one file only, and no longer than the token that it was made with.`;

/** Links to a PDF or to evidence that open without a token for a quarter of an hour. */
export function signedLinkApi({ tickets, reader, pdf, bundle, now, publicUrl, accepts }: SignedLinkApi): FeatureRoutes {
  /** It opens no longer than the credential that it is made with. */
  function link({ tokenId, until }: Principal, ticket: Omit<Ticket, 'until' | 'by'>) {
    const latest = plusMinutes(now(), MINUTES);
    const expires_at = until !== null && until < latest ? until : latest;
    const sealed = tickets.seal({ ...ticket, until: expires_at, ...(tokenId === null ? {} : { by: tokenId }) });
    return { url: `${publicUrl}${FILES}${sealed}/`, expires_at };
  }
  const invoiceOf = async ({ id, scope }: { readonly id: number; readonly scope: ReadScope }) =>
    (await reader.invoice(scope, id)) ?? null;
  const disputeOf = async ({ id, scope }: { readonly id: number; readonly scope: ReadScope }) => {
    const row = await reader.dispute(scope, id);
    return row?.evidence ? row : null;
  };
  const opened = async (ticket: string): Promise<Ticket | null> => {
    const found = tickets.open(ticket) as Ticket | null;
    if (found === null || found.until <= now()) return null;
    return found.by === undefined || (await accepts(found.by)) ? found : null;
  };

  return {
    name: 'signed-link',
    routes: [
      defineRoute({
        method: 'post',
        path: '/api/v1/billing/invoices/{id}/pdf/link/',
        operationId: 'linkInvoicePdf',
        needs: 'invoices',
        tag: 'Invoices',
        summary: 'A link to the PDF of an invoice, or of one of its credit notes',
        description: DESCRIPTION,
        roles: ANYONE_OF.readers,
        scope: 'read',
        body: z.strictObject({ credit_note_id: idSchema.optional() }),
        bodyExample: {},
        resource: invoiceOf,
        reads: { what: 'invoice_pdf', of: ({ id, resource: { account_id: account } }) => ({ ids: [id], account }) },
        answers,
        handle: async ({ id, resource, body, scope, principal }) => {
          const note = body.credit_note_id ?? null;
          if (note !== null && (await reader.creditNote(scope, note))?.invoice_id !== id) throw notFound('credit note');
          return {
            status: 201,
            body: link(principal, { what: 'invoice_pdf', id, account: resource.account_id, note }),
          };
        },
      }),
      defineRoute({
        method: 'post',
        path: '/api/v1/audit/disputes/{id}/bundle/link/',
        operationId: 'linkEvidenceBundle',
        needs: 'invoices',
        tag: 'Disputes',
        summary: 'A link to the evidence of a dispute',
        description: DESCRIPTION,
        roles: ANYONE_OF.readers,
        scope: 'read',
        body: z.strictObject({}),
        bodyExample: {},
        resource: disputeOf,
        reads: { what: 'bundle', of: ({ id, resource: { account_id: account } }) => ({ ids: [id], account }) },
        answers,
        handle: async ({ id, resource, principal }) => ({
          status: 201,
          body: link(principal, { what: 'bundle', id, account: resource.account_id, note: null }),
        }),
      }),
      defineRoute({
        method: 'get',
        path: `${FILES}{ticket}/`,
        patient: true,
        operationId: 'getLinkedFile',
        tag: 'Invoices',
        summary: 'The file that a link opens',
        roles: 'public',
        rateName: ({ ticket }) => {
          const found = tickets.open(ticket) as Ticket | null;
          return found && `link ${found.what} ${found.id}`;
        },
        resource: async ({ params }) => {
          const ticket = await opened(params.ticket);
          if (!ticket) return null;
          const of = { id: ticket.id, scope: { accounts: [ticket.account], assignedTo: null } };
          const row = await (ticket.what === 'bundle' ? disputeOf(of) : invoiceOf(of));
          return row && { ticket, row };
        },
        reads: {
          what: 'invoice_pdf',
          of: ({ resource: { ticket } }) => ({ what: ticket.what, ids: [ticket.id], account: ticket.account }),
        },
        answers: [{ status: 200, description: 'the file', contentType: 'application/octet-stream' }],
        handle: async ({ resource: { ticket, row } }) => {
          const bytes =
            ticket.what === 'bundle'
              ? await bundle((row as DisputeRow).evidence?.sha256 ?? '')
              : await pdf(row as InvoiceRow, ticket.note, { accounts: [ticket.account], assignedTo: null });
          if (!bytes) throw notFound('file');
          const [type, name] =
            ticket.what === 'bundle'
              ? ['application/zip', `dispute-${ticket.id}.zip`]
              : ['application/pdf', `${(row as InvoiceRow).number ?? `invoice-${ticket.id}`}.pdf`];
          const disposition = `${ticket.what === 'bundle' ? 'attachment' : 'inline'}; filename="${name}"`;
          return {
            status: 200,
            raw: bytes,
            headers: { 'Content-Type': type, 'Content-Disposition': disposition, 'Cache-Control': 'private, no-store' },
          };
        },
      }),
    ],
  };
}
