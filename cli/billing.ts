import { Command } from 'commander';
import { FEATURES, levelText } from '#domain/plans/feature';
import { PLANS } from '#domain/plans/plan';
import { INVOICES } from '#projections/billing/invoice-tables';
import { typed } from '#runtime/table-reads';
import { byHand, json, opened, positive, print } from './opened.ts';

/** Plans with their features: what they include, and giving an older store its matrix. */
export function plansCommand(): Command {
  const command = new Command('plans').description('plans and their features');
  command
    .command('show')
    .description('what each plan includes today')
    .addOption(json())
    .action((options: { json?: boolean }) =>
      opened(async ({ system }) => {
        const book = await system.commands.features.book();
        if (options.json) return console.log(JSON.stringify(book.matrices(), null, 2));
        const rows = FEATURES.map((feature) => ({
          feature,
          ...Object.fromEntries(PLANS.map((plan) => [plan, levelText(book.matrix(plan)[feature])])),
        }));
        print(
          [{ feature: 'version', ...Object.fromEntries(PLANS.map((plan) => [plan, book.version(plan)])) }, ...rows],
          false,
        );
      }),
    );
  command
    .command('migrate')
    .description(
      'give plans their features and mark the accounts that are there as grandfathered; once, however often it runs',
    )
    .option('--dry-run', 'only say what would change')
    .action((options: { dryRun?: boolean }) =>
      opened(async ({ system }) => {
        const { entitlements } = system.commands;
        const done = options.dryRun ? await entitlements.migration() : await entitlements.migrate(byHand());
        const verb = options.dryRun ? 'would be' : done.plans.length === 0 ? 'had to be' : 'were';
        console.log(`${done.plans.length} plans ${verb} given their features: ${done.plans.join(', ') || 'none'}`);
        console.log(
          `${done.accounts.length} accounts ${verb} marked as grandfathered: ${done.accounts.join(', ') || 'none'}`,
        );
      }),
    );
  return command;
}

/** Invoices at a glance. */
export function invoicesCommand(): Command {
  const command = new Command('invoices').description('invoices and what they owe');
  command
    .command('list')
    .description('the newest invoices')
    .option('--account <id>', 'of that account', positive)
    .addOption(json())
    .action((options: { account?: number; json?: boolean }) =>
      opened(async ({ system }) => {
        await system.upToDate();
        const where = options.account === undefined ? {} : { account_id: options.account };
        const { find } = typed(system.around.readModels.tables('live'));
        const rows = await find(INVOICES, where, { orderBy: ['id'] });
        const shown = rows.slice(-50).map((row) => ({
          id: row.id,
          number: row.number,
          account: row.account_id,
          status: row.status,
          issued: row.issued_on,
          total: row.total,
          due: row.amount_due,
        }));
        print(shown, options.json);
      }),
    );
  return command;
}
