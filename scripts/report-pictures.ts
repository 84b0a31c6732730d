import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { createRendering } from '#adapters/reports/rendering';
import { reportSample } from './report-sample.ts';
import { documentOf, emptied, LANGUAGES_SHOWN, VARIANTS, withKeywords } from './report-variants.ts';
import { smallPng } from './small-png.ts';

/** Draws the pictures of docs/reports from the report of the demo's Pro client; each has at most 60 KiB. */
const FOLDER = join(import.meta.dirname, '../docs/reports');
const MOST_BYTES = 60 * 1024;
const WIDTH = 480;
const COLUMNS = 4;
const GAP = 6;

/** Pages beside and below each other, as small as they have to be. */
function sheet(pages: readonly Uint8Array[], columns: number): Buffer {
  const wide = (WIDTH - GAP * (columns + 1)) / columns;
  const high = wide * Math.SQRT2;
  const rows = Math.ceil(pages.length / columns);
  const placed = pages.map((page, n) => {
    const [x, y] = [GAP + (n % columns) * (wide + GAP), GAP + Math.floor(n / columns) * (high + GAP)];
    const href = `data:image/png;base64,${Buffer.from(page).toString('base64')}`;
    return `<image x="${x}" y="${y}" width="${wide}" height="${high}" href="${href}"/>`;
  });
  const height = Math.ceil(GAP + rows * (high + GAP));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="100%" height="100%" fill="#9aa1ab"/>${placed.join('')}</svg>`;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const picture = { width: drawn.width, height: drawn.height, pixels: drawn.pixels };
  for (const colors of [96, 48, 24, 12]) {
    const png = smallPng(picture, colors);
    if (png.length <= MOST_BYTES) return png;
  }
  throw new Error('a picture is too large, however few colours it has');
}

const data = await reportSample(LANGUAGES_SHOWN);
const en = data.get('en');
if (!en) throw new Error('there is no English report');
const rendering = createRendering(1);
const { reports } = rendering;
await mkdir(FOLDER, { recursive: true });
try {
  const all = {
    ...VARIANTS(en),
    keywords: documentOf(withKeywords(en, 60), {}),
    empty: documentOf(emptied(en), {}),
    ...Object.fromEntries(
      [...data]
        .filter(([language]) => language !== 'en')
        .map(([language, own]) => [language, documentOf(own, { language })]),
    ),
  };
  for (const [name, document] of Object.entries(all)) {
    const { bytes, pages } = await reports.pdf(document);
    const drawn: Uint8Array[] = [];
    for (let page = 1; page <= pages; page += 1) drawn.push(await reports.png(document, page, 600));
    const png = sheet(drawn, COLUMNS);
    await writeFile(join(FOLDER, `${name}.png`), png);
    if (name === 'light')
      for (const [page, picture] of drawn.entries())
        if (page < 1) await writeFile(join(FOLDER, 'first-page.png'), sheet([picture], 1));
    if (process.env['PDFS']) await writeFile(join(process.env['PDFS'], `${name}.pdf`), bytes);
    console.log(`${name}: ${pages} pages, ${Math.ceil(png.length / 1024)} KiB`);
  }
} finally {
  await rendering.close();
}
