import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Our renderer, compiled, as a process: once, or for every line that it gets. */
const [root, from, into, stays] = process.argv.slice(2);
const { setDocument } = await import(join(root, 'adapters/render/document.js'));
const { toPdf } = await import(join(root, 'adapters/render/pdf.js'));
const { reportPages } = await import(join(root, 'adapters/reports/report-pages.js'));
const make = async () => {
  const document = JSON.parse(readFileSync(from, 'utf8'));
  writeFileSync(into, await toPdf(await setDocument(reportPages(document))));
};
if (stays !== 'stays') await make();
else {
  console.log('ready');
  for await (const _ of createInterface({ input: process.stdin })) {
    await make();
    console.log('done');
  }
}
