import type { PriceBookEvent } from '#domain/links/price-book';
import type { JsonObject, JsonValue } from '#runtime/event-store';
import { type Projection, projection } from '#runtime/projection';

export const PRICE_BOOK = 'igny8_price_book_versions';

/** Every version of the price book, with who changed what and why. */
export const priceBookVersions: Projection = projection<PriceBookEvent>({
  name: PRICE_BOOK,
  version: 1,
  tables: [
    {
      name: PRICE_BOOK,
      columns: {
        version: 'integer',
        book: 'json',
        changed: 'json',
        reason: 'text',
        changed_by: 'json',
        created_at: 'timestamptz',
      },
      key: ['version'],
    },
  ],
  on: {
    PriceBookRevised(rows, { data, at, metadata }) {
      rows.put(PRICE_BOOK, {
        version: data.version,
        book: data.book as unknown as JsonObject,
        changed: data.changed as unknown as JsonValue,
        reason: data.reason,
        changed_by: metadata.actor as unknown as JsonObject,
        created_at: at,
      });
    },
  },
});
