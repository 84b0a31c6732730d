import type { PersonalData } from '#commands/log/ports-personal-data';
import type { BrandingOf, MemberCommands } from '#commands/platform/member';
import type { SendText } from '#commands/platform/send-text';
import type { SignInCommands } from '#commands/platform/sign-in';
import type { BrandingId } from '#domain/kernel/ids';
import type { Language } from '#domain/kernel/language';
import { ERASED } from '#domain/log/personal-data';
import { memberInvitation, signInMail } from '#domain/platform/effects';
import { invitationMail, signInLinkMail } from '#domain/platform/member-mail';
import { again, type CallOf, gaveUp, type Handlers, handlersOf } from '#runtime/typed-effects';
import type { SenderOf } from './ports-reports.ts';

export type MemberMailDeps = {
  readonly members: Pick<MemberCommands, 'of'>;
  readonly signIn: Pick<SignInCommands, 'find' | 'tokenOf'>;
  readonly sender: SenderOf;
  readonly brandingOf: BrandingOf;
  readonly personal: Pick<PersonalData, 'open'>;
  readonly send: SendText;
  readonly houseName: string;
  readonly teamAddress: string;
};
type To = { readonly email: string; readonly name: string | null; readonly language: Language };

export const SIGN_IN_PATH = '/app/sign-in/';

/** Mails about signing in, in the name under which their readers know us (spec 13, 4.4). */
export function memberMailEffects(deps: MemberMailDeps): Handlers {
  return handlersOf([memberInvitation, signInMail], {
    member_invitation: { ...deps.send.lookUps, call: (call) => invite(deps, call) },
    sign_in_mail: { ...deps.send.lookUps, call: (call) => sendLink(deps, call) },
  });
}

async function invite(deps: MemberMailDeps, call: CallOf<typeof memberInvitation>) {
  const { member_id, account_id } = call.payload;
  const member = (await deps.members.of(account_id)).members[member_id];
  if (!member || member.status === 'removed') return gaveUp('they are no member any more');
  const brand = account_id === null ? null : await deps.brandingOf(account_id);
  return write(deps, call, { kind: 'invitation', brand, to: member, path: SIGN_IN_PATH });
}

async function sendLink(deps: MemberMailDeps, call: CallOf<typeof signInMail>) {
  const token = deps.signIn.tokenOf(call.payload);
  const link = await deps.signIn.find(token);
  if (!link) return gaveUp('the link has ended');
  const to = { email: link.address, name: null, language: link.language };
  return write(deps, call, { kind: 'link', brand: link.branding_id, to, path: `${SIGN_IN_PATH}${token}/` });
}

type Letter = {
  readonly kind: 'invitation' | 'link';
  readonly brand: BrandingId | null;
  readonly to: To;
  readonly path: string;
};

async function write(deps: MemberMailDeps, call: { readonly key: string }, { kind, brand, to, path }: Letter) {
  const from = await deps.sender(brand);
  // Nothing goes out in the house's name instead.
  if ('problem' in from) return again(from.detail);
  const [email, name] = [await deps.personal.open(to.email), to.name && (await deps.personal.open(to.name))];
  if (email === ERASED || email === '') return gaveUp('they were erased');
  const text = kind === 'invitation' ? invitationMail : signInLinkMail;
  const message = text({
    language: to.language,
    name: name === ERASED ? null : name,
    brand: brand === null ? deps.houseName : from.from.name,
    address: `${from.origin}${path}`,
    contact: brand === null ? deps.teamAddress : from.reply_to,
  });
  return deps.send.text(call, email, { ...message, from: from.from, replyTo: from.reply_to });
}
