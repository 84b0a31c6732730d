import type { Child, FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Sent } from '../forms.ts';
import type { PageWord } from '../language/index.ts';
import { accountNames } from '../names.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { ButtonForm, Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Empty } from '../parts/show.tsx';
import { typedValue } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { Looks } from './brand-looks.tsx';
import { colorsAsked, Preview } from './brand-preview.tsx';
import { dayOf, ownFields } from './common.ts';
import { accountChosen, accountIn, BRANDED, Whose } from './whose.tsx';

type Branding = Schemas['Branding'];
const ALL = 'services/branding/';
const ONE = 'services/branding/{id}/';
const FIELDS = [
  'brand_name',
  'brand_logo_url',
  'primary_color',
  'secondary_color',
  'contact_email',
  'contact_phone',
  'website_url',
  'footer_text',
  'report_domain',
  'is_active',
] as const;
const POINTERS = FIELDS.map((name) => `/${name}`);
const wordOf = (pointer: string): PageWord => {
  const name = FIELDS.find((each) => `/${each}` === pointer) ?? 'brand_name';
  return `brand.${name}`;
};

/** Brands of an agency. */
export const brandingPage = definePage({
  ...BRANDED,
  name: 'ownBranding',
  path: AT.branding,
  summary: 'Brands of an agency',
  nav: { at: 70, label: (say) => say('brand.title') },
  async show(visit) {
    const { backend, say, isStaff } = visit;
    const brands = await backend.all(ALL, {}, 200);
    const whose = isStaff
      ? await accountNames(
          backend,
          brands.map(({ account_id }) => account_id),
        )
      : null;
    return {
      title: say('brand.title'),
      actions: (
        <a class="button main" href={`${AT.branding}add/`}>
          {say('brand.add')}
        </a>
      ),
      body:
        brands.length === 0 ? (
          <div class="table-box">
            <Empty title={say('brand.none')} text={say('brand.none.text')} />
          </div>
        ) : (
          <div class="columns">
            {brands.map((brand) => (
              <section class="card">
                <div class="card-head">
                  <h2>
                    <a href={AT.brand(brand.id)}>{brand.brand_name}</a>
                  </h2>
                  <Badge
                    status="brand"
                    tone={brand.is_active ? 'good' : 'plain'}
                    label={say(brand.is_active ? 'brand.active' : 'brand.inactive')}
                  />
                </div>
                {whose !== null && <p class="quiet small">{whose(brand.account_id)}</p>}
                <Looks visit={visit} brand={brand} />
              </section>
            ))}
          </div>
        ),
    };
  },
});

type FormProps = {
  readonly visit: Visit;
  readonly brand: Branding | null;
  readonly etag?: string | null;
  readonly children?: Child;
};
const FormOf: FC<FormProps> = ({ visit, brand, etag = null, children }) => {
  const { say, form } = visit;
  const state = form('brand');
  const fresh = { is_active: true, primary_color: '#1f2937', secondary_color: '#64748b' };
  return (
    <Form
      of={state}
      say={say}
      submit={say('common.save')}
      etag={etag}
      back={{ href: AT.branding, label: say('common.back') }}
    >
      {children}
      {ownFields(visit.schema('post', ALL), POINTERS).map((field) => (
        <Field
          form={state}
          say={say}
          field={field}
          label={say(wordOf(field.name))}
          value={brand === null ? typedValue(fresh, field.name) : shownAs(visit, brand, field.name)}
        />
      ))}
    </Form>
  );
};

/** Colours that were looked at stand in the form, ready to be saved. */
function shownAs(visit: Visit, brand: Branding, name: string): readonly string[] {
  const asked = colorsAsked(visit, brand)[name];
  return asked === undefined ? typedValue(brand, name) : [asked];
}

/** Only what is on the form; what the API checks is what it takes. */
function bodyOf(visit: Visit, sent: Sent) {
  const body = sent.body(visit.schema('post', ALL), POINTERS);
  return { ...body, brand_name: sent.text('/brand_name') };
}

