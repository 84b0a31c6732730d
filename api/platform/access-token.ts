import { z } from 'zod';
import { invalid } from '#api/http/json';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema, instant, instantText, text } from '#api/http/schemas';
import type { AccessTokenCommands } from '#commands/platform/access-token';
import type { AccountId, UserId } from '#domain/kernel/ids';
import { issuedToken, ROLES, SCOPES } from '#domain/platform/access-token';
import type { TokenRow } from '#projections/platform/access-token';
import type { OperationsReader } from '#projections/platform/operations-reader';

const schema = z
  .object({
    id: idSchema,
    role: z.enum(ROLES),
    account_id: idSchema.nullable(),
    user_id: idSchema.nullable(),
    scopes: z.array(z.enum(SCOPES)),
    label: z.string().nullable(),
    expires_at: instantText.nullable(),
    revoked_at: instantText.nullable(),
    created_at: instantText,
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
  const answer = ({ id, role, account_id, user_id, scopes, label, expires_at, revoked_at, created_at }: Shown) => ({
    id,
    role,
    account_id,
    user_id,
    scopes,
    label,
    expires_at,
    revoked_at,
    created_at,
  });
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
            body: { ...answer({ ...issued, scopes: [...issued.scopes] }), token },
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
