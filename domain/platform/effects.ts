import { effectKind } from '#domain/kernel/effect-kind';
import type { AccountId, MemberId } from '#domain/kernel/ids';
import type { PersonalKey } from '#domain/log/personal-data';
import type { StoredFile } from './stored-file.ts';
import type { WorkRequestKind } from './work-request.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Applies a fact that waited for its owner. */
export const releaseFact = effectKind('release_fact')<{ readonly stream: string }, { readonly released: boolean }>();

/** What the platform is asked to do; beside whose work it is, each kind of request has fields of its own. */
export type AskedWork = {
  readonly kind: WorkRequestKind;
  /** Null where it is about a site that has none. */
  readonly subscription_id: number | null;
  readonly site_id: number;
  readonly [field: string]: Json;
};
export const workRequest = effectKind('work_request')<
  AskedWork,
  { readonly work_request_id: number; readonly sent: boolean }
>();
/** Deletes files of an account that can never be read again, as these keys of it are deleted. */
export const sweepAccountFiles = effectKind('sweep_account_files')<
  { readonly account_id: number; readonly keys: readonly PersonalKey[] },
  { readonly deleted: number }
>();
/** Deletes a file that was sent and that nothing has used since. */
export const deleteUnusedFile = effectKind('delete_unused_file')<
  { readonly account_id: AccountId; readonly file_id: StoredFile['id']; readonly sha256: string },
  { readonly deleted: boolean }
>();
/** Tells somebody that they were invited, and where to sign in. */
export const memberInvitation = effectKind('member_invitation')<
  { readonly member_id: MemberId; readonly account_id: AccountId | null },
  { readonly message_id: string }
>();
/** Sends a link to sign in by. Its secret is in no event: it is made again from what is asked. */
export const signInMail = effectKind('sign_in_mail')<
  { readonly begins: string; readonly link: string },
  { readonly message_id: string }
>();
