import type { HttpPorts, TokenRecord } from './ports.ts';
import type { Principal } from './principal.ts';
import { Problem } from './problem.ts';

const unauthorized = (detail: string): Problem =>
  new Problem('unauthorized', detail, {}, { 'WWW-Authenticate': 'Bearer' });

/** `igny8_<env>_<id>_<secret>`: ours. Anything else with two dots is taken for a JWT of the platform. */
const TOKEN = /^igny8_([a-z0-9]+)_(\d{1,10})_([\x21-\x7e]{8,200})$/;

/** Who the Authorization header stands for. Throws 401 for anything that is not a living token. */
export async function authenticate(header: string | undefined, ports: HttpPorts): Promise<Principal> {
  const [scheme, token, ...rest] = header?.trim().split(/\s+/) ?? [];
  if (!header) throw unauthorized('send a token as Authorization: Bearer …');
  if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0)
    throw unauthorized('the Authorization header is not of the form Bearer …');
  const hash = ports.sha256(token);
  const bootstrap = await ports.findBootstrapToken(hash);
  if (bootstrap && sameText(hash, bootstrap.secret_sha256)) return principalOf(bootstrap, ports);
  const own = TOKEN.exec(token);
  if (own) return byToken(Number(own[2]), own[3] ?? '', own[1] ?? '', ports);
  const principal = ports.verifyJwt && token.split('.').length === 3 ? await ports.verifyJwt(token) : null;
  if (!principal) throw unauthorized('this token is not known');
  return principal;
}

async function byToken(id: number, secret: string, environment: string, ports: HttpPorts): Promise<Principal> {
  const known = id <= 2_147_483_647 ? await ports.findToken(id) : null;
  const matches =
    sameText(ports.sha256(secret), known?.secret_sha256 ?? ports.sha256('')) && environment === ports.environment;
  if (!known || !matches) throw unauthorized('this token is not known');
  return principalOf(known, ports);
}

function principalOf(known: TokenRecord, ports: HttpPorts): Principal {
  if (known.revoked_at !== null) throw unauthorized('this token is revoked');
  if (known.expires_at !== null && known.expires_at <= ports.now()) throw unauthorized('this token has expired');
  return {
    role: known.role,
    accountId: known.account_id,
    userId: known.user_id,
    scopes: known.scopes,
    name: `token-${known.id}`,
  };
}

/** Compares digests in a time that does not tell where they differ. */
function sameText(a: string, b: string): boolean {
  let different = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) different |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return different === 0;
}
