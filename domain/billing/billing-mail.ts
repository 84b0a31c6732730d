import { letter, type MailText } from '#domain/platform/mail-template';

/** What clients are told of their invoices. */
export const BILLING_TEMPLATES = [
  'invoice_issued',
  'payment_failed',
  'payment_reminder',
  'service_paused',
  'service_cancelled',
  'service_resumed',
  'refund_made',
] as const;
export type BillingTemplate = (typeof BILLING_TEMPLATES)[number];

export type BillingMailContext = {
  /** Whom it is written to: the client, or the agency that stands between the client and the seller. */
  readonly clientName: string;
  /** The client of an agency that it is about; null where it goes to the client itself. */
  readonly about: string | null;
  /** `INV-2026-000123`; empty where the message is about no single one. */
  readonly number: string;
  /** `1,033.33 USD`. */
  readonly amount: string;
  readonly dueOn: string;
  /** Charged by itself. */
  readonly automatic: boolean;
  readonly contact: string;
  readonly link: string | null;
};

type Made = { readonly subject: string; readonly paragraphs: readonly string[] };

const TEMPLATES: Readonly<Record<BillingTemplate, (context: BillingMailContext) => Made>> = {
  invoice_issued: ({ number, amount, dueOn, automatic }) => ({
    subject: `Invoice ${number} over ${amount}`,
    paragraphs: [
      automatic
        ? `your invoice ${number} over ${amount} has been issued. It is charged to the payment method that you saved; you need to do nothing.`
        : `your invoice ${number} over ${amount} has been issued. Please pay it by ${dueOn}.`,
    ],
  }),
  payment_failed: ({ number, amount }) => ({
    subject: `The payment of invoice ${number} failed`,
    paragraphs: [
      `the payment of ${amount} for invoice ${number} was declined. Please check the card, or save another one: the invoice is then paid at once.`,
    ],
  }),
  payment_reminder: ({ number, amount, dueOn }) => ({
    subject: `Reminder: invoice ${number} is not paid`,
    paragraphs: [
      `${amount} of invoice ${number}, due on ${dueOn}, has not reached us.`,
      'If it is not paid within seven days of the first failed payment or the day after the due date, your managed services are paused until it is.',
    ],
  }),
  service_paused: ({ number, amount }) => ({
    subject: 'Your managed services are paused',
    paragraphs: [
      `${amount} of invoice ${number} is still open, so your managed services are paused. They go on by themselves as soon as it is paid.`,
    ],
  }),
  service_cancelled: ({ number, amount }) => ({
    subject: 'Your managed services have ended',
    paragraphs: [`${amount} of invoice ${number} was not paid for 30 days, so your managed services were cancelled.`],
  }),
  service_resumed: () => ({
    subject: 'Your managed services go on',
    paragraphs: ['thank you for your payment: your managed services go on.'],
  }),
  refund_made: ({ number, amount }) => ({
    subject: `A refund of ${amount}`,
    paragraphs: [`${amount} of invoice ${number} is being given back to you the way it was paid.`],
  }),
};

/** The message to the client, as text and as HTML. */
export function billingMail(template: BillingTemplate, context: BillingMailContext): MailText {
  const { subject, paragraphs } = TEMPLATES[template](context);
  const link = context.link === null ? [] : [`You find it at ${context.link}.`];
  const greeting = `Hello ${context.clientName},`;
  const about = context.about === null ? [] : [`This is about your client ${context.about}.`];
  return letter(subject, [greeting, ...about, ...paragraphs, ...link, `Questions? Write to ${context.contact}.`]);
}

/** `1,033.33 USD` of decimal text. */
export const spoken = (amount: string): string => {
  const [whole = '0', part = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part} USD`;
};
