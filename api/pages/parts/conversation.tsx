import type { FC } from 'hono/jsx';
import { bad, Problem } from '#api/http/problem';
import type { Schemas } from '#client/types';
import type { Sent } from '../forms.ts';
import { SaidProblem } from '../language/told.ts';
import type { Visit } from '../page.ts';
import type { FieldSpec } from '../schema-fields.ts';
import { Field, idOf } from './field.tsx';
import { Form } from './form.tsx';
import { Live } from './live.tsx';
import { Badge } from './show.tsx';

export type ConversationKind = Schemas['Message']['kind'];
type Message = Schemas['Message'];
/** What was said about one thing, as its reader sees it. */
export type Said = {
  readonly kind: ConversationKind;
  readonly id: number;
  readonly count: number;
  /** The newest of them, oldest first. */
  readonly messages: readonly Message[];
  /** Addresses of files, by message and file. */
  readonly files: ReadonlyMap<string, string>;
  readonly unread: ReadonlySet<number>;
};

const MESSAGES = 'services/conversations/{kind}/{id}/messages/';
const LINK = 'services/conversations/{kind}/{id}/messages/{message_id}/files/{file_id}/link/';
/** So many are shown; a conversation that is longer says how many came before. */
const SHOWN = 50;
const MOST_FILES = 10;
/** Of all files of a message together, with what stands around them (bytes): for `filesUpTo` of its page. */
export const MESSAGE_BYTES = 12 * 1024 * 1024;
export const MESSAGE_FORM = 'message';

/** Reads a conversation, and notes that the reader's side has it before them. */
export async function conversationOf(visit: Visit, kind: ConversationKind, id: number): Promise<Said> {
  const { backend } = visit;
  const path = { kind, id };
  const first = await backend.get(MESSAGES, { path, query: { ordering: '-number', page_size: SHOWN } });
  const messages = [...first.data.results].reverse();
  const links = await Promise.all(
    messages.flatMap((message) =>
      message.files.map(async (file) => {
        const of = { ...path, message_id: message.id, file_id: file.id };
        const { data } = await backend.post(LINK, { path: of, body: {} });
        // On whatever host it is read: the same process answers there.
        return [`${message.id} ${file.id}`, new URL(data.url, 'http://inside').pathname] as const;
      }),
    ),
  );
  const unread = messages.filter((each) => each.read_at === null && isOther(visit, each));
  const last = unread.at(-1);
  if (last) await noted(visit, path, last.id);
  return {
    kind,
    id,
    count: first.data.count,
    messages,
    files: new Map(links),
    unread: new Set(unread.map((each) => each.id)),
  };
}

const STAFF = new Set<Message['author']['kind']>(['admin', 'account_manager']);
const isOther = ({ isStaff }: Visit, { author }: Message): boolean => STAFF.has(author.kind) !== isStaff;

/** Whoever may only look at things reads without noting it. */
async function noted({ backend }: Visit, path: { kind: ConversationKind; id: number }, through: number): Promise<void> {
  try {
    await backend.post('services/conversations/{kind}/{id}/read/', { path, body: { through } });
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error;
  }
}

/** Sends what the form of a conversation holds, files first. `account` is whose the thing is. */
export async function sendMessage(
  visit: Visit,
  sent: Sent,
  about: { readonly kind: ConversationKind; readonly id: number; readonly account: number },
): Promise<void> {
  const { backend, isStaff, say } = visit;
  const given = sent.files('/files');
  if (given.length > MOST_FILES) {
    const message = say('talk.too_many');
    throw new SaidProblem('invalid_values', message, { errors: [{ pointer: '/files', message }] });
  }
  const files: number[] = [];
  for (const file of given) {
    const form = new FormData();
    form.set('file', file, file.name);
    form.set('account_id', String(about.account));
    files.push((await stored(backend.post('files/', { body: form }))).data.id);
  }
  const visibility = isStaff && sent.text('/visibility') === 'team' ? 'team' : 'client';
  const body = { text: sent.text('/text'), visibility, ...(files.length === 0 ? {} : { files }) } as const;
  const path = { kind: about.kind, id: about.id };
  await backend.post(MESSAGES, { path, body, idempotencyKey: sent.key });
}
/** What is wrong with a file stands at the field of files. */
async function stored<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const wrong =
      error instanceof Problem ? error.extras.errors?.find(({ pointer }) => pointer === '/file') : undefined;
    if (wrong) throw bad('/files', wrong.message);
    throw error;
  }
}

