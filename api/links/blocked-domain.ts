import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, bad, notFound } from '#api/http/problem';
import { idParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import { actorSchema, withActors } from '#api/platform/actors';
import type { BlockedDomainCommands } from '#commands/links/blocked-domain';
import type { AccountId, BlockedDomainId } from '#domain/kernel/ids';
import { domainForm } from '#domain/kernel/web-address';
import type { BacklinkReader } from '#projections/links/backlink-reader';
import { BLOCKED_DOMAINS, type BlockedDomainRow } from '#projections/links/blocked-domain';
import { authorOf } from './authors.ts';

const BASE = '/api/v1/services/blocked-domains/';
const TAG = 'Blocked domains';
const TOLD = ['id', 'account_id', 'domain', 'reason', 'blocked_by', 'created_at', 'updated_at'] as const;

const blockedSchema = z
  .object({
    ...columnSchemas(BLOCKED_DOMAINS, 'id', 'account_id', 'domain', 'reason'),
    blocked_by: actorSchema,
    ...columnSchemas(BLOCKED_DOMAINS, 'created_at', 'updated_at'),
  })
  .meta({ id: 'BlockedDomain' });
const answer = (row: BlockedDomainRow) => withActors(pick(row, TOLD));

/** A host in A-labels; a whole address, or a word without a dot, is none. */
function domainOf(given: string): string {
  const domain = /[/?#@\s]/.test(given) ? null : domainForm(given);
  if (domain === null || !domain.includes('.')) throw bad('/domain', 'must be a domain such as blog.example');
  return domain;
}

type Deps = { readonly blocked: BlockedDomainCommands; readonly reader: BacklinkReader };

/** Hosts on which an account wants no links, with their subdomains. */
export function blockedDomainApi({ blocked, reader }: Deps): FeatureRoutes {
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const row = await reader.blockedDomain(scope, id);
    if (!row) throw notFound('blocked domain');
    return row;
  };
  return {
    name: 'blocked-domain',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listBlockedDomains',
        needs: 'orders',
        tag: TAG,
        summary: 'Domains on which accounts want no links',
        roles: ANYONE_OF.readers,
        query: pageQuery({ account_id: idParam.optional() }, ['id', 'domain', 'created_at']),
        answers: [{ status: 200, description: 'a page of domains', schema: listSchema(blockedSchema) }],
        handle: async (call) => {
          const filter = { account_id: call.query.account_id };
          const { count, rows } = await reader.blockedDomains(call.scope, filter, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'blockDomain',
        needs: 'orders',
        tag: TAG,
        summary: 'Want no links on a domain and its subdomains',
        description:
          'Proposals and placements there are refused from now on, also for staff; open proposals are withdrawn, placed links stay.',
        roles: ANYONE_OF.readers,
        body: z.strictObject({
          account_id: idSchema.optional().meta({ description: 'by default the caller’s own' }),
          domain: text(253),
          reason: text().optional(),
        }),
        bodyExample: { account_id: 1, domain: 'casino.example', reason: 'does not fit our brand' },
        answers: [{ status: 201, description: 'blocked', schema: blockedSchema }],
        handle: async (call) => {
          const { principal, scope, body } = call;
          const account = body.account_id ?? principal.accountId;
          if (account === null) throw bad('/account_id', 'name the account');
          if (!(await reader.account(scope, account))) throw notFound('account');
          const domain = domainOf(body.domain);
          const { reason = null } = body;
          const result = await blocked.block(
            account as AccountId,
            { domain, reason, author: authorOf(principal, account) },
            call.cause,
          );
          const { revision, position } = accepted(result);
          return {
            status: 201,
            body: async (seen: TenantScope) => answer(there(await reader.blockedDomain(seen, result.id))),
            revision,
            position,
            location: `${BASE}${result.id}/`,
          };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'unblockDomain',
        needs: 'orders',
        tag: TAG,
        summary: 'Allow links on the domain again',
        roles: ANYONE_OF.readers,
        answers: [{ status: 204, description: 'allowed' }],
        resource,
        handle: async (call) => {
          const { account_id, id } = call.resource;
          const options = { expected: call.ifMatch };
          const result = await blocked.unblock(account_id as AccountId, id as BlockedDomainId, call.cause, options);
          return { status: 204, position: accepted(result).position };
        },
      }),
    ],
  };
}
