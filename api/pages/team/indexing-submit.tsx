import { Problem } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Confirm } from '../parts/show.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { siteChoices } from './choosing.tsx';

const AT = '/app/indexing/';
/** Every live link of a site is submitted at once; what is refused is told. */
export const submitPage = definePage({
  name: 'indexingSubmit',
  path: '/app/indexing/submit/',
  roles: ANYONE_OF.staff,
  summary: 'Submit every live link of a site that is neither in the index nor requested yet',
  async show(visit) {
    const { say, search } = visit;
    const { words, look } = await siteChoices(visit, { field: 'site_id', form: 'submit', name: '/site_id' });
    const form = visit.form('submit');
    const site: FieldSpec = {
      name: '/site_id',
      label: 'Site',
      kind: 'choice',
      required: true,
      nullable: false,
      choices: Object.keys(words),
    };
    return {
      title: 'Submit for indexing',
      crumbs: [{ label: 'Indexing', href: AT }],
      body: look ?? (
        <Confirm says="Submit every live link of a site that is neither in the index nor requested yet? Each is paid for, where the plan or a Boost contains it.">
          <Form of={form} say={say} submit="Submit them" back={{ href: AT, label: say('form.back') }}>
            <Field form={form} field={site} say={say} words={words} value={[search.get('site_id') ?? '']} />
          </Form>
        </Confirm>
      ),
    };
  },
  forms: {
    async submit({ backend }, sent) {
      const site_id = Number(sent.text('/site_id'));
      if (!(site_id > 0))
        throw new Problem('invalid_values', 'choose a site', {
          errors: [{ pointer: '/site_id', message: 'choose a site' }],
        });
      const { data } = await backend.post('linker/indexing/bulk-submit/', {
        body: { site_id },
        idempotencyKey: sent.key,
      });
      const why = [...new Set(data.refused.map(({ message }) => message))].join('; ');
      const refused = data.refused.length === 0 ? '' : `, ${data.refused.length} refused (${why})`;
      return { to: `${AT}?site_id=${site_id}`, notice: `${data.accepted.length} submitted${refused}.` };
    },
  },
});
