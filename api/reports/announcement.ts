import { z } from 'zod';
import { there } from '#api/http/look-ups';
import { listSchema, page, pageQuery } from '#api/http/pagination';
import type { TenantScope } from '#api/http/principal';
import { accepted, notFound, Problem } from '#api/http/problem';
import { ANYONE_OF, defineRoute, type FeatureRoutes, type Reply } from '#api/http/routes';
import { instantText, text } from '#api/http/schemas';
import { columnSchemas, pick } from '#api/http/table-schema';
import type { AnnouncementCommands } from '#commands/reports/announcement';
import type { AnnouncementId } from '#domain/kernel/ids';
import { LANGUAGES } from '#domain/kernel/language';
import { PLANS } from '#domain/plans/plan';
import { COPY_OUTCOMES, WHITE_LABEL_RULES } from '#domain/reports/announcement';
import { announcementLetter } from '#domain/reports/announcement-letter';
import { ANNOUNCEMENTS, type AnnouncementReader, type AnnouncementRow } from '#projections/reports/announcement';

const BASE = '/api/v1/ops/announcements/';
const TAG = 'Operations';
const letter = z.strictObject({ subject: text(120), text: text(5000) });
const texts = z.strictObject({
  en: letter.optional(),
  de: letter.optional(),
  fr: letter.optional(),
  es: letter.optional(),
  pt: letter.optional(),
  it: letter.optional(),
  nl: letter.optional(),
  pl: letter.optional(),
  ar: letter.optional(),
  ja: letter.optional(),
});
const audience = z.strictObject({
  plans: z
    .array(z.enum(PLANS))
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'users of accounts on these plans; null: on any' }),
  written_languages_only: z
    .boolean()
    .default(false)
    .meta({ description: 'whoever reads a language without a text is left out; else all ten are needed to start' }),
  white_label: z
    .enum(WHITE_LABEL_RULES)
    .default('leave_out')
    .meta({ description: 'clients whom an agency serves under its brand: left out, or written to in its name' }),
});
const outcomes = z.object(Object.fromEntries(COPY_OUTCOMES.map((outcome) => [outcome, z.int().optional()])));
const SHOWN = [
  'id',
  'status',
  'texts',
  'audience',
  'addressed',
  'all_addressed',
  'settled',
  'stopped_reason',
  'started_at',
  'finished_at',
  'created_by',
  'created_at',
  'updated_at',
] as const;
const announcementSchema = z
  .object({
    ...columnSchemas(ANNOUNCEMENTS, 'id', 'status'),
    texts,
    audience: z.object({
      plans: z.array(z.string()).nullable(),
      written_languages_only: z.boolean(),
      white_label: z.enum(WHITE_LABEL_RULES),
    }),
    ...columnSchemas(ANNOUNCEMENTS, 'addressed', 'all_addressed', 'settled'),
    outcomes,
    ...columnSchemas(ANNOUNCEMENTS, 'stopped_reason'),
    started_at: instantText.nullable(),
    finished_at: instantText.nullable(),
    ...columnSchemas(ANNOUNCEMENTS, 'created_by', 'created_at', 'updated_at'),
  })
  .meta({ id: 'Announcement' });
const previewSchema = z
  .object({ language: z.enum(LANGUAGES), subject: z.string(), text: z.string(), html: z.string() })
  .meta({ id: 'AnnouncementPreview' });

export type AnnouncementApi = {
  readonly commands: AnnouncementCommands;
  readonly reader: AnnouncementReader;
  readonly houseName: string;
};

