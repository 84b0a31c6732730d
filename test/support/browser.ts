import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page as Tab } from 'playwright-core';
import { afterEach, beforeAll, describe, expect } from 'vitest';
import { ADMIN } from './api.ts';

/** No process of its own for each part: a browser of tests is to be small. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--no-zygote'];
const WAIT_MS = 10_000;

/** The Chromium that is told, or else the one that the package carries, which runs on 64-bit Linux alone. */
const named = process.env['CHROMIUM_PATH'];
const carried = process.platform === 'linux' && process.arch === 'x64';
export const whyNoBrowser: string | null =
  named !== undefined
    ? existsSync(named)
      ? null
      : `there is no ${named}, which CHROMIUM_PATH names`
    : carried
      ? null
      : `no Chromium comes with ${process.platform} ${process.arch}: name one by CHROMIUM_PATH`;

let opening: Promise<Browser> | null = null;
/** One browser for all files of a worker; it ends with the worker. */
export function browser(): Promise<Browser> {
  opening ??= open();
  return opening;
}
async function open(): Promise<Browser> {
  const executablePath = named ?? (await (await import('@sparticuz/chromium')).default.executablePath());
  const opened = await chromium.launch({ executablePath, args: FLAGS, timeout: 60_000 });
  process.once('exit', () => void opened.close());
  return opened;
}

export type Looks = {
  readonly width?: 360 | 390 | 1440;
  readonly scheme?: 'light' | 'dark';
  /** Null for somebody who is not known. */
  readonly token?: string | null;
  readonly script?: boolean;
  readonly languages?: string;
};

/** A person at a browser of their own. Whatever is wrong with a page, beside what the test looks at, fails when it is closed. */
export type Person = {
  readonly tab: Tab;
  readonly context: BrowserContext;
  /** Opens an address of the process. */
  go(path: string): Promise<number>;
  /** What a reader of the page is told of as broken by axe-core; an empty list is what is wanted. */
  faults(): Promise<readonly string[]>;
  /** How far the page is wider than its window, in pixels. */
  overflow(): Promise<number>;
  picture(file: string): Promise<void>;
  /** Throws for errors in the console, requests to other hosts, and what the content policy kept from happening. */
  close(): Promise<void>;
  /** For a test that wants something to go wrong. */
  readonly troubles: string[];
};

export async function person(url: string, looks: Looks = {}): Promise<Person> {
  const { width = 1440, scheme = 'light', token = ADMIN, script = true, languages = 'en' } = looks;
  const context = await (await browser()).newContext({
    viewport: { width, height: width === 1440 ? 900 : width === 390 ? 844 : 740 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
    locale: languages,
    deviceScaleFactor: 1,
    hasTouch: width !== 1440,
  });
  context.setDefaultTimeout(WAIT_MS);
  // To this process alone: a header for every host would give the token away.
  if (token !== null)
    await context.route(`${url}/**`, (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
    );
  const tab = await context.newPage();
  const troubles: string[] = [];
  watch(tab, url, troubles);
  return {
    tab,
    context,
    troubles,
    async go(path) {
      const answer = await tab.goto(`${url}${path}`);
      return answer?.status() ?? 0;
    },
    faults: () => axeFaults(tab),
    overflow: () =>
      tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>,
    picture: async (file) => void (await tab.screenshot({ path: file, fullPage: true })),
    async close() {
      await context.close();
      if (troubles.length > 0) throw new Error(`troubles of the page:\n${troubles.join('\n')}`);
    },
  };
}

function watch(tab: Tab, url: string, troubles: string[]): void {
  tab.on('console', (message) => {
    // That a page is not there, or a form is refused, is what some tests are about; they look at the status themselves.
    if (message.type() === 'error' && !/Failed to load resource.*status of 4\d\d/.test(message.text()))
      troubles.push(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  tab.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(`${url}/`) && !/^(data|blob|about):/.test(to)) troubles.push(`asked another host: ${to}`);
  });
}

const axe = (): Promise<string> => readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let source: Promise<string> | null = null;
type Violation = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: unknown }[];
};

/** Runs axe-core beside the page, where its content policy has no say: it is no script of the page. WCAG 2.2 A and AA. */
async function axeFaults(tab: Tab): Promise<readonly string[]> {
  source ??= axe();
  const session = await tab.context().newCDPSession(tab);
  try {
    const run = async (expression: string) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
      return result.value as unknown;
    };
    await run(`${await source};0`);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const violations = (await run(
      `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ target }) => ({ target })) })))`,
    )) as readonly Violation[];
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`);
  } finally {
    await session.detach();
  }
}

/** Tests that need a browser; where there is none they are passed over, and it is said why. */
export function inBrowser(name: string, tests: () => void): void {
  if (whyNoBrowser !== null) {
    describe.skip(`${name} (${whyNoBrowser})`, tests);
    process.stderr.write(`\nNo browser: ${name} is not tested. ${whyNoBrowser}\n`);
    return;
  }
  describe(name, () => {
    beforeAll(async () => void (await browser()));
    // What a test that failed has left open is nothing to the next one.
    afterEach(async () => {
      for (const context of (await browser()).contexts()) await context.close();
    });
    tests();
  });
}

/** Nothing that a reader of any kind stumbles over: axe-core, and no page wider than its window. */
export async function expectReadable(someone: Person): Promise<void> {
  expect(await someone.faults(), someone.tab.url()).toEqual([]);
  expect(await someone.overflow(), `${someone.tab.url()} is wider than its window`).toBeLessThanOrEqual(0);
}
