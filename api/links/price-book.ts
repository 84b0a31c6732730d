import { z } from 'zod';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import { accepted } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { instantText, text } from '#api/http/schemas';
import { pick } from '#api/http/table-schema';
import { actorSchema, withActors } from '#api/platform/actors';
import type { PriceBookCommands } from '#commands/links/price-book';
import type { PriceBook } from '#domain/links/price-book-data';
import { figures } from '#domain/links/price-book-edit';
import type { BacklinkReader } from '#projections/links/backlink-reader';

const BASE = '/api/v1/services/price-book/';
const TAG = 'Price book';

const bookSchema = z
  .object({
    version: z.int(),
    currency: z.literal('USD'),
    tiers: z.object({}).loose(),
    packages: z.object({}).loose(),
    niches: z.object({}).loose(),
    pass_through: z.object({}).loose(),
    indexing: z.object({}).loose(),
    ahrefs: z.object({}).loose(),
    brief: z.object({}).loose().meta({ description: 'the questions that orders with a brief ask' }),
    guarantee: z.object({}).loose().meta({ description: 'frozen by the approval of an order' }),
  })
  .meta({ id: 'PriceBook' });
const VERSION = ['version', 'changed', 'reason', 'changed_by', 'created_at'] as const;
const versionSchema = z
  .object({
    version: z.int(),
    changed: z.array(z.object({ path: z.string(), from: z.string(), to: z.string() })),
    reason: z.string(),
    changed_by: actorSchema,
    created_at: instantText,
  })
  .meta({ id: 'PriceBookVersion' });

type Tree = { readonly [key: string]: unknown };

/** The book with every figure as people write it: `150.00`, `1.50`, `0.0075`. */
function written(version: number, book: PriceBook) {
  const texts = figures(book);
  const walk = (node: Tree, at: string): Tree =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        const path = at === '' ? key : `${at}.${key}`;
        if (typeof value === 'number') return [key, asWritten(path, texts.get(path) ?? String(value))];
        const inner = typeof value === 'object' && value !== null && !Array.isArray(value);
        return [key, inner ? walk(value as Tree, path) : value];
      }),
    );
  return { version, currency: 'USD', ...walk(book, '') };
}
/** Whole numbers and factors stay numbers, amounts are text. */
const asWritten = (path: string, value: string) =>
  path.startsWith('niches.') || /^\d+$/.test(value) ? Number(value) : value;

export function priceBookApi({
  commands,
  reader,
}: {
  commands: PriceBookCommands;
  reader: BacklinkReader;
}): FeatureRoutes {
  return {
    name: 'price-book',
    routes: [
      defineRoute({
        method: 'get',
        path: BASE,
        operationId: 'getPriceBook',
        tag: TAG,
        summary: 'The price book as it is now: tiers, packages, niches, pass-through and indexing',
        roles: ANYONE_OF.staff,
        answers: [{ status: 200, description: 'the book', schema: bookSchema }],
        handle: async () => {
          const { version, book, revision } = await commands.current();
          return { status: 200, body: written(version, book), ...(revision < 0 ? {} : { revision }) };
        },
      }),
      defineRoute({
        method: 'patch',
        path: BASE,
        operationId: 'editPriceBook',
        tag: TAG,
        summary: 'Change figures of the price book; orders that were drafted before keep theirs',
        description: 'Each change names a figure by its path, such as `tiers.basic_guest_post.price.low`.',
        roles: ANYONE_OF.admin,
        looksUp: false,
        body: z.strictObject({
          changes: z
            .record(z.string().max(100), z.string().max(20))
            .refine((changes) => Object.keys(changes).length > 0, 'give at least one change'),
          reason: text(),
        }),
        bodyExample: { changes: { 'tiers.basic_guest_post.price.low': '160.00' }, reason: 'vendor prices rose' },
        answers: [{ status: 200, description: 'the book as it is now', schema: bookSchema }],
        handle: async (call) => {
          const { changes, reason } = call.body;
          const done = accepted(await commands.revise(changes, reason, call.cause, { expected: call.ifMatch }));
          const { version, book } = done.state;
          return { status: 200, body: written(version, book), revision: done.revision, position: done.position };
        },
      }),
      defineRoute({
        method: 'get',
        path: `${BASE}versions/`,
        operationId: 'listPriceBookVersions',
        tag: TAG,
        summary: 'Who changed what in the price book, and why',
        roles: ANYONE_OF.staff,
        query: pageQuery({}, ['version']),
        answers: [{ status: 200, description: 'a page of versions', schema: listSchema(versionSchema) }],
        handle: async (call) => {
          const { count, rows } = await reader.priceBookVersions(call.scope, call.query);
          const results = rows.map((row) => withActors(pick(row, VERSION)));
          return { status: 200, body: page(call, call.query, count, results) };
        },
      }),
    ],
  };
}
