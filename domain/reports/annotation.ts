import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, AnnotationId, SiteId } from '#domain/kernel/ids';
import type { Day, Instant } from '#domain/kernel/time';

export const VISIBILITIES = ['client', 'team'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

type Named = { readonly annotation_id: AnnotationId; readonly account_id: AccountId; readonly site_id: SiteId };
/** `text` is sealed under its author. */
type Note = { readonly date: Day; readonly text: string; readonly visibility: Visibility };
export type AnnotationEvent = DomainEvent<'AnnotationAdded', Named & Note> | DomainEvent<'AnnotationRemoved', Named>;

export type Annotation =
  | { readonly status: 'none' }
  | {
      readonly status: 'added' | 'removed';
      readonly id: AnnotationId;
      readonly accountId: AccountId;
      readonly siteId: SiteId;
    };
export type AnnotationCommand = { readonly now: Instant } & (
  | ({
      readonly type: 'Add';
      readonly id: AnnotationId;
      readonly accountId: AccountId;
      readonly siteId: SiteId;
    } & Note)
  | { readonly type: 'Remove' }
);
export type AnnotationRefusal = { readonly code: 'not_found'; readonly message: string };

/** Something that somebody notes of a day of a site: why a line in a chart bends there. */
export const annotation: Decider<AnnotationCommand, Annotation, AnnotationEvent, AnnotationRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): Annotation => {
    switch (event.type) {
      case 'AnnotationAdded': {
        const { annotation_id: id, account_id: accountId, site_id: siteId } = event.data;
        return { status: 'added', id, accountId, siteId };
      }
      case 'AnnotationRemoved':
        return state.status === 'none' ? state : { ...state, status: 'removed' };
    }
  },
  decide: (command, state) => {
    const { now: at } = command;
    if (command.type === 'Add') {
      if (state.status !== 'none') return accept();
      const { id: annotation_id, accountId: account_id, siteId: site_id, date, text, visibility } = command;
      return accept({
        type: 'AnnotationAdded',
        at,
        data: { annotation_id, account_id, site_id, date, text, visibility },
      });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such annotation' });
    if (state.status === 'removed') return accept();
    const named = { annotation_id: state.id, account_id: state.accountId, site_id: state.siteId };
    return accept({ type: 'AnnotationRemoved', at, data: named });
  },
};
