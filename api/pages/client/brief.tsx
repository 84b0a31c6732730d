import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Sent } from '../forms.ts';
import { type Say, sayIn } from '../language/index.ts';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Facts } from '../parts/show.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { THEIRS } from './common.ts';

const BRIEF = 'services/backlink-orders/{id}/brief/';
type Question = Schemas['Brief']['questions'][number];

/** Text that may be longer than this (characters) is written in a box. */
const ONE_LINE = 200;
const nameOf = ({ key }: Question): string => `/answers/${key}`;
const KINDS = { url: 'address', list: 'lines', choice: 'choice' } as const;
/** The questions that orders are asked with until the team changes them, which are known by what they say. */
const KNOWN = ['target_pages', 'anchors', 'audience', 'avoid'] as const;
const ENGLISH = sayIn('en');
function labelOf(say: Say, { key, label }: Pick<Question, 'key' | 'label'>): string {
  const known = KNOWN.find((each) => each === key);
  return known !== undefined && label === ENGLISH(`brief.question.${known}`) ? say(`brief.question.${known}`) : label;
}
const fieldOf = (say: Say, question: Question): FieldSpec => ({
  name: nameOf(question),
  label: labelOf(say, question),
  kind: question.kind === 'text' ? (question.max > ONE_LINE ? 'long' : 'text') : KINDS[question.kind],
  required: question.required,
  nullable: false,
  choices: question.options ?? [],
  ...(question.kind === 'text' ? { maxLength: question.max } : {}),
});
const COMPLETE: FieldSpec = {
  name: '/complete',
  label: '',
  kind: 'switch',
  required: false,
  nullable: false,
};

/** What was typed as the API takes it; what was left empty is no answer. */
function answersOf(questions: readonly Question[], sent: Sent): Record<string, string | string[]> {
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const given = questions.flatMap((question): [string, string | string[]][] => {
    const text = sent.text(nameOf(question));
    if (text === '') return [];
    return [[question.key, question.kind === 'list' ? lines(text) : text]];
  });
  return Object.fromEntries(given);
}

/** What an order asks of whoever ordered it, as a form. */
export const briefPage = definePage({
  ...THEIRS,
  name: 'brief',
  path: '/app/orders/{id}/brief/',
  summary: 'The questions of an order, to be answered',
  may: 'orders',
  async show(visit) {
    const { backend, say, id } = visit;
    const [found] = await Promise.all([
      backend.find(BRIEF, { path: { id } }),
      backend.get('services/backlink-orders/{id}/', { path: { id } }),
    ]);
    // An order that asks nothing has no such page.
    if (found === null) return { to: AT.order(id) };
    const { data: brief, etag } = found;
    const form = visit.form('brief');
    const answers = new Map(Object.entries(brief.answers));
    return {
      title: say('brief.title', { id }),
      crumbs: [
        { label: say('orders.title'), href: AT.orders },
        { label: say('orders.one', { id }), href: AT.order(id) },
      ],
      body: (
        <Card>
          {brief.status === 'complete' ? (
            <div class="stack">
              <p>{say('brief.is_complete')}</p>
              <Facts
                facts={brief.questions.map((question) => [
                  labelOf(say, question),
                  <Answer of={answers.get(question.key)} />,
                ])}
              />
            </div>
          ) : (
            <div class="stack">
              <p>{say('brief.says')}</p>
              <Form
                of={form}
                say={say}
                submit={say('brief.save')}
                etag={etag}
                back={{ href: AT.order(id), label: say('common.back') }}
              >
                {brief.questions.map((question) => (
                  <Field
                    form={form}
                    say={say}
                    field={fieldOf(say, question)}
                    value={typedAnswer(answers.get(question.key))}
                    words={Object.fromEntries((question.options ?? []).map((option) => [option, option]))}
                  />
                ))}
                <Field form={form} say={say} field={COMPLETE} label={say('brief.complete')} />
              </Form>
            </div>
          )}
        </Card>
      ),
    };
  },
  forms: {
    async brief({ backend, id, say }, sent) {
      const path = { id };
      const { data: brief } = await backend.get(BRIEF, { path });
      const complete = sent.text('/complete') === 'on';
      const body = { answers: answersOf(brief.questions, sent), ...(complete ? { complete } : {}) };
      await backend.put(BRIEF, { path, body, idempotencyKey: sent.key, ifMatch: { etag: sent.etag ?? null } });
      return complete
        ? { to: AT.order(id), notice: say('brief.done') }
        : { to: AT.brief(id), notice: say('brief.saved') };
    },
  },
});

type Given = Schemas['Brief']['answers'][string] | undefined;
const typedAnswer = (given: Given): readonly string[] => (given === undefined ? [] : [given].flat());
const Answer: FC<{ readonly of: Given }> = ({ of }) => {
  const lines = typedAnswer(of);
  return lines.length === 0 ? (
    <span>–</span>
  ) : (
    <ul>
      {lines.map((line) => (
        <li>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
};
