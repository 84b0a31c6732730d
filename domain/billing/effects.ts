import { effectKind } from '#domain/kernel/effect-kind';

/** What dunning and renewals ask for. */
type OfInvoice = { readonly invoice_id: number; readonly account_id: number };
export const dunningPause = effectKind('dunning_pause')<OfInvoice>();
export const dunningCancel = effectKind('dunning_cancel')<OfInvoice>();
export const dunningResume = effectKind('dunning_resume')<OfInvoice>();
export const billingEmail = effectKind('billing_email')<
  OfInvoice & { readonly template: string; readonly amount_cents?: number }
>();
export const approveRenewal = effectKind('approve_renewal')<{ readonly order_id: number }>();
export const invoiceRenewal = effectKind('invoice_renewal')<
  { readonly order_id: number },
  { readonly prepaid?: boolean; readonly invoice_id?: number }
>();
export const expireRenewal = effectKind('expire_renewal')<{ readonly order_id: number; readonly invoice_id: number }>();
