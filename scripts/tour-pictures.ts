import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { smallPng } from './small-png.ts';

/** Makes the pictures of docs/tour.md: those that the walk of test/pages/walk.test.ts takes, with few colours. */
const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs/tour');
const COLORS = 96;
const MOST_BYTES = 2 * 1024 * 1024;
/** Taken on the way, and not shown. */
const UNSHOWN = new Set(['onboarding-before', 'indexing-before', 'reports']);

/** The pixels of a PNG, as another picture draws them. */
function pixelsOf(png: Buffer): Parameters<typeof smallPng>[0] {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return { width: drawn.width, height: drawn.height, pixels: drawn.pixels };
}

const taken = await mkdtemp(join(tmpdir(), 'igny8-tour-'));
try {
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/pages/walk.test.ts'], {
    cwd: ROOT,
    env: { ...process.env, TOUR_PICTURES: taken },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the walk did not get through: no picture is changed');
  const names = (await readdir(taken)).filter((file) => !UNSHOWN.has(file.replace('.png', '')));
  if (names.length === 0) throw new Error('there is no browser: no picture was taken');
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  let bytes = 0;
  for (const name of names) {
    const small = smallPng(pixelsOf(await readFile(join(taken, name))), COLORS);
    bytes += small.length;
    await writeFile(join(FOLDER, name), small);
  }
  console.log(`${names.length} pictures, ${Math.ceil(bytes / 1024)} KiB`);
  if (bytes > MOST_BYTES) throw new Error('the pictures are too large');
} finally {
  await rm(taken, { recursive: true, force: true });
}
