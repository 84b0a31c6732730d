import type { DomainEvent, Recorded } from '#domain/kernel/decider';
import type { JsonObject, RecordedEvent } from './event-store.ts';
import { metadataOf } from './metadata.ts';

/** Lifts data of an older schema version by one version. Pure; kept for ever. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** Current schema version by type (1 where not listed) and the upcasters that lead to it. */
export type EventSchemas = {
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters: Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;
};

/** An event of a version that this code does not know: written by a newer release. Its stream waits. */
export class UnknownSchemaVersion extends Error {
  override readonly name = 'UnknownSchemaVersion';
}

export type EventCodec = {
  version(type: string): number;
  /** The stored event as the domain knows it today. Throws `UnknownSchemaVersion` or `SyntaxError`. */
  decode<E extends DomainEvent>(event: RecordedEvent): Recorded<E>;
};

export function createEventCodec(schemas: EventSchemas): EventCodec {
  const version = (type: string): number => schemas.versions[type] ?? 1;
  return {
    version,
    decode<E extends DomainEvent>(event: RecordedEvent): Recorded<E> {
      const current = version(event.type);
      if (event.schemaVersion > current) {
        throw new UnknownSchemaVersion(
          `${event.type} v${event.schemaVersion} is newer than this release (v${current})`,
        );
      }
      let data = event.data;
      for (let v = event.schemaVersion; v < current; v++) {
        const upcast = schemas.upcasters[event.type]?.[v];
        if (!upcast) throw new UnknownSchemaVersion(`${event.type} has no upcaster from v${v}`);
        data = upcast(data);
      }
      return { id: event.id, type: event.type, at: metadataOf(event).occurred_at, data } as unknown as Recorded<E>;
    },
  };
}
