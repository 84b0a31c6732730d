import { type AccessTokenEvent, ROLES, type Scope } from '#domain/platform/access-token';
import { type Projection, projection } from '#runtime/projection';
import { boolean, instant, integer, json, oneOf, type Stored, stamps, table, text } from '#runtime/table';

export const TOKENS = table(
  'igny8_access_tokens',
  {
    id: integer,
    role: oneOf(...ROLES),
    account_id: integer.orNull,
    user_id: integer.orNull,
    scopes: json<readonly Scope[]>(),
    label: text.orNull,
    secret_sha256: text,
    bootstrap: boolean,
    expires_at: instant.orNull,
    revoked_at: instant.orNull,
    ...stamps,
  },
  { key: ['id'] },
);
export type TokenRow = Stored<typeof TOKENS>;

/** Tokens as the authenticator looks them up: the secret's hash, never the secret. */
export const accessTokens: Projection = projection<AccessTokenEvent>({
  name: TOKENS.name,
  version: 1,
  tables: [TOKENS],
  on: {
    AccessTokenIssued(rows, { data, at }) {
      const { token_id, role, account_id, user_id, scopes, label, secret_sha256, bootstrap, expires_at } = data;
      rows.put(TOKENS, {
        id: token_id,
        role,
        account_id,
        user_id,
        scopes: [...scopes],
        label,
        secret_sha256,
        bootstrap,
        expires_at,
        revoked_at: null,
        created_at: at,
        updated_at: at,
      });
    },
    AccessTokenRevoked: (rows, { data, at }) =>
      rows.change(TOKENS, { id: data.token_id }, (row) => ({ ...row, revoked_at: at, updated_at: at })),
  },
});
