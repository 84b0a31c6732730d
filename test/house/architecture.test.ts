import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { loadConfig, VARIABLES } from '#app/config';
import { EVENT_TYPES } from '#app/events';
import { MACHINERY_TYPES } from '#runtime/saga';
import { allFiles, files, name, nodesOf, parsed, ROOT, sources, text } from './sources.ts';

/** Where time, chance and the environment may be asked for directly. */
const AMBIENT = /^(adapters|cli)\/|^runtime\/(clock|random|background)\.ts$|^app\/(config|main)\.ts$/;
/** Files of commands and api that are not about one aggregate. */
const WITHOUT_NAMESAKE = [
  'known-tokens',
  'billing-details',
  'dry-runs',
  'outlook',
  'tier-changes',
  'ports-files',
  'evidence-messages',
  'message-effects',
  'ports-conversation',
  'file',
  'conversation-access',
  'message-files',
  'ports',
  'platform-effects',
  'service-effects',
  'send-text',
  'sealed-events',
  'sealed-recipient',
  'ports-proof-log',
  'look',
  'ports-white-label',
  'report-hosts',
  'share-passwords',
  'share-views',
  'shared-report',
  'add-on-prices',
  'ahrefs-answers',
  'replay-report',
  'behind-flag',
  'small-pages',
  'white-label-effects',
  'white-label-jobs',
  'white-label-schemas',
  'account',
  'webhook-schemas',
  'service-jobs',
  'service-effects',
  'service-mail',
  'indexing-effects',
  'app',
  'operations',
  'overdue',
  'sandbox',
  'fact-schemas',
  'invoice-preview',
  'webhook-deliveries',
  'ports-backlinks',
  'ports-agreement',
  'ports-sign-in',
  'branded-mail',
  'agreement-effects',
  'backlink-order-agreement',
  'authors',
  'approvals',
  'platform-approval',
  'ports-ahrefs',
  'backlink-effects',
  'backlink-jobs',
  'ahrefs-jobs',
  'backlink-order-schemas',
  'backlink-schemas',
  'ahrefs-schemas',
  'timeline',
  'actors',
  'index-check',
  'billing-effects',
  'billing-jobs',
  'entitlement-feed',
  'payment-effects',
  'charge-effects',
  'refund-effects',
  'set-up-effects',
  'invoice-effects',
  'dunning-effects',
  'purchase-effects',
  'renewal-effects',
  'plan-effects',
  'ports-payments',
  'ports-proof',
  'ports-personal-data',
  'audit-explain',
  'audit-replay',
  'audit-streams',
  'audit-as-of',
  'audit-log',
  'signed-link',
  'audit-schemas',
  'dispute-effects',
  'evidence-deliverables',
  'evidence-texts',
  'dashboard',
  'dashboard-clients',
  'invoice-schemas',
  'invoice-money',
  'sandbox-payments',
  'ports-reports',
  'white-label-schemas',
  'white-label-jobs',
  'white-label-effects',
  'ports-white-label',
  'look',
  'collect-report',
  'distribution-report',
  'report-access',
  'report-files',
  'report-mail',
  'report-making',
  'report-preview',
  'report-review',
  'plugin-effects',
  'ports-plugin',
  'byte-range',
  'plugin-distribution',
  'plugin-schemas',
  'plugin-stats',
];
/** Longer than 300 lines; what stands here waits to be split, and nothing is added. */
const LONG = [
  'api/links/backlink-order.ts',
  'domain/reports/language/section-claims-ar.ts',
  'domain/reports/language/section-claims-es.ts',
  'domain/reports/language/section-claims-fr.ts',
  'domain/reports/language/section-claims-it.ts',
  'domain/reports/language/section-claims-pl.ts',
  'domain/reports/language/section-claims-pt.ts',
];

type Evolve = { readonly file: string; readonly body: ts.Node };
const evolves = (file: string): Evolve[] => evolvesIn(file, text(file));

/** Every function named evolve, whichever way it is written. */
const evolvesIn = (file: string, source: string): Evolve[] =>
  nodesOf(parsed(file, source), isEvolve).map((body) => ({ file, body }));
const isEvolve = (node: ts.Node): node is ts.NamedDeclaration =>
  (ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyAssignment(node)) &&
  node.name?.getText() === 'evolve';
const hasDefault = (node: ts.Node): boolean =>
  ts.isDefaultClause(node) || (ts.forEachChild(node, (child) => hasDefault(child) || undefined) ?? false);

/** Everything that is delivered: what is made, installed or a licence aside. */
const delivered = (): string[] =>
  readdirSync(ROOT, { withFileTypes: true, recursive: false })
    .filter(
      ({ name }) =>
        !['.git', 'node_modules', 'dist', 'data', 'coverage', 'LICENSE', 'package-lock.json'].includes(name),
    )
    .flatMap((entry) => (entry.isDirectory() ? allFiles(entry.name) : [entry.name]))
    .filter((file) => TEXTUAL.has(extname(file)) && !file.includes('node_modules/'));
