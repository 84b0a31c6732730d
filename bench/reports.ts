import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reportHtml } from '#adapters/reports/report-html';
import { sampleDocument } from '#test/reports/sample-document';
import { compiled } from '#test/support/compiled';
import { FLAGS, stayingChromium } from './chromium.ts';
import { median } from './measure.ts';
import { type Command, fresh, type Staying, staying, Watch } from './processes.ts';
import { typstSource } from './typst-source.ts';

/** One report by us and by others, from the same content: a fresh process each, and processes that stay. Linux only. */
const quick = process.argv.includes('--quick');
const [FRESH, WARMING, WARM] = quick ? [1, 2, 3] : [5, 5, 9];
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-reports-'));
const at = (name: string): string => join(folder, name);

const html = reportHtml(sampleDocument, { pdf: null });
writeFileSync(at('report.html'), html);
writeFileSync(at('report.json'), JSON.stringify(sampleDocument));
writeFileSync(at('report.typ'), typstSource(html));

type Peer = {
  readonly name: string;
  readonly pdf: string;
  /** Why it cannot take part; null where it can. */
  readonly missing: string | null;
  readonly fresh: Command;
  warm(): Promise<Staying>;
};
const there = (file: string, arg: string): boolean => spawnSync(file, [arg], { stdio: 'ignore' }).status === 0;
const chromium = process.env['CHROMIUM_PATH'] ?? 'chromium';
const page = pathToFileURL(at('report.html')).href;
const own = [here('peers/ours.mjs'), dirname(dirname(compiled())), at('report.json'), at('ours.pdf')];
const typst = [
  here('peers/typst.mjs'),
  at('report.typ'),
  at('typst.pdf'),
  here('../node_modules/@fontsource/inter/files'),
];
const weasy = [here('peers/weasy.py'), at('report.html'), at('weasyprint.pdf')];

const PEERS: readonly Peer[] = [
  {
    name: 'ours',
    pdf: at('ours.pdf'),
    missing: null,
    fresh: { file: process.execPath, args: own },
    warm: () => staying({ file: process.execPath, args: [...own, 'stays'] }),
  },
  {
    name: 'Chromium',
    pdf: at('chromium.pdf'),
    missing: there(chromium, '--version') ? null : 'name it by CHROMIUM_PATH',
    fresh: {
      file: chromium,
      args: [
        ...FLAGS,
        `--user-data-dir=${at('fresh')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${at('chromium.pdf')}`,
        page,
      ],
    },
    warm: () => stayingChromium(chromium, page, at('chromium.pdf'), at('warm')),
  },
  {
    name: 'WeasyPrint',
    pdf: at('weasyprint.pdf'),
    missing: there('weasyprint', '--version') ? null : 'apt-get install weasyprint',
    fresh: { file: 'weasyprint', args: [at('report.html'), at('weasyprint.pdf')] },
    warm: () => staying({ file: '/usr/bin/python3', args: weasy }),
  },
  {
    name: 'typst',
    pdf: at('typst.pdf'),
    missing: existsSync(here('peers/node_modules/@myriaddreamin/typst-ts-node-compiler'))
      ? null
      : 'npm --prefix bench/peers install',
    fresh: { file: process.execPath, args: typst },
    warm: () => staying({ file: process.execPath, args: [...typst, 'stays'] }),
  },
];

type Figures = { ms: number[]; cpuMs: number[]; mb: number[] };
const figures = new Map<string, Figures>();
function note(name: string, ms: number, cpuMs: number, mb: number): void {
  const all = figures.get(name) ?? { ms: [], cpuMs: [], mb: [] };
  all.ms.push(ms);
  all.cpuMs.push(cpuMs);
  all.mb.push(mb);
  figures.set(name, all);
  console.error(`  ${name}: ${Math.round(ms)} ms, ${Math.round(cpuMs)} ms of processors, ${Math.round(mb)} MiB`);
}

try {
  const taking = PEERS.filter(({ name, missing }) => {
    if (missing !== null) console.error(`${name} is not installed (${missing}): left out`);
    return missing === null;
  });
  for (let round = 0; round < FRESH; round++)
    for (const { name, fresh: command } of taking) {
      const { ms, cpuMs, peakMb } = await fresh(command);
      note(`${name}, fresh`, ms, cpuMs, peakMb);
    }
  const stayed = await Promise.all(
    taking.map(async (peer) => {
      const process = await peer.warm();
      return { peer, process, watch: new Watch(process.child.pid ?? 0) };
    }),
  );
  for (let round = 0; round < WARMING + WARM; round++)
    for (const { peer, process, watch } of stayed) {
      const before = watch.look().cpuMs;
      const began = performance.now();
      await process.once();
      const ms = performance.now() - began;
      const { cpuMs, peakMb } = watch.look();
      if (round >= WARMING) note(`${peer.name}, warm`, ms, cpuMs - before, peakMb);
    }
  for (const { process, watch } of stayed) {
    watch.stop();
    process.end();
  }
  console.log(
    '| | ms | ms of processors | ours / theirs | most memory, MiB | file, KiB | pages |\n|---|--:|--:|--:|--:|--:|--:|',
  );
  for (const kind of ['fresh', 'warm'])
    for (const { name, pdf } of taking) {
      const of = figures.get(`${name}, ${kind}`);
      const ours = figures.get(`ours, ${kind}`);
      if (!of || !ours) continue;
      const bytes = readFileSync(pdf);
      const ratio = median(ours.cpuMs.map((value, n) => value / (of.cpuMs[n] || 1)));
      const cells = [
        median(of.ms),
        median(of.cpuMs),
        ratio.toFixed(2),
        median(of.mb),
        bytes.length / 1024,
        pagesOf(pdf),
      ];
      const shown = cells.map((cell) => (typeof cell === 'number' ? Math.round(cell).toLocaleString('en') : cell));
      console.log(`| ${name}, ${kind} | ${shown.join(' | ')} |`);
    }
} finally {
  if (process.argv.includes('--keep')) console.error(folder);
  else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function pagesOf(pdf: string): string {
  const { stdout, status } = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' });
  return status === 0 ? (/Pages:\s+(\d+)/.exec(stdout)?.[1] ?? '?') : '?';
}
