import { z } from 'zod';
import type { Principal, TenantScope } from '#api/http/principal';
import { accepted, bad, notFound, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { idSchema } from '#api/http/schemas';
import type { StoredFileCommands } from '#commands/platform/stored-file';
import { type AccountId, isId } from '#domain/kernel/ids';
import { fileName } from '#domain/platform/file-name';
import { FILE_TYPES, type FileBy, type FileType, LARGEST_FILE } from '#domain/platform/stored-file';

/** What stands around a file in a form. */
const AROUND = 64 * 1024;
const MULTIPART = 'multipart/form-data';

const TYPES = Object.keys(FILE_TYPES) as [FileType, ...FileType[]];
export const fileSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    type: z.enum(TYPES),
    size: z.int(),
    sha256: z.string(),
  })
  .meta({ id: 'StoredFile' });

const formSchema = z.object({
  file: z.string().meta({ format: 'binary' }),
  account_id: idSchema.optional().meta({ description: 'by default the caller’s own' }),
});

/** Who sends a file or a message, as events name them. */
export function writerOf({ role, userId: id, memberId }: Principal): FileBy {
  if (role === 'platform') throw new Problem('forbidden', 'the platform sends no files and writes no messages');
  return memberId === null ? { role, id } : { role, id, member_id: memberId };
}

export type FileApi = {
  readonly files: StoredFileCommands;
  readonly account: (scope: TenantScope, id: number) => Promise<unknown>;
};

/** What people send, to be used within a day: in a message, for one. */
export const fileApi = ({ files, account }: FileApi): FeatureRoutes => ({
  name: 'stored-file',
  routes: [
    defineRoute({
      method: 'post',
      path: '/api/v1/files/',
      operationId: 'storeFile',
      tag: 'Files',
      summary: 'Send a file, to be used in a message within a day',
      description:
        'A form with the field `file`, and `account_id` where the file is not for the caller’s own account. PNG, JPEG, PDF, DOCX, XLSX, CSV and TXT of at most 10 MiB, by what is in them, not by their name; no macros. It is kept under the account’s key, and deleted after 24 hours where nothing has used it.',
      roles: ANYONE_OF.readers,
      needs: null,
      rawBody: [MULTIPART],
      bodyShown: formSchema,
      bodyLimit: LARGEST_FILE + AROUND,
      looksUp: true,
      patient: true,
      answers: [{ status: 201, description: 'the file', schema: fileSchema }],
      handle: async ({ c, bytes, principal, scope, cause }) => {
        const form = await formOf(bytes, c.req.header('content-type') ?? '');
        const accountId = form.account ?? principal.accountId;
        if (accountId === null) throw bad('/account_id', 'name the account');
        if (!(await account(scope, accountId))) throw notFound('account');
        const content = new Uint8Array(await form.file.arrayBuffer());
        if (content.byteLength > LARGEST_FILE)
          throw new Problem('too_large', `at most ${LARGEST_FILE} bytes are taken`);
        const nameFor = (type: FileType) => fileName(form.file.name, type);
        const stored = await files.store(
          accountId as AccountId,
          { bytes: content, nameFor, by: writerOf(principal) },
          cause,
        );
        if ('refused' in stored) throw bad('/file', stored.refused);
        const { position, state } = accepted(stored);
        const kept = state.files[stored.id];
        if (!kept) throw new Error(`file ${stored.id} is not among those of account ${accountId}`);
        const { id, name, type, size, sha256 } = kept;
        return { status: 201, body: { id, name, type, size, sha256 }, position };
      },
    }),
  ],
});

async function formOf(
  bytes: Uint8Array,
  contentType: string,
): Promise<{ readonly file: File; readonly account: number | null }> {
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': contentType } })
    .formData()
    .catch(() => {
      throw new Problem('malformed', 'the body is no form of several parts');
    });
  for (const name of form.keys()) if (name !== 'file' && name !== 'account_id') throw bad(`/${name}`, 'unknown field');
  const [file, ...more] = form.getAll('file');
  if (!(file instanceof File) || more.length > 0) throw bad('/file', 'send one file');
  const [given, ...others] = form.getAll('account_id');
  if (given === undefined) return { file, account: null };
  const account = typeof given === 'string' && /^[1-9]\d{0,9}$/.test(given) ? Number(given) : 0;
  if (!isId(account) || others.length > 0) throw bad('/account_id', 'must be the id of an account');
  return { file, account };
}
