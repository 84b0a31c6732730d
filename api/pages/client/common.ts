import type { Day } from '#domain/kernel/time';
import { domainsOf } from '../names.ts';
import type { Page, Visit } from '../page.ts';
import { type FieldSpec, fieldsOf, type JsonSchema } from '../schema-fields.ts';

/** Whose pages these are; on hosts of agencies, too. */
export const THEIRS = { roles: ['agency', 'client'], everyHost: true } as const satisfies Partial<Page>;

/** Days come from the API as text. */
export const dayOf = ({ formats }: Pick<Visit, 'formats'>, day: string | null): string =>
  day === null ? '–' : formats.day(day as Day);
export const periodOf = ({ formats }: Pick<Visit, 'formats'>, start: string, end: string): string =>
  formats.period([start as Day, end as Day]);

/** Sites as they are called, in words of the reader's language where they are not known. */
export async function sitesOf(
  { backend, say }: Visit,
  ids: readonly (number | null)[],
): Promise<(id: number | null) => string> {
  const names = await domainsOf(backend, ids);
  return (id) => {
    const name = names(id);
    return id !== null && name === `site ${id}` ? say('site.number', { id }) : name;
  };
}

/** Without asking where its reader may not: nothing is then there to be shown. */
export const ifMay = <T>(may: boolean, ask: () => Promise<readonly T[]>): Promise<readonly T[]> =>
  may ? ask() : Promise.resolve([]);

/** Fields of forms, which say nothing of themselves: what a schema says of its fields is in English, and for programs. */
export const ownFields = (schema: JsonSchema, only: readonly string[]): readonly FieldSpec[] =>
  fieldsOf(schema, only).map(({ help: _, ...field }) => field);
