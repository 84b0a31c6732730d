import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** Writes docs/verify/SHA256SUMS: what whoever gets a bundle compares the files with that it carries. */
const sums = ['FORMAT.md', 'verify.mjs'].map((name) => {
  const hash = createHash('sha256').update(readFileSync(`docs/verify/${name}`));
  return `${hash.digest('hex')}  ${name}\n`;
});
writeFileSync('docs/verify/SHA256SUMS', sums.join(''));
