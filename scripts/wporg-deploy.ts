import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { partsOf } from '#adapters/file-check/zip';
import { checkUpload } from '#adapters/plugin/check';

/**
 * Brings a release to the Subversion repository of WordPress.org: trunk becomes what is in the ZIP, assets the pictures beside the
 * folder, and the tag a copy of trunk, all in one commit. A tag that is there is never written over.
 */
export type Deploy = {
  readonly svn: string;
  /** The whole ZIP, as it was uploaded: `igny8-seo/` and `assets/`. */
  readonly zip: Buffer;
  readonly commit: boolean;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly say?: (line: string) => void;
};

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};
/** A plugin and its pictures, with room to spare. */
const LIMITS = { parts: 5_000, unpacked: 128 * 1024 * 1024, ratio: 200 };

/** Answers the version, and what changes there; throws where the checklist has errors, or the tag is there already. */
export async function deploy({ svn: url, zip, commit, username, password, say = () => {} }: Deploy) {
  const checked = await checkUpload(zip);
  if ('refused' in checked) throw new Error(`${checked.entry ?? 'the ZIP'}: ${checked.refused}`);
  const { version, checklist } = checked;
  if (checklist.errors > 0) throw new Error(`the checklist of ${version} has ${checklist.errors} errors`);
  const parts = await partsOf(zip, LIMITS);
  const folder = mkdtempSync(join(tmpdir(), 'wporg-'));
  const auth = username === undefined ? [] : ['--username', username, '--no-auth-cache'];
  const svn = (...words: string[]): string =>
    execFileSync(
      'svn',
      [...words, '--non-interactive', ...auth, ...(password === undefined ? [] : ['--password-from-stdin'])],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'inherit'],
        ...(password === undefined ? {} : { input: password }),
      },
    );
  try {
    svn('checkout', '--quiet', '--depth', 'immediates', url, '.');
    svn('update', '--quiet', '--set-depth', 'immediates', 'tags');
    for (const each of ['trunk', 'assets']) {
      if (!existsSync(join(folder, each))) svn('mkdir', '--quiet', each);
      else svn('update', '--quiet', '--set-depth', 'infinity', each);
    }
    if (!existsSync(join(folder, 'tags'))) svn('mkdir', '--quiet', 'tags');
    if (existsSync(join(folder, 'tags', version))) throw new Error(`the tag ${version} is there already`);
    const below = (start: string) =>
      new Map(
        [...parts]
          .filter(([name]) => name.startsWith(start) && !name.endsWith('/'))
          .map(([name, content]) => [name.slice(start.length), content]),
      );
    replaced(join(folder, 'trunk'), below('igny8-seo/'));
    replaced(join(folder, 'assets'), below('assets/'));
    recorded(svn);
    for (const name of readdirSync(join(folder, 'assets'))) {
      const type = TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];
      // Without it a browser saves the picture instead of showing it.
      if (type !== undefined) svn('propset', '--quiet', 'svn:mime-type', type, `assets/${name}@`);
    }
    svn('copy', '--quiet', 'trunk', `tags/${version}`);
    const changes = svn('status').trimEnd();
    say(changes);
    if (commit) say(svn('commit', '-m', `Release ${version}`).trimEnd());
    return { version, changes, committed: commit };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder holds these files and no others. */
function replaced(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !entry.parentPath.split('/').includes('.svn')) {
      const path = join(entry.parentPath, entry.name);
      if (!files.has(path.slice(folder.length + 1))) rmSync(path);
    }
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** What is new is added, what is gone is removed; `@` ends a name that has one in it. */
function recorded(svn: (...words: string[]) => string): void {
  svn('add', '--quiet', '--force', 'trunk', 'assets', '--auto-props', '--parents', '--depth', 'infinity');
  const gone = svn('status')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(8).trim());
  for (const name of gone) svn('delete', '--quiet', `${name}@`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { svn: { type: 'string' }, zip: { type: 'string' }, commit: { type: 'boolean', default: false } },
  });
  const { svn, zip, commit } = values;
  if (svn === undefined || zip === undefined)
    throw new Error('say --svn <address> and --zip <file>; --commit to do it');
  const { version } = await deploy({
    svn,
    zip: readFileSync(zip),
    commit,
    username: process.env['SVN_USERNAME'],
    password: process.env['SVN_PASSWORD'],
    say: (line) => console.log(line),
  });
  console.log(commit ? `${version} is at ${svn}` : `${version} would be committed; say --commit to do it`);
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
