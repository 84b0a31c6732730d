type Id<Kind extends string> = number & { readonly __id: Kind };

/** Positive integers. Those of accounts, sites, sectors and users are the platform's. */
export type AccountId = Id<'account'>;
export type SiteId = Id<'site'>;
export type SectorId = Id<'sector'>;
export type UserId = Id<'user'>;
export type SubscriptionId = Id<'managed-subscription'>;
export type WorkRequestId = Id<'work-request'>;
export type TokenId = Id<'access-token'>;
export type MemberId = Id<'member'>;
export type WebhookId = Id<'webhook-endpoint'>;
export type OrderId = Id<'backlink-order'>;
export type BacklinkId = Id<'backlink'>;
export type IndexingRequestId = Id<'indexing-request'>;
export type ProposalId = Id<'placement-proposal'>;
export type ClaimId = Id<'guarantee-claim'>;
export type BlockedDomainId = Id<'blocked-domain'>;
export type InvoiceId = Id<'invoice'>;
export type PaymentId = Id<'payment'>;
export type RefundId = Id<'refund'>;
export type CreditNoteId = Id<'credit-note'>;
export type PaymentMethodId = Id<'payment-method'>;
export type PurchaseId = Id<'add-on-purchase'>;
export type DisputeId = Id<'dispute'>;
export type ReportId = Id<'report'>;
export type ShareId = Id<'report-share'>;
export type BrandingId = Id<'agency-branding'>;
export type TemplateId = Id<'report-template'>;
export type GoalId = Id<'goal'>;
export type AnnotationId = Id<'annotation'>;
export type FileId = Id<'stored-file'>;
export type MessageId = Id<'message'>;
export type AnnouncementId = Id<'announcement'>;

const MAX = 2_147_483_647;

/** True for what may be an id anywhere in the product: a positive 32-bit integer. */
export const isId = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX;
