import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rehearse, whyNoSvn } from '../../scripts/wporg-rehearse.ts';
import { png } from '../platform/files.ts';
import { append, cleanTree, FUNCTIONS, README, release, without, zipOf } from './fixtures.ts';

const why = whyNoSvn();
if (why !== null) process.stderr.write(`NOT TESTED: the deployment to WordPress.org. ${why}\n`);

describe.skipIf(why !== null)(why === null ? 'the deployment to WordPress.org' : `NOT TESTED: ${why}`, () => {
  it('makes trunk what is in the ZIP, a tag of it, and assets of the pictures', async () => {
    const first = release('1.1.0');
    const second = {
      ...without(release('1.2.0'), 'igny8-seo/index.php'),
      'assets/icon-256x256.png': png(256, 256),
      'igny8-seo/assets/logo@2x.png': png(2, 2),
    };
    const after = await rehearse([zipOf(first), zipOf(without(second, 'assets/screenshot-8.png'))], (there) => ({
      version: there.version,
      files: there.files,
      revision: there.revision,
      stable: there.read('trunk/readme.txt').toString('utf8'),
      old: there.read('tags/1.1.0/readme.txt').toString('utf8'),
      type: there.property('svn:mime-type', 'assets/icon-128x128.png'),
    }));
    expect(after.version).toBe('1.2.0');
    // One commit each, after the one that laid out the repository.
    expect(after.revision).toBe(3);
    expect(after.stable).toContain('Stable tag: 1.2.0');
    expect(after.old).toContain('Stable tag: 1.1.0');
    expect(after.type).toBe('image/png');
    const at = (start: string) =>
      after.files.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
    const own = (tree: Record<string, unknown>) =>
      Object.keys(tree)
        .filter((name) => name.startsWith('igny8-seo/'))
        .map((name) => name.slice('igny8-seo/'.length))
        .sort();
    expect(at('trunk/').sort()).toEqual(own(second));
    expect(at('tags/1.2.0/').sort()).toEqual(own(second));
    expect(at('tags/1.1.0/').sort()).toEqual(own(first));
    expect(at('assets/')).not.toContain('screenshot-8.png');
    expect(at('assets/')).toContain('banner-1544x500.png');
  });

  it('never writes over a tag, and takes nothing that has errors', async () => {
    const zip = zipOf(cleanTree());
    await expect(rehearse([zip, zip], () => null)).rejects.toThrow('the tag 1.2.0 is there already');
    await expect(rehearse([zipOf(append(cleanTree(), FUNCTIONS, 'eval( $x );\n').tree)], () => null)).rejects.toThrow(
      'has 1 errors',
    );
    await expect(rehearse([zipOf({ ...cleanTree(), 'igny8-seo/../x.php': '' })], () => null)).rejects.toThrow(
      'igny8-seo/../x.php',
    );
  });
});

describe('the workflow of the deployment', () => {
  const workflow = readFileSync(join(import.meta.dirname, '../../.github/workflows/wporg-deploy.yml'), 'utf8');
  it('calls the scripts that are rehearsed here, and commits for a release alone', () => {
    expect(workflow).toContain('npm run wporg:rehearse -- release.zip');
    expect(workflow).toMatch(
      /scripts\/wporg-deploy\.ts --svn https:\/\/plugins\.svn\.wordpress\.org\/igny8-seo --zip release\.zip/,
    );
    expect(workflow).toContain("startsWith(github.event.release.tag_name || inputs.tag, 'plugin-')");
    expect(workflow.match(/secrets\.\w+/g)).toEqual(['secrets.SVN_USERNAME', 'secrets.SVN_PASSWORD']);
  });

  it('looks for the version where the readme has it', () => {
    expect(String(cleanTree()[README]).split('\n')).toContain('Stable tag: 1.2.0');
  });
});
