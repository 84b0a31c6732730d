import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { inJson } from '#commands/log/ports-personal-data';
import type { Because, Explanation } from '#commands/proof/audit-explain';
import { AS_OF_KINDS, type AsOfKind, COMPARED_KINDS, type ComparedKind } from '#commands/proof/audit-replay';
import type { Replayed } from '#commands/proof/ports-proof';
import { type Instant, parseInstant } from '#domain/kernel/time';
import { keptHead } from '#domain/proof/evidence-bundle-shape';
import { json, opened, positive } from './opened.ts';
import { table } from './table.ts';

/** Nothing is equal, or does not hold: scripts see it by the exit code. */
const DIFFERS = 1;

const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === null) throw new InvalidArgumentError('must be an RFC 3339 timestamp such as 2026-06-30T12:00:00Z');
  return parsed;
};
const oneOf =
  <T extends string>(names: readonly T[]) =>
  (text: string): T => {
    const found = names.find((name) => name === text);
    if (!found) throw new InvalidArgumentError(`must be one of ${names.join(', ')}`);
    return found;
  };

/** Why, how it was, and that nobody changed it since. */
export function auditCommand(): Command {
  const command = new Command('audit').description('explain, replay and prove what is stored');
  command
    .command('explain')
    .description('why an invoice says what it says: each line computed anew, with the chain of its causes')
    .argument('<invoice>', 'its id', positive)
    .addOption(json())
    .action((id: number, options: { json?: boolean }) =>
      opened(async ({ system }) => {
        const explanation = await system.commands.explain.explain(id);
        if (!explanation) throw new InvalidArgumentError(`there is no invoice ${id} that was issued`);
        console.log(options.json ? JSON.stringify(explanation, null, 2) : explained(explanation));
        if (!explanation.equal) process.exitCode = DIFFERS;
      }),
    );
  command
    .command('replay')
    .description('rebuild from events alone and compare: one read model, one thing, or every read model')
    .argument('[model]', 'a read model, as `projections status` names it')
    .option('--kind <kind>', `one thing instead: ${COMPARED_KINDS.join(', ')}`, oneOf<ComparedKind>(COMPARED_KINDS))
    .option('--id <id>', 'which one', positive)
    .addOption(json())
    .action((model: string | undefined, options: { kind?: ComparedKind; id?: number; json?: boolean }) =>
      opened(async ({ system }) => {
        const { replay } = system.commands;
        if (model !== undefined && !replay.knows(model))
          throw new InvalidArgumentError(`there is no read model ${model}; \`projections status\` lists them`);
        if ((options.kind === undefined) !== (options.id === undefined))
          throw new InvalidArgumentError('--kind and --id go together');
        await system.upToDate();
        const found: [string, Replayed][] = [];
        if (options.kind !== undefined && options.id !== undefined) {
          const one = await replay.one(options.kind, options.id);
          if (!one) throw new InvalidArgumentError(`there is no ${options.kind} ${options.id}`);
          found.push([`${options.kind} ${options.id}`, one]);
        } else {
          const names = model === undefined ? system.projector.projections.map(({ name }) => name) : [model];
          for (const name of names) found.push([name, await replay.whole(name)]);
        }
        if (options.json) console.log(JSON.stringify(Object.fromEntries(found), null, 2));
        else console.log(found.map(([name, replayed]) => compared(name, replayed)).join('\n'));
        if (found.some(([, { equal }]) => !equal)) process.exitCode = DIFFERS;
      }),
    );
  command
    .command('as-of')
    .description('how something was at an instant, by what was known at another')
    .argument('<kind>', AS_OF_KINDS.join(', '), oneOf<AsOfKind>(AS_OF_KINDS))
    .argument('<id>', 'its id; of an entitlement or a dashboard the account; `all` for everybody’s dashboard')
    .option('--as-of <instant>', 'what had happened by then; now if left out', instant)
    .option('--known-at <instant>', 'of that, what had been told by then', instant)
    .action((kind: AsOfKind, id: string, options: { asOf?: Instant; knownAt?: Instant }) =>
      opened(async ({ system }) => {
        const now = system.around.clock.now();
        for (const [name, given] of [
          ['--as-of', options.asOf],
          ['--known-at', options.knownAt],
        ] as const)
          if (given !== undefined && given > now) throw new InvalidArgumentError(`${name} must not be in the future`);
        const at = { asOf: options.asOf ?? now, knownAt: options.knownAt ?? now };
        const subject = id === 'all' && kind === 'dashboard' ? 0 : positive(id);
        await system.upToDate();
        const found = await system.commands.replay.asOf(kind, subject, at);
        if (!found) throw new InvalidArgumentError(`there was no ${kind} ${id} at ${at.asOf}`);
        const shown = JSON.stringify({ kind, id, as_of: at.asOf, known_at: at.knownAt, ...found }, null, 2);
        console.log(await system.around.personal.open(shown, inJson));
      }),
    );
  command
    .command('verify')
    .description('compute the whole log anew from the stored bytes, and compare what was sealed, signed and kept of it')
    .option('--head <files...>', 'older heads, as `audit tree-head` prints them')
    .action((options: { head?: string[] }) =>
      opened(async ({ system }) => {
        const heads = (options.head ?? []).flatMap(headsIn);
        const { log } = system.around.proof;
        const verdict = await log.verify(heads);
        if (verdict.holds) {
          const agree = `${verdict.heads} heads agree, ${heads.length} of them given here`;
          return console.log(`The log of ${verdict.size} events is what was sealed, and ${agree}.`);
        }
        console.log(
          `The log does not hold at position ${verdict.position} (leaf ${verdict.leaf_index}): ${verdict.why}`,
        );
        process.exitCode = DIFFERS;
      }),
    );
  command
    .command('tree-head')
    .description('the signed head of the log, to be kept elsewhere')
    .action(() =>
      opened(async ({ system }) => {
        const { log } = system.around.proof;
        const head = { ...(await log.head()), log_id: log.logId, public_key: log.publicKey() };
        console.log(JSON.stringify(head));
      }),
    );
  return command;
}

