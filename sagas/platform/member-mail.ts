import { memberInvitation, signInMail } from '#domain/platform/effects';
import type { MemberEvent } from '#domain/platform/member';
import type { SignInLinkEvent } from '#domain/platform/sign-in';
import { ask, saga } from '#runtime/typed-saga';

type Types = {
  state: 'none' | 'asked';
  starts: Extract<MemberEvent, { type: 'MemberInvited' }> | Extract<SignInLinkEvent, { type: 'SignInLinkRequested' }>;
  listens: never;
  own: never;
  timers: Record<never, never>;
};

/** Writes to those who were invited, and to those who want to sign in. */
export const memberMail = saga<Types>()({
  name: 'member-mail',
  asks: [memberInvitation, signInMail],
  timers: {},
  starts: {
    MemberInvited: ({ member_id }) => ({ instance: `invited-${member_id}`, keys: [] }),
    SignInLinkRequested: ({ link }) => ({ instance: `link-${link}`, keys: [] }),
  },
  listens: {},
  initial: 'none',
  evolve: (state, entry) => (entry.kind === 'heard' ? 'asked' : state),
  keeps: () => true,
  on: {
    MemberInvited: (_, { data: { member_id, account_id } }) => [
      ask(memberInvitation, {
        name: 'invitation',
        key: `member-invitation-${member_id}`,
        payload: { member_id, account_id },
      }),
    ],
    SignInLinkRequested: (_, { data: { begins, link } }) => [
      ask(signInMail, { name: 'link', key: `sign-in-${link}`, payload: { begins, link } }),
    ],
  },
  fired: {},
});
