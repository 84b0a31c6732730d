import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, bad, notFound, Problem } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { email, idSchema, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { LanguageOf, MemberCommands } from '#commands/platform/member';
import type { AccountId, MemberId, UserId } from '#domain/kernel/ids';
import { LANGUAGES } from '#domain/kernel/language';
import { MAY, type May, STAFF_ROLES } from '#domain/platform/member';
import { MEMBERS, type MemberReader, type MemberRow } from '#projections/platform/member';

const BASE = '/api/v1/services/members/';
const TAG = 'Members';
const TOLD = [
  ...([
    'id',
    'account_id',
    'name',
    'email',
    'may',
    'role',
    'user_id',
    'language',
    'status',
    'last_sign_in_at',
  ] as const),
  ...(['created_by', 'created_at', 'updated_at'] as const),
] as const;
const STATUSES = ['invited', 'active', 'removed'] as const;

const maySchema = z.array(z.enum(MAY)).max(MAY.length);
const memberSchema = z
  .object({
    ...columnSchemas(MEMBERS, 'id', 'account_id', 'name', 'email'),
    may: z.array(z.enum(MAY)).meta({ description: 'what they may do for their account; of staff empty' }),
    ...columnSchemas(MEMBERS, 'role', 'user_id'),
    language: z.enum(LANGUAGES),
    ...columnSchemas(MEMBERS, 'status', 'last_sign_in_at', 'created_by', 'created_at', 'updated_at'),
  })
  .meta({ id: 'Member' });
const answer = (row: MemberRow) => pick(row, TOLD);

const inviteSchema = z.strictObject({
  account_id: idSchema.optional().meta({ description: 'by default the caller’s own' }),
  name: text(200),
  email,
  may: maySchema.optional().meta({ description: 'of a member of an account' }),
  role: z.enum(STAFF_ROLES).optional().meta({ description: 'of staff, who are of no account' }),
  user_id: idSchema.optional().meta({ description: 'of staff: whose subscriptions an account manager looks after' }),
  language: z
    .enum(LANGUAGES)
    .optional()
    .meta({ description: 'by default the one that the account reads its reports in' }),
});
type Invite = z.output<typeof inviteSchema>;

const isStaff = ({ role }: Principal): boolean => role === 'admin' || role === 'account_manager';
const handOf = (principal: Principal) => (isStaff(principal) ? 'staff' : 'account');
const notPermitted = (detail: string) => new Problem('not_permitted', detail);

/** Nobody gives what they do not hold. */
function demandHeld(principal: Principal, may: readonly May[]): void {
  const missing = may.filter((each) => !principal.may.includes(each));
  if (missing.length > 0) throw notPermitted(`you do not hold ${missing.join(', ')} yourself`);
}

type Deps = { readonly commands: MemberCommands; readonly reader: MemberReader; readonly languageOf: LanguageOf };

/** People who sign in for an account, and the staff. */
export function memberApi({ commands, reader, languageOf }: Deps): FeatureRoutes {
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const row = await reader.member(scope, id);
    if (!row) throw notFound('member');
    return row;
  };
  /** Staff is the admins' to change; whoever may approve for an account is trusted with its people. */
  const demandMayChange = (principal: Principal, row: MemberRow, onlyOwn: boolean): void => {
    if (row.account_id === null && principal.role !== 'admin')
      throw new Problem('forbidden', 'staff is invited and removed by admins');
    if (principal.may.includes('approve') || (onlyOwn && principal.memberId === row.id)) return;
    throw notPermitted('this needs the right approve, which you do not hold for the account');
  };
  const demandFits = async (account: number | null, may: readonly May[]): Promise<void> => {
    const withheld = (await commands.withheld(account)).filter((each) => may.includes(each));
    if (withheld.length > 0)
      throw bad('/may', `members of an account under an agency’s brand cannot hold ${withheld.join(' or ')}`);
  };

  async function wantedOf(body: Invite, principal: Principal, scope: TenantScope) {
    const { name, email: address, may = [], role = null, user_id = null } = body;
    if (role !== null) {
      if (principal.role !== 'admin') throw new Problem('forbidden', 'staff is invited and removed by admins');
      if (body.account_id !== undefined) throw bad('/account_id', 'staff is of no account');
      if (body.may !== undefined) throw bad('/may', 'staff has a role instead');
      if (role === 'account_manager' && user_id === null)
        throw bad('/user_id', 'an account manager is known by a user of the platform');
      return {
        accountId: null,
        name,
        email: address,
        may: [],
        role,
        userId: user_id as UserId | null,
        language: body.language ?? 'en',
      };
    }
    if (user_id !== null) throw bad('/user_id', 'only staff has one');
    const account = body.account_id ?? principal.accountId;
    if (account === null) throw bad('/account_id', 'name the account, or a role');
    if (!(await reader.account(scope, account))) throw notFound('account');
    if (body.may === undefined) throw bad('/may', 'say what they may do');
    demandHeld(principal, may);
    await demandFits(account, may);
    const lacking = await commands.unready(account);
    if (lacking !== null) throw new Problem('white_label_unready', lacking);
    const given = MAY.filter((each) => may.includes(each));
    const language = body.language ?? (await languageOf(account)) ?? 'en';
    return { accountId: account as AccountId, name, email: address, may: given, role, userId: null, language };
  }

  return {
    name: 'member',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listMembers',
        tag: TAG,
        summary: 'People who sign in for accounts; for admins the staff, too',
        roles: ANYONE_OF.readers,
        needs: null,
        query: pageQuery({ account_id: idParam.optional(), status: z.enum(STATUSES).optional() }, ['id', 'created_at']),
        answers: [{ status: 200, description: 'a page of members', schema: listSchema(memberSchema) }],
        handle: async (call) => {
          const { account_id, status } = call.query;
          const { count, rows } = await reader.members(call.scope, { account_id, status }, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'inviteMember',
        tag: TAG,
        summary: 'Invite somebody to an account, or to the staff',
        description:
          'They get a mail in their language, under the name that the account knows us by. Whoever invites gives no right that they do not hold. Where a brand stands between us that has no host or sender yet it is 409 `white_label_unready`.',
        roles: ANYONE_OF.readers,
        needs: 'approve',
        body: inviteSchema,
        bodyExample: { account_id: 1, name: 'Ada Byron', email: 'ada@client.example', may: ['reports', 'approve'] },
        answers: [{ status: 201, description: 'invited', schema: memberSchema }],
        handle: async (call) => {
          const wanted = await wantedOf(call.body, call.principal, call.scope);
          const result = await commands.invite(wanted, call.cause);
          const { revision, position } = accepted(result);
          return {
            status: 201,
            body: async (seen: TenantScope) => answer(there(await reader.member(seen, result.id))),
            revision,
            position,
            location: `${BASE}${result.id}/`,
          };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getMember',
        tag: TAG,
        summary: 'A member',
        roles: ANYONE_OF.readers,
        needs: null,
        resource,
        answers: [{ status: 200, description: 'the member', schema: memberSchema }],
        handle: async ({ resource: row }) => ({ status: 200, body: answer(row), revision: row.revision }),
      }),
      defineRoute({
        method: 'patch',
        path: `${BASE}{id}/`,
        operationId: 'changeMember',
        tag: TAG,
        summary: 'Change what a member may do, or their language',
        description:
          'Members change their own language; all else takes the right `approve`. The last who may approve keeps that right, unless staff takes it.',
        roles: ANYONE_OF.readers,
        needs: null,
        resource,
        body: z.strictObject({ may: maySchema.optional(), language: z.enum(LANGUAGES).optional() }),
        bodyExample: { may: ['reports', 'orders'] },
        answers: [{ status: 200, description: 'changed', schema: memberSchema }],
        handle: async (call) => {
          const { principal, body, resource: row } = call;
          demandMayChange(principal, row, body.may === undefined);
          if (body.may && row.account_id === null) throw bad('/may', 'staff has a role instead');
          demandHeld(
            principal,
            (body.may ?? []).filter((each) => !row.may.includes(each)),
          );
          await demandFits(row.account_id, body.may ?? []);
          const asked = { by: handOf(principal), seen: call.ifMatch } as const;
          const account = row.account_id as AccountId | null;
          const done = accepted(await commands.change(account, row.id as MemberId, body, asked, call.cause));
          return {
            status: 200,
            body: async (seen: TenantScope) => answer(there(await reader.member(seen, row.id))),
            revision: done.state.members[row.id]?.revision ?? done.revision,
            position: done.position,
          };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'removeMember',
        tag: TAG,
        summary: 'Remove a member: their sessions end',
        description: 'Members may remove themselves. The last who may approve is removed by staff alone.',
        roles: ANYONE_OF.readers,
        needs: null,
        resource,
        answers: [{ status: 204, description: 'removed' }],
        handle: async (call) => {
          const { principal, resource: row } = call;
          demandMayChange(principal, row, true);
          const asked = { by: handOf(principal), seen: call.ifMatch } as const;
          const account = row.account_id as AccountId | null;
          const done = accepted(await commands.remove(account, row.id as MemberId, asked, call.cause));
          return { status: 204, position: done.position };
        },
      }),
    ],
  };
}
