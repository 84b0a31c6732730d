import { ANYONE_OF } from '#api/http/routes';
import { LANGUAGES, resolveConfig } from '#domain/services/service-config';
import { definePage } from '../page.ts';
import { Field, inWords } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Notice } from '../parts/show.tsx';
import { type FieldSpec, fieldsOf, typedValue } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { serviceOf, serviceTab, tierName } from './service-head.tsx';

const CONFIG = '/service_config';
const LABELS: Readonly<Record<string, string>> = {
  gsc: 'Search Console',
  schema: 'Schema markup',
  '': 'Content review',
};
const names = new Intl.DisplayNames(['en'], { type: 'language' });
const LANGUAGE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  LANGUAGES.map((language) => [language, names.of(language) ?? language]),
);
/** The part of the config that a field stands in: `/service_config/reporting/send_at` in `reporting`. */
const groupOf = ({ name }: FieldSpec): string => name.split('/').slice(2, -1)[0] ?? '';

/** What is delivered and how: every setting, made from the schema of the API, with what differs from the tier's defaults. */
export const serviceConfigPage = definePage({
  name: 'serviceConfig',
  path: '/app/services/{id}/config/',
  roles: ANYONE_OF.staff,
  summary: 'The config of a managed service',
  async show(visit) {
    const service = await serviceOf(visit);
    const { say } = visit;
    const { subscription } = service;
    const form = visit.form('config');
    const defaults = { service_config: resolveConfig(subscription.tier, {}) };
    const fields = fieldsOf(visit.schema('patch', 'services/subscriptions/{id}/'), [CONFIG]);
    const groups = [...new Set(fields.map(groupOf))];
    const differs = (name: string): boolean =>
      typedValue(subscription, name).join('\n') !== typedValue(defaults, name).join('\n');
    const count = fields.filter(({ name }) => differs(name)).length;
    const isOver = subscription.status === 'cancelled';
    return serviceTab(
      visit,
      service,
      'config/',
      <section class="card">
        <p class="quiet">
          {count === 0
            ? `Everything is as ${tierName(subscription.tier)} has it.`
            : `${count} of ${fields.length} settings differ from what ${tierName(subscription.tier)} has; they are marked.`}
        </p>
        {isOver && <Notice tone="warn">The service is cancelled; its config stays as it was.</Notice>}
        <Form of={form} say={say} submit="Save the config" etag={service.etag} class="form settings">
          {groups.map((group) => (
            <fieldset class="group">
              <legend>{LABELS[group] ?? inWords(group)}</legend>
              {fields
                .filter((field) => groupOf(field) === group)
                .map((field) => (
                  <Field
                    form={form}
                    field={field}
                    say={say}
                    saysOptional={false}
                    words={field.name.endsWith('/language') ? LANGUAGE_NAMES : {}}
                    value={typedValue(subscription, field.name)}
                    mark={
                      differs(field.name) ? <span class="differs">{`default: ${shown(defaults, field)}`}</span> : null
                    }
                  />
                ))}
            </fieldset>
          ))}
        </Form>
      </section>,
    );
  },
  forms: {
    async config(visit, sent) {
      const body = sent.body(visit.schema('patch', 'services/subscriptions/{id}/'), [CONFIG]);
      await visit.backend.patch('services/subscriptions/{id}/', {
        path: { id: visit.id },
        body,
        idempotencyKey: sent.key,
        ...(sent.etag === undefined ? {} : { ifMatch: sent.etag }),
      });
      return { to: `${AT.service(visit.id)}config/`, notice: 'Saved. What is made from now on follows it.' };
    },
  },
});

function shown(defaults: object, { name, kind }: FieldSpec): string {
  const value = typedValue(defaults, name);
  if (kind === 'switch') return value.includes('on') ? 'on' : 'off';
  return value.length === 0 || value[0] === '' ? 'none' : value.map(inWords).join(', ');
}