const field = (name: string, kind: FieldSpec['kind'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label: '',
  kind,
  required: true,
  nullable: false,
  ...more,
});
const TEXT = field('/text', 'long', { maxLength: 5_000 });
const VISIBILITY = field('/visibility', 'choice', { choices: ['client', 'team'] });

/** What was said about something, and a form to answer. The page has `filesUpTo: MESSAGE_BYTES` and a form named `message`. */
export const Conversation: FC<{ readonly visit: Visit; readonly said: Said }> = ({ visit, said }) => {
  const { say, form, isStaff } = visit;
  const state = form(MESSAGE_FORM);
  return (
    <section class="card" id="conversation" aria-labelledby="conversation-title">
      <div class="card-head">
        <h2 id="conversation-title">{say('talk.title')}</h2>
      </div>
      <div class="stack">
        <Live of={visit.live} id="messages" as="div">
          {said.count > said.messages.length && (
            <p class="quiet small">{say('talk.older', { count: said.count - said.messages.length })}</p>
          )}
          {said.messages.length === 0 ? (
            <p class="quiet">{say('talk.none')}</p>
          ) : (
            <ol class="messages">
              {said.messages.map((message) => (
                <One visit={visit} message={message} said={said} />
              ))}
            </ol>
          )}
        </Live>
        <Form of={state} say={say} submit={say('talk.send')} files>
          <Field form={state} say={say} field={TEXT} label={say('talk.message')} />
          {isStaff && (
            <Field
              form={state}
              say={say}
              field={VISIBILITY}
              label={say('talk.visibility')}
              words={{ client: say('talk.visibility.client'), team: say('talk.visibility.team') }}
              value={['client']}
            />
          )}
          <Files visit={visit} />
        </Form>
      </div>
    </section>
  );
};

const Files: FC<{ readonly visit: Visit }> = ({ visit: { say, form } }) => {
  const state = form(MESSAGE_FORM);
  const id = idOf(state, '/files');
  const error = state.errors.get('/files');
  return (
    <div class="field">
      <label for={id}>
        {say('talk.files')} <span class="quiet small">{say('form.optional')}</span>
      </label>
      <input
        type="file"
        id={id}
        name="/files"
        multiple
        accept=".png,.jpg,.jpeg,.pdf,.docx,.xlsx,.csv,.txt"
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-wrong`}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
      <span class="hint" id={`${id}-hint`}>
        {say('talk.files.hint')}
      </span>
      {error !== undefined && (
        <span class="wrong" id={`${id}-wrong`}>
          {error}
        </span>
      )}
    </div>
  );
};

/** Who has no name is called what they are. */
function authorOf({ say, isStaff }: Visit, { name, kind }: Message['author']): string {
  if (isStaff || name !== kind.replace('_', ' '))
    return !isStaff && name === 'account manager' ? say('talk.by.team') : name;
  return say(kind === 'client' || kind === 'agency' ? `talk.by.${kind}` : 'talk.by.team');
}

const KILO = 1024;
const One: FC<{ readonly visit: Visit; readonly message: Message; readonly said: Said }> = ({
  visit,
  message,
  said,
}) => {
  const { say, moment, formats } = visit;
  const { id, author, text, at, files, visibility } = message;
  return (
    <li class={isOther(visit, message) ? 'message theirs' : 'message'}>
      <p class="by">
        <strong>{authorOf(visit, author)}</strong> <time datetime={at}>{moment(at)}</time>
        {visibility === 'team' && <Badge status="team" label={say('talk.team_only')} />}
        {said.unread.has(id) && <Badge status="new" tone="accent" label={say('talk.unread')} />}
      </p>
      <p class="text" dir="auto">
        {text}
      </p>
      {files.length > 0 && (
        <ul class="sent-files">
          {files.map((file) => (
            <li>
              <a href={said.files.get(`${id} ${file.id}`)} download>
                <bdi>{file.name}</bdi>
              </a>{' '}
              <span class="quiet small">
                {say('talk.bytes.kb', { size: formats.number(Math.ceil(file.size / KILO), 'count') })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
