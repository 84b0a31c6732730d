import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import type { Sent } from '../forms.ts';
import type { PageWord } from '../language/index.ts';
import { logoReason } from '../language/reasons.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { ButtonForm, Form } from '../parts/form.tsx';
import { Badge, Card, Confirm, Empty, Facts } from '../parts/show.tsx';
import { typedValue } from '../schema-fields.ts';
import { contrastToWhite } from '../style/brand.ts';
import { AT } from '../where.ts';
import { dayOf, ownFields, THEIRS } from './common.ts';

type Branding = Schemas['Branding'];
const ALL = 'services/branding/';
const ONE = 'services/branding/{id}/';
const AGENCY = { ...THEIRS, roles: ['agency'], may: 'reports' } as const;
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

/** A colour as it is, with its name. */
const Swatch: FC<{ readonly color: string }> = ({ color }) => (
  <span class="swatch">
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="4" fill={color} />
    </svg>{' '}
    <span dir="ltr">{color}</span>
  </span>
);

/** Brands of an agency. */
export const brandingPage = definePage({
  ...AGENCY,
  name: 'ownBranding',
  path: AT.branding,
  summary: 'Brands of an agency',
  nav: { at: 70, label: (say) => say('brand.title') },
  async show(visit) {
    const { backend, say } = visit;
    const brands = await backend.all(ALL, {}, 200);
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
                <Looks visit={visit} brand={brand} />
              </section>
            ))}
          </div>
        ),
    };
  },
});

const Looks: FC<{ readonly visit: Visit; readonly brand: Branding }> = ({ visit, brand }) => {
  const { say, formats } = visit;
  const { primary_color: first, secondary_color: second, report_domain: host, logo } = brand;
  const ratio = formats.number(contrastToWhite(first), 'position');
  return (
    <Facts
      facts={[
        [
          say('brand.primary_color'),
          <>
            <Swatch color={first} />
            <span class="quiet small"> {say('brand.contrast', { ratio })}</span>
          </>,
        ],
        [say('brand.secondary_color'), <Swatch color={second} />],
        [say('brand.logo'), logoWords(visit, logo)],
        [say('brand.domain'), host ?? '–'],
      ]}
    />
  );
};
const logoWords = ({ say }: Visit, logo: Branding['logo']): string =>
  logo === null
    ? say('brand.logo.none')
    : say(`brand.logo.${logo.state}`, {
        width: logo.width ?? '',
        height: logo.height ?? '',
        reason: logo.reason === null ? '' : logoReason(logo.reason, say),
      });

const FormOf: FC<{ readonly visit: Visit; readonly brand: Branding | null; readonly etag?: string | null }> = ({
  visit,
  brand,
  etag = null,
}) => {
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
      {ownFields(visit.schema('post', ALL), POINTERS).map((field) => (
        <Field
          form={state}
          say={say}
          field={field}
          label={say(wordOf(field.name))}
          value={typedValue(brand ?? fresh, field.name)}
        />
      ))}
    </Form>
  );
};

/** Only what is on the form; what the API checks is what it takes. */
function bodyOf(visit: Visit, sent: Sent) {
  const body = sent.body(visit.schema('post', ALL), POINTERS);
  return { ...body, brand_name: sent.text('/brand_name') };
}

export const addBrandPage = definePage({
  ...AGENCY,
  name: 'addBrand',
  path: '/app/branding/add/',
  summary: 'A new brand of an agency',
  async show(visit) {
    const { say } = visit;
    return {
      title: say('brand.add'),
      crumbs: [{ label: say('brand.title'), href: AT.branding }],
      body: (
        <Card>
          <FormOf visit={visit} brand={null} />
        </Card>
      ),
    };
  },
  forms: {
    async brand(visit, sent) {
      const { data } = await visit.backend.post(ALL, { body: bodyOf(visit, sent), idempotencyKey: sent.key });
      return { to: AT.brand(data.id), notice: visit.say('brand.saved') };
    },
  },
});

export const brandPage = definePage({
  ...AGENCY,
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
  ...AGENCY,
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
