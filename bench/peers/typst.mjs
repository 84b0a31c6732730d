import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [from, into, fonts, stays] = process.argv.slice(2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
function make() {
  const pdf = compiler.pdf({ mainFileContent: readFileSync(from, 'utf8') });
  writeFileSync(into, pdf);
  // What was compiled is not to be taken from memory: another report would not be there.
  compiler.evictCache(0);
}
if (stays !== 'stays') make();
else {
  console.log('ready');
  for await (const _ of createInterface({ input: process.stdin })) {
    make();
    console.log('done');
  }
}
