import type { FC } from 'hono/jsx';
import { LANGUAGES } from '#domain/kernel/language';
import { MAY, type May } from '#domain/platform/member';
import type { FormState, Sent } from '../forms.ts';
import { LANGUAGE_NAMES } from '../language/names.ts';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Confirm, Facts } from '../parts/show.tsx';
import { type FieldSpec, SHOWN } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { ownFields, THEIRS } from './common.ts';
import { mayWords } from './members.tsx';
import { accountField, accountsOf, accountWords } from './of-agency.ts';

const MEMBERS = 'services/members/';
const ONE = 'services/members/{id}/';

type FieldsProps = {
  readonly visit: Visit;
  readonly form: FormState;
  readonly fields: readonly FieldSpec[];
  readonly values?: Readonly<Record<string, readonly string[]>>;
};
const Fields: FC<FieldsProps> = ({ visit: { say, may }, form, fields, values = {} }) => {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '/may': Object.fromEntries(MAY.map((right) => [right, say(`may.${right}`)])),
    '/language': LANGUAGE_NAMES,
  };
  const labels: Readonly<Record<string, string>> = {
    '/name': say('members.name'),
    '/email': say('members.email'),
    '/may': say('members.may'),
    '/language': say('members.language'),
  };
  return (
    <>
      {fields.map((field) => (
        <Field
          form={form}
          say={say}
          // Nobody gives what they do not hold.
          field={
            field.name === '/may'
              ? { ...field, choices: MAY.filter((right) => held(values, right) || may(right)) }
              : field
          }
          label={labels[field.name] ?? field.label}
          words={words[field.name] ?? {}}
          value={values[field.name] ?? []}
        />
      ))}
    </>
  );
};
const held = (values: Readonly<Record<string, readonly string[]>>, right: May): boolean =>
  values['/may']?.includes(right) ?? false;
const rightsIn = (sent: Sent): May[] => MAY.filter((right) => sent.all('/may').includes(right));
const languageIn = (sent: Sent) => LANGUAGES.find((each) => each === sent.text('/language')) ?? 'en';

export const invitePage = definePage({
  ...THEIRS,
  name: 'inviteMember',
  path: '/app/members/invite/',
  summary: 'Invite somebody to the account',
  may: 'approve',
  async show(visit) {
    const { say } = visit;
    const form = visit.form('invite');
    const accounts = await accountsOf(visit);
    const account = accountField(accounts);
    const fields = ownFields(visit.schema('post', MEMBERS), ['/name', '/email', '/may', '/language']);
    return {
      title: say('members.invite'),
      crumbs: [{ label: say('members.title'), href: AT.members }],
      body: (
        <Card>
          <div class="stack">
            <p>{say('members.invite.says')}</p>
            <Form
              of={form}
              say={say}
              submit={say('members.invite')}
              back={{ href: AT.members, label: say('common.back') }}
            >
              {account !== null && (
                <Field
                  form={form}
                  say={say}
                  field={account}
                  label={say('members.account')}
                  words={accountWords(accounts)}
                  value={[String(visit.principal.accountId)]}
                />
              )}
              <Fields visit={visit} form={form} fields={fields} values={{ '/language': [visit.language] }} />
            </Form>
          </div>
        </Card>
      ),
    };
  },
  forms: {
    async invite({ backend, say }, sent) {
      const account = sent.text('/account_id');
      const body = {
        name: sent.text('/name'),
        email: sent.text('/email'),
        may: rightsIn(sent),
        language: languageIn(sent),
        ...(account === '' ? {} : { account_id: Number(account) }),
      };
      await backend.post(MEMBERS, { body, idempotencyKey: sent.key });
      return { to: AT.members, notice: say('members.invited') };
    },
  },
});

export const memberPage = definePage({
  ...THEIRS,
  name: 'member',
  path: '/app/members/{id}/',
  summary: 'One member, and what they may do',
  async show(visit) {
    const { backend, say, id, may, principal } = visit;
    const { data: member, etag } = await backend.get(ONE, { path: { id } });
    const form = visit.form('member');
    const isThemselves = principal.memberId === id;
    const isThere = member.status !== 'removed';
    // Staff has a role instead of rights.
    const rights = member.role === null ? ['/may'] : [];
    const names = may('approve') ? [...rights, '/language'] : isThemselves ? ['/language'] : [];
    return {
      title: member.name,
      crumbs: [{ label: say('members.title'), href: AT.members }],
      actions: isThere && (may('approve') || isThemselves) && (
        <a class="button danger" href={`${AT.member(id)}remove/`}>
          {say('members.remove')}
        </a>
      ),
      body: (
        <div class="stack">
          <Card>
            <Facts
              facts={[
                [say('members.email'), <bdi>{member.email}</bdi>],
                [say('members.status'), say(`members.status.${member.status}`)],
                [say('members.may'), mayWords(visit, member)],
                [
                  say('members.last'),
                  member.last_sign_in_at === null ? say('members.never') : visit.moment(member.last_sign_in_at),
                ],
              ]}
            />
          </Card>
          {isThere && names.length > 0 && (
            <Card title={say('members.change', { name: member.name })}>
              <Form of={form} say={say} submit={say('common.save')} etag={etag}>
                <Fields
                  visit={visit}
                  form={form}
                  fields={ownFields(visit.schema('patch', ONE), names)}
                  values={{ '/may': member.may, '/language': [member.language] }}
                />
              </Form>
            </Card>
          )}
        </div>
      ),
    };
  },
  forms: {
    async member({ backend, id, say }, sent) {
      const body = { language: languageIn(sent), ...(sent.all(SHOWN).includes('/may') ? { may: rightsIn(sent) } : {}) };
      await backend.patch(ONE, { path: { id }, body, idempotencyKey: sent.key, ifMatch: { etag: sent.etag ?? null } });
      return { to: AT.member(id), notice: say('members.changed') };
    },
  },
});

export const removeMemberPage = definePage({
  ...THEIRS,
  name: 'removeMember',
  path: '/app/members/{id}/remove/',
  summary: 'Remove a member, after saying what that does',
  async show(visit) {
    const { backend, say, id } = visit;
    const { data: member } = await backend.get(ONE, { path: { id } });
    const { name, email } = member;
    return {
      title: say('members.remove.title', { name }),
      crumbs: [
        { label: say('members.title'), href: AT.members },
        { label: name, href: AT.member(id) },
      ],
      body: (
        <Confirm says={say('members.remove.says', { name, email })}>
          <Form
            of={visit.form('remove')}
            say={say}
            submit={say('members.remove')}
            danger
            back={{ href: AT.member(id), label: say('common.back') }}
          />
        </Confirm>
      ),
    };
  },
  forms: {
    async remove({ backend, id, say }, sent) {
      const { data: member } = await backend.get(ONE, { path: { id } });
      await backend.delete(ONE, { path: { id }, idempotencyKey: sent.key });
      return { to: AT.members, notice: say('members.removed', { name: member.name }) };
    },
  },
});
