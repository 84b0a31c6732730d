import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '#config';
import { EVENT_TYPES } from '#domain/events';
import { MACHINERY_TYPES } from '#runtime/saga';

const ROOT = join(import.meta.dirname, '..');
const LAYERS = ['domain', 'runtime', 'commands', 'projections', 'sagas', 'api', 'adapters', 'cli'];
const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const sources = [...LAYERS.flatMap(files), 'main.ts', 'system.ts', 'config.ts'];
const name = (file: string) =>
  file
    .split('/')
    .at(-1)
    ?.replace(/\.tsx?$/, '') ?? '';

/** Where time, chance and the environment may be asked for directly. */
const AMBIENT = /^(adapters|cli)\/|^runtime\/(clock|random|background)\.ts$|^(config|main)\.ts$/;
/** Files of commands and api that are not about one aggregate. */
const WITHOUT_NAMESAKE = [
  'ports',
  'effect-handlers',
  'service-jobs',
  'app',
  'operations',
  'overdue',
  'sandbox',
  'fact-schemas',
  'invoice-preview',
  'webhook-deliveries',
];
/** Longer than 300 lines for a reason. */
const LONG = ['api/managed-subscription.ts', 'main.ts'];

describe('the house', () => {
  it('asks for time, chance and the environment in few places only', () => {
    const ambient =
      /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bprocess\.env\b/;
    expect(sources.filter((file) => !AMBIENT.test(file) && ambient.test(text(file)))).toEqual([]);
  });

  it('evolves every type by name: no default in an evolve', () => {
    const bodies = (file: string) => text(file).match(/\bevolve: \([^)]*\)[^=]*=> \{[\s\S]*?\n {2}\},/g) ?? [];
    const withDefault = sources.filter(
      (file) => /^(domain|sagas)\//.test(file) && bodies(file).some((body) => body.includes('default:')),
    );
    expect(withDefault).toEqual([]);
  });

  it('has a golden file for every event type', () => {
    const missing = [...EVENT_TYPES, ...MACHINERY_TYPES].filter(
      (type) => !existsSync(join(ROOT, 'test/golden-events', `${type}.json`)),
    );
    expect(missing).toEqual([]);
  });

  it('names commands and api files after their aggregate', () => {
    const domain = new Set(files('domain').map(name));
    const strays = [
      ...files('commands'),
      ...files('api').filter((file) => !file.startsWith('api/http/') && !file.startsWith('api/pages/')),
    ]
      .map(name)
      .filter((each) => !domain.has(each) && !WITHOUT_NAMESAKE.includes(each));
    expect(strays).toEqual([]);
  });

  it('keeps files to one thought', () => {
    expect(sources.filter((file) => !LONG.includes(file) && text(file).split('\n').length > 301)).toEqual([]);
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
    const compose = /\n {2}app:[\s\S]*?environment:\n([\s\S]*?)\n {4}\w/.exec(text('docker-compose.yml'))?.[1] ?? '';
    const set = [...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map((match) => match[1]);
    expect(set.length).toBeGreaterThan(5);
    expect(set.filter((variable) => !VARIABLES.includes(variable ?? ''))).toEqual([]);
  });
});
