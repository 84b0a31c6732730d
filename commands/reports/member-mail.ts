import type { PersonalData } from '#commands/log/ports-personal-data';
import type { BrandingOf, MemberCommands } from '#commands/platform/member';
import type { SignInCommands } from '#commands/platform/sign-in';
import type { BrandingId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import { ERASED } from '#domain/log/personal-data';
import { memberInvitation, signInMail } from '#domain/platform/effects';
import { invitationMail, type MemberMail, signInLinkMail } from '#domain/platform/member-mail';
import { type CallOf, gaveUp, type Handlers, handlersOf } from '#runtime/typed-effects';
import type { BrandedMail } from './branded-mail.ts';

export type MemberMailDeps = {
  readonly members: Pick<MemberCommands, 'of'>;
  readonly signIn: Pick<SignInCommands, 'find' | 'tokenOf'>;
  readonly brandingOf: BrandingOf;
  readonly personal: Pick<PersonalData, 'open'>;
  readonly mail: BrandedMail;
  readonly houseName: string;
  readonly teamAddress: string;
};
type Invitation = CallOf<typeof memberInvitation>;
type Link = CallOf<typeof signInMail>;

const PATH = '/app/sign-in/';

/** Mails about signing in. */
export function memberMailEffects(deps: MemberMailDeps): Handlers {
  const { mail, brandingOf, signIn } = deps;
  const brandOf = async ({ payload: { account_id } }: Invitation) =>
    account_id === null ? null : brandingOf(account_id);
  const linkOf = ({ payload }: Link) => signIn.find(signIn.tokenOf(payload));
  return handlersOf([memberInvitation, signInMail], {
    member_invitation: {
      ...mail.lookUps(brandOf),
      async call(call) {
        const { member_id, account_id } = call.payload;
        const member = (await deps.members.of(account_id)).members[member_id];
        if (!member || member.status === 'removed') return gaveUp('they are no member any more');
        return write(deps, call, { write: invitationMail, brand: await brandOf(call), to: member, path: PATH });
      },
    },
    sign_in_mail: {
      ...mail.lookUps(async (call: Link) => (await linkOf(call))?.branding_id ?? null),
      async call(call) {
        const link = await linkOf(call);
        if (!link) return gaveUp('the link has ended');
        const to = { email: link.address, name: null, language: link.language };
        const path = `${PATH}${signIn.tokenOf(call.payload)}/`;
        return write(deps, call, { write: signInLinkMail, brand: link.branding_id, to, path });
      },
    },
  });
}

type Letter = {
  readonly write: (of: MemberMail) => ReturnType<typeof invitationMail>;
  readonly brand: BrandingId | null;
  /** Sealed. */
  readonly to: { readonly email: string; readonly name: string | null; readonly language: Language };
  readonly path: string;
};

async function write(deps: MemberMailDeps, call: { readonly key: string }, letter: Letter) {
  const { brand, to, path } = letter;
  const email = await deps.personal.open(to.email);
  const name = to.name === null ? null : await deps.personal.open(to.name);
  if (email === ERASED || email === '') return gaveUp('they were erased');
  return deps.mail.send(call, brand, email, ({ from, origin, reply_to }) =>
    letter.write({
      language: to.language,
      name: name === ERASED ? null : name,
      brand: brand === null ? deps.houseName : from.name,
      address: `${origin}${path}`,
      contact: brand === null ? deps.teamAddress : reply_to,
    }),
  );
}
