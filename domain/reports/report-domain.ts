import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId, BrandingId } from '#domain/kernel/ids';
import { type Instant, plusHours } from '#domain/kernel/time';

/** So long does a claim that is not proved keep others from the domain. */
const CLAIM_DAYS = 7;
/** Where the proof is looked for, and what it says; neither names the house. */
export const proofName = (domain: string): string => `_report-domain.${domain}`;
export const proofText = (token: string): string => `report-domain=${token}`;

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly domain: string; readonly branding_id: BrandingId; readonly account_id: AccountId } & Data
>;
export type ReportDomainEvent =
  | Of<'ReportDomainClaimed', { readonly token: string }>
  | Of<'ReportDomainProved'>
  /** Its proof was not found any more. */
  | Of<'ReportDomainLapsed'>
  | Of<'ReportDomainReleased'>;

export type ReportDomain =
  | { readonly status: 'free' }
  | {
      readonly status: 'claimed' | 'proved' | 'lapsed';
      readonly domain: string;
      readonly brandingId: BrandingId;
      readonly accountId: AccountId;
      readonly token: string;
      /** Since when it has been so. */
      readonly since: Instant;
    };
export type ReportDomainCommand = { readonly now: Instant } & (
  | {
      readonly type: 'Claim';
      readonly domain: string;
      readonly brandingId: BrandingId;
      readonly accountId: AccountId;
      readonly token: string;
    }
  /** What was found where its proof is to stand, of the claim with that token. */
  | { readonly type: 'Look'; readonly token: string; readonly found: boolean }
  | { readonly type: 'Release'; readonly brandingId: BrandingId }
);
export type ReportDomainRefusal =
  | { readonly code: 'duplicate'; readonly message: string; readonly pointer: string }
  | { readonly code: 'not_found'; readonly message: string };

/** A host for the links of one branding: one stream a host, so that it is never two brandings'. */
export const reportDomain: Decider<ReportDomainCommand, ReportDomain, ReportDomainEvent, ReportDomainRefusal> = {
  initial: { status: 'free' },
  evolve: (state, event): ReportDomain => {
    switch (event.type) {
      case 'ReportDomainClaimed': {
        const { domain, branding_id: brandingId, account_id: accountId, token } = event.data;
        return { status: 'claimed', domain, brandingId, accountId, token, since: event.at };
      }
      case 'ReportDomainProved':
        return state.status === 'free' ? state : { ...state, status: 'proved', since: event.at };
      case 'ReportDomainLapsed':
        return state.status === 'free' ? state : { ...state, status: 'lapsed', since: event.at };
      case 'ReportDomainReleased':
        return { status: 'free' };
    }
  },
  decide: (command, state) => {
    const at = command.now;
    if (command.type === 'Claim') {
      const { domain, brandingId: branding_id, accountId: account_id, token } = command;
      if (state.status !== 'free' && state.brandingId === branding_id) return accept();
      if (state.status !== 'free' && !isGivenUp(state, at))
        return refuse({
          code: 'duplicate',
          pointer: '/report_domain',
          message: 'this domain is in use by another branding',
        });
      return accept({ type: 'ReportDomainClaimed', at, data: { domain, branding_id, account_id, token } });
    }
    if (state.status === 'free') return command.type === 'Release' ? accept() : refuse(NOBODYS);
    const ids = { domain: state.domain, branding_id: state.brandingId, account_id: state.accountId };
    if (command.type === 'Release')
      return state.brandingId === command.brandingId
        ? accept<ReportDomainEvent>({ type: 'ReportDomainReleased', at, data: ids })
        : accept();
    if (state.token !== command.token) return accept();
    if (command.found)
      return state.status === 'proved'
        ? accept()
        : accept<ReportDomainEvent>({ type: 'ReportDomainProved', at, data: ids });
    return state.status === 'proved'
      ? accept<ReportDomainEvent>({ type: 'ReportDomainLapsed', at, data: ids })
      : accept();
  },
};

const NOBODYS = { code: 'not_found', message: 'nobody claims this domain' } as const;
const isGivenUp = (state: Exclude<ReportDomain, { status: 'free' }>, now: Instant): boolean =>
  state.status !== 'proved' && plusHours(state.since, CLAIM_DAYS * 24) <= now;
