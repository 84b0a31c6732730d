import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, BrandingId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

/** What an agency's reports look like (spec 5.2). Contact details are sealed under the agency's key. */
export type BrandingFields = {
  readonly brand_name: string;
  readonly brand_logo_url: string | null;
  /** Colours as `#rrggbb`. */
  readonly primary_color: string;
  readonly secondary_color: string;
  readonly contact_email: string | null;
  readonly contact_phone: string | null;
  readonly website_url: string | null;
  readonly footer_text: string | null;
  /** The host that links lead to, once it is proved. */
  readonly report_domain: string | null;
  readonly is_active: boolean;
};

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly branding_id: BrandingId; readonly account_id: AccountId } & Data
>;
export type BrandingEvent =
  | Of<'BrandingCreated', { readonly fields: BrandingFields }>
  | Of<'BrandingChanged', { readonly fields: BrandingFields }>
  | Of<'BrandingRemoved'>;

export type KnownBranding = {
  readonly status: 'there' | 'removed';
  readonly id: BrandingId;
  readonly accountId: AccountId;
  readonly fields: BrandingFields;
};
export type Branding = { readonly status: 'none' } | KnownBranding;
export type BrandingCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Create';
      readonly id: BrandingId;
      readonly accountId: AccountId;
      readonly fields: BrandingFields;
    }
  | { readonly type: 'Change'; readonly fields: BrandingFields }
  | { readonly type: 'Remove' }
);
export type BrandingRefusal =
  | { readonly code: 'not_found'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string };

/** One stream a branding. Versions of reports keep what it was when they were made. */
export const branding: Decider<BrandingCommand, Branding, BrandingEvent, BrandingRefusal> = {
  initial: { status: 'none' },
  evolve: (state, event): Branding => {
    switch (event.type) {
      case 'BrandingCreated': {
        const { branding_id: id, account_id: accountId, fields } = event.data;
        return { status: 'there', id, accountId, fields };
      }
      case 'BrandingChanged':
        return state.status === 'none' ? state : { ...state, fields: event.data.fields };
      case 'BrandingRemoved':
        return state.status === 'none' ? state : { ...state, status: 'removed' };
    }
  },
  decide: (command, state) => {
    const at = command.now;
    if (command.type === 'Create') {
      const { id, accountId, fields } = command;
      if (state.status !== 'none')
        return refuse({ code: 'invalid_state', message: 'it is there already', currentState: state.status });
      return accept({ type: 'BrandingCreated', at, data: { branding_id: id, account_id: accountId, fields } });
    }
    if (state.status !== 'there') return refuse({ code: 'not_found', message: 'there is no such branding' });
    const ids = { branding_id: state.id, account_id: state.accountId };
    if (command.type === 'Remove') return accept<BrandingEvent>({ type: 'BrandingRemoved', at, data: ids });
    if (isSame(command.fields, state.fields)) return accept();
    return accept<BrandingEvent>({ type: 'BrandingChanged', at, data: { ...ids, fields: command.fields } });
  },
};

const isSame = (one: BrandingFields, other: BrandingFields): boolean =>
  (Object.keys(one) as (keyof BrandingFields)[]).every((field) => one[field] === other[field]);
