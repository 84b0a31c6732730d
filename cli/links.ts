import { Command, InvalidArgumentError, Option } from 'commander';
import { orderBody, quoteAnswer, requestOf } from '#api/links/backlink-order-schemas';
import { formatCost } from '#domain/links/indexing-request';
import { NICHES, PACKAGES, TIERS } from '#domain/links/price-book-data';
import { figures } from '#domain/links/price-book-edit';
import { INDEXING_REQUESTS, INDEXING_SERVICES_TABLE } from '#projections/links/indexing-request-tables';
import { PRICE_BOOK } from '#projections/links/price-book';
import { typed } from '#runtime/table-reads';
import { byHand, json, opened, positive, print } from './opened.ts';
import { table } from './table.ts';

type Line = { tier: string; quantity: number; dr?: number; unit_price?: string };

/** `basic_guest_post:4`, `basic_guest_post:4:40` with a domain rating, `basic_guest_post:4@180.00` with a unit price. */
function line(text: string, before: readonly Line[] = []): Line[] {
  const match = /^([a-z_]+):(\d{1,4})(?::(\d{1,3}))?(?:@(\d+(?:\.\d{1,2})?))?$/.exec(text);
  if (!match || !TIERS.some((tier) => tier === match[1]))
    throw new InvalidArgumentError(
      `must be tier:quantity, tier:quantity:dr or tier:quantity@price; tiers are ${TIERS.join(', ')}`,
    );
  const [, tier = '', quantity, dr, price] = match;
  return [
    ...before,
    {
      tier,
      quantity: Number(quantity),
      ...(dr === undefined ? {} : { dr: Number(dr) }),
      ...(price === undefined ? {} : { unit_price: price }),
    },
  ];
}

type QuoteOptions = {
  line?: Line[];
  package?: string;
  links?: number;
  price?: string;
  niche?: string;
  surcharge?: string;
  reason?: string;
  json?: boolean;
};

export function ordersCommand(): Command {
  const command = new Command('orders').description('what orders cost');
  command
    .command('quote')
    .description('the price of an order, with every step of the arithmetic')
    .option('--line <tier:quantity[:dr][@price]>', 'a line; may be given several times', line)
    .addOption(new Option('--package <name>', 'a monthly package instead of lines').choices(PACKAGES))
    .option('--links <n>', 'links a month, of a package', positive)
    .option('--price <amount>', 'price a month, of a package')
    .addOption(new Option('--niche <niche>', 'whose surcharge applies').choices(NICHES))
    .option('--surcharge <factor>', 'another surcharge in the range of the niche, such as 1.75')
    .option('--reason <text>', 'override_reason of a price or surcharge out of its range')
    .addOption(json())
    .action((options: QuoteOptions) =>
      opened(async ({ system }) => {
        const parsed = orderBody.safeParse({
          site_id: 1,
          package: options.package,
          links: options.links,
          price: options.price,
          lines: options.line,
          niche: options.niche,
          niche_surcharge: options.surcharge,
          override_reason: options.reason,
        });
        if (!parsed.success)
          throw new InvalidArgumentError(
            parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
          );
        const request = requestOf(parsed.data);
        const quoted = await system.commands.orders.quote(request);
        if (!quoted.ok) throw new InvalidArgumentError(quoted.refusal.message);
        const { book } = await system.commands.priceBook.current();
        const answer = quoteAnswer(quoted.quote, false, book.pass_through.markup_percent, false);
        if (options.json) return console.log(JSON.stringify(answer, null, 2));
        console.log(table(answer.steps.map(({ text, value }) => ({ step: text, USD: value }))));
        console.log(`\nclient price ${answer.client_price} USD for ${answer.links_ordered} links`);
      }),
    );
  return command;
}

