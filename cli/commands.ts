import type { Command } from 'commander';
import { EmbeddedPostgresUnavailable } from '#adapters/embedded-postgres';
import { StartProblem } from '#adapters/start-problem';
import { ConfigError } from '#app/config';
import { StoreRefused } from '#commands/log/store-identity';
import { auditCommand } from './audit.ts';
import { invoicesCommand, plansCommand } from './billing.ts';
import { demoCommand } from './demo.ts';
import { launchCommand, subscriptionsCommand } from './launch.ts';
import { indexingCommand, ordersCommand, priceBookCommand, secretsCommand } from './links.ts';
import {
  eventsCommand,
  jobsCommand,
  migrateCommand,
  projectionsCommand,
  sagasCommand,
  tokenCommand,
} from './maintenance.ts';
import { reportsCommand } from './reports.ts';
import { serveCommand } from './serve.ts';

export { attendToSignals } from './signals.ts';

/** Everything that opens the system, and so loads all of it. */
export const systemCommands = (): Command[] => [
  serveCommand(),
  demoCommand(),
  tokenCommand(),
  projectionsCommand(),
  sagasCommand(),
  eventsCommand(),
  jobsCommand(),
  ordersCommand(),
  indexingCommand(),
  priceBookCommand(),
  plansCommand(),
  invoicesCommand(),
  subscriptionsCommand(),
  launchCommand(),
  reportsCommand(),
  auditCommand(),
  secretsCommand(),
  migrateCommand(),
];

/** What the operator can mend. */
export const MENDABLE = [ConfigError, StartProblem, StoreRefused, EmbeddedPostgresUnavailable];
