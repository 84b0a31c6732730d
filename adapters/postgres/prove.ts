import pg from 'pg';
import { StartProblem } from '#adapters/start-problem';

const TIMEOUT_MS = 10_000;

/** Connects once, so that a database that cannot be had is told in a line. Throws `StartProblem`; the password is never in it. */
export async function proveDatabase(config: pg.PoolConfig): Promise<void> {
  let client: pg.Client;
  try {
    client = new pg.Client({ ...config, connectionTimeoutMillis: TIMEOUT_MS });
  } catch (error) {
    throw new StartProblem(`DATABASE_URL: cannot be read (${(error as Error).message.split('\n')[0]})`);
  }
  client.on('error', () => undefined);
  const where = `${client.host}:${client.port}`;
  try {
    await client.connect();
  } catch (error) {
    throw new StartProblem(`DATABASE_URL: ${reason(error as NodeJS.ErrnoException, where, client)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reason({ code, message }: NodeJS.ErrnoException, where: string, { user, database }: pg.Client): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing listens at ${where}; start PostgreSQL there, or leave it unset for the embedded one`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host of ${where} is not known`;
    case '28P01':
    case '28000':
      return `${where} refused the user ${user} or the password`;
    case '3D000':
      return `there is no database ${database} at ${where}`;
    case '57P03':
      return `the server at ${where} is still starting`;
    default:
      return `no connection to ${where} (${code ?? message.split('\n')[0]})`;
  }
}