/** A file holds one head, or one a line, as the sink of published heads writes them. */
function headsIn(file: string) {
  const text = readFileSync(file, 'utf8').trim();
  const whole = text.startsWith('{') && !/\}\s*\n\s*\{/.test(text) ? [text] : text.split('\n');
  return whole.map((each) => {
    const head = keptHead(JSON.parse(each));
    if (!head) throw new InvalidArgumentError(`${file} holds no tree head`);
    return head;
  });
}

function compared(name: string, { equal, position, differences }: Replayed): string {
  if (equal) return `${name}: equal at position ${position}`;
  const rows = differences.map(({ path, stored, replayed }) => ({
    path,
    stored: short(stored),
    replayed: short(replayed),
  }));
  return `${name}: ${differences.length} differences at position ${position}\n${table(rows)}`;
}
const short = (value: unknown): string => (JSON.stringify(value) ?? '–').slice(0, 60);

function explained({ number, lines, total, recomputed_total, equal }: Explanation): string {
  const parts = lines.map((line) => {
    const head = `${line.line_id}. ${line.description}: ${line.amount}`;
    const steps = line.steps.map(({ text, value }) => `     ${text} = ${value}`);
    const verdict = line.equal ? `computed anew: ${line.recomputed}` : `NOT EQUAL: ${line.recomputed ?? line.why}`;
    const causes = line.causes.flatMap((cause) => chain(cause, 2));
    return [head, ...steps, `     ${verdict}`, '     follows from', ...causes].join('\n');
  });
  const end = equal ? 'Every line is equal.' : 'Not every line is equal.';
  return [
    `Invoice ${number} over ${total}`,
    ...parts,
    `Total ${total}, computed anew ${recomputed_total ?? '–'}. ${end}`,
  ].join('\n');
}

function chain({ type, occurred_at, actor, summary, because, begun_by }: Because, depth: number): string[] {
  const who = actor.id === undefined ? actor.kind : `${actor.kind} ${actor.id}`;
  const own = `${'   '.repeat(depth)}${occurred_at} ${summary ?? type} (${who})`;
  const begun = begun_by
    ? [
        `${'   '.repeat(depth + 1)}begun by a ${begun_by.kind}${begun_by.request_id ? `, request ${begun_by.request_id}` : ''}`,
      ]
    : [];
  return [own, ...because.flatMap((each) => chain(each, depth + 1)), ...begun];
}
