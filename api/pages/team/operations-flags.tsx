import { Table } from '../list.tsx';
import { definePage } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card } from '../parts/show.tsx';
import { fieldsOf } from '../schema-fields.ts';
import { OPS_AT, opsTab } from './operations-head.tsx';

const FLAG = 'ops/flags/';
export const flagsPage = definePage({
  name: 'flags',
  path: '/app/operations/flags/',
  roles: ['admin'],
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
              cell: ({ account_id }) => (account_id === null ? 'all' : `account ${account_id}`),
            },
            {
              key: 'enabled',
              label: 'Is',
              cell: ({ enabled }) => <Badge status={enabled ? 'on' : 'off'} tone={enabled ? 'good' : 'plain'} />,
            },
            { key: 'reason', label: 'Why', cell: ({ reason }) => reason ?? '' },
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
            and invoices go on.
          </p>
          <Form of={form} say={visit.say} submit="Set it">
            {fieldsOf(visit.schema('put', FLAG)).map((field) => (
              <Field
                form={form}
                field={field}
                say={visit.say}
                {...(field.name === '/account_id'
                  ? { hint: 'The number of one account; left empty it is for all.' }
                  : {})}
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
      return { to: `${OPS_AT}flags/`, notice: `${body.flag} is ${body.enabled ? 'on' : 'off'}.` };
    },
  },
});
