import { event, put } from './synthetic-breaks.ts';
import { type Edits, type Files, jsonOf, setJson } from './synthetic-bundle.ts';
import { type Json, sha256 } from './synthetic-parts.ts';
import { eventOf, type Story } from './synthetic-story.ts';
import { type StrictBreak, strict } from './synthetic-strict-breaks.ts';

/** A bundle of format 4: what was written about its invoice, its order and its subscription; and what is wrong with it. */

const PICTURE = Buffer.from('a picture');
const HASH = sha256(PICTURE).toString('hex');
const FILE = { id: 5, name: 'sealed:bg', type: 'image/png', size: PICTURE.length, sha256: HASH };
const TABLE = { id: 6, name: 'sealed:dA', type: 'text/csv', size: 3, sha256: 'ab'.repeat(32) };
const PATH = `deliverables/messages/${HASH}.png`;

type Written = { readonly [key: string]: Json };
const written = (id: number, kind: string, subject_id: number, more: Written = {}): Written => ({
  message_id: id,
  number: 1,
  kind,
  subject_id,
  account_id: 1,
  author: { role: 'client', id: 3 },
  author_name: 'sealed:YQ',
  text: `sealed:dGV4dC0${id}`,
  visibility: 'client',
  files: [],
  ...more,
});
const WRITTEN: readonly (readonly [id: string, stream: string, data: Written])[] = [
  ['wrote-1', 'conversation-invoice-7', written(1, 'invoice', 7)],
  [
    'wrote-2',
    'conversation-order-2',
    written(2, 'order', 2, {
      files: [FILE, TABLE],
    }),
  ],
  ['wrote-3', 'conversation-subscription-1', written(3, 'subscription', 1, { author: { role: 'agency', id: null } })],
  ['wrote-team', 'conversation-invoice-7', written(4, 'invoice', 7, { visibility: 'team' })],
  ['wrote-other', 'conversation-order-9', written(5, 'order', 9)],
];

function tell(story: Story): void {
  for (const [id, stream, data] of WRITTEN) {
    const last = story.events.at(-1);
    if (!last) throw new Error('a story has events');
    const revision = story.events.filter((each) => each.stream === stream).length;
    const stored = sha256(`stored ${id}`).toString('hex');
    const { metadata, position, schema_version } = last;
    story.events.push({
      id,
      position: position + 1,
      stream,
      revision,
      type: 'MessagePosted',
      schema_version,
      data: structuredClone(data),
      metadata,
      stored,
    });
  }
}
const AT = (files: Files): string => {
  const lines = String(files.get('events.jsonl')).trimEnd().split('\n');
  return (JSON.parse(lines.at(-1) ?? '{}') as { metadata: { occurred_at: string } }).metadata.occurred_at;
};
function say(files: Files): void {
  const at = AT(files);
  const shown = WRITTEN.slice(0, 3).map(([event_id, , data]): Json => {
    const { message_id = null, kind = null, subject_id = null, author_name = null, text = null, author } = data;
    const { role = null } = author as Written;
    return {
      message_id,
      kind,
      subject_id,
      role,
      author_name,
      text,
      files: message_id === 2 ? [FILE, TABLE] : [],
      at,
      event_id,
    };
  });
  setJson(files, 'deliverables/messages.json', shown);
  files.set(PATH, PICTURE);
  const minute = at.slice(0, 16);
  const network = jsonOf(files, 'stripe-evidence.json') as { [key: string]: Json };
  setJson(files, 'stripe-evidence.json', {
    ...network,
    customer_communication: [
      `${minute} client: sealed:dGV4dC01`,
      `${minute} client: sealed:dGV4dC02`,
      `  File sealed:bg, SHA-256 ${HASH}`,
      `  File sealed:dA, SHA-256 ${'ab'.repeat(32)}`,
      `${minute} agency: sealed:dGV4dC03`,
    ].join('\n'),
  });
}

/** The bundle, and then what is done to it. */
export const withMessages = (more: Edits = {}): Edits => ({
  story: (story) => {
    tell(story);
    more.story?.(story);
  },
  files: (files) => {
    say(files);
    more.files?.(files);
  },
  manifest: (manifest) => {
    Object.assign(manifest, { format: 4 });
    more.manifest?.(manifest);
  },
});