export function indexingCommand(): Command {
  const command = new Command('indexing').description('how the indexing of backlinks goes');
  command
    .command('status')
    .description('requests by status and site, what waits for a review, and services in trouble')
    .option('--site <id>', 'of one site', positive)
    .addOption(json())
    .action((options: { site?: number; json?: boolean }) =>
      opened(async ({ system }) => {
        await system.upToDate();
        const rows = typed(system.around.readModels.tables('live'));
        const requests = await rows.find(
          INDEXING_REQUESTS,
          options.site === undefined ? {} : { site_id: options.site },
        );
        const bySite = new Map<number, typeof requests>();
        for (const row of requests) {
          bySite.set(row.site_id, [...(bySite.get(row.site_id) ?? []), row]);
        }
        const told = [...bySite].map(([site_id, own]) => {
          const of = (...names: string[]) => own.filter(({ status }) => names.includes(status)).length;
          const next = own.map(({ next_due_at }) => next_due_at).filter((due) => due !== null);
          return {
            site_id,
            requests: own.length,
            queued: of('queued'),
            waiting: of('submitted', 'checking', 'resubmitted'),
            indexed: of('indexed'),
            failed: of('failed'),
            to_review: own.filter(({ needs_review }) => needs_review).length,
            cost: formatCost(own.reduce((sum, row) => sum + row.cost_units, 0)),
            next_step_at: next.sort()[0] ?? null,
          };
        });
        const troubled = (await rows.find(INDEXING_SERVICES_TABLE, {})).filter(({ problem }) => problem !== null);
        if (options.json) return console.log(JSON.stringify({ sites: told, services: troubled }, null, 2));
        console.log(table(told));
        for (const { service, problem, since } of troubled)
          console.log(`${service}: ${String(problem).replace('_', ' ')} since ${since}`);
      }),
    );
  return command;
}

const change = (text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('must be path=value, such as tiers.basic_guest_post.price.low=160.00');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
};

export function priceBookCommand(): Command {
  const command = new Command('price-book').description('what links, packages and indexing cost');
  command
    .command('show')
    .description('every figure by its path')
    .option('--versions', 'who changed what, and why, instead')
    .addOption(json())
    .action((options: { versions?: boolean; json?: boolean }) =>
      opened(async ({ system }) => {
        await system.upToDate();
        if (options.versions) {
          const rows = await typed(system.around.readModels.tables('live')).find(PRICE_BOOK, {});
          const told = rows.map(({ version, created_at, reason, changed }) => ({
            version,
            created_at,
            reason,
            changed: (changed as { path: string; from: string; to: string }[])
              .map(({ path, from, to }) => `${path} ${from} → ${to}`)
              .join(', '),
          }));
          return print(told, options.json);
        }
        const { book, version } = await system.commands.priceBook.current();
        if (options.json)
          return console.log(JSON.stringify({ version, ...Object.fromEntries(figures(book)) }, null, 2));
        console.log(`price book, version ${version}\n`);
        console.log(table([...figures(book)].map(([path, value]) => ({ path, value }))));
      }),
    );
  command
    .command('edit')
    .description('change figures; orders that were drafted before keep theirs')
    .requiredOption('--set <path=value>', 'a figure and its new value; may be given several times', change)
    .requiredOption('--reason <text>', 'why')
    .action((options: { set: Record<string, string>; reason: string }) =>
      opened(async ({ system }) => {
        const done = await system.commands.priceBook.revise(options.set, options.reason, byHand());
        if (!done.ok) throw new InvalidArgumentError(done.refusal.message);
        await system.upToDate();
        console.log(`the price book is at version ${done.state.version}`);
      }),
    );
  return command;
}

export function secretsCommand(): Command {
  const command = new Command('secrets').description('look after the secrets of accounts');
  command
    .command('rotate')
    .description('after SECRETS_KEY was changed and the old key put into SECRETS_KEYS_PREVIOUS')
    .action(() =>
      opened(async ({ rotateSecrets }) => {
        console.log(`${await rotateSecrets()} secrets are now under the present key; the previous keys can go`);
      }),
    );
  return command;
}
