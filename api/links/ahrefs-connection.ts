import { z } from 'zod';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem } from '#api/http/problem';
import { idParam, integerParam } from '#api/http/query';
import { ANYONE_OF, defineRoute, type FeatureRoutes, requireFeature } from '#api/http/routes';
import { idSchema, text } from '#api/http/schemas';
import type { AhrefsQueryRefusal } from '#commands/links/ahrefs-answers';
import type { AhrefsCommands } from '#commands/links/ahrefs-connection';
import type { AhrefsQuestions, LinkToVerify, Verified } from '#commands/links/ahrefs-snapshot';
import type { AhrefsEndpoint, AhrefsParams } from '#commands/links/ports-ahrefs';
import type { Instant } from '#domain/kernel/time';
import type { AhrefsReader } from '#projections/links/ahrefs-reader';
import type { JsonObject } from '#runtime/event-store';
import {
  AHREFS_LISTS,
  type AhrefsList,
  comparisonSchema,
  connectionAnswer,
  connectionSchema,
  domain,
  listAnswer,
  listAnswerSchema,
  MUST_BE_A_DOMAIN,
  snapshotSchema,
  verifiedSchema,
} from './ahrefs-schemas.ts';
import { keptRoute } from './ahrefs-snapshot.ts';

const BASE = '/api/v1/integration/ahrefs/';
const TAG = 'Ahrefs';

export type AhrefsApi = {
  readonly ahrefs: AhrefsCommands;
  readonly questions: AhrefsQuestions;
  readonly reader: AhrefsReader;
  readonly site: (
    scope: TenantScope,
    id: number,
  ) => Promise<{ id: number; account_id: number; domain: string } | undefined>;
  readonly linksOf: (siteId: number) => Promise<readonly LinkToVerify[]>;
  readonly sighting: (result: Verified, cause: Parameters<AhrefsQuestions['verify']>[3]) => Promise<unknown>;
  readonly now: () => Instant;
};

