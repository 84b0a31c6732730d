import { Table } from '../list.tsx';
import { definePage } from '../page.ts';
import { ButtonForm, Wrong } from '../parts/form.tsx';
import { Badge, Card, Empty } from '../parts/show.tsx';
import { OPS_AT, opsTab } from './operations-head.tsx';

const HOOKS_AT = `${OPS_AT}webhooks/`;
export const webhooksPage = definePage({
  name: 'webhooks',
  path: '/app/operations/webhooks/',
  roles: ['admin'],
  summary: 'Webhooks of customers and what was sent to each',
  async show(visit) {
    const hooks = await visit.backend.all('webhooks/', {}, 1_000);
    const id = Number(visit.search.get('webhook') ?? hooks[0]?.id ?? 0);
    const chosen = hooks.find((each) => each.id === id);
    const sent =
      chosen === undefined
        ? []
        : (
            await visit.backend.get('webhooks/{id}/deliveries/', {
              path: { id },
              query: { page_size: 100, ordering: '-requested_at' },
            })
          ).data.results;
    const form = visit.form('again');
    return opsTab(
      'webhooks/',
      <div class="stack">
        <Wrong of={form} say={visit.say} />
        {chosen === undefined ? (
          <Card>
            <Empty title="Nobody has a webhook" text="What customers’ systems are told of stands here." />
          </Card>
        ) : (
          <>
            <Table
              caption="Webhooks"
              rows={hooks}
              columns={[
                {
                  key: 'url',
                  label: 'Webhook',
                  cell: ({ id: each, url, account_id }) => (
                    <>
                      <a href={`${HOOKS_AT}?webhook=${each}`}>{url}</a>
                      <span class="sub">{account_id === null ? 'of the house' : `account ${account_id}`}</span>
                    </>
                  ),
                },
                {
                  key: 'active',
                  label: 'Status',
                  cell: ({ active, disabled_because: why }) => (
                    <Badge
                      status={active ? 'active' : 'off'}
                      label={active ? 'active' : (why ?? 'off').replaceAll('_', ' ')}
                      tone={active ? 'good' : 'warn'}
                    />
                  ),
                },
                { key: 'types', label: 'Told of', figure: true, cell: ({ event_types }) => event_types.length },
              ]}
            />
            <Card title={`Deliveries to ${chosen.url}`}>
              {sent.length === 0 ? (
                <Empty title="Nothing was sent yet" text="The first event that it is told of stands here." />
              ) : (
                <Table
                  caption="Deliveries"
                  rows={sent}
                  columns={[
                    { key: 'type', label: 'Event', cell: ({ event_type }) => event_type },
                    {
                      key: 'status',
                      label: 'Status',
                      cell: ({ status, last_error }) => (
                        <>
                          <Badge status={status} tone={status === 'succeeded' ? 'good' : undefined} />
                          {last_error !== null && <span class="sub">{last_error}</span>}
                        </>
                      ),
                    },
                    { key: 'tries', label: 'Tries', figure: true, cell: ({ attempts }) => attempts },
                    {
                      key: 'at',
                      label: 'Asked for',
                      figure: true,
                      cell: ({ requested_at }) => visit.moment(requested_at),
                    },
                    {
                      key: 'again',
                      label: 'Again',
                      cell: ({ id: delivery }) => (
                        <ButtonForm
                          of={form}
                          label="Send again"
                          values={{ webhook: String(id), delivery: String(delivery) }}
                          class="tiny"
                        />
                      ),
                    },
                  ]}
                />
              )}
            </Card>
          </>
        )}
      </div>,
    );
  },
  forms: {
    async again({ backend }, sent) {
      const path = { id: Number(sent.text('webhook')), delivery_id: Number(sent.text('delivery')) };
      await backend.post('webhooks/{id}/deliveries/{delivery_id}/redeliver/', {
        path,
        body: {},
        idempotencyKey: sent.key,
      });
      return { to: `${HOOKS_AT}?webhook=${path.id}`, notice: 'It is sent again.' };
    },
  },
});
