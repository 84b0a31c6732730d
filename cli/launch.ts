import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { contractOf, importedBody, importSchema } from '#api/billing/contract-import';
import { contractsOfSheet } from '#domain/services/contract-sheet';
import { byHand, json, opened, positive, print } from './opened.ts';

/** Something was refused, or is not done: scripts see it by the exit code. */
const REFUSED = 1;
const NOT_DONE = 1;

/** How far the launch is. */
export function launchCommand(): Command {
  const command = new Command('launch').description('the launch, step by step');
  command
    .command('check')
    .description('say of each step whether it is done, why or why not, and which events show it; 1 where one is not')
    .option('--beta-clients <n>', 'how many sites must have been onboarded', positive)
    .addOption(json())
    .action((options: { betaClients?: number; json?: boolean }) =>
      opened(async ({ system }) => {
        const check = await system.commands.launch.check(options.betaClients);
        if (options.json) console.log(JSON.stringify(check, null, 2));
        else {
          print(
            check.steps.map(({ step, done, why, evidence }) => ({
              step,
              done: done ? 'yes' : 'no',
              why,
              evidence: evidence.map(({ stream, event_id }) => `${stream} ${event_id}`).at(0) ?? '–',
            })),
            false,
          );
          console.log(check.next_step === null ? '\nAll is done.' : `\nNext: ${check.next_step}`);
        }
        if (!check.done) process.exitCode = NOT_DONE;
      }),
    );
  return command;
}

/** Managed subscriptions: contracts that run already. */
export function subscriptionsCommand(): Command {
  const command = new Command('subscriptions').description('managed subscriptions');
  command
    .command('import')
    .description('import contracts that run already from a CSV file; each is accepted or refused for itself')
    .argument(
      '<file>',
      'with a head line of reference, account_id, site_id, tier, started_on and more, as docs/launch.md has it',
    )
    .option('--dry-run', 'only say what would come of it, with the first invoice of each')
    .addOption(json())
    .action((file: string, options: { dryRun?: boolean; json?: boolean }) => {
      const contracts = contractsIn(file);
      return opened(async ({ system }) => {
        const commit = !options.dryRun;
        const results = await system.commands.imports.run(contracts, { admin: true, userId: null, commit }, byHand());
        const body = importedBody(!commit, results);
        if (options.json) console.log(JSON.stringify(body, null, 2));
        else
          print(
            body.results.map((each) => ({
              reference: each.reference,
              outcome: each.outcome,
              subscription: each.managed_subscription_id ?? '–',
              billed: each.first_billing_date ?? '–',
              'first invoice': each.first_invoice?.total ?? '–',
              why: each.problem?.message ?? each.notes.join('; '),
            })),
            false,
          );
        if (body.refused > 0) process.exitCode = REFUSED;
      });
    });
  return command;
}

function contractsIn(file: string) {
  const sheet = contractsOfSheet(readFileSync(file, 'utf8'));
  if (sheet.problems.length > 0)
    throw new InvalidArgumentError(sheet.problems.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
  const parsed = importSchema.safeParse({ contracts: sheet.contracts });
  if (parsed.success) return parsed.data.contracts.map(contractOf);
  const told = parsed.error.issues.map(({ path: [, index, ...rest], message }) =>
    typeof index === 'number' ? `line ${sheet.lines[index]}, ${rest.join('.')}: ${message}` : message,
  );
  throw new InvalidArgumentError(told.join('\n'));
}
