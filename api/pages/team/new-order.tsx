import type { FC } from 'hono/jsx';
import { Problem } from '#api/http/problem';
import { ANYONE_OF } from '#api/http/routes';
import type { Operations, Schemas } from '#client/types';
import { TIERS } from '#domain/links/price-book-data';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Card, Confirm, Notice } from '../parts/show.tsx';
import { type FieldSpec, fieldsOf, fitted, type JsonSchema, spoken } from '../schema-fields.ts';
import { siteChoices } from './choosing.tsx';
import { ORDERS_AT, orderAt } from './order-head.tsx';

type Body = NonNullable<Operations<'post'>['services/backlink-orders/']['requestBody']>['content']['application/json'];
type Quote = Schemas['BacklinkQuote'];

const HOW = ['/order_type', '/pricing_mode', '/niche', '/niche_surcharge'];
const PACKAGE = ['/package', '/links', '/price'];
const PASS_THROUGH = ['/budget'];
const BESIDE = ['/due_date', '/placement_approval', '/notes', '/override_reason'];
const ASKED = ['/site_id', ...HOW, ...PACKAGE, ...PASS_THROUGH, ...BESIDE];
const HINTS: Readonly<Record<string, string>> = {
  '/niche_surcharge': 'Left empty it is the lowest of the niche.',
  '/price': 'A month; left empty it is the lowest of the package.',
  '/override_reason': 'For a price or a package out of what the price book allows.',
  '/due_date': 'Left empty it is 30 days from the approval, or from the complete brief.',
  '/notes': 'For the team; the client does not see them.',
};

/** What a form says, over an address or sent: the same names. */
type Typed = { all(name: string): readonly string[]; has(name: string): boolean };
const typedIn = (search: URLSearchParams): Typed => ({
  all: (name) => search.getAll(name),
  has: (name) => search.has(name),
});

/** A line for each tier that has a quantity. */
function linesOf(typed: Typed): NonNullable<Body['lines']> {
  const number = (text: string): number => Number(text);
  return TIERS.flatMap((tier) => {
    const of = (what: string): string => (typed.all(`/lines/${tier}/${what}`)[0] ?? '').trim();
    if (of('quantity') === '' || of('quantity') === '0') return [];
    return [
      {
        tier,
        quantity: number(of('quantity')),
        ...(of('dr') === '' ? {} : { dr: number(of('dr')) }),
        ...(of('unit_price') === '' ? {} : { unit_price: of('unit_price') }),
      },
    ];
  });
}

/** The order as it was asked for; whatever does not belong to its way of pricing is left out. */
function orderIn(schema: JsonSchema, typed: Typed): Body {
  const mode = typed.all('/pricing_mode')[0] ?? '';
  const foreign = [...(mode === 'package' ? [] : PACKAGE), ...(mode === 'pass_through' ? [] : PASS_THROUGH)];
  const body = fitted(
    schema,
    typed,
    ASKED.filter((name) => !foreign.includes(name)),
  ) as Body;
  const lines = mode === 'tiers' ? linesOf(typed) : [];
  return lines.length === 0 ? body : { ...body, lines };
}

async function quoted({ backend }: Visit, body: Body): Promise<Quote | Problem> {
  try {
    return (await backend.post('services/backlink-orders/quote/', { body })).data;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error;
    throw error;
  }
}

/** An order is asked for, its quote is shown with every step, and what was looked at is drafted. */
export const newOrderPage = definePage({
  name: 'newOrder',
  path: '/app/orders/new/',
  roles: ANYONE_OF.staff,
  summary: 'Quote an order with every step of its arithmetic, and draft it',
  async show(visit) {
    const { search, say } = visit;
    const schema = visit.schema('post', 'services/backlink-orders/');
    const { words, look } = await siteChoices(visit, { field: '/site_id', form: 'draft', name: '/site_id' });
    const asked = search.has('/pricing_mode');
    const quote = asked ? await quoted(visit, orderIn(schema, typedIn(search))) : null;
    const problem = quote instanceof Problem ? quote : null;
    return {
      title: 'New order',
      crumbs: [{ label: 'Orders', href: ORDERS_AT }],
      body: (
        <div class="stack">
          {look !== null && <p>Whose site is it for?</p>}
          {look ?? <Asked visit={visit} schema={schema} problem={problem} words={words} />}
          {quote !== null && !(quote instanceof Problem) && (
            <>
              <QuoteCard visit={visit} quote={quote} />
              <Confirm
                says={`Draft this order for ${words[search.get('/site_id') ?? ''] ?? 'this site'}, ${visit.formats.number(quote.client_price, 'usd')}? Its client is asked to approve it; until then nothing is owed.`}
              >
                <Form of={visit.form('draft')} say={say} submit="Draft the order">
                  {[...search].map(([name, value]) => (
                    <input type="hidden" name={name} value={value} />
                  ))}
                </Form>
              </Confirm>
            </>
          )}
        </div>
      ),
    };
  },
  forms: {
    async draft({ backend, schema }, sent) {
      const of = schema('post', 'services/backlink-orders/');
      const body = orderIn(of, { all: sent.all, has: (name) => sent.all(name).length > 0 });
      const { data } = await backend.post('services/backlink-orders/', { body, idempotencyKey: sent.key });
      return { to: orderAt(data.id), notice: `Order ${data.id} is drafted. It waits for its client’s approval.` };
    },
  },
});

