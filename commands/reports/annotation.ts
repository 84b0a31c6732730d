import type { AccountId, AnnotationId, SiteId } from '#domain/kernel/ids';
import type { Day } from '#domain/kernel/time';
import {
  type Annotation,
  type AnnotationEvent,
  type AnnotationRefusal,
  annotation,
  type Visibility,
} from '#domain/reports/annotation';
import type { Clock } from '#runtime/clock';
import type { CommandHandler, Handled, HandleOptions } from '#runtime/command-handler';
import type { IdAllocator } from '#runtime/ids';
import type { Cause } from '#runtime/metadata';

export type NewAnnotation = {
  readonly accountId: AccountId;
  readonly siteId: SiteId;
  readonly date: Day;
  readonly text: string;
  readonly visibility: Visibility;
};
export type AnnotationResult = Handled<Annotation, AnnotationEvent, AnnotationRefusal> & { readonly id?: number };
export type AnnotationCommands = ReturnType<typeof annotationCommands>;

const stream = (id: number): string => `annotation-${id}`;

export function annotationCommands({
  handler,
  ids,
  clock,
}: {
  handler: CommandHandler;
  ids: IdAllocator;
  clock: Clock;
}) {
  return {
    async add(note: NewAnnotation, cause: Cause): Promise<AnnotationResult> {
      const id = (await ids.allocate('annotation', cause.commandId)) as AnnotationId;
      const own = { ...cause, accountId: note.accountId, siteId: note.siteId };
      return {
        ...(await handler.handle(annotation, stream(id), { ...note, type: 'Add', id, now: clock.now() }, own)),
        id,
      };
    },
    remove: (id: number, cause: Cause, options?: HandleOptions): Promise<AnnotationResult> =>
      handler.handle(annotation, stream(id), { type: 'Remove', now: clock.now() }, cause, options),
  };
}
