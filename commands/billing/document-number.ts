import {
  type DocumentNumberEvent,
  documentNumber,
  documentNumbers,
  type NumberSeries,
} from '#domain/billing/document-number';
import { dayOf, type Zone } from '#domain/kernel/calendar';
import type { Day, Instant } from '#domain/kernel/time';
import type { Clock } from '#runtime/clock';
import type { CommandHandler } from '#runtime/command-handler';
import { type RecordedEvent, StoreUnavailable } from '#runtime/event-store';
import { type Cause, metadataOf } from '#runtime/metadata';
import { uuidFrom } from '#runtime/random';

/** A document that is to be numbered; `since` is the event that made it: no number of it is older. */
export type Unnumbered = { readonly series: NumberSeries; readonly id: number; readonly since: RecordedEvent };
export type DocumentNumber = { readonly number: string; readonly on: Day };

const registerOf = (series: NumberSeries, year: number): string => `numbers-${series}-${year}`;
const ownStream = (series: NumberSeries, id: number): string => `numbered-${series}-${id}`;
/** So often is a number that another document was quicker to take tried again. */
const MOST_TRIES = 200;

/** Numbers of documents: each is looked up by its document, and of a register only the last one is read. */
export function documentNumberCommands(deps: {
  readonly handler: CommandHandler;
  readonly clock: Clock;
  readonly zone: Zone;
}) {
  const { handler, clock, zone } = deps;
  const yearOf = (at: Instant): number => Number(dayOf(at, zone).slice(0, 4));
  const shown = (event: RecordedEvent): DocumentNumber => ({
    number: String(event.data['number']),
    on: dayOf(metadataOf(event).occurred_at, zone),
  });
  const own = async (series: NumberSeries, id: number): Promise<DocumentNumber | null> => {
    const { history } = await handler.load(documentNumber, ownStream(series, id));
    return history[0] ? shown(history[0]) : null;
  };

  /** Puts what a register says into the document's own stream, dated as it was taken; once. */
  async function record({ data, at, accountId }: Entry, cause: Cause): Promise<DocumentNumber> {
    const { series, year, n, number, document_id: documentId } = data;
    await handler.handle(
      documentNumber,
      ownStream(series, documentId),
      { type: 'Record', series, year, n, documentId, now: at },
      { ...cause, accountId, siteId: null, commandId: uuidFrom('numbered', series, documentId) },
    );
    return { number, on: dayOf(at, zone) };
  }

  /**
   * What a register knows of the document, where that stands nowhere else: its last number, or one from before documents had
   * streams of their own. Of those only the ones are read that were taken after the document came to be.
   */
  async function inRegister({ series, id, since }: Unnumbered, year: number) {
    const register = await handler.load(documentNumbers, registerOf(series, year));
    const last = register.history[0];
    const { documentId, recordedFrom } = register.state;
    const from = (recordedFrom ?? register.state.last + 1) - 2;
    const found =
      documentId === id
        ? last
        : await handler.newest(registerOf(series, year), ({ data }) => data['document_id'] === id, {
            from,
            until: ({ position }) => position < since.position,
          });
    return { last: last && entryOf(last), revision: register.revision, found: found && entryOf(found) };
  }

  /**
   * The number of a document, taken where it has none yet; one that was taken before a crash, or just before New Year, is
   * found again, so that no number is left without its document.
   * @throws StoreUnavailable others were quicker each time; nothing was taken, try again
   */
  async function numberOf(document: Unnumbered, cause: Cause): Promise<DocumentNumber> {
    const { series, id, since } = document;
    const year = yearOf(clock.now());
    const known = await own(series, id);
    if (known) return known;
    for (let before = yearOf(metadataOf(since).occurred_at); before < year; before++) {
      const { found } = await inRegister(document, before);
      if (found) return record(found, cause);
    }
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      // The register is read before the document's own stream: what was taken since makes the revision another one.
      const { last, revision, found } = await inRegister(document, year);
      const meanwhile = await own(series, id);
      if (meanwhile) return meanwhile;
      if (found) return record(found, cause);
      if (last) await record(last, cause);
      const command = { type: 'Take' as const, series, year, documentId: id, now: clock.now() };
      const named = { ...cause, commandId: uuidFrom('number', series, id) };
      const stream = registerOf(series, year);
      const done = await handler.handle(documentNumbers, stream, command, named, { expected: revision });
      const taken = done.ok ? done.events[0] : undefined;
      if (taken) return record({ data: taken.data, at: taken.at, accountId: cause.accountId ?? null }, cause);
    }
    throw new StoreUnavailable(`the register of ${series} is too busy; try again`);
  }

  return { numberOf };
}

/** A number as its register has it. */
type Entry = {
  readonly data: Extract<DocumentNumberEvent, { type: 'DocumentNumberTaken' }>['data'];
  readonly at: Instant;
  readonly accountId: number | null;
};
function entryOf(event: RecordedEvent): Entry {
  const { account_id, occurred_at } = metadataOf(event);
  return { data: event.data as unknown as Entry['data'], at: occurred_at, accountId: account_id };
}
