import { ANYONE_OF } from '#api/http/routes';
import type { Schemas } from '#client/types';
import { MAY, STAFF_ROLES } from '#domain/platform/member';
import { memberPage, removeMemberPage } from '../client/member.tsx';
import { mayWords } from '../client/members.tsx';
import type { Sent } from '../forms.ts';
import { LANGUAGE_NAMES } from '../language/names.ts';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { accountNames } from '../names.ts';
import { definePage, type Page, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Badge, Card } from '../parts/show.tsx';
import { type FieldSpec, fieldsOf } from '../schema-fields.ts';
import { AT } from '../where.ts';
import { clientChoices } from './choosing.tsx';

const MEMBERS = 'services/members/';
/** Accounts that are offered. */
/** In the address, in place of an account. */
const STAFF = 'staff';
type Member = Schemas['Member'] & { readonly of: string };
const STATUSES = ['invited', 'active', 'removed'] as const;
const ROLES: Readonly<Record<(typeof STAFF_ROLES)[number], string>> = {
  admin: 'Admin',
  account_manager: 'Account manager',
};

async function membersWithNames({ backend }: Visit, query: Parameters<ListSpec<Member>['fetch']>[0]) {
  const { count, results } = await backend.list(MEMBERS, query);
  const names = await accountNames(
    backend,
    results.map(({ account_id }) => account_id),
  );
  return {
    count,
    results: results.map((each) => ({
      ...each,
      of: each.account_id === null ? 'Staff' : names(each.account_id),
    })),
  };
}

const members = (visit: Visit): ListSpec<Member> => ({
  name: 'members',
  caption: 'People who sign in',
  ordering: 'id',
  filters: [
    {
      name: 'status',
      label: 'Status',
      choices: STATUSES.map((status) => [status, visit.say(`members.status.${status}`)]),
    },
  ],
  columns: [
    {
      key: 'name',
      label: 'Name',
      value: ({ name }) => name,
      cell: ({ id, name, email }) => (
        <>
          <a href={AT.member(id)}>{name}</a>
          <span class="sub">{email}</span>
        </>
      ),
    },
    { key: 'of', label: 'Of', value: ({ of }) => of, cell: ({ of }) => of },
    {
      key: 'may',
      label: 'May',
      value: ({ role, may }) => role ?? may.join(' '),
      cell: (member) => (member.role === null ? mayWords(visit, member) : ROLES[member.role]),
    },
    {
      key: 'status',
      label: 'Status',
      value: ({ status }) => status,
      cell: ({ status }) => (
        <Badge status={status} tone={status === 'active' ? 'good' : status === 'invited' ? 'accent' : 'plain'} />
      ),
    },
    {
      key: 'last',
      label: 'Last sign-in',
      value: ({ last_sign_in_at: at }) => at,
      cell: ({ last_sign_in_at: at }) => (at === null ? <span class="quiet">never</span> : visit.moment(at)),
    },
  ],
  fetch: (query) => membersWithNames(visit, query),
  empty: {
    title: 'Nobody is invited yet',
    text: 'Members of accounts and of the staff stand here. The address that an account registered with can sign in as it is.',
    next: { href: `${AT.members}invite/`, label: 'Invite somebody' },
  },
});

const membersPage = definePage({
  name: 'allMembers',
  path: AT.members,
  roles: ANYONE_OF.staff,
  summary: 'People who sign in: members of accounts, and the staff',
  nav: { at: 95, label: () => 'People' },
  async show(visit) {
    return {
      title: 'People',
      actions: (
        <a class="button main" href={`${AT.members}invite/`}>
          Invite somebody
        </a>
      ),
      body: await listed(visit, members(visit)),
    };
  },
  csv: (visit) => listCsv(visit, members(visit)),
});

