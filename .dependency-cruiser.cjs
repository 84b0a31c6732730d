/** Who may import whom (docs/ARCHITECTURE.md): a file stands in a layer and in a room, and both maps hold for it. */
const NODE_MODULES = '^node_modules';

/** The context map: a room may import from the rooms before it, and from none after it. */
const ROOMS = ['kernel', 'log', 'platform', 'plans', 'services', 'links', 'billing', 'proof', 'reports'];
/** A room beside the row: what it may import from; it is right of those, and of no interest to any other. */
const BESIDE = { plugin: ['kernel', 'log', 'platform'] };
/** Layers that are divided into rooms; of `app/` each room has one file, and the others put the rooms together. */
const LAYERS = ['domain', 'commands', 'projections', 'sagas', 'api'];
/** What `api/http` may know: who calls, what they may read, and what their plan includes. */
const HTTP = ['kernel', 'log', 'platform', 'plans'];

const layers = LAYERS.join('|');
const inRooms = (rooms) => `^(${layers})/(${rooms.join('|')})/|^app/(${rooms.join('|')})\\.ts$`;
const layer = (name) => `^${name}/`;

/** `from` may import the named layers and npm packages, and nothing else. */
function only(from, others, npm, { builtins = false, files = [] } = {}) {
  const own = [layer(from), ...others.map(layer), ...files.map((file) => `^${file}$`)];
  const packages = npm.map((name) => `${NODE_MODULES}/(@types/)?${name}(/|$)`);
  return {
    name: `${from}-imports`,
    severity: 'error',
    comment: `${from}/ may import ${[from, ...others, ...files].join(', ')} and of npm ${npm.join(', ') || 'nothing'}`,
    from: { path: layer(from) },
    to: { pathNot: [...own, ...packages], dependencyTypesNot: builtins ? ['core'] : [] },
  };
}

/** In every layer at once: what a room on the left wants to know comes to it as an event or through a port. */
const map = ROOMS.map((room, at) => ({
  name: `${room}-looks-left`,
  severity: 'error',
  comment: `${room} knows nothing of ${[...ROOMS.slice(at + 1), ...Object.keys(BESIDE)].join(', ')}: let it hear an event, or declare a port`,
  from: { path: inRooms([room]) },
  to: { path: inRooms([...ROOMS.slice(at + 1), ...Object.keys(BESIDE)]) },
}));
for (const [room, left] of Object.entries(BESIDE))
  map.push({
    name: `${room}-looks-left`,
    severity: 'error',
    comment: `${room} stands on ${left.join(', ')} alone`,
    from: { path: inRooms([room]) },
    to: { path: inRooms(ROOMS.filter((each) => !left.includes(each))) },
  });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    // Peers of the bench have a package of their own, installed only to be measured.
    { name: 'no-unresolved', severity: 'error', from: { pathNot: '^bench/peers/' }, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { pathNot: '^(test|bench|scripts|vitest)' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '@types/' },
    },
    only('domain', [], []),
    // Beyond the kernel: how a job ran is recorded by the machinery that runs it.
    only('runtime', [], ['kysely', 'pino'], {
      builtins: true,
      files: ['domain/kernel/.+', 'domain/log/job-run\\.ts'],
    }),
    only('sagas', ['domain', 'runtime'], []),
    only('commands', ['domain', 'runtime'], []),
    only('projections', ['domain', 'runtime'], ['kysely']),
    only(
      'api',
      ['domain', 'commands', 'projections'],
      ['hono', '@hono/.+', 'zod', 'jose', 'prom-client', 'swagger-ui-dist'],
      // Of the machinery only what its answers speak of: positions, jobs, who asked, and read models.
      {
        builtins: true,
        files: [
          'runtime/(event-store|jobs|machinery-tables|metadata|read-model|rendering-failed|table|table-reads)\\.ts',
          // What the API answers, as its document says it: for pages, which ask it.
          'client/src/types\\.ts',
        ],
      },
    ),
    {
      name: 'adapters-imports',
      severity: 'error',
      comment: 'adapters know the ports they satisfy, and outside systems; nothing of the API or the read models',
      from: { path: layer('adapters') },
      to: { path: '^(api|sagas|projections|app|cli|test|bench)/|^commands/(?!\\w+/ports)' },
    },
    {
      ...only('client', [], ['openapi-fetch']),
      comment: 'client/ is published by itself and runs in browsers: it knows nothing of this house, and no Node.js',
    },
    ...map,
    {
      name: 'http-looks-left',
      severity: 'error',
      comment: `api/http stands on ${HTTP.join(', ')}`,
      from: { path: '^api/http/' },
      to: { path: inRooms([...ROOMS.filter((room) => !HTTP.includes(room)), ...Object.keys(BESIDE)]) },
    },
    {
      name: 'config-is-the-roots',
      severity: 'error',
      from: {
        pathNot: '^(app/(main|surroundings|database|first-token)\\.ts|(cli|test|bench|scripts)/)',
      },
      to: { path: '^app/config\\.ts$' },
    },
    {
      name: 'config-imports',
      severity: 'error',
      comment: 'the environment is read before anything else is there',
      from: { path: '^app/config\\.ts$' },
      to: {
        pathNot: [
          '^domain/kernel/',
          '^domain/billing/seller\\.ts$',
          '^domain/platform/house-words\\.ts$',
          '^app/config-',
          `${NODE_MODULES}/zod(/|$)`,
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'who-is-a-client',
      severity: 'error',
      comment: 'what serves the API does not call it',
      from: { pathNot: '^(client|cli|test|bench|scripts|api/pages)/' },
      to: { path: '^client/' },
    },
    {
      name: 'pages-know-types',
      severity: 'error',
      comment: 'pages ask the API inside this process: of the client they know its types and nothing else',
      from: { path: '^api/pages/' },
      to: { path: '^client/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-root',
      severity: 'error',
      from: { pathNot: '^(app|cli|test|bench|scripts)/' },
      to: { path: '^app/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Packages are not followed but stay in the picture: excluded, an import of one would break no rule.
    exclude: { path: '^(dist|client/dist|data|bench/peers/node_modules|coverage)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