const messages = (path: string, value?: Json): Edits => withMessages(put('deliverables/messages', path, value));
const file = (bytes: Buffer, name = PATH): Edits => withMessages({ files: (files) => void files.set(name, bytes) });
const without = (name: string): Edits => withMessages({ files: (files) => void files.delete(name) });
const SAYS = /deliverables\/messages.json says/;
const NOT_ITS = /is not the file that its message names/;
const NONE = /is of no message/;
const NO_FILE = /is no file of a bundle/;
const of = (name: string, edits: Edits) => [name, edits, SAYS, SAYS] as const;
const sealedPart = (id: string, data: Written): Edits =>
  withMessages({ story: (story) => void Object.assign(eventOf(story, id).data, data) });

export const MESSAGE_BREAKS: readonly StrictBreak[] = [
  ...strict(6, [
    of('a message too few', messages('0')),
    of('a message too many', messages('3', { message_id: 9 })),
    of('another text', messages('0/text', 'sealed:other')),
    of('another author', messages('0/role', 'admin')),
    of('a file less', messages('1/files', [FILE])),
    of('another time', messages('0/at', '2026-06-02T08:00:00.000Z')),
    of('a message of the team, as if it was for both', sealedPart('wrote-team', { visibility: 'client' })),
    of('a message for both, as if it was of the team', sealedPart('wrote-1', { visibility: 'team' })),
    of('another text in the log', sealedPart('wrote-3', { text: 'sealed:other' })),
    of('a message that was taken out of the log', withMessages({ story: (story) => void story.hidden.add('wrote-1') })),
    of(
      'a message about another order',
      withMessages({
        story: (story) =>
          void Object.assign(eventOf(story, 'wrote-other'), { stream: 'conversation-order-2', revision: 1 }),
      }),
    ),
    ['another file in its place', file(Buffer.from('other')), NOT_ITS, NOT_ITS],
    ['a file of no message', file(Buffer.from('x'), `deliverables/messages/${'cd'.repeat(32)}.png`), NONE, NONE],
    ['a file of another ending', file(PICTURE, PATH.replace('png', 'jpg')), NONE, NONE],
    [
      'a file that a card network does not take',
      file(Buffer.from('abc'), `deliverables/messages/${'ab'.repeat(32)}.pdf`),
      NONE,
      NONE,
    ],
    [
      'other words for the card network',
      withMessages(put('stripe-evidence', 'customer_communication', 'nothing was said')),
      /stripe-evidence.json says/,
      /stripe-evidence.json says/,
    ],
  ]),
  ...strict(1, [
    ['a bundle of format 4 without messages', without('deliverables/messages.json'), /missing/, /missing/],
    [
      'a bundle of format 3 with messages',
      withMessages({ manifest: (manifest) => void Object.assign(manifest, { format: 3 }) }),
      NO_FILE,
      NO_FILE,
    ],
    ['a file of a name that none has', file(PICTURE, 'deliverables/messages/a.png'), NO_FILE, NO_FILE],
  ]),
];

/** So much was written that not all of it has room: each of the last that does, whole. */
function many(): Edits {
  const texts = Array.from({ length: 4 }, (_, n) => `sealed:${String(n).repeat(6_000)}`);
  return withMessages({
    story: (story) => {
      for (const [n, text] of texts.slice(0, 3).entries())
        Object.assign(eventOf(story, `wrote-${n + 1}`).data, { text });
    },
    files: (files) => {
      const name = 'deliverables/messages.json';
      const said = (jsonOf(files, name) as Written[]).map((each, n): Written => ({ ...each, text: texts[n] ?? null }));
      setJson(files, name, said);
      const rows = said.map(({ at, role, text, files: sent }) =>
        [
          `${String(at).slice(0, 16)} ${role}: ${text}`,
          ...(sent as Written[]).map((each) => `  File ${each['name']}, SHA-256 ${each['sha256']}`),
        ].join('\n'),
      );
      const network = jsonOf(files, 'stripe-evidence.json') as Written;
      setJson(files, 'stripe-evidence.json', { ...network, customer_communication: rows.join('\n') });
    },
  });
}

export const HOLDING_MESSAGES: readonly (readonly [string, Edits])[] = [
  ['a bundle with messages', withMessages()],
  ['a file that is gone', without(PATH)],
  ['messages that come to much', many()],
  ['a message that is like none', withMessages(event('wrote-other', 'data/files', 'none'))],
];
