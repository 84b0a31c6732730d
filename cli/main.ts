import { Command, CommanderError } from 'commander';
import { EmbeddedPostgresUnavailable } from '#adapters/embedded-postgres';
import { StoreRefused } from '#commands/store-identity';
import { ConfigError } from '#config';
import { invoicesCommand, plansCommand } from './billing.ts';
import { demoCommand } from './demo.ts';
import { indexingCommand, ordersCommand, priceBookCommand, secretsCommand } from './links.ts';
import {
  eventsCommand,
  jobsCommand,
  migrateCommand,
  projectionsCommand,
  sagasCommand,
  tokenCommand,
} from './maintenance.ts';
import { serveCommand } from './serve.ts';

const program = new Command('igny8-business')
  .description('Sells managed SEO services, delivers them, bills them and can prove every amount.')
  .version('0.1.0')
  .showHelpAfterError()
  .addCommand(serveCommand())
  .addCommand(demoCommand())
  .addCommand(tokenCommand())
  .addCommand(projectionsCommand())
  .addCommand(sagasCommand())
  .addCommand(eventsCommand())
  .addCommand(jobsCommand())
  .addCommand(ordersCommand())
  .addCommand(indexingCommand())
  .addCommand(priceBookCommand())
  .addCommand(plansCommand())
  .addCommand(invoicesCommand())
  .addCommand(secretsCommand())
  .addCommand(migrateCommand());

try {
  await program.parseAsync();
} catch (error) {
  // What the operator can mend is told in a line; anything else with where it came from.
  const known =
    error instanceof CommanderError ||
    error instanceof ConfigError ||
    error instanceof StoreRefused ||
    error instanceof EmbeddedPostgresUnavailable;
  console.error(known ? `${error.name.replace('CommanderError', 'error')}: ${error.message}` : error);
  process.exitCode = 1;
}
