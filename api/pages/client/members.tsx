import type { Schemas } from '#client/types';
import { type ListSpec, listCsv, listed } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Badge } from '../parts/show.tsx';
import { AT } from '../where.ts';
import { THEIRS } from './common.ts';
import { accountFilter, accountsOf, accountWords } from './of-agency.ts';

export type Member = Schemas['Member'];
type Account = Schemas['Account'];

export const mayWords = ({ say, formats }: Visit, { may }: Member): string =>
  may.length === 0 ? say('may.nothing') : formats.list(may.map((right) => say(`may.${right}`)));

const members = (visit: Visit, accounts: readonly Account[]): ListSpec<Member> => {
  const { say, moment } = visit;
  const names = accountWords(accounts);
  const account = ({ account_id: id }: Member): string => (id === null ? '' : (names[String(id)] ?? String(id)));
  return {
    name: 'members',
    caption: say('members.caption'),
    ordering: 'id',
    filters: [
      ...accountFilter(accounts, say('members.account')),
      {
        name: 'status',
        label: say('members.status'),
        choices: (['invited', 'active', 'removed'] as const).map((status) => [status, say(`members.status.${status}`)]),
      },
    ],
    columns: [
      {
        key: 'name',
        label: say('members.name'),
        value: ({ name }) => name,
        cell: ({ id, name, email }) => (
          <>
            <a href={AT.member(id)}>
              <bdi>{name}</bdi>
            </a>
            <span class="sub">
              <bdi>{email}</bdi>
            </span>
          </>
        ),
      },
      ...(accounts.length < 2
        ? []
        : [{ key: 'account', label: say('members.account'), value: account, cell: account }]),
      {
        key: 'may',
        label: say('members.may'),
        value: ({ may }) => may.join(' '),
        cell: (member) => mayWords(visit, member),
      },
      {
        key: 'status',
        label: say('members.status'),
        value: ({ status }) => status,
        cell: ({ status }) => (
          <Badge
            status={status}
            label={say(`members.status.${status}`)}
            tone={status === 'active' ? 'good' : status === 'invited' ? 'accent' : 'plain'}
          />
        ),
      },
      {
        key: 'last',
        label: say('members.last'),
        value: ({ last_sign_in_at: at }) => at,
        cell: ({ last_sign_in_at: at }) => (at === null ? say('members.never') : moment(at)),
      },
    ],
    fetch: (query) => visit.backend.list('services/members/', query),
    empty: { title: say('members.none'), text: say('members.none.text') },
  };
};

/** Who signs in for the reader's account, and what they may do there. */
export const membersPage = definePage({
  ...THEIRS,
  name: 'members',
  path: AT.members,
  summary: 'People who sign in for the account, with what they may do',
  nav: { at: 90, label: (say) => say('members.title') },
  async show(visit) {
    const { say, may } = visit;
    return {
      title: say('members.title'),
      actions: may('approve') && (
        <a class="button main" href={`${AT.members}invite/`}>
          {say('members.invite')}
        </a>
      ),
      body: await listed(visit, members(visit, await accountsOf(visit))),
    };
  },
  csv: async (visit) => listCsv(visit, members(visit, await accountsOf(visit))),
});