export function ahrefsApi(deps: AhrefsApi): FeatureRoutes {
  const { ahrefs, questions, reader, site, linksOf, sighting, now } = deps;

  /** The caller's own account, or the one that staff or an agency names. */
  async function accountOf(principal: Principal, scope: TenantScope, given: number | undefined): Promise<number> {
    const account = given ?? principal.accountId;
    if (account === null) throw missing('/account_id', 'name the account');
    if (!(await reader.sees(scope, account))) throw notFound('account');
    return account;
  }
  type Asked = { readonly principal: Principal; readonly scope: TenantScope };
  /** The gate of a route whose account its request names; admins are not asked. */
  const needs = <C extends Asked>(level: 'readonly' | 'full', account: (call: C) => Promise<number>) => ({
    ...requireFeature('ahrefs_level', level),
    of: async (call: C) => (call.principal.role === 'admin' ? null : account(call)),
  });
  const byQuery = ({
    principal,
    scope,
    query,
  }: Asked & { readonly query: { readonly account_id?: number | undefined } }) =>
    accountOf(principal, scope, query.account_id);
  async function siteOf(scope: TenantScope, id: number) {
    const found = await site(scope, id);
    if (!found) throw notFound('site');
    return found;
  }
  const byBody = ({
    principal,
    scope,
    body,
  }: Asked & { readonly body: { readonly account_id?: number | undefined } }) =>
    accountOf(principal, scope, body.account_id);
  const ofSite = async ({ scope, body }: Asked & { readonly body: { readonly site_id: number } }) =>
    (await siteOf(scope, body.site_id)).account_id;
  const problemOf = ({ code, message, pointer, retryAt }: AhrefsQueryRefusal): Problem => {
    const seconds =
      retryAt === undefined ? 5 : Math.max(1, Math.ceil((Date.parse(retryAt) - Date.parse(now())) / 1000));
    const waits = code === 'rate_limited' || code === 'unavailable';
    const extras = pointer === undefined ? {} : { errors: [{ pointer, message }] };
    return new Problem(code, message, extras, waits ? { 'Retry-After': String(seconds) } : {});
  };

  const accountQuery = {
    account_id: idParam.optional().meta({ description: 'of staff and agencies: whose connection' }),
  };
  const list = (wanted: AhrefsList) =>
    defineRoute({
      method: 'get',
      path: wanted.path,
      operationId: wanted.operationId,
      needs: 'orders',
      tag: TAG,
      summary: wanted.summary,
      description: 'Answers of the last 24 h cost no units.',
      roles: ANYONE_OF.readers,
      gate: needs('readonly', byQuery),
      query: z.strictObject({ ...accountQuery, limit: integerParam(1, 1000).default(100) }),
      answers: [{ status: 200, description: wanted.summary, schema: listAnswerSchema }],
      handle: async ({ params, query, principal, scope, cause }) => {
        const account = await accountOf(principal, scope, query.account_id);
        const target = parsedDomain((params as Readonly<Record<string, string>>)['domain'] ?? '');
        const today = now().slice(0, 10);
        const asked = wanted.params(target, query.limit, today);
        const { body, position } = await ask(account, target, wanted, asked, cause);
        return { status: 200, body, ...(position === 0 ? {} : { position }) };
      },
    });
  async function ask(
    account: number,
    target: string,
    wanted: AhrefsList,
    asked: readonly (readonly [AhrefsEndpoint, AhrefsParams])[],
    cause: Parameters<AhrefsCommands['query']>[4],
  ) {
    const found: { rows: readonly JsonObject[] | JsonObject; units: number; cached: boolean; at: Instant }[] = [];
    let position = 0;
    for (const [endpoint, params] of asked) {
      const answer = await ahrefs.query(account, endpoint, params, { optional: true }, cause);
      if (!answer.ok) throw problemOf(answer.refusal);
      position = Math.max(position, answer.position);
      found.push({ rows: answer.data, units: answer.units, cached: answer.cached, at: answer.at });
    }
    return { body: listAnswer(wanted, target, found), position };
  }
  const parsedDomain = (text: string): string => {
    const parsed = domain.safeParse(text);
    if (!parsed.success) throw missing('/domain', MUST_BE_A_DOMAIN);
    return parsed.data;
  };
  const connected = async (scope: TenantScope, account: number) => {
    const row = await reader.connection(scope, account);
    if (!row) throw notFound('connection to Ahrefs');
    return connectionAnswer(row);
  };

  return {
    name: 'ahrefs-connection',
    routes: [
      defineRoute({
        method: 'post',
        path: `${BASE}connect/`,
        operationId: 'connectAhrefs',
        needs: 'orders',
        tag: TAG,
        summary: 'Connect an account to Ahrefs; the key is proved by a free call and kept sealed',
        roles: ANYONE_OF.readers,
        gate: needs('readonly', byBody),
        body: z.strictObject({
          api_key: text(300),
          monthly_unit_budget: z.int().min(50).max(2_000_000_000).nullish(),
          account_id: idSchema.optional(),
        }),
        bodyExample: { api_key: 'the key of your Ahrefs workspace', monthly_unit_budget: 100_000 },
        answers: [{ status: 200, description: 'connected', schema: connectionSchema }],
        handle: async ({ body, principal, scope, cause }) => {
          const account = await accountOf(principal, scope, body.account_id);
          const input = { apiKey: body.api_key, budget: body.monthly_unit_budget ?? null };
          const done = await ahrefs.connect(account, input, cause);
          if (!done.ok && 'retryAt' in done.refusal === false && done.refusal.code !== 'revision_moved')
            throw problemOf(done.refusal as AhrefsQueryRefusal);
          const { revision, position } = accepted(done as Extract<typeof done, { revision: number }>);
          return { status: 200, body: (all: TenantScope) => connected(all, account), revision, position };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}disconnect/`,
        operationId: 'disconnectAhrefs',
        needs: 'orders',
        tag: TAG,
        summary: 'Disconnect; the sealed key is deleted',
        roles: ANYONE_OF.readers,
        query: z.strictObject(accountQuery),
        answers: [{ status: 204, description: 'disconnected' }],
        handle: async ({ query, principal, scope, cause }) => {
          const account = await accountOf(principal, scope, query.account_id);
          const { position } = accepted(await ahrefs.disconnect(account, cause));
          return { status: 204, position };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}status/`,
        operationId: 'getAhrefsStatus',
        needs: 'orders',
        tag: TAG,
        summary: 'The connection: plan, units left and spent this month, budget; never the key',
        roles: ANYONE_OF.readers,
        query: z.strictObject(accountQuery),
        answers: [{ status: 200, description: 'the connection', schema: connectionSchema }],
        handle: async ({ query, principal, scope }) => {
          const account = await accountOf(principal, scope, query.account_id);
          return { status: 200, body: await connected(scope, account) };
        },
      }),
      ...AHREFS_LISTS.map(list),
      defineRoute({
        method: 'post',
        path: `${BASE}verify-backlinks/`,
        operationId: 'verifyBacklinksViaAhrefs',
        needs: 'orders',
        tag: TAG,
        summary: 'Have Ahrefs look up the placed links of a site; what it reports lost is looked at again',
        roles: ANYONE_OF.readers,
        gate: needs('full', ofSite),
        body: z.strictObject({ site_id: idSchema }),
        bodyExample: { site_id: 11 },
        answers: [{ status: 200, description: 'what Ahrefs knows of each link', schema: verifiedSchema }],
        handle: async ({ body, scope, cause }) => {
          const found = await siteOf(scope, body.site_id);
          const links = await linksOf(found.id);
          const done = await questions.verify(found.account_id, found.domain, links, cause, { fresh: true });
          if (!done.ok) throw problemOf(done.refusal);
          for (const result of done.results) await sighting(result, cause);
          return { status: 200, body: { site_id: found.id, units: done.units, results: done.results } };
        },
      }),
      defineRoute({
        method: 'post',
        path: `${BASE}snapshot/`,
        operationId: 'takeAhrefsSnapshot',
        needs: 'orders',
        tag: TAG,
        summary: 'Keep the figures of a site’s domain as of today',
        roles: ANYONE_OF.readers,
        gate: needs('full', ofSite),
        body: z.strictObject({ site_id: idSchema }),
        bodyExample: { site_id: 11 },
        answers: [{ status: 200, description: 'the snapshot', schema: snapshotSchema }],
        handle: async ({ body, scope, cause }) => {
          const found = await siteOf(scope, body.site_id);
          const done = await questions.snapshot(found.account_id, found.id, found.domain, cause);
          if (!done.ok) throw problemOf(done.refusal);
          return {
            status: 200,
            body: async (all: TenantScope) => (await reader.snapshots(all, found.id, 1))[0] ?? done.snapshot,
            position: done.position,
          };
        },
      }),
      keptRoute(reader),
      defineRoute({
        method: 'get',
        path: `${BASE}compare/`,
        operationId: 'compareDomains',
        needs: 'orders',
        tag: TAG,
        summary: 'Figures of a domain and of up to five competitors, side by side',
        roles: ANYONE_OF.readers,
        gate: needs('readonly', byQuery),
        query: z.strictObject({
          ...accountQuery,
          domain,
          competitors: z.string().max(1300).meta({ description: 'comma-joined, at most five' }),
        }),
        answers: [{ status: 200, description: 'the comparison', schema: comparisonSchema }],
        handle: async ({ query, principal, scope, cause }) => {
          const account = await accountOf(principal, scope, query.account_id);
          const others = query.competitors
            .split(',')
            .map((each) => each.trim())
            .filter((each) => each !== '');
          if (others.length === 0 || others.length > 5) throw missing('/query/competitors', 'give one to five domains');
          const done = await questions.compare(account, [query.domain, ...others.map(parsedDomain)], cause);
          if (!done.ok) throw problemOf(done.refusal);
          return { status: 200, body: { domain: query.domain, results: done.results } };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}prospects/`,
        operationId: 'listProspects',
        needs: 'orders',
        tag: TAG,
        summary: 'Domains that link to a competitor and not to the client, the strongest first',
        roles: ANYONE_OF.readers,
        gate: needs('full', byQuery),
        query: z.strictObject({ ...accountQuery, domain, competitor: domain }),
        answers: [{ status: 200, description: 'the prospects', schema: listAnswerSchema }],
        handle: async ({ query, principal, scope, cause }) => {
          const account = await accountOf(principal, scope, query.account_id);
          const done = await questions.prospects(account, query.domain, query.competitor, cause);
          if (!done.ok) throw problemOf(done.refusal);
          const { results, units } = done;
          return { status: 200, body: { domain: query.domain, results, as_of: now(), cached: units === 0, units } };
        },
      }),
    ],
  };
}

const missing = (pointer: string, message: string): Problem =>
  new Problem('invalid_values', `${pointer}: ${message}`, { errors: [{ pointer, message }] });
