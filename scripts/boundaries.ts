import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const FOLDERS = [
  'domain',
  'runtime',
  'commands',
  'projections',
  'sagas',
  'api',
  'adapters',
  'cli',
  'main.ts',
  'system.ts',
  'config.ts',
  'test',
];
/** Fewer modules than this were cruised only if something is wrong with the cruise itself. */
const FEWEST = 80;

const options = await extractOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(FOLDERS, { ...options, outputType: 'err' });
const result = await cruise(FOLDERS, options);
const modules = typeof result.output === 'string' ? 0 : result.output.summary.totalCruised;
const errors = typeof result.output === 'string' ? 1 : result.output.summary.error;
if (errors > 0) console.log(output);
console.log(`boundaries: ${modules} modules, ${errors} violations`);
process.exitCode = errors > 0 || modules < FEWEST ? 1 : 0;
