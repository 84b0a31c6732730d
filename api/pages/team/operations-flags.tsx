import { Table } from '../list.tsx';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { OPS_AT, opsTab } from './operations-head.tsx';

const FLAG = 'ops/flags/';
const HINTS: Readonly<Record<string, string>> = {
  '/account_id': 'The number of one account; left empty it is for all.',
  '/environment': 'Left empty it holds in every environment.',
  '/percentage': 'The share of all accounts that it is on for; left empty it is on or off for all.',
};
const whoOf = ({ kind, id, name }: { readonly kind: string; readonly id?: number; readonly name?: string }): string =>
  [kind.replaceAll('_', ' '), name ?? id].filter((part) => part !== undefined).join(' ');

export const flagsPage = definePage({
  name: 'flags',
  path: '/app/operations/flags/',
  roles: ['admin'],
  // From here it is switched on again.
  flagged: false,
  summary: 'Launch flags, for all and by account',
  async show(visit) {
    const { data } = await visit.backend.get(FLAG);
    const form = visit.form('flag');
    return opsTab(
      'flags/',
      <div class="stack">
        <Table
          caption="Launch flags"
          rows={data.results}
          columns={[
            { key: 'flag', label: 'Flag', cell: ({ flag }) => <code>{flag}</code> },
            {
              key: 'for',
              label: 'For',
              cell: ({ account_id, environment, percentage }) =>
                [
                  account_id === null
                    ? percentage === null
                      ? 'all'
                      : `${percentage} % of accounts`
                    : `account ${account_id}`,
                  environment === null ? '' : ` in ${environment}`,
                ].join(''),
            },
            {
              key: 'enabled',
              label: 'Is',
              cell: ({ enabled, percentage }) =>
                percentage === null ? (
                  <Badge status={enabled ? 'on' : 'off'} tone={enabled ? 'good' : 'plain'} />
                ) : (
                  <Badge status={`on for ${percentage} %`} tone={percentage > 0 ? 'good' : 'plain'} />
                ),
            },
            { key: 'reason', label: 'Why', cell: ({ reason }) => reason ?? '' },
            { key: 'by', label: 'By', cell: ({ set_by }) => (set_by === null ? '' : whoOf(set_by)) },
            {
              key: 'at',
              label: 'Since',
              figure: true,
              cell: ({ updated_at }) => (updated_at === null ? '' : visit.moment(updated_at)),
            },
          ]}
        />
        <Card title="Set a flag">
          <p class="quiet small">
            Without managed services these pages, and those of clients, are not there; links to reports, unsubscribing
            and invoices go on. An account’s own setting beats a percentage, and that the environment; whoever is in
            stays in while the share grows.
          </p>
          <Form of={form} say={visit.say} submit="Set it">
            {fieldsOf(visit.schema('put', FLAG)).map((field) => (
              <Field
                form={form}
                field={field}
                say={visit.say}
                {...(HINTS[field.name] === undefined ? {} : { hint: HINTS[field.name] })}
              />
            ))}
          </Form>
        </Card>
      </div>,
    );
  },
  forms: {
    async flag({ backend, schema }, sent) {
      const body = sent.body(schema('put', FLAG)) as Parameters<typeof backend.put<typeof FLAG>>[1]['body'];
      await backend.put(FLAG, { body, idempotencyKey: sent.key });
      return {
        to: `${OPS_AT}flags/`,
        notice:
          body.percentage == null
            ? `${body.flag} is ${body.enabled ? 'on' : 'off'}.`
            : `${body.flag} is on for ${body.percentage} % of accounts.`,
      };
    },
  },
});
