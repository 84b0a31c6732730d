import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import type { AccountId } from '#domain/kernel/ids';
import type { Instant } from '#domain/kernel/time';

/** A picture as it was kept: a PNG or JPEG by what is in it, in pixels and bytes; `sha256` names the account's file. */
export type LogoFile = {
  readonly sha256: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly size: number;
};

type Of<Type extends string, Data = unknown> = DomainEvent<
  Type,
  { readonly logo_id: string; readonly account_id: AccountId; readonly url: string } & Data
>;
export type LogoEvent =
  | Of<'LogoRequested', { readonly attempt: number }>
  | Of<'LogoStored', { readonly attempt: number; readonly file: LogoFile }>
  | Of<'LogoRefused', { readonly attempt: number; readonly reason: string }>;

type Named = { readonly logoId: string; readonly accountId: AccountId; readonly url: string; readonly attempt: number };
export type Logo =
  | { readonly status: 'none' }
  | (Named & { readonly status: 'pending' })
  | (Named & { readonly status: 'ready'; readonly file: LogoFile })
  | (Named & { readonly status: 'refused'; readonly reason: string });
export type LogoFound =
  | { readonly outcome: 'stored'; readonly file: LogoFile }
  | { readonly outcome: 'refused'; readonly reason: string };
export type LogoCommand = {
  readonly now: Instant;
} /** Fetched once; `again` looks at the address anew, for a picture that was put right there. */ & (
  | {
      readonly type: 'Request';
      readonly logoId: string;
      readonly accountId: AccountId;
      readonly url: string;
      readonly again: boolean;
    }
  | { readonly type: 'Found'; readonly attempt: number; readonly found: LogoFound }
);
export type LogoRefusal = { readonly code: 'not_found'; readonly message: string };

/** A picture at an address, for one account; one stream for the two. */
export const logo: Decider<LogoCommand, Logo, LogoEvent, LogoRefusal> = {
  initial: { status: 'none' },
  evolve: (_, { type, data }): Logo => {
    const named = { logoId: data.logo_id, accountId: data.account_id, url: data.url, attempt: data.attempt };
    switch (type) {
      case 'LogoRequested':
        return { ...named, status: 'pending' };
      case 'LogoStored':
        return { ...named, status: 'ready', file: data.file };
      case 'LogoRefused':
        return { ...named, status: 'refused', reason: data.reason };
    }
  },
  decide: (command, state) => {
    const at = command.now;
    if (command.type === 'Request') {
      if (state.status === 'pending' || (state.status !== 'none' && !command.again)) return accept();
      const attempt = state.status === 'none' ? 1 : state.attempt + 1;
      const { logoId: logo_id, accountId: account_id, url } = command;
      return accept({ type: 'LogoRequested', at, data: { logo_id, account_id, url, attempt } });
    }
    if (state.status === 'none') return refuse({ code: 'not_found', message: 'there is no such logo' });
    // What an earlier attempt found is of no interest any more.
    if (state.status !== 'pending' || state.attempt !== command.attempt) return accept();
    const { found, attempt } = command;
    const ids = { logo_id: state.logoId, account_id: state.accountId, url: state.url, attempt };
    return found.outcome === 'stored'
      ? accept<LogoEvent>({ type: 'LogoStored', at, data: { ...ids, file: found.file } })
      : accept<LogoEvent>({ type: 'LogoRefused', at, data: { ...ids, reason: found.reason } });
  },
};
