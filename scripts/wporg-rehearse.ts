import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deploy } from './wporg-deploy.ts';

/** Why nothing can be rehearsed here; null where it can. */
export function whyNoSvn(): string | null {
  const missing = ['svn', 'svnadmin'].filter((name) => spawnSync(name, ['--version', '--quiet']).error !== undefined);
  return missing.length === 0 ? null : `${missing.join(' and ')} is not installed: apt-get install subversion`;
}

export type Rehearsal = {
  readonly version: string;
  /** What stands in the repository afterwards, by its path. */
  readonly files: readonly string[];
  readonly revision: number;
  read(path: string): Buffer;
  property(name: string, path: string): string;
};

/** Walks through the deployment of these ZIPs, one after the other, on a repository of its own laid out as WordPress.org lays them out. */
export async function rehearse<R>(zips: readonly Buffer[], look: (after: Rehearsal) => R): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'wporg-repository-'));
  try {
    execFileSync('svnadmin', ['create', join(folder, 'repository')]);
    const url = pathToFileURL(join(folder, 'repository')).href;
    const svn = (...words: string[]) => execFileSync('svn', [...words, '--non-interactive']);
    svn(
      'mkdir',
      '--quiet',
      '-m',
      'As WordPress.org begins',
      ...['trunk', 'tags', 'assets', 'branches'].map((each) => `${url}/${each}`),
    );
    let version = '';
    for (const zip of zips) version = (await deploy({ svn: url, zip, commit: true })).version;
    return look({
      version,
      files: svn('list', '--recursive', url)
        .toString('utf8')
        .split('\n')
        .filter((name) => name !== '' && !name.endsWith('/')),
      revision: Number(svn('info', '--show-item', 'revision', url).toString('utf8')),
      read: (path) => svn('cat', `${url}/${path}@`),
      property: (name, path) => svn('propget', name, `${url}/${path}@`).toString('utf8').trim(),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm run wporg:rehearse -- igny8-seo.1.2.0.zip`: what would be committed, and what would stand there. */
async function main(files: readonly string[]): Promise<void> {
  const why = files.length === 0 ? 'name one or more ZIPs' : whyNoSvn();
  if (why !== null) throw new Error(why);
  const {
    version,
    files: there,
    revision,
  } = await rehearse(
    files.map((file) => readFileSync(file)),
    (after) => after,
  );
  console.log(there.join('\n'));
  console.log(`${version} went through: revision ${revision}, ${there.length} files`);
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