const TEXTUAL = new Set(['', '.ts', '.tsx', '.js', '.cjs', '.json', '.md', '.yml', '.yaml', '.sh', '.example']);
/** Folders of the machines that it was written on, and hosts that packages came from. Written so as not to find itself. */
const PLACES = ['work', 'root', 'home', 'Users', 'mnt'].map((folder) => `/${folder}/`);
const HOSTS = ['registry[.]', 'npmjs[.]', 'localhost:4873'];

describe('the house', () => {
  it('asks for time, chance and the environment in few places only', () => {
    const ambient =
      /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bprocess\.env\b/;
    expect(sources.filter((file) => !AMBIENT.test(file) && ambient.test(text(file)))).toEqual([]);
  });

  it('does not ask `URL.canParse`, which denies international hosts once it is compiled (Node 20)', () => {
    expect(sources.filter((file) => /\bURL\.canParse\(/.test(text(file)))).toEqual([]);
  });

  it('evolves every type by name: no default in an evolve', () => {
    const evolving = sources.filter((file) => /^(domain|sagas)\//.test(file)).flatMap(evolves);
    expect(evolving.length).toBeGreaterThan(10);
    expect(evolving.filter(({ body }) => hasDefault(body)).map(({ file }) => file)).toEqual([]);
    const [bad] = evolvesIn('bad.ts', 'function evolve(s, e) { switch (e.type) { default: return s; } }');
    expect(bad && hasDefault(bad.body)).toBe(true);
  });

  it('has a golden file for every event type', () => {
    const missing = [...EVENT_TYPES, ...MACHINERY_TYPES].filter(
      (type) => !existsSync(join(ROOT, 'test/golden-events', `${type}.json`)),
    );
    expect(missing, 'write test/golden-events/<type>.json: copy a neighbour and change type and data').toEqual([]);
  });

  it('names commands and api files after their aggregate', () => {
    const domain = new Set(files('domain').map(name));
    const strays = [
      ...files('commands'),
      ...files('api').filter((file) => !file.startsWith('api/http/') && !file.startsWith('api/pages/')),
    ]
      .map(name)
      .filter((each) => !domain.has(each.replace(/-(effects|schemas|jobs)$/, '')) && !WITHOUT_NAMESAKE.includes(each));
    expect(strays, 'name each after a file of domain/, or say in WITHOUT_NAMESAKE that it is about none').toEqual([]);
  });

  it('keeps files to one thought', () => {
    const long = sources.filter((file) => text(file).split('\n').length > 301);
    expect(long.filter((file) => !LONG.includes(file))).toEqual([]);
    expect(LONG.filter((file) => !long.includes(file))).toEqual([]);
  });

  it('pins every dependency exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('documents every variable, and the compose file sets none that is not read', () => {
    const example = text('.env.example');
    expect(VARIABLES.filter((variable) => !new RegExp(`^#? ?${variable}=`, 'm').test(example))).toEqual([]);
    for (const service of ['app', 'sandbox']) {
      const block = new RegExp(`\\n {2}${service}:[\\s\\S]*?environment:\\n([\\s\\S]*?)\\n {4}\\w`);
      const compose = block.exec(text('docker-compose.yml'))?.[1] ?? '';
      const set = [...compose.matchAll(/^ {6}([A-Z_]+): ("?)(.*)\2$/gm)].map(([, name = '', , value = '']) => ({
        name,
        value,
      }));
      expect(set.length).toBeGreaterThan(5);
      expect(set.filter(({ name }) => !VARIABLES.includes(name))).toEqual([]);
      // What is filled in from outside is left empty, as it may be.
      const env = set.map(({ name, value }) => [name, value.replace(/^\$\{.*\}$/, '')]);
      expect(loadConfig(Object.fromEntries(env)).SANDBOX).toBe(service === 'sandbox');
    }
  });

  it('publishes nothing but the service itself beyond this machine, and starts no image that is gone', () => {
    const compose = text('docker-compose.yml');
    const ports = [...compose.matchAll(/^ {6}- "([\d.:]+)"$/gm)].map((match) => match[1]);
    expect(ports.filter((port) => !port?.startsWith('127.0.0.1:'))).toEqual(['3000:3000']);
    expect(compose).not.toContain('minio');
    const [, sandbox = ''] = compose.split(/\n {2}sandbox:\n/);
    expect(sandbox.split(/\n {2}\w/)[0]).toContain('profiles: [sandbox]');
  });

  it('names no folder of a machine and no host of packages', () => {
    const own = 'test/house/architecture.test.ts';
    const forbidden = new RegExp(`(^|[\\s"'\`(=:])(${PLACES.join('|')})|${HOSTS.join('|')}`, 'm');
    const files = delivered().filter((file) => file !== own);
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => forbidden.test(text(file)))).toEqual([]);
    expect(forbidden.test(`cd ${PLACES[1]}x`)).toBe(true);
  });
});