const FOR: FieldSpec = { name: '/account_id', label: 'For', kind: 'choice', required: false, nullable: false };
const HINTS: Readonly<Record<string, string>> = {
  '/account_id': 'The account that they act for; left empty they are of the staff.',
  '/may': 'Of a member of an account.',
  '/role': 'Of the staff.',
  '/user_id': 'Of an account manager: their number on the platform. They see the services that they look after.',
};

const invitePage = definePage({
  name: 'inviteAnybody',
  path: `${AT.members}invite/`,
  roles: ANYONE_OF.staff,
  summary: 'Invite somebody to an account, or to the staff',
  async show(visit) {
    const { say, role } = visit;
    // Staff is invited by admins alone, and acts for no account.
    const isOfStaff = role === 'admin' && visit.search.get('account') === STAFF;
    const { words: accounts, look } = isOfStaff
      ? { words: {}, look: null }
      : await clientChoices(visit, { field: 'account', form: 'invite', name: '/account_id' });
    const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      '/account_id': accounts,
      '/may': Object.fromEntries(MAY.map((right) => [right, say(`may.${right}`)])),
      '/role': ROLES,
      '/language': LANGUAGE_NAMES,
    };
    const values: Readonly<Record<string, readonly string[]>> = {
      '/account_id': isOfStaff ? [] : visit.search.getAll('account'),
      '/language': ['en'],
    };
    const form = visit.form('invite');
    const names = ['/name', '/email', '/may', ...(role === 'admin' ? ['/role', '/user_id'] : []), '/language'];
    const fields = [
      { ...FOR, required: role !== 'admin', choices: Object.keys(accounts) },
      ...fieldsOf(visit.schema('post', MEMBERS), names),
    ];
    return {
      title: 'Invite somebody',
      crumbs: [{ label: 'People', href: AT.members }],
      body:
        look !== null ? (
          <Card title="To which client?">
            {role === 'admin' && (
              <p>
                <a href={`${AT.members}invite/?account=${STAFF}`}>Somebody of the staff</a>
              </p>
            )}
            {look}
          </Card>
        ) : (
          <Card>
            <div class="stack">
              <p>They get a mail that leads to where one signs in: by a link in the mail, no password.</p>
              <Form of={form} say={say} submit="Invite them" back={{ href: AT.members, label: say('form.back') }}>
                {fields.map((field) => (
                  <Field
                    form={form}
                    field={field}
                    say={say}
                    words={words[field.name] ?? {}}
                    value={values[field.name] ?? []}
                    {...(HINTS[field.name] === undefined ? {} : { hint: HINTS[field.name] ?? '' })}
                  />
                ))}
              </Form>
            </div>
          </Card>
        ),
    };
  },
  forms: {
    async invite({ backend }, sent) {
      await backend.post(MEMBERS, { body: invitedIn(sent), idempotencyKey: sent.key });
      return { to: AT.members, notice: `${sent.text('/name')} is invited, by mail.` };
    },
  },
});
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ar', 'ja'] as const;

/** Of an account its rights, of the staff its role; the API says what does not go together. */
function invitedIn(sent: Sent) {
  const [account, user] = [sent.text('/account_id'), sent.text('/user_id')];
  const role = STAFF_ROLES.find((each) => each === sent.text('/role'));
  return {
    name: sent.text('/name'),
    email: sent.text('/email'),
    language: LANGUAGES.find((each) => each === sent.text('/language')) ?? 'en',
    ...(account === ''
      ? {}
      : { account_id: Number(account), may: MAY.filter((right) => sent.all('/may').includes(right)) }),
    ...(role === undefined ? {} : { role }),
    ...(user === '' ? {} : { user_id: Number(user) }),
  };
}

/** Pages that accounts have of their own members: the same, for all of them. */
const forStaff = ({ everyHost: _, name, ...page }: Page): Page => ({
  ...page,
  name: `${name}OfAll`,
  roles: ANYONE_OF.staff,
});

/** Who signs in, for accounts and for the team. */
export const memberPages: readonly Page[] = [membersPage, invitePage, forStaff(memberPage), forStaff(removeMemberPage)];
