import type { Schemas } from '#client/types';
import { type ListSpec, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { ButtonForm, Form, Wrong } from '../parts/form.tsx';
import { Card } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { ownFields, THEIRS } from './common.ts';
import { type Accounts, accountField, accountFilter, accountsOf, accountWords } from './of-agency.ts';

const DOMAINS = 'services/blocked-domains/';
type Blocked = Schemas['BlockedDomain'];

const domains = (visit: Visit, accounts: Accounts): ListSpec<Blocked> => {
  const { say } = visit;
  const names = accountWords(accounts);
  const account = ({ account_id }: Blocked): string => names[String(account_id)] ?? String(account_id);
  return {
    name: 'blocked-domains',
    caption: say('blocked.title'),
    ordering: 'domain',
    filters: accountFilter(accounts, say('members.account')),
    columns: [
      {
        key: 'domain',
        label: say('blocked.domain'),
        sort: 'domain',
        value: ({ domain }) => domain,
        cell: ({ domain, reason }) => (
          <>
            <bdi>{domain}</bdi>
            {reason !== null && (
              <span class="sub">
                <bdi>{reason}</bdi>
              </span>
            )}
          </>
        ),
      },
      ...(accounts.length < 2
        ? []
        : [{ key: 'account', label: say('members.account'), value: account, cell: account }]),
      {
        key: 'allow',
        label: '',
        cell: ({ id, domain }) => (
          <ButtonForm
            of={visit.form('allow')}
            label={say('blocked.allow', { domain })}
            values={{ id: String(id) }}
            class="tiny"
          />
        ),
      },
    ],
    fetch: (query) => visit.backend.list(DOMAINS, query),
    empty: { title: say('blocked.none'), text: say('blocked.none.text') },
  };
};

/** Websites on which an account wants no links: what it names is refused at proposing and placing. */
export const blockedDomainsPage = definePage({
  ...THEIRS,
  name: 'blockedDomains',
  path: AT.blocked,
  summary: 'Domains on which the account wants no links, and blocking one more',
  under: AT.orders,
  may: 'orders',
  async show(visit) {
    const { say } = visit;
    const accounts = await accountsOf(visit);
    const account = accountField(accounts);
    const form = visit.form('block');
    const labels: Readonly<Record<string, string>> = {
      '/domain': say('blocked.domain'),
      '/reason': say('orders.end.reason'),
    };
    return {
      title: say('blocked.title'),
      crumbs: [{ label: say('orders.title'), href: AT.orders }],
      body: (
        <div class="stack">
          <p class="quiet">{say('blocked.says')}</p>
          <Wrong of={visit.form('allow')} say={say} />
          {await listed(visit, domains(visit, accounts))}
          <Card>
            <Form of={form} say={say} submit={say('blocked.add')}>
              {account !== null && (
                <Field
                  form={form}
                  field={account}
                  say={say}
                  label={say('members.account')}
                  words={accountWords(accounts)}
                />
              )}
              {ownFields(visit.schema('post', DOMAINS), ['/domain', '/reason']).map((field) => (
                <Field form={form} field={field} say={say} label={labels[field.name] ?? field.label} />
              ))}
            </Form>
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async block({ backend, say }, sent) {
      const [account, reason] = [sent.text('/account_id'), sent.text('/reason')];
      const { data } = await backend.post(DOMAINS, {
        body: {
          domain: sent.text('/domain'),
          ...(reason === '' ? {} : { reason }),
          ...(account === '' ? {} : { account_id: Number(account) }),
        },
        idempotencyKey: sent.key,
      });
      return { to: AT.blocked, notice: say('blocked.added', { domain: data.domain }) };
    },
    async allow({ backend, say }, sent) {
      const path = { id: Number(sent.text('id')) };
      await backend.delete('services/blocked-domains/{id}/', { path, idempotencyKey: sent.key });
      return { to: AT.blocked, notice: say('blocked.allowed') };
    },
  },
});
