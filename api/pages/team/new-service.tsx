import { bad } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Tier } from '#domain/services/service-config';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Empty } from '../parts/show.tsx';
import { type FieldSpec, fieldsOf } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { siteChoices } from './choosing.tsx';

const FIELDS = ['/tier', '/monthly_price', '/override_reason'];
/** Services of a house whose sites all stand in one field, and people of its staff. */
const MOST = 1_000;
const SITE: FieldSpec = { name: '/site_id', label: 'Site', kind: 'choice', required: true, nullable: false };

export const MANAGER: FieldSpec = {
  name: '/account_manager_id',
  label: 'Account manager',
  kind: 'choice',
  required: false,
  nullable: false,
};
/** Who can look after it; an account manager begins services of their own alone, and need not say so. */
export async function managersOf({ backend, role }: Visit): Promise<Readonly<Record<string, string>>> {
  if (role !== 'admin') return {};
  const staff = await backend.all('services/members/', {}, MOST);
  return Object.fromEntries(
    staff.flatMap(({ role: theirs, status, user_id: user, name }) =>
      theirs === 'account_manager' && status !== 'removed' && user !== null ? [[String(user), name]] : [],
    ),
  );
}

/** A managed service for a site: it is created, and onboarding begins at once. */
export const newServicePage = definePage({
  name: 'newService',
  path: '/app/services/new/',
  roles: ANYONE_OF.staff,
  summary: 'Begin a managed service for a site',
  async show(visit) {
    const { backend, say, search } = visit;
    const [{ words, look }, managers] = await Promise.all([
      siteChoices(visit, { field: 'site', form: 'create', name: SITE.name }, async (sites) => {
        const services = await backend.all('services/subscriptions/', {}, MOST);
        const served = new Set(services.filter(({ status }) => status !== 'cancelled').map(({ site_id }) => site_id));
        return sites.filter(({ id }) => !served.has(id));
      }),
      managersOf(visit),
    ]);
    const form = visit.form('create');
    return {
      title: 'New managed service',
      crumbs: [{ label: 'Services', href: AT.services }],
      body: look ?? (
        <section class="card">
          {Object.keys(words).length === 0 ? (
            <Empty
              title="Every site is served already"
              text="The platform tells of accounts and their sites; those without a managed service stand here."
              next={{ href: AT.clients, label: 'All clients' }}
            />
          ) : (
            <Form of={form} say={say} submit="Begin the service" back={{ href: AT.services, label: say('form.back') }}>
              <Field
                form={form}
                field={{ ...SITE, choices: Object.keys(words) }}
                say={say}
                words={words}
                value={[search.get('site') ?? '']}
              />
              {fieldsOf(visit.schema('post', 'services/subscriptions/'), FIELDS).map((field) => (
                <Field
                  form={form}
                  field={field}
                  say={say}
                  words={{ lite: 'Managed Lite, $100.00 a month', pro: 'Managed Pro, $399.00 a month' }}
                  {...(field.name === '/monthly_price' ? { hint: 'Left empty it is the list price.' } : {})}
                  {...(field.name === '/override_reason'
                    ? { hint: 'Needed for another price, or a plan without the tier.' }
                    : {})}
                />
              ))}
              {Object.keys(managers).length > 0 && (
                <Field form={form} field={{ ...MANAGER, choices: Object.keys(managers) }} say={say} words={managers} />
              )}
            </Form>
          )}
        </section>
      ),
    };
  },
  forms: {
    async create({ backend, schema }, sent) {
      const chosen = sent.text('/site_id');
      const sites = chosen === '' ? [] : (await backend.list('services/sites/', { id: chosen })).results;
      const [site] = sites;
      if (!site) throw bad('/site_id', 'choose a site');
      // Whatever it is, the API says what it may be.
      const tier = sent.text('/tier') as Tier;
      const body = sent.body(schema('post', 'services/subscriptions/'), FIELDS);
      const manager = sent.text(MANAGER.name);
      const made = await backend.post('services/subscriptions/', {
        body: {
          ...body,
          tier,
          site_id: site.id,
          account_id: site.account_id,
          ...(manager === '' ? {} : { account_manager_id: Number(manager) }),
        },
        idempotencyKey: sent.key,
      });
      return {
        to: AT.service(made.data.id),
        notice: 'The service is there. Onboarding began, and shows here as it goes on.',
      };
    },
  },
});
