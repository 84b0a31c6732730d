import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#runtime/event-store';

/** About 330 bytes of data and 120 of metadata, as an ordinary event of the business has. */
export const sample = (): NewEvent => ({
  id: randomUUID(),
  type: 'BacklinkOrderApproved',
  schemaVersion: 1,
  data: {
    orderId: 48_213,
    siteId: 1177,
    approvedBy: 'agency-user-3391',
    at: '2026-11-24T09:30:00.000Z',
    lines: [
      { target: 'https://example.org/guides/spring-cleaning', anchor: 'spring cleaning guide', cents: 12_500 },
      { target: 'https://example.org/shop/brushes', anchor: 'natural brushes', cents: 9_900 },
    ],
    note: 'Two placements a month, nothing from forums.',
  },
  metadata: { correlationId: randomUUID(), actor: 'agency-user-3391', at: '2026-11-24T09:30:00.000Z' },
});

/** Appends `events` events to a stream that stands at `last` (-1: new). */
export type Append = (stream: string, last: number, events: readonly NewEvent[]) => Promise<unknown>;

const STREAM_APPENDS = 10;

/** Events a second that so many writers append in that time, each to streams of its own, ten appends to a stream. */
export async function appendRate(append: Append, writers: number, perAppend: number, ms: number): Promise<number> {
  const begin = performance.now();
  let written = 0;
  const writer = async () => {
    let stream = '';
    for (let i = 0; performance.now() - begin < ms; i++) {
      if (i % STREAM_APPENDS === 0) stream = `order-${randomUUID()}`;
      const last = (i % STREAM_APPENDS) * perAppend - 1;
      await append(stream, last, Array.from({ length: perAppend }, sample));
      written += perAppend;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return (written * 1000) / (performance.now() - begin);
}

/** What `work` does a second, where it answers how much it did. */
export async function rate(work: () => Promise<number>): Promise<number> {
  const begin = performance.now();
  const done = await work();
  return (done * 1000) / (performance.now() - begin);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
