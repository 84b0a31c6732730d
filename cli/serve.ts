import { Command } from 'commander';
import { loadConfig } from '#app/config';
import { start } from '#app/main';
import { environment } from './environment.ts';
import { goOnWithoutOutput, whenAskedToStop } from './signals.ts';

export const say = (message: string): void => void process.stderr.write(`${message}\n`);

/** The API, the projections, the sagas and the jobs, until it is told to stop. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('start the API, projections, sagas and jobs (embedded PostgreSQL unless DATABASE_URL is set)')
    .option('--sandbox', 'nothing leaves the machine; time is a test clock')
    .option('--port <port>', 'port to listen on; 0 picks a free one')
    .action(async ({ sandbox, port }: { sandbox?: boolean; port?: string }) => {
      const config = loadConfig({
        ...environment(say),
        ...(sandbox ? { SANDBOX: 'true' } : {}),
        ...(port === undefined ? {} : { PORT: port }),
      });
      goOnWithoutOutput();
      // Before it starts: what comes meanwhile is answered as soon as it stands.
      const asked = new Promise<void>((resolve) => whenAskedToStop(resolve));
      const running = await start(config, { note: say });
      console.log(`igny8-business is ready at ${running.url}${config.SANDBOX ? ' (sandbox)' : ''}`);
      console.log(`Pages for people: ${running.url}/app/`);
      console.log(`API documents: ${running.url}/docs`);
      if (running.firstToken && !config.BOOTSTRAP_ADMIN_TOKEN)
        console.log(`Admin token (shown this once): ${running.firstToken}`);
      await asked;
      say('stopping …');
      await running.stop();
      process.exit(0);
    });
}
