import type { AccessTokenEvent } from '#domain/platform/access-token';
import { type Projection, projection } from '#runtime/projection';

export const TOKENS = 'igny8_access_tokens';

/** Tokens as the authenticator looks them up: the secret's hash, never the secret. */
export const accessTokens: Projection = projection<AccessTokenEvent>({
  name: TOKENS,
  version: 1,
  tables: [
    {
      name: TOKENS,
      columns: {
        id: 'integer',
        role: 'text',
        account_id: 'integer?',
        user_id: 'integer?',
        scopes: 'json',
        label: 'text?',
        secret_sha256: 'text',
        bootstrap: 'boolean',
        expires_at: 'timestamptz?',
        revoked_at: 'timestamptz?',
        created_at: 'timestamptz',
        updated_at: 'timestamptz',
      },
      key: ['id'],
    },
  ],
  on: {
    AccessTokenIssued(rows, { data, at }) {
      const { token_id, role, account_id, user_id, scopes, label, secret_sha256, bootstrap, expires_at } = data;
      const grant = {
        id: token_id,
        role,
        account_id,
        user_id,
        scopes: [...scopes],
        label,
        secret_sha256,
        bootstrap,
        expires_at,
      };
      rows.put(TOKENS, { ...grant, revoked_at: null, created_at: at, updated_at: at });
    },
    AccessTokenRevoked: (rows, { data, at }) =>
      rows.change(TOKENS, { id: data.token_id }, (row) => ({ ...row, revoked_at: at, updated_at: at })),
  },
});
