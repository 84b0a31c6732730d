import type { Sent } from '../forms.ts';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card } from '../parts/show.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { THEIRS } from './common.ts';
import { nameOf } from './report.tsx';

const SHARE = 'services/reports/{id}/share/';
const spec = (name: string, kind: FieldSpec['kind'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label: '',
  kind,
  required: false,
  nullable: false,
  ...more,
});

/** The end of a day that was chosen, as a moment; undefined where none was. */
const until = (day: string): string | undefined => (day === '' ? undefined : `${day}T23:59:59Z`);
function bodyOf(sent: Sent, all: readonly string[]) {
  const sections = all.filter((each) => sent.all('/sections').includes(each));
  const expires_at = until(sent.text('/expires_at'));
  const password = sent.text('/password');
  return {
    ...(sections.length === 0 ? {} : { sections: sections as [] }),
    ...(expires_at === undefined ? {} : { expires_at }),
    ...(password === '' ? {} : { password }),
  };
}

/** A link to a report for whoever is given it. */
export const sharePage = definePage({
  ...THEIRS,
  name: 'shareReport',
  path: '/app/reports/{id}/share/',
  summary: 'Make a link to a report for somebody else',
  may: 'reports',
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: report } = await backend.get('services/reports/{id}/', { path: { id } });
    const form = visit.form('share');
    const words = Object.fromEntries(report.sections_included.map((each) => [each, say(`section.${each}`)]));
    return {
      title: say('share.title'),
      crumbs: [
        { label: say('reports.title'), href: AT.reports },
        { label: await nameOf(visit, report), href: AT.report(id) },
      ],
      body: (
        <Card>
          <div class="stack">
            <p>{say('share.says')}</p>
            <Form
              of={form}
              say={say}
              submit={say('share.make')}
              back={{ href: AT.report(id), label: say('common.back') }}
            >
              <Field
                form={form}
                say={say}
                field={spec('/sections', 'choices', { choices: report.sections_included })}
                label={say('share.sections')}
                hint={say('share.sections.hint')}
                words={words}
              />
              <Field
                form={form}
                say={say}
                field={spec('/expires_at', 'day')}
                label={say('share.expires')}
                hint={say('share.expires.hint')}
              />
              <Field
                form={form}
                say={say}
                field={spec('/password', 'text', { maxLength: 200 })}
                label={say('share.password')}
                hint={say('share.password.hint')}
              />
            </Form>
          </div>
        </Card>
      ),
    };
  },
  forms: {
    async share({ backend, id, say }, sent) {
      const { data: report } = await backend.get('services/reports/{id}/', { path: { id } });
      const body = bodyOf(sent, report.sections_included);
      const { data } = await backend.post(SHARE, { path: { id }, body, idempotencyKey: sent.key });
      // Said once, as the address is kept nowhere: only its hash is.
      return { to: AT.report(id), notice: `${say('share.made')} ${data.address ?? ''}` };
    },
  },
});
