import { expect, test } from 'vitest';
import type { DomainEvent } from '#domain/kernel/decider';
import { createEventCodec } from '#runtime/event-codec';
import { RecordedEvent, START } from '#runtime/event-store';
import { foldPage, type Heard, ignored, projection } from '#runtime/projection';
import { integer, table } from '#runtime/table';

type Facts = DomainEvent<'Seen' | 'Read', { readonly page: number }>;
type Shelf = DomainEvent<'Shelved', { readonly page: number }> | DomainEvent<'Dusted', { readonly by: string }>;
const PAGES = table('pages', { page: integer }, { key: ['page'] });
const base = { name: 'pages', version: 1, tables: [PAGES] };

test('an event that the union names and nobody handles does not compile', () => {
  projection<Shelf>({
    ...base,
    // @ts-expect-error: nobody says what becomes of `Dusted`
    on: { Shelved: (rows, { data }) => rows.put(PAGES, { page: data.page }) },
  });
  projection<Heard<Facts, 'Seen'>>({
    ...base,
    on: {
      Seen: (rows, { data }) => rows.put(PAGES, { page: data.page }),
      // @ts-expect-error: what is not in the union is not heard
      Read: (rows: unknown) => void rows,
    },
  });
});

test('what is ignored on purpose is passed over, and parks nothing', async () => {
  const definition = projection<Shelf>({
    ...base,
    on: { Shelved: (rows, { data }) => rows.put(PAGES, { page: data.page }), Dusted: ignored },
  });
  const recorded = (position: number, type: string, data: object) =>
    new RecordedEvent({
      place: { ...START, position },
      stream: 'shelf-1',
      revision: position,
      id: `event-${position}`,
      type,
      schemaVersion: 1,
      dataText: JSON.stringify(data),
      metadataText: JSON.stringify({ occurred_at: '2026-11-20T10:00:00.000Z' }),
    });
  const events = [recorded(0, 'Dusted', { by: 'Ada' }), recorded(1, 'Shelved', { page: 7 })];
  const none = { get: async () => undefined, find: async () => [] };
  const { uow, parked } = await foldPage(
    definition,
    events,
    none,
    createEventCodec({ versions: {}, upcasters: {} }),
    new Set(),
  );
  expect(parked).toEqual([]);
  expect(uow.writes().put.get('pages')).toEqual([{ page: 7 }]);
});
