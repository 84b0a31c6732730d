import type { FC } from 'hono/jsx';
import { EXAMPLE } from '#api/reports/report-template';
import type { Schemas } from '#client/types';
import type { Sent } from '../forms.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Empty } from '../parts/show.tsx';
import type { FieldSpec } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { BRANDED } from './whose.tsx';

type Template = Schemas['ReportTemplate'];
const ALL = 'services/report-templates/';
const ONE = 'services/report-templates/{id}/';
/** Bytes of a template’s HTML, and of its CSS. */
const LONGEST = 65_536;
const FORM_BYTES = 512 * 1024;

/** Templates of an agency's reports. */
export const templatesPage = definePage({
  ...BRANDED,
  name: 'ownTemplates',
  path: AT.templates,
  summary: 'Templates of an agency’s reports',
  nav: { at: 71, label: (say) => say('template.title') },
  async show(visit) {
    const { backend, say } = visit;
    const templates = await backend.all(ALL, {}, 200);
    return {
      title: say('template.title'),
      actions: (
        <a class="button main" href={`${AT.templates}add/`}>
          {say('template.add')}
        </a>
      ),
      body:
        templates.length === 0 ? (
          <div class="table-box">
            <Empty title={say('template.none')} text={say('template.none.text')} />
          </div>
        ) : (
          <Card>
            <ul class="items">
              {templates.map(({ id, name, is_default }) => (
                <li>
                  <a href={AT.template(id)}>{name}</a>
                  <span>
                    {is_default && <Badge status="default" tone="accent" label={say('template.is_default')} />}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ),
    };
  },
});

const spec = (name: string, kind: FieldSpec['kind'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label: '',
  kind,
  required: false,
  nullable: false,
  ...more,
});
type Props = {
  readonly visit: Visit;
  readonly template: Template | null;
  readonly brands: readonly Schemas['Branding'][];
  readonly etag?: string | null;
};
const FormOf: FC<Props> = ({ visit, template, brands, etag = null }) => {
  const { say } = visit;
  const form = visit.form('template');
  const words = Object.fromEntries(brands.map(({ id, brand_name: name }) => [String(id), name]));
  const brand = template?.branding_id ?? brands[0]?.id;
  return (
    <Form
      of={form}
      say={say}
      submit={say('common.save')}
      etag={etag}
      back={{ href: AT.templates, label: say('common.back') }}
      class="form wide code"
    >
      <Field
        form={form}
        say={say}
        field={spec('/name', 'text', { required: true, maxLength: 80 })}
        label={say('template.name')}
        value={[template?.name ?? '']}
      />
      <Field
        form={form}
        say={say}
        field={spec('/branding_id', 'choice', { choices: Object.keys(words) })}
        label={say('template.branding')}
        words={words}
        value={brand === undefined ? [] : [String(brand)]}
      />
      <Field
        form={form}
        say={say}
        field={spec('/template_html', 'long', { required: true, maxLength: LONGEST })}
        label={say('template.html')}
        value={[template?.template_html ?? EXAMPLE.template_html]}
      />
      <Field
        form={form}
        say={say}
        field={spec('/template_css', 'long', { maxLength: LONGEST })}
        label={say('template.css')}
        value={[template?.template_css ?? EXAMPLE.template_css]}
      />
      <Field
        form={form}
        say={say}
        field={spec('/is_default', 'switch')}
        label={say('template.default')}
        value={[template?.is_default ? 'on' : '']}
      />
    </Form>
  );
};

function bodyOf(sent: Sent) {
  const brand = sent.text('/branding_id');
  return {
    name: sent.text('/name'),
    branding_id: brand === '' ? null : Number(brand),
    template_html: sent.text('/template_html'),
    template_css: sent.text('/template_css'),
    is_default: sent.text('/is_default') === 'on',
  };
}
/** What an admin makes belongs to the account of the brand that it is for. */
async function ownerOf(visit: Visit, sent: Sent): Promise<{ readonly account_id?: number }> {
  if (!visit.isStaff) return {};
  const brand = (await brandsOf(visit)).find(({ id }) => String(id) === sent.text('/branding_id'));
  return brand === undefined ? {} : { account_id: brand.account_id };
}
const brandsOf = ({ backend }: Visit) => backend.all('services/branding/', {}, 200);

export const addTemplatePage = definePage({
  ...BRANDED,
  name: 'addTemplate',
  path: '/app/templates/add/',
  summary: 'A new template of reports',
  filesUpTo: FORM_BYTES,
  async show(visit) {
    const { say } = visit;
    return {
      title: say('template.add'),
      crumbs: [{ label: say('template.title'), href: AT.templates }],
      body: (
        <Card>
          <FormOf visit={visit} template={null} brands={await brandsOf(visit)} />
        </Card>
      ),
    };
  },
  forms: {
    async template(visit, sent) {
      const { backend, say } = visit;
      const body = { ...bodyOf(sent), ...(await ownerOf(visit, sent)) };
      const { data } = await backend.post(ALL, { body, idempotencyKey: sent.key });
      return { to: AT.template(data.id), notice: say('template.saved') };
    },
  },
});

export const templatePage = definePage({
  ...BRANDED,
  name: 'ownTemplate',
  path: '/app/templates/{id}/',
  summary: 'One template; what is wrong with it is said by line and column',
  filesUpTo: FORM_BYTES,
  async show(visit) {
    const { backend, say, id } = visit;
    const [{ data: template, etag }, brands] = await Promise.all([backend.get(ONE, { path: { id } }), brandsOf(visit)]);
    return {
      title: say('template.one', { name: template.name }),
      crumbs: [{ label: say('template.title'), href: AT.templates }],
      actions: (
        <>
          <a class="button" href={`${AT.template(id)}preview/`}>
            {say('template.preview')}
          </a>
          <a class="button danger" href={`${AT.template(id)}remove/`}>
            {say('template.remove')}
          </a>
        </>
      ),
      body: (
        <Card>
          <FormOf visit={visit} template={template} brands={brands} etag={etag} />
        </Card>
      ),
    };
  },
  forms: {
    async template({ backend, id, say }, sent) {
      const given = { path: { id }, body: bodyOf(sent), ifMatch: { etag: sent.etag ?? null } };
      await backend.put(ONE, { ...given, idempotencyKey: sent.key });
      return { to: AT.template(id), notice: say('template.saved') };
    },
  },
  downloads: {
    async preview({ backend, id }) {
      const { data } = await backend.get(ONE, { path: { id } });
      const { template_html, template_css } = data;
      return backend.answer('services/report-templates/preview/', { body: { template_html, template_css } });
    },
  },
});

export const removeTemplatePage = definePage({
  ...BRANDED,
  name: 'removeTemplate',
  path: '/app/templates/{id}/remove/',
  summary: 'Remove a template, after saying what that does',
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: template } = await backend.get(ONE, { path: { id } });
    return {
      title: say('template.remove'),
      crumbs: [
        { label: say('template.title'), href: AT.templates },
        { label: template.name, href: AT.template(id) },
      ],
      body: (
        <Confirm says={say('template.remove.says', { name: template.name })}>
          <Form
            of={visit.form('remove')}
            say={say}
            submit={say('template.remove')}
            danger
            back={{ href: AT.template(id), label: say('common.back') }}
          />
        </Confirm>
      ),
    };
  },
  forms: {
    async remove({ backend, id, say }, sent) {
      await backend.delete(ONE, { path: { id }, idempotencyKey: sent.key });
      return { to: AT.templates, notice: say('template.removed') };
    },
  },
});
