import { LANGUAGES, type Language } from '#domain/kernel/language';
import { PLANS } from '#domain/plans/plan';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import {
  ANNOUNCEMENTS_AT,
  announcementAt,
  announcementCrumbs,
  LANGUAGE_NAMES,
  WHITE_LABEL_WORDS,
} from './announcement-head.ts';

const PLANS_FIELD: FieldSpec = {
  name: '/plans',
  label: 'Plans',
  kind: 'choices',
  choices: PLANS,
  required: false,
  nullable: false,
};
const ONLY: FieldSpec = {
  name: '/written_languages_only',
  label: 'Leave out whoever reads a language without a text',
  kind: 'switch',
  required: false,
  nullable: false,
};
const WHITE: FieldSpec = {
  name: '/white_label',
  label: 'Clients of agencies under their own brand',
  kind: 'choice',
  choices: ['leave_out', 'in_agency_name'],
  required: true,
  nullable: false,
};
const textFields = (language: Language): readonly FieldSpec[] => {
  const of = { required: false, nullable: false } as const;
  return [
    {
      ...of,
      name: `/texts/${language}/subject`,
      label: `Subject in ${LANGUAGE_NAMES[language]}`,
      kind: 'text',
      maxLength: 120,
    },
    {
      ...of,
      name: `/texts/${language}/text`,
      label: `Text in ${LANGUAGE_NAMES[language]}`,
      kind: 'long',
      maxLength: 5000,
    },
  ];
};

/** Each text by hand, by people who read it. */
export const newAnnouncementPage = definePage({
  name: 'announcementNew',
  path: '/app/operations/announcements/new/',
  roles: ['admin'],
  flagged: false,
  summary: 'Write an announcement in each language that users read',
  async show(visit) {
    const form = visit.form('draft');
    const { say } = visit;
    return {
      title: 'New announcement',
      crumbs: announcementCrumbs,
      body: (
        <section class="card">
          <p class="quiet small">
            Nobody is written to before you have looked at it and started it. Paragraphs are parted by an empty line.
          </p>
          <Form
            of={form}
            say={say}
            submit="Draft it and look at it"
            back={{ href: ANNOUNCEMENTS_AT, label: say('form.back') }}
          >
            {LANGUAGES.map((language) => (
              <fieldset class="field">
                <legend>{LANGUAGE_NAMES[language]}</legend>
                {textFields(language).map((field) => (
                  <Field form={form} field={field} say={say} saysOptional={false} />
                ))}
              </fieldset>
            ))}
            <Field form={form} field={PLANS_FIELD} say={say} hint="None ticked: users of accounts on any plan." />
            <Field form={form} field={ONLY} say={say} hint="Else all ten texts are needed before it starts." />
            <Field
              form={form}
              field={WHITE}
              say={say}
              words={WHITE_LABEL_WORDS}
              value={['leave_out']}
              hint="What goes out in an agency’s name must not name the house."
            />
          </Form>
        </section>
      ),
    };
  },
  forms: {
    async draft({ backend }, sent) {
      const texts = Object.fromEntries(
        LANGUAGES.flatMap((language) => {
          const [subject, text] = textFields(language).map(({ name }) => sent.text(name));
          return subject === '' && text === '' ? [] : [[language, { subject: subject ?? '', text: text ?? '' }]];
        }),
      );
      const plans = PLANS.filter((plan) => sent.all('/plans').includes(plan));
      const audience = {
        plans: plans.length === 0 ? null : plans,
        written_languages_only: sent.text('/written_languages_only') === 'on',
        white_label:
          sent.text('/white_label') === 'in_agency_name' ? ('in_agency_name' as const) : ('leave_out' as const),
      };
      const made = await backend.post('ops/announcements/', { body: { texts, audience }, idempotencyKey: sent.key });
      return { to: announcementAt(made.data.id), notice: 'It is drafted. Nobody has been written to.' };
    },
  },
});
