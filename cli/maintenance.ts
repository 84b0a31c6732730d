import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { describeSchedule } from '#domain/kernel/schedule';
import { parseInstant } from '#domain/kernel/time';
import { ROLES, type Role, SCOPES } from '#domain/platform/access-token';
import { TOKENS } from '#projections/platform/access-token';
import { typed } from '#runtime/table-reads';
import { byHand, json, opened, position, positive, print } from './opened.ts';
import { say } from './serve.ts';
import { whenAskedToStop } from './signals.ts';

export function tokenCommand(): Command {
  const command = new Command('token').description('make, list and revoke access tokens');
  command
    .command('create')
    .description('make a token; it is printed once')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--account <id>', 'account it belongs to (agency, client)', positive)
    .option('--user <id>', 'user it stands for (account_manager)', positive)
    .option('--label <text>', 'what it is for')
    .option('--expires <instant>', 'when it ends, RFC 3339')
    .option('--read-only', 'scope read only')
    .action(
      async (options: {
        role: Role;
        account?: number;
        user?: number;
        label?: string;
        expires?: string;
        readOnly?: boolean;
      }) => {
        const expiresAt = options.expires === undefined ? null : parseInstant(options.expires);
        if (options.expires !== undefined && expiresAt === null)
          throw new InvalidArgumentError('--expires must be an RFC 3339 timestamp');
        await opened(async ({ system }) => {
          const wanted = {
            role: options.role,
            accountId: (options.account ?? null) as never,
            userId: (options.user ?? null) as never,
            scopes: options.readOnly ? (['read'] as const) : SCOPES,
            label: options.label ?? null,
            expiresAt,
          };
          const issued = await system.commands.tokens.issue(wanted, byHand());
          if (!issued.handled.ok) throw new InvalidArgumentError(`--expires: ${issued.handled.refusal.message}`);
          await system.upToDate();
          console.log(issued.token);
        });
      },
    );
  command
    .command('list')
    .description('tokens, without their secrets')
    .addOption(json())
    .action((options: { json?: boolean }) =>
      opened(async ({ system }) => {
        await system.upToDate();
        const rows = await typed(system.around.readModels.tables('live')).find(TOKENS, {});
        const told = rows.map(({ id, role, account_id, user_id, label, expires_at, revoked_at }) => ({
          id,
          role,
          account_id,
          user_id,
          label,
          expires_at,
          revoked_at,
        }));
        print(told, options.json);
      }),
    );
  command
    .command('revoke')
    .description('revoke a token at once')
    .argument('<id>', 'the number in the token', positive)
    .action((id: number) =>
      opened(async ({ system }) => {
        const handled = await system.commands.tokens.revoke(id, byHand());
        if (!handled.ok) throw new InvalidArgumentError(handled.refusal.message);
        await system.upToDate();
        console.log(`token ${id} is revoked`);
      }),
    );
  return command;
}

export function projectionsCommand(): Command {
  const command = new Command('projections').description('look after the read models');
  command
    .command('status')
    .description('version, position, lag and parked streams')
    .addOption(json())
    .action((options: { json?: boolean }) =>
      opened(async ({ system }) => {
        const parked = await system.projector.parked();
        const rows = (await system.projector.status()).map(({ name, version, place, lag }) => ({
          name,
          version,
          position: place.position,
          lag,
          parked: parked.filter((entry) => entry.projection === name).length,
        }));
        print(rows, options.json);
        for (const entry of parked)
          say(`parked: ${entry.projection} ${entry.stream} from revision ${entry.revision}: ${entry.error}`);
      }),
    );
  command
    .command('rebuild')
    .description('build read models anew beside the live ones and swap them in')
    .argument('[name]', 'one of them; all without')
    .option('--check', 'compare with the live ones instead of swapping; exits 1 where a row differs')
    .action((name: string | undefined, { check }: { check?: boolean }) =>
      opened(async ({ system }) => {
        const { projector } = system;
        const names = projector.projections
          .map((projection) => projection.name)
          .filter((known) => name === undefined || known === name);
        if (names.length === 0) throw new InvalidArgumentError(`there is no read model ${name}`);
        for (const each of names) {
          const bar = progressBar(each);
          if (check) {
            const differences = await projector.compare(each, bar.step);
            bar.stop();
            console.log(`${each}: ${differences.length === 0 ? 'equal' : `${differences.length} rows differ`}`);
            if (differences.length > 0) process.exitCode = 1;
            for (const { table: of, key } of differences.slice(0, 20)) console.log(`  ${of} ${key}`);
          } else {
            await projector.rebuild(each, bar.step);
            bar.stop();
            console.log(`${each}: rebuilt`);
          }
        }
      }),
    );
  return command;
}

