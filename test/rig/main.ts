import { Command, Option } from 'commander';
import { SCENARIOS } from './scenarios.ts';

type Name = keyof typeof SCENARIOS;

const program = new Command('rig')
  .description(
    'cut, stop and kill the database under load, freeze a process, and look that nothing is lost, doubled or wrong',
  )
  .option('--minutes <n>', 'how long in all', (text) => Number(text), 2)
  .addOption(new Option('--only <scenario>', 'one scenario').choices(Object.keys(SCENARIOS)))
  .parse();
const { minutes, only } = program.opts<{ minutes: number; only?: Name }>();

const chosen = (Object.keys(SCENARIOS) as Name[]).filter((name) => only === undefined || name === only);
/** Milliseconds of trouble in one go; a run of many minutes goes round. */
const share = Math.min(60_000, (minutes * 60_000) / chosen.length);
const until = performance.now() + minutes * 60_000;
let wrong = 0;
do {
  for (const name of chosen) {
    const outcome = await SCENARIOS[name](share);
    wrong += outcome.wrong.length;
    const { acknowledged, statuses, slowestMs, done } = outcome;
    console.log(name, JSON.stringify({ acknowledged, statuses, slowestMs, ...done, wrong: outcome.wrong.length }));
    for (const line of outcome.wrong.slice(0, 20)) console.log(`  ${line}`);
  }
} while (performance.now() < until);
console.log(wrong === 0 ? 'nothing was lost, doubled or wrong' : `${wrong} things were wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
