import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { contractOf, importedBody, importSchema } from '#api/billing/contract-import';
import { contractsOfSheet } from '#domain/services/contract-sheet';
import { byHand, json, opened, print } from './opened.ts';

/** Something was refused: scripts see it by the exit code. */
const REFUSED = 1;

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
