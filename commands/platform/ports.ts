import type { Owner } from '#domain/platform/fact';

/** What commands must know of accounts, sites and users before they decide. */
export type Directory = {
  account(id: number): Promise<{ readonly id: number; readonly plan: string } | null>;
  site(
    id: number,
  ): Promise<{ readonly id: number; readonly account_id: number; readonly sector_id: number | null } | null>;
  user(id: number): Promise<{ readonly id: number } | null>;
  owner(owner: Owner): Promise<{ readonly accountId: number | null; readonly siteId: number | null } | null>;
};

/** Resolves once the directory shows everything that was in the log when it was asked. */
export type UpToDate = () => Promise<void>;

/** A message on its way to people. Names and addresses are filled in when it is sent, never stored in events. */
export type Mail = {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly content: Uint8Array }[];
  /** Pictures that the HTML shows, by the name that it knows them by (`cid:figures`). */
  readonly inline?: readonly { readonly cid: string; readonly type: string; readonly content: Uint8Array }[];
  /** The sender of the house where it is left out. */
  readonly from?: { readonly name: string; readonly address: string };
  readonly replyTo?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
};
export type MailPort = {
  /** `rejected`: certainly not accepted. `lost`: may have been. */
  send(
    mail: Mail,
  ): Promise<
    | { readonly outcome: 'accepted' }
    | { readonly outcome: 'rejected' | 'lost'; readonly error: string; readonly retry: boolean }
  >;
  /** Whether that message was accepted; left out where the receiver cannot be asked. */
  wasAccepted?(messageId: string): Promise<boolean>;
};

/** Hands a work request to the platform; the receiver recognises a repeat by its key. */
export type SendWorkRequest = (request: {
  readonly id: number;
  readonly key: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly traceparent?: string | undefined;
}) => Promise<
  { readonly outcome: 'accepted' } | { readonly outcome: 'rejected'; readonly error: string; readonly retry: boolean }
>;

/** Sends one signed message; never follows a redirect, never reaches an address that is not public. */
export type SendWebhook = (message: {
  readonly id: string;
  readonly url: string;
  readonly salt: string;
  /** Of old secrets that are good still: the message carries a signature with each. */
  readonly oldSalts?: readonly string[];
  readonly body: string;
}) => Promise<
  | { readonly outcome: 'accepted' }
  | {
      readonly outcome: 'rejected';
      readonly error: string;
      readonly retry: boolean;
      /** The receiver answered that it is gone for good. */
      readonly gone?: boolean;
    }
>;
