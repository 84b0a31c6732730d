import { z } from 'zod';
import { accepted, notFound } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes } from '#api/http/routes';
import { dayText, idSchema, instantText, text } from '#api/http/schemas';
import type { PersonalDataCommands } from '#commands/log/personal-data';
import { SUBJECT_KINDS } from '#domain/log/personal-data';

const PATH = '/api/v1/audit/subjects/{kind}/{id}/';
const TAG = 'Audit';
const subjectSchema = z
  .object({
    kind: z.enum(SUBJECT_KINDS),
    id: idSchema,
    erased_at: instantText.nullable(),
    erasures: z.int(),
    kept: z.array(z.object({ what: z.string(), why: z.string(), until: dayText })),
  })
  .meta({ id: 'Subject' });

/** Erasure (spec 6): a person's name, e-mail and telephone number become unreadable everywhere; every proof still holds. */
export function personalDataApi({ personalData }: { readonly personalData: PersonalDataCommands }): FeatureRoutes {
  const resource = async ({ id, params }: { readonly id: number; readonly params: { readonly kind: string } }) => {
    const kind = SUBJECT_KINDS.find((each) => each === params.kind);
    if (!kind || !(await personalData.knows(kind, id))) throw notFound('person');
    return kind;
  };
  const shown = async (kind: (typeof SUBJECT_KINDS)[number], id: number) => {
    const { state } = await personalData.load(kind, id);
    return { kind, id, erased_at: state.erasedAt, erasures: state.erasures, kept: state.kept };
  };
  return {
    name: 'personal-data',
    routes: [
      defineRoute({
        method: 'get',
        path: PATH,
        operationId: 'getSubject',
        tag: TAG,
        summary: 'Whether a person was erased, and what is kept',
        roles: ANYONE_OF.admin,
        resource,
        answers: [{ status: 200, description: 'the subject', schema: subjectSchema }],
        handle: async ({ id, resource: kind }) => ({ status: 200, body: await shown(kind, id) }),
      }),
      defineRoute({
        method: 'delete',
        path: PATH,
        patient: true,
        operationId: 'eraseSubject',
        tag: TAG,
        summary: 'Erase a person: their keys are deleted, their addresses wherever they stand among them',
        description:
          'An `account` is erased with the recipients of its reports and its members; its users are persons of their own. The answer says what is kept, why, and until when. It cannot be undone.',
        roles: ANYONE_OF.admin,
        resource,
        query: z.strictObject({ reason: text().optional() }),
        answers: [{ status: 200, description: 'erased', schema: subjectSchema }],
        handle: async ({ id, resource: kind, query, cause }) => {
          const account = kind === 'account' ? id : null;
          const done = await personalData.erase(kind, id, query.reason ?? null, { ...cause, accountId: account });
          const { position } = accepted(done);
          return { status: 200, body: () => shown(kind, id), position };
        },
      }),
    ],
  };
}
