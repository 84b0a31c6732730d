import type { PriceBookEvent } from '#domain/links/price-book';
import type { PriceBook } from '#domain/links/price-book-data';
import type { Changed } from '#domain/links/price-book-edit';
import type { Actor } from '#runtime/metadata';
import { type Projection, projection } from '#runtime/projection';
import { instant, integer, json, table, text } from '#runtime/table';

export const PRICE_BOOK = table(
  'igny8_price_book_versions',
  {
    version: integer,
    book: json<PriceBook>(),
    changed: json<readonly Changed[]>(),
    reason: text,
    changed_by: json<Actor>(),
    created_at: instant,
  },
  { key: ['version'] },
);

/** Every version of the price book, with who changed what and why. */
export const priceBookVersions: Projection = projection<PriceBookEvent>({
  name: PRICE_BOOK.name,
  version: 1,
  tables: [PRICE_BOOK],
  on: {
    PriceBookRevised(rows, { data, at, metadata }) {
      rows.put(PRICE_BOOK, {
        version: data.version,
        book: data.book,
        changed: data.changed,
        reason: data.reason,
        changed_by: metadata.actor,
        created_at: at,
      });
    },
  },
});
