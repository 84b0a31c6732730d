import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { simulate, type Verdict } from './history.ts';
import { GUARDS, type Guard } from './process.ts';

const program = new Command('simulate')
  .description('drive the whole machinery in one thread on virtual time, with crashes at every await')
  .option('--seeds <n>', 'how many histories', (text) => Number(text), 1000)
  .option('--from <seed>', 'first seed', (text) => Number(text), 1)
  .addOption(new Option('--without <guard>', 'take a guard out; the run is then expected to fail').choices(GUARDS))
  .option('--keep-going', 'go on after a broken history')
  .parse();
const {
  seeds,
  from,
  without = null,
  keepGoing,
} = program.opts<{ seeds: number; from: number; without?: Guard; keepGoing?: boolean }>();

const bar = process.stderr.isTTY
  ? new SingleBar({
      format: '{bar} {value}/{total} histories, {eta} s left',
      clearOnComplete: true,
      stream: process.stderr,
    })
  : null;
bar?.start(seeds, 0);
const began = performance.now();
const broken: Verdict[] = [];
let crashes = 0;
let events = 0;
let ran = 0;
for (let seed = from; seed < from + seeds; seed++) {
  const verdict = await simulate(seed, without);
  ran += 1;
  crashes += verdict.crashes;
  events += verdict.events;
  bar?.update(ran);
  if (verdict.broken.length > 0) {
    broken.push(verdict);
    if (!keepGoing) break;
  }
}
bar?.stop();
const seconds = (performance.now() - began) / 1000;
for (const verdict of broken.slice(0, 10))
  console.log(`seed ${verdict.seed} (${verdict.crashes} crashes): ${verdict.broken.slice(0, 5).join('\n  ')}`);
console.log(
  `${ran} histories, ${crashes} crashes, ${events} events, ${(ran / seconds).toFixed(1)} a second; ${broken.length} broken`,
);
process.exitCode = broken.length > 0 ? 1 : 0;