/** Mail to existing users: drafted, looked at, started, watched, stopped. */
export function announcementApi({ commands, reader, houseName }: AnnouncementApi): FeatureRoutes {
  const answer = (row: AnnouncementRow) => ({ ...pick(row, SHOWN), outcomes: row.outcomes });
  const resource = async ({ id, scope }: { readonly id: number; readonly scope: TenantScope }) => {
    const row = await reader.get(scope, id);
    if (!row) throw notFound('announcement');
    return row;
  };
  const decided = (
    id: number,
    done: { readonly revision: number; readonly position: number },
    status: 200 | 201 = 200,
  ): Reply => ({
    status,
    body: async (scope: TenantScope) => answer(there(await reader.get(scope, id))),
    revision: done.revision,
    position: done.position,
    ...(status === 201 ? { location: `${BASE}${id}/` } : {}),
  });
  const common = { tag: TAG, roles: ANYONE_OF.admin } as const;
  const answers = [{ status: 200, description: 'the announcement as it is now', schema: announcementSchema }];
  return {
    name: 'announcement',
    routes: [
      defineRoute({
        ...common,
        method: 'get',
        path: BASE,
        operationId: 'listAnnouncements',
        summary: 'Announcements to existing users, and how far each has got',
        query: pageQuery({}, ['id', 'created_at']),
        answers: [{ status: 200, description: 'a page of announcements', schema: listSchema(announcementSchema) }],
        handle: async (call) => {
          const { count, rows } = await reader.list(call.scope, call.query);
          return { status: 200, body: page(call, call.query, count, rows.map(answer)) };
        },
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: BASE,
        operationId: 'draftAnnouncement',
        summary: 'Draft an announcement; nobody is written to before it is started',
        description:
          'A text for each language that users read: nobody is written to in another one than theirs. A draft does not change; paragraphs are parted by an empty line. What goes to clients of an agency in its name must not name the house.',
        looksUp: false,
        body: z.strictObject({ texts, audience: audience.prefault({}) }),
        bodyExample: {
          texts: { en: { subject: 'Managed services are here', text: 'From today on we do it for you.' } },
          audience: { written_languages_only: true },
        },
        answers: [{ status: 201, description: 'drafted', schema: announcementSchema }],
        handle: async ({ body, cause }) => {
          const done = await commands.draft(body.texts, body.audience, cause);
          return decided(done.id, accepted(done), 201);
        },
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: `${BASE}{id}/`,
        operationId: 'getAnnouncement',
        summary: 'One announcement with its progress',
        answers,
        resource,
        handle: async ({ resource: row }) => ({ status: 200, body: answer(row), revision: row.revision }),
      }),
      defineRoute({
        ...common,
        method: 'get',
        path: `${BASE}{id}/preview/`,
        operationId: 'previewAnnouncement',
        summary: 'The mail as its readers get it, in one language',
        query: z.strictObject({ language: z.enum(LANGUAGES).default('en') }),
        answers: [{ status: 200, description: 'the mail', schema: previewSchema }],
        resource,
        handle: async ({ resource: row, query: { language } }) => {
          const written = row.texts[language];
          if (written === undefined) throw new Problem('not_found', `there is no text in ${language}`);
          const unsubscribe = 'https://preview.example/announcements/unsubscribe/';
          const mail = announcementLetter(written, { language, brand: houseName, unsubscribe });
          return { status: 200, body: { language, ...mail } };
        },
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${BASE}{id}/start/`,
        operationId: 'startAnnouncement',
        summary: 'Write to everybody of its audience, once each',
        description: 'One copy an address, also where it has several users, and whatever is killed meanwhile.',
        answers,
        resource,
        handle: async ({ id, cause, ifMatch }) =>
          decided(
            id,
            accepted(await commands.run(id as AnnouncementId, { type: 'Start' }, cause, { expected: ifMatch })),
          ),
      }),
      defineRoute({
        ...common,
        method: 'post',
        path: `${BASE}{id}/stop/`,
        operationId: 'stopAnnouncement',
        summary: 'Write to nobody who was not written to yet; for good',
        body: z.strictObject({ reason: text() }),
        bodyExample: { reason: 'the price in it is wrong' },
        answers,
        resource,
        handle: async ({ id, body: { reason }, cause, ifMatch }) =>
          decided(
            id,
            accepted(await commands.run(id as AnnouncementId, { type: 'Stop', reason }, cause, { expected: ifMatch })),
          ),
      }),
    ],
  };
}
