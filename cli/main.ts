import { Command, CommanderError } from 'commander';
import { VERSION } from '#app/version';
import { verifyCommand } from './verify.ts';

// Whoever checks a bundle needs nothing of the system, so nothing of it is loaded.
const system = process.argv[2] === 'verify' ? null : await import('./commands.ts');
system?.attendToSignals();

const program = new Command('igny8-business')
  .description('Sells managed SEO services, delivers them, bills them and can prove every amount.')
  .version(VERSION)
  .showHelpAfterError('(--help lists what there is)');
for (const command of [...(system?.systemCommands() ?? []), verifyCommand()]) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  // What the operator can mend is told in a line (a file that cannot be read, too); anything else with where it came from.
  const known =
    error instanceof Error &&
    ([CommanderError, ...(system?.MENDABLE ?? [])].some((mendable) => error instanceof mendable) || ofSystem(error));
  console.error(known ? `${error.name.replace('CommanderError', 'error')}: ${error.message}` : error);
  process.exitCode = 1;
}

/** A call of the operating system that failed, whose message says which and on what. */
function ofSystem(error: Error): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code !== undefined && syscall !== undefined;
}
