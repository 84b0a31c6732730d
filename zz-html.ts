import { mkdirSync, writeFileSync } from 'node:fs';
import { labelsOf } from '#domain/reports/language/index';
import { reportHtml } from '#adapters/reports/report-html';
import { sampleVariants } from '#test/reports/sample-document';
for (const [name, doc] of Object.entries(sampleVariants)) { const t=performance.now(); const h = reportHtml(doc, { pdf: 'https://reports.example/x.pdf' }, labelsOf('en')); writeFileSync(`/tmp/cw/out/${name}.html`, h); console.log(name, h.length, Math.round(performance.now()-t)); }
