import { describe, expect, it } from 'vitest';
import { checkUpload } from '#adapters/plugin/check';
import { createChecking } from '#adapters/plugin/checking';
import { cleanTree, part, partsOfTree, zip, zipOf } from '../fixtures.ts';

const clean = partsOfTree(cleanTree());
const bomb = Buffer.alloc(40 * 1024 * 1024);
const zip64 = Buffer.from('01001000ffffffff00000000ffffffff00000000', 'hex');

describe('an uploaded archive', () => {
  it.each([
    ['a way out', [part('igny8-seo/../../evil.php', 'x')], 'igny8-seo/../../evil.php', /leads elsewhere/],
    ['an absolute path', [part('/etc/passwd', 'x')], '/etc/passwd', /leads elsewhere/],
    ['a path of Windows', [part('C:\\evil.php', 'x')], 'C:\\evil.php', /leads elsewhere/],
    ['a way out by backslashes', [part('igny8-seo\\..\\evil.php', 'x')], 'igny8-seo\\..\\evil.php', /leads elsewhere/],
    ['a bomb', [{ name: 'igny8-seo/bomb.bin', content: bomb }], 'igny8-seo/bomb.bin', /unpacks to far more/],
    [
      'a bomb that lies about its size',
      [{ name: 'igny8-seo/bomb.bin', content: bomb, says: 1000 }],
      'igny8-seo/bomb.bin',
      /something else than it says/,
    ],
    [
      'too much altogether',
      Array.from({ length: 4 }, (_, n) => ({ name: `igny8-seo/${n}.bin`, content: bomb })),
      'igny8-seo/3.bin',
      /unpacks to more than/,
    ],
    ['a link', [{ ...part('igny8-seo/link.php', '/etc/passwd'), mode: 0o120777 }], 'igny8-seo/link.php', /is a link/],
    ['a device', [{ ...part('igny8-seo/tty', ''), mode: 0o020666 }], 'igny8-seo/tty', /is a link, or no file/],
    ['the same name twice', [part('igny8-seo/readme.txt', 'x')], 'igny8-seo/readme.txt', /the same name/],
    ['names that differ by case', [part('igny8-seo/README.TXT', 'x')], 'igny8-seo/README.TXT', /the same name/],
    [
      'names that differ by how an accent is written',
      [part('igny8-seo/e\u0301.php', 'x'), part('igny8-seo/\u00e9.php', 'x')],
      'igny8-seo/\u00e9.php',
      /the same name/,
    ],
    [
      'a file that is a folder, too',
      [part('igny8-seo/readme.txt/x.php', 'x')],
      'igny8-seo/readme.txt/x.php',
      /below a file/,
    ],
    [
      'a part that is encrypted',
      [{ ...part('igny8-seo/secret.php', 'x'), flags: 1 }],
      'igny8-seo/secret.php',
      /encrypted/,
    ],
    [
      'a part that is encrypted in the strong way',
      [{ ...part('igny8-seo/secret.php', 'x'), flags: 0x40 }],
      'igny8-seo/secret.php',
      /encrypted/,
    ],
    [
      'sizes that stand elsewhere',
      [{ ...part('igny8-seo/big.php', 'x'), extra: zip64 }],
      'igny8-seo/big.php',
      /keeps its sizes elsewhere/,
    ],
    [
      'parts that share their bytes',
      [part('igny8-seo/a.php', 'x'), { ...part('igny8-seo/b.php', 'x'), sharing: true }],
      'igny8-seo/b.php',
      /not where it says/,
    ],
    [
      'a name that ends in the middle',
      [part('igny8-seo/a\u0000.php', 'x')],
      'igny8-seo/a\u0000.php',
      /leads elsewhere/,
    ],
    ['a name that is not UTF-8', [], null, /not UTF-8/],
  ] as const)('is refused with the name of the part: %s', async (name, parts, entry, why) => {
    const bytes = zip([...clean, ...parts]);
    // Seven bits are not enough for this one.
    const latin = name.includes('UTF-8') ? renamed(bytes) : bytes;
    expect(await checkUpload(latin)).toEqual({
      refused: expect.stringMatching(why),
      entry: entry ?? expect.any(String),
    });
  });

  it('is refused with more parts than a plugin has, and where it is none', async () => {
    const many = Array.from({ length: 5_001 }, (_, n) => part(`igny8-seo/${n}.txt`, ''));
    expect(await checkUpload(zip(many))).toMatchObject({ refused: expect.stringMatching(/more parts/) });
    expect(await checkUpload(Buffer.from('PK\x03\x04 and no more'))).toMatchObject({ refused: expect.any(String) });
    expect(await checkUpload(Buffer.alloc(0))).toMatchObject({ refused: expect.any(String) });
    expect(await checkUpload(zip([part('igny8-seo/a.php', '<?php')]))).toMatchObject({
      refused: expect.stringMatching(/header of a plugin/),
    });
    const strange = zip([part('igny8-seo/a.php', '<?php\n/*\nPlugin Name: A\nVersion: ../1\n*/')]);
    expect(await checkUpload(strange)).toEqual({ refused: expect.stringMatching(/version/), entry: 'igny8-seo/a.php' });
  });

  it('says so where it nests too deeply to be read, and goes on', async () => {
    const deep = {
      ...cleanTree(),
      'igny8-seo/deep.php': `<?php\nif ( ! defined( 'ABSPATH' ) ) exit;\n$a = ${'('.repeat(60_000)}1${')'.repeat(60_000)};`,
    };
    const answer = await checkUpload(zipOf(deep));
    expect(
      'refused' in answer ? null : answer.checklist.items.find(({ item }) => item === 'php')?.findings,
    ).toMatchObject([{ file: 'igny8-seo/deep.php', message: expect.any(String) }]);
  });

  it('is looked through in a thread, which is ended where it takes too long', async () => {
    const checking = createChecking();
    try {
      expect(await checking.check(zipOf(cleanTree()))).toMatchObject({ version: '1.2.0', checklist: { errors: 0 } });
    } finally {
      await checking.close();
    }
    const hasty = createChecking(1);
    try {
      await expect(hasty.check(zipOf(cleanTree()))).rejects.toThrow(/took longer/);
    } finally {
      await hasty.close();
    }
  });
});

/** The last part's name with a byte that begins nothing in UTF-8, in both places. */
function renamed(bytes: Buffer): Buffer {
  const name = Buffer.from('screenshot-8.png');
  const out = Buffer.from(bytes);
  for (let at = out.indexOf(name); at !== -1; at = out.indexOf(name, at + 1)) out[at] = 0xff;
  return out;
}
