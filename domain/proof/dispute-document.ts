import type { DisputeOpener, InvoiceDispute } from '#domain/billing/dispute-messages';
import type { InvoiceDocument } from '#domain/billing/invoice-document';

/** Something that happened: when, in one sentence, and through whom (a role or a part of the system, never a name). */
export type DisputeMoment = { readonly at: string; readonly summary: string; readonly actor: string };

/** A line of the disputed invoice, tax and credit lines too: together they are its total. */
export type DisputedLine = {
  readonly lineId: number;
  readonly description: string;
  readonly amount: string;
  /** Computed anew from the recorded events; null where they do not suffice, which `why` tells. */
  readonly recomputed: string | null;
  readonly why: string | null;
  readonly rule: string;
  /** A value is an amount, or words such as `14 of 30`. */
  readonly steps: readonly { readonly text: string; readonly value: string }[];
  /** `on` is a day or an instant. */
  readonly causes: readonly { readonly on: string; readonly summary: string; readonly actor: string }[];
};

/**
 * What the summary of a dispute's evidence says on paper, to readers who know nothing of the product. Amounts are decimal text,
 * days `YYYY-MM-DD`, instants ISO 8601 in UTC. There is no personal data in it.
 */
export type DisputeDocument = {
  readonly dispute: {
    readonly id: number;
    readonly status: InvoiceDispute['status'];
    readonly reason: string;
    readonly openedBy: DisputeOpener;
    readonly openedOn: string;
    readonly amount: string;
    /** The day by which the card network wants an answer. */
    readonly dueBy: string | null;
  };
  /** `Account 12`. */
  readonly account: string;
  readonly issuer: InvoiceDocument['issuer'];
  readonly currency: InvoiceDocument['currency'];
  readonly invoice: {
    readonly number: string;
    readonly issuedOn: string;
    readonly dueOn: string | null;
    readonly periodStart: string | null;
    readonly periodEnd: string | null;
    readonly status: Exclude<InvoiceDocument['status'], 'draft' | 'issued'>;
    readonly subtotal: string;
    /** Percent; `0` where there is no tax. */
    readonly taxRate: string;
    readonly tax: string;
    /** Credit of the account that the total is already less by; negative, `0.00` where there is none. */
    readonly accountCredit: string;
    readonly total: string;
    readonly sums: InvoiceDocument['sums'];
    readonly amountDue: string;
  };
  readonly lines: readonly DisputedLine[];
  /** The sum of what the lines were computed to; null where one could not be. */
  readonly recomputedTotal: string | null;
  /** In the order in which it happened. */
  readonly timeline: readonly DisputeMoment[];
  readonly deliverables: {
    readonly links: readonly {
      readonly sourceUrl: string;
      readonly targetUrl: string;
      readonly liveAt: string | null;
      readonly lastCheck: string | null;
      readonly status: string;
    }[];
    /** `title` is the article's, or its id where no title is known. */
    readonly articles: readonly {
      readonly title: string;
      readonly url: string | null;
      readonly publishedOn: string | null;
    }[];
    readonly reports: readonly { readonly title: string; readonly sentOn: string | null }[];
  };
  readonly proof: {
    readonly logId: string;
    readonly treeSize: number;
    readonly rootHash: string;
    readonly issuedAt: string;
    readonly keyId: string;
    /** How many events the bundle has, and the first and the last position among them. */
    readonly events: number;
    readonly positions: { readonly from: number; readonly to: number } | null;
  };
  /** How to check the bundle, step by step. */
  readonly verify: readonly string[];
};
