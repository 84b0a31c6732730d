import { ANYONE_OF } from '#api/http/routes';
import { Table } from '../list.tsx';
import { definePage, type Visit } from '../page.ts';
import { Card, Empty } from '../parts/show.tsx';
import { spoken } from '../schema-fields.ts';
import { once } from './once.ts';
import { asTable, changeOf, type Figure } from './price-book-change.tsx';

const AT = '/app/price-book/';
const BOOK = 'services/price-book/';
/** Parts of the book, in the order in which they are read. */
const PARTS = ['tiers', 'packages', 'niches', 'pass_through', 'indexing', 'ahrefs', 'guarantee'] as const;

/** Every figure of a part by its path, as people write it. */
function figuresOf(value: unknown, path: string): readonly Figure[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [{ path, value: String(value) }];
  if (typeof value === 'string') return path.endsWith('.what') ? [] : [{ path, value }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => figuresOf(inner, `${path}.${key}`));
}
const nameOf = (path: string): string => path.split('.').slice(1).map(spoken).join(' · ');

/** The price book as it is, what changed in it and why; a figure of it is changed by admins. */
export const priceBookPage = definePage({
  name: 'priceBook',
  path: '/app/price-book/',
  roles: ANYONE_OF.staff,
  summary: 'The price book, figure by figure, and its versions',
  nav: { at: 75, label: () => 'Price book' },
  // Whom a figure would concern is for those who may change it.
  partsFor: { csv: ANYONE_OF.admin },
  downloads: { csv: async (visit) => asTable(visit) },
  async show(visit) {
    const { backend, search } = visit;
    const [{ data: book, etag }, versions] = await Promise.all([
      backend.get(BOOK),
      backend.get('services/price-book/versions/', { query: { page_size: 50, ordering: '-version' } }),
    ]);
    const parts = PARTS.map((part) => [part, figuresOf(book[part], part)] as const);
    const figure = parts.flatMap(([, all]) => all).find(({ path }) => path === search.get('figure'));
    if (figure !== undefined && visit.role === 'admin')
      return {
        title: nameOf(figure.path),
        crumbs: [{ label: 'Price book', href: AT }],
        body: await changeOf(visit, { figure, name: nameOf(figure.path), etag, open: await openOrders(visit) }),
      };
    return {
      title: 'Price book',
      actions: (
        <a class="button" href="/app/plans/">
          Plans
        </a>
      ),
      body: (
        <div class="stack">
          <p class="quiet">{`Version ${book.version}. Orders keep the figures that they were drafted with.`}</p>
          <div class="columns">
            {parts.map(([part, figures]) => (
              <Card title={spoken(part)}>
                <Table
                  caption={spoken(part)}
                  rows={figures}
                  columns={[
                    { key: 'figure', label: 'Figure', cell: ({ path }) => nameOf(path) },
                    {
                      key: 'value',
                      label: 'Value',
                      figure: true,
                      cell: ({ path, value }) =>
                        visit.role === 'admin' ? (
                          <a
                            class="amount"
                            href={`${AT}?figure=${encodeURIComponent(path)}`}
                            aria-label={`${nameOf(path)}: ${value}, change`}
                          >
                            {value}
                          </a>
                        ) : (
                          value
                        ),
                    },
                  ]}
                />
              </Card>
            ))}
          </div>
          <Card title="Versions">
            {versions.data.results.length === 0 ? (
              <Empty title="Nothing was changed yet" text="Who changed what, and why, stands here, newest first." />
            ) : (
              <ul class="items">
                {versions.data.results.map(({ version, changed, reason, created_at }) => (
                  <li>
                    <span>
                      {`Version ${version}: ${changed.map(({ path, from, to }) => `${nameOf(path)} ${from} → ${to}`).join(', ')}`}
                      <span class="sub small quiet">{reason}</span>
                    </span>
                    <span class="when">{visit.moment(created_at)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      ),
    };
  },
  forms: {
    async change({ backend }, sent) {
      const path = sent.text('path');
      const body = { changes: { [path]: sent.text(`/changes/${path}`) }, reason: sent.text('/reason') };
      const { data } = await backend.patch(BOOK, { body, ...once(sent) });
      return { to: AT, notice: `Version ${data.version} holds for what is drafted from now on.` };
    },
  },
});

const OPEN = ['draft', 'approved', 'in_progress', 'delivered'] as const;
/** How many orders go on with the figures that they were drafted with. */
async function openOrders({ backend }: Visit): Promise<number> {
  const counts = await Promise.all(
    OPEN.map(async (status) => (await backend.list('services/backlink-orders/', { status, page_size: 1 })).count),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
