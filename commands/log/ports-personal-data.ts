import type { Day } from '#domain/kernel/time';
import type { PersonalKey, Sealing } from '#domain/log/personal-data';

/** Keys of people's data, and what is sealed under them. Sealing is deterministic: the same text under the same key is the same token. */
export type PersonalData = {
  /** Makes the subject's key where it has none. `keepUntil`: the day through which the key must be kept. */
  seal(sealing: Pick<Sealing, 'under'>, text: string, keepUntil?: Day): Promise<string>;
  /** The text with every token in it opened, as `write` writes it down; `[erased]` where the key was deleted. */
  open(text: string, write?: (plain: string) => string): Promise<string>;
  /** Whose key an e-mail address is sealed under, however it is written. Makes no key. */
  addressSubject(address: string): string;
  /** The subjects' keys that are there. */
  keys(subjects: readonly string[]): Promise<readonly PersonalKey[]>;
  /** Deletes keys for good; those that are gone already are no trouble. */
  erase(keys: readonly PersonalKey[]): Promise<void>;
  /** Drops what this process remembers of keys that another has deleted. */
  forget(keys: readonly PersonalKey[]): void;
  /** Has these keys kept through a day, whatever was said of them before. */
  keep(keys: readonly PersonalKey[], until: Day): Promise<void>;
  /** Keys that had to be kept until a day before this one. */
  expired(today: Day): Promise<readonly PersonalKey[]>;
  keptUntil(subjects: readonly string[]): Promise<readonly (PersonalKey & { readonly until: Day })[]>;
};

/** Opened text as it stands inside a JSON string. */
export const inJson = (plain: string): string => JSON.stringify(plain).slice(1, -1);

/** Plain text of whoever holds it outside: a sandbox's outbox, for one. */
export type ForgetOutside = (texts: readonly string[]) => Promise<void>;
