import type { AccountId, SiteId } from '#domain/kernel/ids';
import type { ConversationKind } from '#domain/services/conversation';
import type { Language } from '#domain/services/conversation-words';

/** What a conversation is about, as its room knows it. */
export type Subject = {
  readonly account_id: AccountId;
  readonly site_id: SiteId | null;
  /** What people call it: an id, or the number of an invoice. */
  readonly label: string;
  /** Of the site; null where there is none. */
  readonly domain: string | null;
  /** The page that is about it. */
  readonly href: string;
  /** False while those who buy do not see it themselves, such as a report that nobody has read yet. */
  readonly shown: boolean;
};
/** By kind: each room says how its own is found. Null where there is none of that id. */
export type FindSubject = (kind: ConversationKind, id: number) => Promise<Subject | null>;

/** Somebody who is told of messages. */
export type Told = { readonly name: string; readonly email: string };
/** Under whose name an account is written to, and in which language. `brand` is null where that is the house's. */
export type Voice = {
  readonly language: Language;
  readonly brand: {
    readonly name: string;
    readonly from: { readonly name: string; readonly address: string };
    readonly replyTo: string | null;
    readonly origin: string;
  } | null;
};

/** What messages ask of accounts, of people and of brands. */
export type ConversationPorts = {
  readonly subject: FindSubject;
  /** Members of the account who may see that kind, in an order that stays; the account's registered address where nobody else is known. */
  readonly clients: (account: AccountId, kind: ConversationKind) => Promise<readonly Told[]>;
  /** The account manager of what it is about; null where nobody is assigned. */
  readonly manager: (subject: Subject) => Promise<Told | null>;
  /** A text why none can be had, where the account is an agency's client and its brand is not ready. */
  readonly voice: (subject: Subject) => Promise<Voice | { readonly problem: string }>;
  /** The brand under which an agency's client knows the agency only; null for everybody else. */
  readonly brandingOf: (subject: Pick<Subject, 'account_id' | 'site_id'>) => Promise<number | null>;
};
