import type { CanonicalJson } from '#domain/kernel/canonical-json';
import type { LeafEvent } from '#domain/log/event-leaf';
import type { Bytes, Sha256 } from '#domain/log/merkle';
import type { ConversationEvent } from '#domain/services/conversation';
import { hexOf, LARGEST_PDF } from './evidence-bundle.ts';
import { words } from './evidence-bundle-reports.ts';
import { fail, type IssuedData, quoted } from './evidence-bundle-shape.ts';

/** What a card network takes of what people sent with their messages, by type. */
const ENDINGS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' };
const FOLDER = 'deliverables/messages/';
const NAME = /^deliverables\/messages\/[0-9a-f]{64}\.(pdf|png|jpg)$/;
export const isMessageFile = (name: string): boolean => NAME.test(name);

type SentFile = {
  readonly id: CanonicalJson;
  readonly name: CanonicalJson;
  readonly type: CanonicalJson;
  readonly size: CanonicalJson;
  readonly sha256: CanonicalJson;
};
/** What one side wrote to the other, by its event in the bundle; author, text and names of files are sealed. */
export type SentMessage = {
  readonly message_id: CanonicalJson;
  readonly kind: CanonicalJson;
  readonly subject_id: CanonicalJson;
  readonly role: CanonicalJson;
  readonly author_name: CanonicalJson;
  readonly text: CanonicalJson;
  readonly files: readonly SentFile[];
  readonly at: CanonicalJson;
  readonly event_id: string;
};

export const MESSAGE = 'MessagePosted' satisfies ConversationEvent['type'];
const [ORDER, SUBSCRIPTION] = ['backlink-order-', 'managed-subscription-'];

type Invoiced = {
  readonly lines: readonly (Pick<IssuedData['lines'][number], 'causes'> & {
    readonly order_id?: number | null;
    readonly subscription_id?: number | null;
  })[];
};

/**
 * The streams in which people wrote of the invoice, of orders on it and of subscriptions: those that its lines name, and those
 * whose events its lines follow from. `streamOf` tells the stream of a cause.
 */
export function conversationsOf(
  invoiceId: number,
  { lines }: Invoiced,
  streamOf: (event: string) => string | undefined,
): ReadonlySet<string> {
  const streams = new Set([`conversation-invoice-${invoiceId}`]);
  for (const { order_id, subscription_id, causes } of lines) {
    if (order_id != null) streams.add(`conversation-order-${order_id}`);
    if (subscription_id != null) streams.add(`conversation-subscription-${subscription_id}`);
    for (const cause of causes) {
      const stream = streamOf(cause) ?? '';
      if (stream.startsWith(ORDER)) streams.add(`conversation-order-${stream.slice(ORDER.length)}`);
      if (stream.startsWith(SUBSCRIPTION))
        streams.add(`conversation-subscription-${stream.slice(SUBSCRIPTION.length)}`);
    }
  }
  return streams;
}

type Told = Pick<LeafEvent, 'type' | 'stream'> & { readonly data: { readonly [key: string]: unknown } };
/** Whether it was written for both sides, in one of these streams. What the team wrote to itself is in no bundle. */
export const isMessage = ({ type, stream, data: { visibility } }: Told, streams: ReadonlySet<string>): boolean =>
  type === MESSAGE && visibility === 'client' && streams.has(stream);

/** `deliverables/messages.json`. */
export function messagesIn(issued: IssuedData, events: ReadonlyMap<string, LeafEvent>): readonly SentMessage[] {
  const streams = conversationsOf(issued.invoice_id, issued, (id) => events.get(id)?.stream);
  return [...events.values()].filter((event) => isMessage(event, streams)).map(messageOf);
}

type JsonObject = { readonly [key: string]: CanonicalJson };
const fieldsOf = (value: CanonicalJson | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

function messageOf({ id, data, metadata }: LeafEvent): SentMessage {
  const { message_id = null, kind = null, subject_id = null, author, author_name = null, text = null, files } = data;
  return {
    message_id,
    kind,
    subject_id,
    role: fieldsOf(author)['role'] ?? null,
    author_name,
    text,
    files: (Array.isArray(files) ? (files as readonly CanonicalJson[]) : []).map((file) => {
      const { id: file_id = null, name = null, type = null, size = null, sha256 = null } = fieldsOf(file);
      return { id: file_id, name, type, size, sha256 };
    }),
    at: metadata['occurred_at'] ?? null,
    event_id: id,
  };
}

/** The name in a bundle of a file that a card network takes; null of any other. */
export function messageFileName({ type, sha256 }: Pick<SentFile, 'type' | 'sha256'>): string | null {
  const ending = typeof type === 'string' && Object.hasOwn(ENDINGS, type) ? ENDINGS[type] : undefined;
  return ending === undefined || typeof sha256 !== 'string' ? null : `${FOLDER}${sha256}.${ending}`;
}

/** That each file of a message is the one that a message names. Throws `Broken`. */
export function filesNamed(files: ReadonlyMap<string, Bytes>, messages: readonly SentMessage[], sha256: Sha256): void {
  const named = new Map(
    messages.flatMap((message) => message.files.map((file) => [messageFileName(file), file] as const)),
  );
  for (const [name, bytes] of files) {
    if (!isMessageFile(name)) continue;
    const file = named.get(name) ?? fail(`${quoted(name)} is of no message`);
    if (hexOf(sha256(bytes)) !== file.sha256 || bytes.length !== file.size || bytes.length > LARGEST_PDF)
      fail(`${quoted(name)} is not the file that its message names`);
  }
}

/** UTF-16 code units. */
const MOST_TEXT = 20_000;

/** Who wrote what and when, oldest first: from the last message back each that there is room for, whole or not at all. */
export function communication(messages: readonly SentMessage[]): string {
  const rows: string[] = [];
  let left = MOST_TEXT;
  for (const message of [...messages].reverse()) {
    const row = rowOf(message);
    if (row.length + 1 > left) continue;
    rows.unshift(row);
    left -= row.length + 1;
  }
  return rows.join('\n');
}
const rowOf = ({ at, role, text, files }: SentMessage): string =>
  [
    `${String(at).slice(0, 16)} ${words(role)}: ${words(text)}`,
    ...files.map(({ name, sha256 }) => `  File ${words(name)}, SHA-256 ${words(sha256)}`),
  ].join('\n');
