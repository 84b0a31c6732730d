import { cruise, format } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const FOLDERS = ['domain', 'runtime', 'commands', 'projections', 'sagas', 'api', 'adapters', 'app', 'cli', 'client'];
const BESIDE = ['scripts', 'bench', 'test'];
/** Fewer modules than this, or no package, were seen only if something is wrong with the cruise itself. */
const FEWEST = 400;

const { output } = await cruise([...FOLDERS, ...BESIDE], await extractOptions('./.dependency-cruiser.cjs'));
if (typeof output === 'string') throw new Error(`the cruise answered with text: ${output}`);
const { error } = output.summary;
const isPackage = ({ source }: { source: string }) => source.startsWith('node_modules/');
const packages = output.modules.filter(isPackage).length;
const own = output.modules.filter((module) => !isPackage(module) && !module.coreModule).length;
if (error > 0) console.log((await format(output, { outputType: 'err' })).output);
console.log(`boundaries: ${own} modules, ${packages} packages, ${error} violations`);
const isBlind = own < FEWEST || packages === 0;
if (isBlind) console.log('boundaries: too little was seen for that to mean anything; see the options of the cruise');
process.exitCode = error > 0 || isBlind ? 1 : 0;