export const addBrandPage = definePage({
  ...BRANDED,
  name: 'addBrand',
  path: '/app/branding/add/',
  summary: 'A new brand of an agency',
  async show(visit) {
    const { say } = visit;
    const account = await accountChosen(visit, 'brand');
    return {
      title: say('brand.add'),
      crumbs: [{ label: say('brand.title'), href: AT.branding }],
      body: account?.look ?? (
        <Card>
          <FormOf visit={visit} brand={null}>
            <Whose visit={visit} form="brand" account={account} />
          </FormOf>
        </Card>
      ),
    };
  },
  forms: {
    async brand(visit, sent) {
      const body = { ...bodyOf(visit, sent), ...accountIn(sent) };
      const { data } = await visit.backend.post(ALL, { body, idempotencyKey: sent.key });
      return { to: AT.brand(data.id), notice: visit.say('brand.saved') };
    },
  },
});

export const brandPage = definePage({
  ...BRANDED,
  name: 'ownBrand',
  path: '/app/branding/{id}/',
  summary: 'One brand: its look, its logo and its host',
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: brand, etag } = await backend.get(ONE, { path: { id } });
    return {
      title: say('brand.one', { name: brand.brand_name }),
      crumbs: [{ label: say('brand.title'), href: AT.branding }],
      actions: (
        <a class="button danger" href={`${AT.brand(id)}remove/`}>
          {say('brand.remove')}
        </a>
      ),
      body: (
        <div class="stack">
          <Card>
            <div class="stack">
              <Looks visit={visit} brand={brand} />
              <div class="actions">
                {brand.brand_logo_url !== null && (
                  <ButtonForm of={visit.form('logo')} label={say('brand.logo.again')} />
                )}
                {brand.domain !== null && <ButtonForm of={visit.form('domain')} label={say('brand.domain.check')} />}
              </div>
              <Host visit={visit} brand={brand} />
            </div>
          </Card>
          <Preview visit={visit} brand={brand} />
          <Card>
            <FormOf visit={visit} brand={brand} etag={etag} />
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async brand(visit, sent) {
      const { backend, id, say } = visit;
      const body = bodyOf(visit, sent);
      await backend.put(ONE, { path: { id }, body, idempotencyKey: sent.key, ifMatch: { etag: sent.etag ?? null } });
      return { to: AT.brand(id), notice: say('brand.saved') };
    },
    async logo({ backend, id, say }, sent) {
      await backend.post('services/branding/{id}/fetch-logo/', { path: { id }, body: {}, idempotencyKey: sent.key });
      return { to: AT.brand(id), notice: say('brand.logo.asked') };
    },
    async domain({ backend, id, say }, sent) {
      await backend.post('services/branding/{id}/check-domain/', { path: { id }, body: {}, idempotencyKey: sent.key });
      return { to: AT.brand(id), notice: say('brand.domain.checked') };
    },
  },
});

/** What proves that a host is the agency's. */
const Host: FC<{ readonly visit: Visit; readonly brand: Branding }> = ({ visit, brand: { domain } }) => {
  const { say } = visit;
  if (domain === null) return null;
  const { state, since, record } = domain;
  return (
    <div class="stack">
      <p>{say(`brand.domain.${state}`, { day: dayOf(visit, since.slice(0, 10)) })}</p>
      {state !== 'proved' && (
        <pre dir="ltr" tabindex={0}>
          {`${record.name} ${record.type} ${record.value}`}
        </pre>
      )}
    </div>
  );
};

export const removeBrandPage = definePage({
  ...BRANDED,
  name: 'removeBrand',
  path: '/app/branding/{id}/remove/',
  summary: 'Remove a brand, after saying what that does',
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: brand } = await backend.get(ONE, { path: { id } });
    return {
      title: say('brand.remove'),
      crumbs: [
        { label: say('brand.title'), href: AT.branding },
        { label: brand.brand_name, href: AT.brand(id) },
      ],
      body: (
        <Confirm says={say('brand.remove.says', { name: brand.brand_name })}>
          <Form
            of={visit.form('remove')}
            say={say}
            submit={say('brand.remove')}
            danger
            back={{ href: AT.brand(id), label: say('common.back') }}
          />
        </Confirm>
      ),
    };
  },
  forms: {
    async remove({ backend, id, say }, sent) {
      await backend.delete(ONE, { path: { id }, idempotencyKey: sent.key });
      return { to: AT.branding, notice: say('brand.removed') };
    },
  },
});
