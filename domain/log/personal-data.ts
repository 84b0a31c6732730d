import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { Day, Instant } from '#domain/kernel/time';

/**
 * Names and addresses of people stand in events and rows as tokens, sealed under a key of their subject. Deleting the key makes
 * them unreadable wherever they stand; the log, whose proofs cover the tokens, stays as it is.
 */
const TOKEN = /sealed:v1:([a-z]+-[0-9a-z]+):([1-9]\d*):([A-Za-z0-9_-]+)/g;
/** What is read where a key was deleted. */
export const ERASED = '[erased]';
export const SEALED_MARK = 'sealed:v1:';

/** The key of a subject; a subject that is told of anew after its erasure has a key of the next generation. */
export type PersonalKey = { readonly subject: string; readonly generation: number };
export type SealedToken = PersonalKey & { readonly token: string; readonly sealed: string };

export const tokenOf = ({ subject, generation }: PersonalKey, sealed: string): string =>
  `${SEALED_MARK}${subject}:${generation}:${sealed}`;

/** Every token in a text, in order. */
export const tokensIn = (text: string): SealedToken[] =>
  text.includes(SEALED_MARK)
    ? [...text.matchAll(TOKEN)].map(([token, subject = '', generation, sealed = '']) => ({
        token,
        subject,
        generation: Number(generation),
        sealed,
      }))
    : [];

/** Each token replaced by what `to` says of it. */
export const replaceTokens = (text: string, to: (token: SealedToken) => string): string =>
  text.replace(TOKEN, (token, subject: string, generation: string, sealed: string) =>
    to({ token, subject, generation: Number(generation), sealed }),
  );

/** Tokens of one subject before and after an erasure: whether they mean the same can no longer be told, so they may. */
export function mayBeSame(a: string, b: string): boolean {
  const [[left], [right]] = [tokensIn(a), tokensIn(b)];
  return left !== undefined && left.subject === right?.subject && left.generation !== right.generation;
}

export const accountSubject = (id: number): string => `account-${id}`;
export const userSubject = (id: number): string => `user-${id}`;
/** Somebody who signs in for an account, or for the team. */
export const memberSubject = (id: number): string => `member-${id}`;
/** Whom an invoice was made out to: kept for as long as invoices must be. */
export const recipientSubject = (invoiceId: number): string => `invoice-${invoiceId}`;

/** Whose key a text is sealed under; an e-mail address has one of its own, wherever it stands. */
export type Sealing = { readonly field: string; readonly under: string | 'address' };

export const SUBJECT_KINDS = ['account', 'user', 'member'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
/** `invoice`: the recipient of an invoice, once it need not be kept any longer. */
export type ErasedKind = SubjectKind | 'invoice';

/** What an erasure leaves readable, why, and until when. */
export type Kept = { readonly what: string; readonly why: string; readonly until: Day };

export type PersonalDataEvent = DomainEvent<
  'PersonalDataErased',
  {
    readonly kind: ErasedKind;
    readonly id: number;
    /** The keys that are deleted; those of e-mail addresses among them. */
    readonly keys: readonly PersonalKey[];
    readonly reason: string | null;
    readonly kept: readonly Kept[];
  }
>;
export type PersonalDataCommand = {
  readonly type: 'Erase';
  readonly kind: ErasedKind;
  readonly id: number;
  readonly keys: readonly PersonalKey[];
  readonly reason: string | null;
  readonly kept: readonly Kept[];
  readonly now: Instant;
};
export type PersonalDataState = {
  readonly erasures: number;
  readonly erasedAt: Instant | null;
  readonly kept: readonly Kept[];
};
export type PersonalDataRefusal = {
  readonly code: 'invalid_state';
  readonly message: string;
  readonly currentState: string;
};

const keptInWords = ({ what, why, until }: Kept): string => `${what}: kept until ${until}, as ${why}`;

/** The erasures of one subject; one stream a subject. The key itself is deleted by what follows from the event. */
export const personalData: Decider<PersonalDataCommand, PersonalDataState, PersonalDataEvent, PersonalDataRefusal> = {
  initial: { erasures: 0, erasedAt: null, kept: [] },
  evolve: (state, event) => {
    switch (event.type) {
      case 'PersonalDataErased':
        return { erasures: state.erasures + 1, erasedAt: event.at, kept: event.data.kept };
    }
  },
  decide: ({ type: _, now: at, ...data }, state) =>
    data.keys.length === 0
      ? refuse({
          code: 'invalid_state',
          message: [`nothing is left to erase of ${data.kind} ${data.id}`, ...data.kept.map(keptInWords)].join('; '),
          currentState: state.erasures === 0 ? 'unknown' : 'erased',
        })
      : accept({ type: 'PersonalDataErased', at, data }),
};
