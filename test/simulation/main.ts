import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { simulate, type Verdict } from './history.ts';
import { simulateLinks } from './link-history.ts';
import { simulateMoney } from './money-history.ts';
import { GUARDS, type Guard, LINK_GUARDS, MONEY_GUARDS } from './process.ts';

const program = new Command('simulate')
  .description('drive the whole machinery in one thread on virtual time, with crashes at every await')
  .option('--seeds <n>', 'how many histories', (text) => Number(text), 1000)
  .option('--from <seed>', 'first seed', (text) => Number(text), 1)
  .addOption(
    new Option('--without <guard>', 'take a guard out; the run is then expected to fail').choices([
      ...new Set([...GUARDS, ...LINK_GUARDS, ...MONEY_GUARDS]),
    ]),
  )
  .addOption(new Option('--only <kind>', 'histories of one kind').choices(['services', 'links', 'money']))
  .option('--keep-going', 'go on after a broken history')
  .parse();
const {
  seeds,
  from,
  without = null,
  keepGoing,
  only,
} = program.opts<{ seeds: number; from: number; without?: Guard; keepGoing?: boolean; only?: string }>();
const kinds = { services: simulate, links: simulateLinks, money: simulateMoney };
const chosen = Object.entries(kinds).filter(([name]) => only === undefined || only === name);

const bar = process.stderr.isTTY
  ? new SingleBar({
      format: '{bar} {value}/{total} histories, {eta} s left',
      clearOnComplete: true,
      stream: process.stderr,
    })
  : null;
bar?.start(seeds * chosen.length, 0);
const began = performance.now();
const broken: (Verdict & { kind: string })[] = [];
let crashes = 0;
let events = 0;
let ran = 0;
run: for (let seed = from; seed < from + seeds; seed++) {
  for (const [kind, history] of chosen) {
    const verdict = await history(seed, without);
    ran += 1;
    crashes += verdict.crashes;
    events += verdict.events;
    bar?.update(ran);
    if (verdict.broken.length === 0) continue;
    broken.push({ kind, ...verdict });
    if (!keepGoing) break run;
  }
}
bar?.stop();
const seconds = (performance.now() - began) / 1000;
for (const verdict of broken.slice(0, 10))
  console.log(
    `${verdict.kind}, seed ${verdict.seed} (${verdict.crashes} crashes): ${verdict.broken.slice(0, 5).join('\n  ')}`,
  );
console.log(
  `${ran} histories, ${crashes} crashes, ${events} events, ${(ran / seconds).toFixed(1)} a second; ${broken.length} broken`,
);
process.exitCode = broken.length > 0 ? 1 : 0;
