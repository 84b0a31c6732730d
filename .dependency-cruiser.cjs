/** Who may import whom (docs/ARCHITECTURE.md). Anything that a layer is not given here is refused. */
const NODE_MODULES = '^node_modules';
const layer = (name) => `^${name}/`;

/** `from` may import the named layers and npm packages, and nothing else. */
function only(from, layers, npm, { builtins = false, files = [] } = {}) {
  const own = [layer(from), ...layers.map(layer), ...files.map((file) => `^${file}$`)];
  const packages = npm.map((name) => `${NODE_MODULES}/(@types/)?${name}(/|$)`);
  return [
    {
      name: `${from}-imports`,
      severity: 'error',
      comment: `${from}/ may import ${[from, ...layers, ...files].join(', ')} and of npm ${npm.join(', ') || 'nothing'}`,
      from: { path: layer(from) },
      to: { pathNot: [...own, ...packages], dependencyTypesNot: builtins ? ['core'] : [] },
    },
  ];
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { pathNot: '^(test|bench|scripts|vitest)' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '@types/' },
    },
    ...only('domain', [], []),
    // Beyond the kernel: how a job ran is recorded by the machinery that runs it.
    ...only('runtime', [], ['kysely', 'pino'], { builtins: true, files: ['domain/kernel/.+', 'domain/job-run\\.ts'] }),
    ...only('sagas', ['domain', 'runtime'], []),
    ...only('commands', ['domain', 'runtime'], []),
    ...only('projections', ['domain', 'runtime'], ['kysely']),
    ...only(
      'api',
      ['domain', 'commands', 'projections'],
      ['hono', '@hono/.+', 'zod', 'jose', 'prom-client', 'swagger-ui-dist'],
      // Of the machinery only what its answers speak of: positions, jobs, who asked, and read models.
      { builtins: true, files: ['runtime/(event-store|jobs|metadata|read-model)\\.ts'] },
    ),
    {
      name: 'adapters-imports',
      severity: 'error',
      comment: 'adapters know the ports they satisfy, and outside systems; nothing of the API or the read models',
      from: { path: layer('adapters') },
      to: {
        path: '^(api|sagas|projections|cli|test|bench|main|system|features|surroundings|config)|^commands/(?!ports)',
      },
    },
    {
      name: 'config-is-the-roots',
      severity: 'error',
      from: { pathNot: '^(main|surroundings|cli/|test/|bench/|scripts/)' },
      to: { path: '^config\\.ts$' },
    },
    {
      name: 'config-imports',
      severity: 'error',
      comment: 'the environment is read before anything else is there',
      from: { path: '^config\\.ts$' },
      to: { pathNot: ['^domain/(kernel/|seller\\.ts)', `${NODE_MODULES}/zod(/|$)`], dependencyTypesNot: ['core'] },
    },
    {
      name: 'nobody-imports-the-root',
      severity: 'error',
      from: { pathNot: '^(main|system|features|surroundings|cli/|test/|bench/|scripts/)' },
      to: { path: '^(main|system|features|surroundings)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Packages are not followed but stay in the picture: excluded, an import of one would break no rule.
    exclude: { path: '^(dist|data|bench/peers/node_modules|coverage)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