type AskedProps = {
  readonly visit: Visit;
  readonly schema: JsonSchema;
  readonly problem: Problem | null;
  readonly words: Readonly<Record<string, string>>;
};
const Asked: FC<AskedProps> = ({ visit, schema, problem, words }) => {
  const { search, say } = visit;
  const errors = problem?.extras.errors ?? [];
  const form = {
    ...visit.form('quote'),
    errors: new Map(errors.map(({ pointer, message }) => [pointer, message])),
  };
  const elsewhere = errors.filter(({ pointer }) => !ASKED.includes(pointer));
  const fields = (names: readonly string[]) =>
    fieldsOf(schema, names).map((field) => (
      <Field
        form={form}
        field={field}
        say={say}
        value={search.has(field.name) ? search.getAll(field.name) : firstOf(field)}
        {...(field.name === '/site_id' ? {} : HINTS[field.name] === undefined ? {} : { hint: HINTS[field.name] ?? '' })}
        saysOptional={false}
      />
    ));
  const site: FieldSpec = {
    name: '/site_id',
    label: 'Site',
    kind: 'choice',
    required: true,
    nullable: false,
    choices: Object.keys(words),
  };
  return (
    <form method="get" action={`${ORDERS_AT}new/#quote`} class="form wide" novalidate>
      {problem !== null && (errors.length === 0 || elsewhere.length > 0) && (
        <Notice tone="bad">
          {errors.length === 0
            ? problem.message
            : elsewhere
                .map(({ pointer, message }) => `${pointer.split('/').filter(Boolean).join(' › ')}: ${message}`)
                .join(' · ')}
        </Notice>
      )}
      <Card title="What is ordered">
        <div class="fields">
          <Field form={form} field={site} say={say} words={words} value={search.getAll('/site_id')} />
          {fields(HOW)}
        </div>
      </Card>
      <Card title="Links by tier">
        <p class="quiet small">
          Where it is priced by tiers: how many of each. DR and price may be left to the price book.
        </p>
        <TierLines search={search} />
      </Card>
      <Card title="A package, or a budget">
        <div class="fields">{fields([...PACKAGE, ...PASS_THROUGH])}</div>
      </Card>
      <Card title="Besides">
        <div class="fields">{fields(BESIDE)}</div>
      </Card>
      <div class="form-end">
        <button type="submit" class={search.has('/pricing_mode') && problem === null ? undefined : 'main'}>
          Show the quote
        </button>
        <a class="button" href={ORDERS_AT}>
          {say('form.back')}
        </a>
      </div>
    </form>
  );
};
const firstOf = ({ name }: FieldSpec): readonly string[] =>
  name === '/pricing_mode' ? ['tiers'] : name === '/order_type' ? ['one_time'] : name === '/niche' ? ['general'] : [];

const TierLines: FC<{ readonly search: URLSearchParams }> = ({ search }) => (
  <Table
    caption="Links by tier"
    rows={TIERS}
    columns={[
      { key: 'tier', label: 'Tier', cell: (tier) => spoken(tier) },
      ...(['quantity', 'dr', 'unit_price'] as const).map((what) => ({
        key: what,
        label: { quantity: 'Links', dr: 'DR', unit_price: 'Price each' }[what],
        cell: (tier: string) => (
          <input
            name={`/lines/${tier}/${what}`}
            value={search.get(`/lines/${tier}/${what}`) ?? ''}
            inputmode={what === 'unit_price' ? 'decimal' : 'numeric'}
            aria-label={`${spoken(tier)}: ${{ quantity: 'links', dr: 'domain rating', unit_price: 'price each' }[what]}`}
            autocomplete="off"
            size={6}
          />
        ),
      })),
    ]}
  />
);

const begun = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const range = (visit: Visit, of: { readonly low: string; readonly high: string } | null | undefined): string =>
  of == null
    ? 'not known'
    : of.low === of.high
      ? visit.formats.number(of.low, 'usd')
      : `${visit.formats.number(of.low, 'usd')} to ${visit.formats.number(of.high, 'usd')}`;

const QuoteCard: FC<{ readonly visit: Visit; readonly quote: Quote }> = ({ visit, quote }) => (
  <Card title="The quote" id="quote">
    <ol class="items">
      {quote.steps.map(({ text, value }) => (
        <li>
          <span>{begun(text.replaceAll('_', ' '))}</span>
          <span class="figure">{value}</span>
        </li>
      ))}
    </ol>
    <p>
      <strong>{visit.formats.number(quote.client_price, 'usd')}</strong>
      <span class="quiet">
        {` for ${quote.links_ordered} ${quote.links_ordered === 1 ? 'link' : 'links'} · expected cost ${range(visit, quote.expected_cost)} · expected margin ${range(visit, quote.expected_margin)}`}
      </span>
    </p>
  </Card>
);