/** Drawn on a terminal only; silent where output goes to a file. */
function progressBar(name: string) {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: `${name} {bar} {value}/{total} events`, clearOnComplete: true, stream: process.stderr })
    : null;
  let begun = false;
  return {
    step: ({ position, head }: { position: number; head: number }) => {
      if (!begun) bar?.start(head, 0);
      begun = true;
      bar?.update(Math.min(position, head));
    },
    stop: () => bar?.stop(),
  };
}

export function sagasCommand(): Command {
  const command = new Command('sagas').description('look after process managers');
  command
    .command('replay')
    .description('give parked sagas what they missed, once the cause is mended')
    .action(() =>
      opened(async ({ system }) => {
        const parked = (await system.projector.parked()).filter(({ projection }) => projection.startsWith('saga:'));
        for (const entry of parked) {
          const done = await system.runtime.parts.sagas.replay(entry);
          console.log(`${entry.stream}: ${done ? 'caught up' : 'still cannot take its event'}`);
          if (!done) process.exitCode = 1;
        }
        if (parked.length === 0) console.log('no saga is parked');
      }),
    );
  return command;
}

export function eventsCommand(): Command {
  const command = new Command('events').description('look at the log');
  command
    .command('tail')
    .description('print events as they come, one JSON object a line')
    .option('--from <position>', 'begin behind this position (default: the last 20 events)', position)
    .option('--type <types...>', 'only these types')
    .option('--no-follow', 'end at the end of the log')
    .action((options: { from?: number; type?: string[]; follow: boolean }) =>
      opened(async ({ system }) => {
        const { store } = system.around;
        const head = await store.head();
        const position = Math.max(0, options.from ?? head.position - 20);
        const stop = new AbortController();
        whenAskedToStop(() => stop.abort());
        const types = options.type ? { types: new Set(options.type) } : {};
        for await (const page of store.subscribe({
          after: { position, checkpoint: position === 0 ? '' : String(position) },
          signal: stop.signal,
          ...types,
        })) {
          for (const { id, position: at, stream, revision, type, data, metadata } of page.events) {
            console.log(JSON.stringify({ id, position: at, stream, revision, type, data, metadata }));
          }
          if (!options.follow && page.caughtUp) break;
        }
      }),
    );
  return command;
}

export function jobsCommand(): Command {
  const command = new Command('jobs').description('scheduled jobs');
  command
    .command('list')
    .description('the jobs with their last and next runs')
    .addOption(json())
    .action((options: { json?: boolean }) =>
      opened(async ({ system }) => {
        const rows = (await system.runtime.parts.jobs.status()).map(({ job, last, next }) => ({
          job: job.name,
          schedule: describeSchedule(job.schedule),
          last_run: last?.['started_at'] ?? null,
          outcome: last?.['outcome'] ?? null,
          next_run: next,
        }));
        print(rows, options.json);
      }),
    );
  command
    .command('run')
    .description('run a job now, beside its schedule')
    .argument('<name>', 'its name')
    .action((name: string) =>
      opened(async ({ system }) => {
        const { jobs } = system.runtime.parts;
        if (!(await jobs.status()).some(({ job }) => job.name === name))
          throw new InvalidArgumentError(`there is no job ${name}`);
        await system.upToDate();
        await jobs.runNow(name);
        await system.upToDate();
        const ran = (await jobs.status()).find(({ job }) => job.name === name);
        console.log(`${name}: ${String(ran?.last?.['outcome'])}, ${String(ran?.last?.['detail'])}`);
      }),
    );
  return command;
}

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database up to this release (also done by every start)')
    .action(() => opened(async () => console.log('the database is up to date')));
}
