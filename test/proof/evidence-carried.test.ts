import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifierFiles } from '#adapters/proof/verifier-files';
import { verified } from '#cli/verify';
import { VERIFY_MD } from '#commands/proof/evidence-texts';
import type { Bytes } from '#domain/log/merkle';
import { unpacked } from '#domain/proof/bundle-zip';
import { logOf, set } from './evidence-bundle-log.ts';

const ROOT = join(import.meta.dirname, '../..');
const VERIFY = join(ROOT, 'docs/verify');

describe('what a bundle carries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'carried-'));
  let bundle: Bytes;
  beforeAll(async () => {
    const parts = (made: { verify_md: string; verifier: unknown }) =>
      Object.assign(made, { verify_md: VERIFY_MD, verifier: verifierFiles() });
    bundle = await (await logOf()).bundle(parts);
    for (const [name, data] of unpacked(bundle) ?? []) put(name, data);
    put('bundle.zip', bundle);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const put = (name: string, data: string | Bytes) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  };
  /** In an environment in which nothing of this one is known. */
  const run = (command: string, cwd = folder) => {
    const [program = '', ...words] = command.split(' ');
    const { status, stdout, stderr } = spawnSync(program === 'node' ? process.execPath : program, words, {
      cwd,
      encoding: 'utf8',
      env: {},
    });
    return { status, said: `${stdout}${stderr}` };
  };

  it('is the verifier and the format of this version, and all that VERIFY.md tells to run', () => {
    for (const name of ['verify.mjs', 'FORMAT.md'])
      expect(readFileSync(join(folder, name))).toEqual(readFileSync(join(VERIFY, name)));
    const commands = VERIFY_MD.split('\n').flatMap((line) => (/^ {4}\S/.test(line) ? [line.trim()] : []));
    expect(commands).toEqual(['node verify.mjs', 'node verify.mjs bundle.zip']);
    for (const command of commands) {
      const { status, said } = run(command);
      expect([status, said]).toEqual([0, expect.stringMatching(/^HOLDS\.\n/)]);
      expect(said).toContain('The verify.mjs in the bundle is this very program');
      expect(said).toMatch(/Stated by the issuer, and followed from nothing:\n {2}FORMAT.md, VERIFY.md, summary.pdf/);
    }
  });

  it('is read from a folder too, which says what that leaves open', () => {
    put('kept-head.json', '{}');
    const outside = run(`node ${join(folder, 'verify.mjs')}`, tmpdir());
    for (const { status, said } of [run('node verify.mjs .'), outside]) {
      expect(status).toBe(0);
      expect(said).toContain('in its canonical form was not checked');
      expect(said).toContain('not looked at: bundle.zip, kept-head.json');
    }
    const { code, text } = verified(folder, {});
    expect(code).toBe(0);
    expect(text).toContain('not looked at: bundle.zip, kept-head.json');
    expect(text).toContain('The verify.mjs that it carries is the one of this version.');
  });

  it('does not hold with another byte in any file of the folder', () => {
    for (const name of unpacked(bundle)?.keys() ?? []) {
      const before = readFileSync(join(folder, name));
      put(name, Buffer.concat([before, Buffer.from(' ')]));
      // The carried verifier itself is run from the outside: changed, it could say anything.
      const { status } = run(`node ${join(VERIFY, 'verify.mjs')} ${folder}`);
      expect([status, verified(folder, {}).code], name).toEqual([1, 1]);
      rmSync(join(folder, name));
      expect(verified(folder, {}).code, name).toBe(1);
      put(name, before);
    }
    expect(verified(folder, {}).code).toBe(0);
  });

  it('says that another verifier came with it', async () => {
    const other = await (await logOf()).bundle(set('verifier/program', Buffer.from('// another\n')));
    put('other.zip', other);
    expect(run(`node ${join(VERIFY, 'verify.mjs')} other.zip`).said).toContain('is another program than this one');
    expect(verified(join(folder, 'other.zip'), {}).text).toContain('is not the one of this version');
  });
});

describe('what is published', () => {
  it('has the hash of each file, as `npm run hashes` writes them', () => {
    const sums = ['FORMAT.md', 'verify.mjs'].map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(VERIFY, name)));
      return `${hash.digest('hex')}  ${name}\n`;
    });
    expect(readFileSync(join(VERIFY, 'SHA256SUMS'), 'utf8')).toBe(sums.join(''));
  });

  it('never tells anybody to run a package by our name, which is not ours where packages are published', () => {
    const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|mjs|yml)$/.test(name))
      .map((name) => join('docs', name));
    for (const page of [
      ...pages,
      'README.md',
      'commands/proof/evidence-texts.ts',
      '.env.example',
      'docker-compose.yml',
    ])
      expect(readFileSync(join(ROOT, page), 'utf8'), page).not.toMatch(/\b(?:npx|npm exec|dlx|bunx)\b[^\n]*igny8/);
  });
});
