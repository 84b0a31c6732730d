import type { TaxRate } from '#domain/billing/invoice-lines';
import type { CanonicalJson } from '#domain/kernel/canonical-json';
import type { LeafEvent, Opening } from '#domain/log/event-leaf';
import type { TreeHead } from '#domain/log/tree-head';
import {
  type Consistency,
  type ExplanationFile,
  FORMATS,
  type InvoiceFile,
  type Manifest,
  type ProofsFile,
  STATED_FILES,
  type TreeHeadFile,
} from './evidence-bundle.ts';
import { isDay } from './line-proof.ts';

/** What does not hold of a bundle, in words. */
export class Broken extends Error {}
export const fail = (why: string): never => {
  throw new Broken(why);
};
/** Text out of a bundle as it may stand in a message: short, in quotation marks. */
export const quoted = (text: unknown): string => JSON.stringify(String(text).slice(0, 80));

/** Where a value is not of that shape; null where it is. */
export type Shape = (value: unknown, at: string) => string | null;

export const that =
  (holds: (value: unknown) => boolean): Shape =>
  (value, at) =>
    holds(value) ? null : at;
const matching = (pattern: RegExp) => that((value) => typeof value === 'string' && pattern.test(value));
export const text = that((value) => typeof value === 'string');
/** Signed texts are made of lines: a line feed in one would let it be read as another. */
const lineOfText = matching(/^[^\r\n]+$/);
const flag = that((value) => typeof value === 'boolean');
const whole = that((value) => Number.isSafeInteger(value));
export const count = that((value) => Number.isSafeInteger(value) && (value as number) >= 0);
const json = that((value) => value !== undefined);
const isObject = (value: unknown): value is { readonly [key: string]: CanonicalJson } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const anyObject = that(isObject);
const list =
  (item: Shape, most = Number.POSITIVE_INFINITY): Shape =>
  (value, at) => {
    if (!Array.isArray(value) || value.length > most) return at;
    for (const [index, each] of value.entries()) {
      const wrong = item(each, `${at}/${index}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
export const object =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (!isObject(value)) return at;
    for (const [key, shape] of Object.entries(fields)) {
      const wrong = shape(value[key], `${at}/${key}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
/** An object of these fields and no others: whatever else it said would be followed from nothing. */
const only =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    const wrong = object(fields)(value, at);
    if (wrong !== null) return wrong;
    const more = Object.keys(value as object).find((key) => !Object.hasOwn(fields, key));
    return more === undefined ? null : `${at}/${more}`;
  };
const eachOf =
  (shape: Shape): Shape =>
  (value, at) =>
    isObject(value) ? list(shape)(Object.values(value), at) : at;
export const maybe =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? null : shape(value, at);
export const optional =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined ? null : shape(value, at);

export const day = that((value) => typeof value === 'string' && isDay(value));
const hash = matching(/^[0-9a-f]{64}$/);
const keyId = matching(/^[0-9a-f]{16}$/);
const money = matching(/^-?\d+\.\d\d$/);
/** Base64 in its one form: a decoder that is lenient would let a changed character pass. */
const signature = matching(/^[A-Za-z0-9+/]{85}[AQgw]==$/);
/** An Ed25519 key as SubjectPublicKeyInfo: twelve fixed bytes and the key's 32. */
const publicKey = matching(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);

/** More than any log or invoice has; keeps hostile input from taking hours. */
const MOST_KEYS = 1000;
const MOST_CAUSES = 1000;
const MOST_LINES = 20_000;

const causes = list(text, MOST_CAUSES);
const line = { id: count, kind: text, rule: text, description: text, inputs: anyObject, causes };
const invoice = {
  number: text,
  account_id: count,
  issued_on: text,
  due_on: text,
  period_start: text,
  period_end: text,
};
/** What follows from nothing in the bundle: the issuer's word, and marked as that wherever it stands. */
const stated = anyObject;
const because: Shape = (value, at) =>
  only({
    event_id: text,
    type: text,
    stream: text,
    position: count,
    occurred_at: text,
    recorded_at: text,
    actor: anyObject,
    because: list(because, 1),
    stated_by_issuer: stated,
  })(value, at);
const head = {
  log_id: lineOfText,
  size: count,
  root_hash: hash,
  issued_at: lineOfText,
  key_id: keyId,
  signature,
};
const consistency = object({ from: count, to: count, path: list(hash) });
const key = only({
  key_id: keyId,
  public_key: publicKey,
  previous: maybe(keyId),
  handover: maybe(signature),
  stated_by_issuer: only({ since: text }),
});

export const shaped =
  <T>(shape: Shape, name: string) =>
  (value: unknown): T => {
    const wrong = shape(value, '');
    if (wrong !== null) fail(`${name} is not as the format has it${wrong === '' ? '' : `, at ${wrong.slice(0, 120)}`}`);
    return value as T;
  };

export const asManifest = shaped<Manifest>(
  only({
    format: that((value) => FORMATS.some((format) => format === value)),
    log_id: lineOfText,
    dispute_id: count,
    invoice_id: count,
    files: eachOf(hash),
    key_id: keyId,
    signature,
    stated_by_issuer: only({
      generated_at: text,
      files: that((value) => JSON.stringify(value) === JSON.stringify(STATED_FILES)),
    }),
  }),
  'manifest.json',
);
export const asTreeHead = shaped<TreeHeadFile>(
  only({ ...head, public_key: publicKey, keys: list(key, MOST_KEYS) }),
  'tree-head.json',
);
export const asProofs = shaped<ProofsFile>(
  only({
    tree_size: count,
    proofs: list(only({ event_id: text, leaf_index: count, leaf_hash: hash, path: list(hash) })),
    consistency: list(only({ from: count, to: count, root_hash: hash, path: list(hash) })),
  }),
  'proofs.json',
);
export const asOpenings = shaped<readonly Opening[]>(
  list(only({ event_id: text, pointer: text, salt: matching(/^([0-9a-f]{2})+$/), value: json })),
  'openings.json',
);
export const asEvent = (value: unknown, name: string): LeafEvent =>
  shaped<LeafEvent>(
    object({
      id: text,
      position: count,
      stream: text,
      revision: count,
      type: text,
      schema_version: count,
      data: anyObject,
      stored: hash,
      metadata: object({ causation_id: text, occurred_at: text, recorded_at: text, actor: anyObject }),
    }),
    name,
  )(value);
export const asInvoice = shaped<InvoiceFile>(
  object({
    ...invoice,
    id: count,
    tax_rate: text,
    subtotal: money,
    tax: money,
    total: money,
    lines: list(object({ ...line, amount: money }), MOST_LINES),
  }),
  'invoice.json',
);
/** An issued invoice as its event has it. */
export type IssuedData = Pick<
  InvoiceFile,
  'number' | 'account_id' | 'issued_on' | 'due_on' | 'period_start' | 'period_end'
> & {
  readonly invoice_id: number;
  /** Whom it is made out to, sealed. */
  readonly recipient?: { readonly [key: string]: CanonicalJson };
  /** In thousandths of a percent. */
  readonly tax_rate: TaxRate;
  readonly subtotal_cents: number;
  readonly tax_cents: number;
  readonly total_cents: number;
  readonly lines: readonly (Omit<InvoiceFile['lines'][number], 'amount'> & {
    readonly amount_cents: number;
    readonly steps: readonly { readonly text: string; readonly value: string }[];
    /** Of what a subscription is billed for. */
    readonly subscription_id?: number | null;
    readonly order_id?: number | null;
    readonly site_id?: number | null;
  })[];
};
export const asIssued = shaped<IssuedData>(
  object({
    ...invoice,
    invoice_id: count,
    tax_rate: count,
    subtotal_cents: whole,
    tax_cents: whole,
    total_cents: whole,
    recipient: optional(anyObject),
    lines: list(
      object({
        ...line,
        amount_cents: whole,
        steps: list(object({ text, value: text })),
        subscription_id: optional(maybe(count)),
        order_id: optional(maybe(count)),
        site_id: optional(maybe(count)),
      }),
      MOST_LINES,
    ),
  }),
  'the data of InvoiceIssued',
);

export const asExplanation = shaped<ExplanationFile>(
  object({
    invoice_id: count,
    number: text,
    total: money,
    recomputed_total: maybe(money),
    equal: flag,
    lines: list(
      object({
        line_id: count,
        kind: text,
        rule: text,
        description: text,
        inputs: anyObject,
        steps: json,
        amount: money,
        recomputed: maybe(money),
        equal: flag,
        causes: list(because),
      }),
      MOST_LINES,
    ),
  }),
  'explanation.json',
);

export const asNetwork = shaped<{ readonly [field: string]: CanonicalJson }>(
  object({ stated_by_issuer: stated }),
  'stripe-evidence.json',
);

/** A head that somebody kept from before, as the API gave it. */
export type KeptHead = TreeHead & { readonly log_id: string };
/** Null where it is no tree head. */
export const keptHead = (value: unknown): KeptHead | null =>
  object(head)(value, '') === null ? (value as KeptHead) : null;
/** Null where it is no answer about consistency. */
export const keptConsistency = (value: unknown): Consistency | null =>
  consistency(value, '') === null ? (value as Consistency) : null;
