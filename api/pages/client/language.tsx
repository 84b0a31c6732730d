import { LANGUAGES } from '#domain/kernel/language';
import { LANGUAGE_NAMES } from '../language/names.ts';
import { SaidProblem } from '../language/told.ts';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { THEIRS } from './common.ts';

const FIELD = {
  name: '/language',
  label: '',
  kind: 'choice',
  required: true,
  nullable: false,
  choices: LANGUAGES,
} as const;

/** The language that its reader reads; the form stands at the foot of every page, too. */
export const languagePage = definePage({
  ...THEIRS,
  name: 'language',
  path: AT.language,
  summary: 'Choose the language of pages',
  async show({ say, form, language }) {
    const state = form('language');
    return {
      title: say('language.title'),
      body: (
        <Card>
          <div class="stack">
            <p>{say('language.says')}</p>
            <Form of={state} say={say} submit={say('frame.language.change')}>
              <Field
                form={state}
                say={say}
                field={FIELD}
                label={say('frame.language')}
                words={LANGUAGE_NAMES}
                value={[language]}
              />
            </Form>
          </div>
        </Card>
      ),
    };
  },
  forms: {
    /** Of a member it is their own from then on, wherever they sign in; of whoever is none, this browser's. */
    async language({ backend, principal, say }, sent) {
      const language = LANGUAGES.find((each) => each === sent.text('/language'));
      if (language === undefined) {
        const message = say('wrong.choice');
        throw new SaidProblem('invalid_values', message, { errors: [{ pointer: '/language', message }] });
      }
      const { memberId: id } = principal;
      if (id !== null)
        await backend.patch('services/members/{id}/', { path: { id }, body: { language }, idempotencyKey: sent.key });
      return { to: sent.text('back') || AT.language, language };
    },
  },
});
