import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { notFound } from '#api/http/problem';
import { defineRoute, type Route } from '#api/http/routes';
import type { Language } from '#domain/kernel/language';
import type { BrandColors } from './brand.ts';
import type { PageCharts } from './charts.ts';
import { brandSheets } from './style/brand-sheets.ts';
import { styleSheet } from './style/index.ts';
import { forBrowsers, type Verifier, verifierFile } from './verifier.ts';

/** What pages load besides themselves: their style, the library for partial updates, and letters. */
export type Assets = {
  readonly style: string;
  /** Of a brand: to be loaded after the style. */
  readonly brandStyle: (colors: BrandColors) => string;
  readonly scripts: readonly string[];
  /** Loaded along with the page: what comes later is not shown any more. */
  readonly fonts: (language: Language) => readonly string[];
  readonly verifier: Verifier;
  readonly routes: readonly Route[];
};
type Asset = { readonly bytes: Uint8Array; readonly type: string };

/** Written with letters that are not in the first part of the font. */
const BEYOND_LATIN: ReadonlySet<Language> = new Set(['pl']);

const BASE = '/app/assets/';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const fileOf = (name: string, ...path: string[]): Uint8Array =>
  readFileSync(join(dirname(createRequire(import.meta.url).resolve(name)), ...path));

/** A name says what is in the file: whoever has it need never ask again. */
export function openAssets(charts: Pick<PageCharts, 'css' | 'cssOf'>): Assets {
  const brands = brandSheets(charts);
  const served = new Map<string, Asset>();
  const add = (name: string, ending: string, type: string, bytes: Uint8Array): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    served.set(`${name}.${hash}.${ending}`, { bytes, type });
    return `${BASE}${name}.${hash}.${ending}`;
  };
  const letters = (subset: string, weight: number): string =>
    add(
      `inter-${subset}-${weight}`,
      'woff2',
      'font/woff2',
      fileOf('@fontsource/inter/package.json', 'files', `inter-${subset}-${weight}-normal.woff2`),
    );
  const faces = ['latin', 'latin-ext'].flatMap((subset) =>
    [400, 600].map((weight) => ({ subset, weight, url: letters(subset, weight) })),
  );
  const style = add('style', 'css', CSS, Buffer.from(styleSheet(charts.css, faces)));
  const scripts = [
    add('htmx', 'js', SCRIPT, fileOf('htmx.org/package.json', 'dist', 'htmx.min.js')),
    add('sse', 'js', SCRIPT, fileOf('htmx-ext-sse/package.json', 'dist', 'sse.min.js')),
  ];
  const program = verifierFile('verify.mjs');
  const host = add('in-browser', 'js', SCRIPT, Buffer.from(verifierFile('in-browser.js')));
  const verify = add('verify', 'js', SCRIPT, Buffer.from(forBrowsers(program, host)));
  const inPage = verifierFile('in-page.js')
    .replace("'in-browser.js'", `'${host}'`)
    .replace("'verify.mjs'", `'${verify}'`);
  return {
    style,
    brandStyle: (colors) => BASE + brands.nameOf(colors),
    scripts,
    verifier: {
      module: add('in-page', 'js', SCRIPT, Buffer.from(inPage)),
      sha256: createHash('sha256').update(program).digest('hex'),
    },
    fonts: (language) =>
      faces.filter(({ subset }) => subset === 'latin' || BEYOND_LATIN.has(language)).map(({ url }) => url),
    routes: [
      defineRoute({
        method: 'get',
        path: `${BASE}{name}`,
        operationId: 'page_asset',
        page: true,
        tag: 'Pages',
        summary: 'A file that pages load',
        roles: 'public',
        everyHost: true,
        rateLimited: false,
        answers: [{ status: 200, description: 'the file', contentType: 'application/octet-stream' }],
        async handle({ params: { name } }) {
          const brand = brands.find(name);
          const asset = brand === null ? served.get(name) : { bytes: Buffer.from(brand.css), type: CSS };
          if (!asset) throw notFound('file');
          // Where another version of the process named it, nobody keeps what this one makes of it.
          const keep = brand?.lasts === false ? 'no-store' : 'public, max-age=31536000, immutable';
          return { status: 200, raw: asset.bytes, headers: { 'Content-Type': asset.type, 'Cache-Control': keep } };
        },
      }),
    ],
  };
}
