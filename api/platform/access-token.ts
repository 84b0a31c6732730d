import { z } from 'zod';
import { invalid } from '#api/http/json';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instant, text } from '#api/http/schemas';
import { columnSchemas } from '#api/http/table-schema';
import type { AccessTokenCommands } from '#commands/platform/access-token';
import type { AccountId, UserId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';
import { issuedToken, ROLES, SCOPES } from '#domain/platform/access-token';
import { TOKENS, type TokenRow } from '#projections/platform/access-token';
import type { OperationsReader } from '#projections/platform/operations-reader';
import { type Actor, userOf } from '#runtime/metadata';

const schema = z
  .object({
    ...columnSchemas(TOKENS, 'id', 'role', 'account_id', 'user_id'),
    scopes: z.array(z.enum(SCOPES)),
    ...columnSchemas(TOKENS, 'label', 'expires_at', 'revoked_at', 'created_by', 'created_at', 'updated_at'),
  })
  .meta({ id: 'AccessToken' });
const issuedSchema = schema.extend({ token: z.string().meta({ description: 'shown in this answer only' }) });

const issueSchema = z.strictObject({
  role: z.enum(ROLES),
  account_id: idSchema.nullish(),
  user_id: idSchema.nullish(),
  scopes: z.array(z.enum(SCOPES)).min(1).optional(),
  label: text(200).optional(),
  expires_at: instant.optional(),
});

const BASE = '/api/v1/auth/tokens/';

export function accessTokenApi({
  commands,
  reader,
}: {
  readonly commands: AccessTokenCommands;
  readonly reader: OperationsReader;
}): FeatureRoutes {
  type Shown = Pick<TokenRow, keyof z.output<typeof schema>>;
  const answer = ({
    id,
    role,
    account_id,
    user_id,
    scopes,
    label,
    expires_at,
    revoked_at,
    created_by,
    created_at,
    updated_at,
  }: Shown) => ({
    id,
    role,
    account_id,
    user_id,
    scopes,
    label,
    expires_at,
    revoked_at,
    created_by,
    created_at,
    updated_at,
  });
  const by = (actor: Actor, at: Instant) => ({ created_by: userOf(actor), updated_at: at });
  return {
    name: 'access-token',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'listTokens',
        tag: 'Access',
        summary: 'Tokens, without their secrets',
        roles: ANYONE_OF.admin,
        query: pageQuery({}, ['id', 'created_at']),
        answers: [{ status: 200, description: 'a page of tokens', schema: listSchema(schema) }],
        handle: async (call) => {
          const { count, rows } = await reader.tokens(call.scope, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answer)) };
        },
      }),
      defineRoute({
        method: 'post',
        path: BASE,
        operationId: 'issueToken',
        tag: 'Access',
        summary: 'Issue a token',
        description:
          'The token itself is in this answer and nowhere else. Roles `agency` and `client` need an account, `account_manager` a user.',
        roles: ANYONE_OF.admin,
        looksUp: false,
        body: issueSchema,
        bodyExample: { role: 'client', account_id: 1, label: 'dashboard' },
        answers: [{ status: 201, description: 'issued', schema: issuedSchema }],
        handle: async (call) => {
          const { role, account_id = null, user_id = null, scopes, label = null, expires_at = null } = call.body;
          if ((role === 'agency' || role === 'client') && account_id === null)
            throw invalid([{ pointer: '/account_id', message: `the role ${role} needs an account` }]);
          if (role === 'account_manager' && user_id === null)
            throw invalid([{ pointer: '/user_id', message: 'the role account_manager needs a user' }]);
          const wanted = {
            role,
            accountId: account_id as AccountId | null,
            userId: user_id as UserId | null,
            scopes: scopes ?? [...SCOPES],
            label,
            expiresAt: expires_at,
          };
          const { handled, id, token } = await commands.issue(wanted, call.cause);
          const { events, position, revision } = accepted(handled);
          const issued = events.reduce(issuedToken.evolve, issuedToken.initial);
          if (!issued) throw new Error('issuing a token answers its issue');
          return {
            status: 201,
            // What was decided, and the secret with it: nobody is told that one again.
            body: {
              ...answer({ ...issued, ...by(call.cause.actor, issued.created_at), scopes: [...issued.scopes] }),
              token,
            },
            position,
            revision,
            location: `${BASE}${id}/`,
            headers: { 'Cache-Control': 'no-store' },
          };
        },
      }),
      defineRoute({
        method: 'delete',
        path: `${BASE}{id}/`,
        operationId: 'revokeToken',
        tag: 'Access',
        summary: 'Revoke a token at once',
        roles: ANYONE_OF.admin,
        looksUp: false,
        answers: [{ status: 204, description: 'revoked' }],
        handle: async (call) => {
          const { position } = accepted(await commands.revoke(call.id, call.cause));
          return { status: 204, position };
        },
      }),
    ],
  };
}
