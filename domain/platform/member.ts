import { accept, type Decider, type DomainEvent, refuse } from '#domain/kernel/decider';
import { put } from '#domain/kernel/fold';
import type { AccountId, MemberId, UserId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import type { Instant } from '#domain/kernel/time';
import { tokensIn } from '#domain/log/personal-data';

/** What a member may do for their account besides reading what is everybody's (spec 13, 3.13). */
export const MAY = ['reports', 'orders', 'invoices', 'approve', 'buy'] as const;
export type May = (typeof MAY)[number];
/** What nobody holds for an account whose customers know it under its agency's name: the seller would be named (spec 13, 1.14). */
export const NAMES_THE_SELLER: readonly May[] = ['invoices', 'buy'];

export const STAFF_ROLES = ['admin', 'account_manager'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

type Of = { readonly member_id: MemberId; readonly account_id: AccountId | null };
type Invited = {
  /** Sealed, as is the name: under the member's own key and the address's. */
  readonly name: string;
  readonly email: string;
  readonly may: readonly May[];
  /** Of staff, who are of no account. */
  readonly role: StaffRole | null;
  readonly user_id: UserId | null;
  readonly language: Language;
};

export type MemberEvent =
  | DomainEvent<'MemberInvited', Of & Invited>
  /** They signed in for the first time. */
  | DomainEvent<'MemberJoined', Of>
  | DomainEvent<'MemberAllowed', Of & { readonly may: readonly May[] }>
  | DomainEvent<'MemberLanguageChosen', Of & { readonly language: Language }>
  | DomainEvent<'MemberRemoved', Of>;

export type Member = Of &
  Invited & {
    readonly status: 'invited' | 'active' | 'removed';
    /** The revision of the stream that changed them last. */
    readonly revision: number;
  };
/** The members of one account, or the staff. */
export type Members = { readonly revision: number; readonly members: Readonly<Record<string, Member>> };

/** On whose behalf: staff may do what members of an account and its agency may not. */
export type MemberHand = 'staff' | 'account';
export type MemberCommand = { readonly now: Instant; readonly id: MemberId } & (
  | ({ readonly type: 'Invite'; readonly accountId: AccountId | null } & Invited)
  | {
      readonly type: 'Change';
      readonly may?: readonly May[] | undefined;
      readonly language?: Language | undefined;
      readonly by: MemberHand;
      readonly seen?: number | undefined;
    }
  | { readonly type: 'Remove'; readonly by: MemberHand; readonly seen?: number | undefined }
  | { readonly type: 'Join' }
);
export type MemberRefusal =
  | { readonly code: 'duplicate'; readonly message: string; readonly holder: number }
  | { readonly code: 'not_found' | 'last_approver' | 'revision_moved'; readonly message: string }
  | { readonly code: 'invalid_state'; readonly message: string; readonly currentState: string };
type Decided = ReturnType<typeof members.decide>;

/** An account has at most so many at a time. */
export const MOST_MEMBERS = 200;

/** The same for the same address, however it is written; another one once it was erased. */
export const addressOf = (email: string): string => {
  const [sealed] = tokensIn(email);
  return sealed ? `${sealed.subject}:${sealed.generation}` : email.trim().toLowerCase();
};
const isThere = ({ status }: Member): boolean => status !== 'removed';
export const mayApprove = (member: Member): boolean => isThere(member) && member.may.includes('approve');

/** All who belong to one account: who they are, what they may, and that somebody stays who may approve. */
export const members: Decider<MemberCommand, Members, MemberEvent, MemberRefusal> = {
  initial: { revision: -1, members: {} },
  evolve: ({ revision: before, members: known }, event): Members => {
    const revision = before + 1;
    const { member_id: id } = event.data;
    const changed = (change: Partial<Member>): Members => {
      const member = known[id];
      return { revision, members: member ? put(known, id, { ...member, ...change, revision }) : known };
    };
    switch (event.type) {
      case 'MemberInvited':
        return { revision, members: put(known, id, { ...event.data, status: 'invited', revision }) };
      case 'MemberJoined':
        return changed({ status: 'active' });
      case 'MemberAllowed':
        return changed({ may: event.data.may });
      case 'MemberLanguageChosen':
        return changed({ language: event.data.language });
      case 'MemberRemoved':
        return changed({ status: 'removed' });
    }
  },
  decide: (command, state) => {
    if (command.type === 'Invite') return invite(command, state);
    const member = state.members[command.id];
    if (!member) return refuse({ code: 'not_found', message: 'there is no such member' });
    const of: Of = { member_id: member.member_id, account_id: member.account_id };
    if (command.type === 'Remove' && !isThere(member)) return accept();
    if (!isThere(member))
      return refuse({ code: 'invalid_state', message: 'they are no member any more', currentState: 'removed' });
    if (command.type === 'Join')
      return member.status === 'active' ? accept() : accept({ type: 'MemberJoined', at: command.now, data: of });
    if (command.seen !== undefined && command.seen !== member.revision)
      return refuse({
        code: 'revision_moved',
        message: `the member is at revision ${member.revision}, not ${command.seen}`,
      });
    const keeps = command.type === 'Change' && (command.may?.includes('approve') ?? true);
    if (!keeps && command.by !== 'staff' && isLastApprover(member, state)) return lastApprover(member);
    return command.type === 'Remove'
      ? accept({ type: 'MemberRemoved', at: command.now, data: of })
      : change(command, member, of);
  },
};

function invite(command: Extract<MemberCommand, { type: 'Invite' }>, { members: known }: Members): Decided {
  const { type: _, id, accountId, now: at, ...invited } = command;
  if (known[id]) return accept();
  const there = Object.values(known).filter(isThere);
  const holder = there.find(({ email }) => addressOf(email) === addressOf(invited.email));
  if (holder) {
    const message = `that address is of member ${holder.member_id} already`;
    return refuse({ code: 'duplicate', message, holder: holder.member_id });
  }
  if (there.length >= MOST_MEMBERS) {
    const message = `an account has at most ${MOST_MEMBERS} members`;
    return refuse({ code: 'invalid_state', message, currentState: 'full' });
  }
  return accept({ type: 'MemberInvited', at, data: { member_id: id, account_id: accountId, ...invited } });
}

function change(command: Extract<MemberCommand, { type: 'Change' }>, member: Member, of: Of): Decided {
  const { may, language, now: at } = command;
  const allowed = may && MAY.filter((each) => may.includes(each));
  const isNew = allowed && allowed.join() !== MAY.filter((each) => member.may.includes(each)).join();
  const events: MemberEvent[] = [];
  if (isNew) events.push({ type: 'MemberAllowed', at, data: { ...of, may: allowed } });
  if (language !== undefined && language !== member.language)
    events.push({ type: 'MemberLanguageChosen', at, data: { ...of, language } });
  return accept(...events);
}

const isLastApprover = (member: Member, { members: known }: Members): boolean =>
  mayApprove(member) && !Object.values(known).some((other) => other !== member && mayApprove(other));

const lastApprover = ({ member_id }: Member): Decided =>
  refuse({
    code: 'last_approver',
    message: `member ${member_id} is the last who may approve for the account: let somebody else do so first, or ask your account manager`,
  });
