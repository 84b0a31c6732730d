import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { files, IN_ROOMS, ROOMS, ROOT, ROW } from './sources.ts';

/** Tests that are of no room: of the machinery, of several rooms at once, or what tests stand on. */
const BESIDE = 'adapters|api|client|contract|e2e|house|pages|process|rig|runtime|simulation|support|upgrade';

/** One import of a small house of its own, and the rules that it breaks. */
type Planted = { readonly from: string; readonly to: string; readonly breaks: readonly string[] };

const backwards = ROW.flatMap((left, at) =>
  ROW.slice(at + 1).map((right): Planted => {
    const layer = IN_ROOMS[at % IN_ROOMS.length];
    return { from: `${layer}/${left}/of-${right}.ts`, to: `domain/${right}/it.ts`, breaks: [`${left}-looks-left`] };
  }),
);
const forwards = ROW.slice(1).map(
  (right, at): Planted => ({ from: `domain/${right}/good.ts`, to: `domain/${ROW[at]}/it.ts`, breaks: [] }),
);
const PLANTED: readonly Planted[] = [
  ...backwards,
  ...forwards,
  ...ROW.map((room): Planted => {
    const isLeft = ['kernel', 'log', 'platform'].includes(room);
    return {
      from: `domain/plugin/on-${room}.ts`,
      to: `domain/${room}/it.ts`,
      breaks: isLeft ? [] : ['plugin-looks-left'],
    };
  }),
  { from: 'api/reports/of-plugin.ts', to: 'domain/plugin/it.ts', breaks: ['reports-looks-left'] },
  { from: 'api/http/plugin.ts', to: 'domain/plugin/it.ts', breaks: ['http-looks-left'] },
  { from: 'app/links.ts', to: 'domain/billing/it.ts', breaks: ['links-looks-left'] },
  { from: 'app/billing.ts', to: 'domain/links/it.ts', breaks: [] },
  { from: 'app/system.ts', to: 'domain/proof/it.ts', breaks: [] },
  { from: 'api/http/ask.ts', to: 'domain/services/it.ts', breaks: ['http-looks-left'] },
  { from: 'api/http/gate.ts', to: 'domain/plans/it.ts', breaks: [] },
  { from: 'domain/log/up.ts', to: 'commands/log/it.ts', breaks: ['domain-imports'] },
  { from: 'sagas/log/across.ts', to: 'commands/log/it.ts', breaks: ['sagas-imports'] },
  { from: 'projections/log/across.ts', to: 'commands/log/it.ts', breaks: ['projections-imports'] },
  { from: 'runtime/knows.ts', to: 'domain/plans/it.ts', breaks: ['runtime-imports'] },
  { from: 'adapters/vendor/asks.ts', to: 'commands/log/it.ts', breaks: ['adapters-imports'] },
  { from: 'client/src/knows.ts', to: 'domain/kernel/it.ts', breaks: ['client-imports'] },
  { from: 'api/http/calls.ts', to: 'client/src/it.ts', breaks: ['api-imports', 'who-is-a-client'] },
  { from: 'cli/calls.ts', to: 'client/src/it.ts', breaks: [] },
  { from: 'commands/log/wires.ts', to: 'app/system.ts', breaks: ['commands-imports', 'nobody-imports-the-root'] },
];

describe('the map', () => {
  let folder = '';
  let result: ICruiseResult;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rooms-'));
    const write = (file: string, source: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    };
    for (const room of ROOMS)
      for (const layer of IN_ROOMS) write(`${layer}/${room}/it.ts`, 'export type It = string;\n');
    write('client/src/it.ts', 'export type It = string;\n');
    for (const { from, to } of PLANTED) {
      const up = '../'.repeat(from.split('/').length - 1);
      // Types only: the compiler would take the import away, the map does not.
      write(from, `import type { It } from '${up}${to}';\nexport type Mine = It;\n`);
    }
    const { tsConfig: _, ...options } = await extractOptions(join(ROOT, '.dependency-cruiser.cjs'));
    const { output } = await cruise(
      ['domain', 'runtime', 'commands', 'projections', 'sagas', 'api', 'adapters', 'app', 'cli', 'client'],
      {
        ...options,
        baseDir: folder,
      },
    );
    if (typeof output === 'string') throw new Error(output);
    result = output;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)('$from may import $to unless it breaks $breaks', ({ from, to, breaks }) => {
    const broken = result.summary.violations.filter((each) => each.from === from && each.to === to);
    expect(broken.map(({ rule }) => rule.name).sort()).toEqual([...breaks].sort());
  });

  it('finds nothing but what was planted', () => {
    const planted = PLANTED.filter(({ breaks }) => breaks.length > 0).map(({ from }) => from);
    expect([...new Set(result.summary.violations.map(({ from }) => from))].sort()).toEqual([...planted].sort());
  });

  /** Folders of a room with many files alike: one a section of a report, a few a language. */
  const MANY_ALIKE = ['sections', 'language'];
  /** Folders of pages: what they are put together from, and for whom they are. */
  const OF_PAGES = ['parts', 'style', 'language', 'team', 'client', 'sign-in'];
  it('has a room for every file', () => {
    const rooms = ROOMS.join('|');
    const inRoom = new RegExp(
      `^(${IN_ROOMS.join('|')})/(${rooms})/[a-z0-9-]+\\.tsx?$|^api/(http|pages)/[a-z0-9-]+\\.tsx?$|^api/pages/(${OF_PAGES.join('|')})/[a-z0-9-]+\\.tsx?$|^domain/reports/(${MANY_ALIKE.join('|')})/[a-z0-9-]+\\.ts$`,
    );
    expect(IN_ROOMS.flatMap(files).filter((file) => !inRoom.test(file))).toEqual([]);
    const tests = new RegExp(`^test/(${rooms})/|^test/(${BESIDE})/`);
    expect(files('test').filter((file) => !tests.test(file))).toEqual([]);
    expect(inRoom.test('domain/coupon.ts')).toBe(false);
    expect(inRoom.test('domain/shop/coupon.ts')).toBe(false);
  });

  it('has one wiring file for every room that is opened', () => {
    const wiring = files('app').map((file) => file.replace(/^app\/|\.ts$/g, ''));
    expect(ROOMS.filter((room) => room !== 'kernel' && !wiring.includes(room))).toEqual([]);
  });
});
