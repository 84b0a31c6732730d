import { z } from 'zod';
import { idSchema } from '#api/http/schemas';
import { isId } from '#domain/kernel/ids';
import { ROLES } from '#domain/platform/access-token';

/** Who did it, as answers tell it: ids are integers, whatever else names somebody is a name. */
export const actorSchema = z
  .object({
    kind: z.string(),
    id: idSchema.optional().meta({ description: 'the user, or, where `name` is a token, the token' }),
    name: z.string().optional().meta({ description: 'what names a token, a job, a saga', example: 'token-3' }),
  })
  .meta({ id: 'Actor' });
/** Whoever approved an order: the same, by role. */
export const approverSchema = z
  .object({ role: z.string(), id: idSchema.nullable(), name: z.string().optional() })
  .meta({ id: 'Approver' });

const KINDS: ReadonlySet<unknown> = new Set([...ROLES, 'saga', 'job', 'timer', 'system', 'provider']);
const TOKEN = /^token-(\d+)$/;

/**
 * The same value with every actor in it as answers tell it. Events name whoever has no user id by text (`token-3`,
 * `dunning`) under `id`; every id of an answer is an integer (spec 1), so such text is `name` there.
 */
export function withActors<T>(value: T): T;
export function withActors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withActors(each));
  if (typeof value !== 'object' || value === null) return value;
  if (!isActor(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withActors(inner)]));
  const { id: text, ...who } = value;
  const id = Number(TOKEN.exec(text)?.[1] ?? 0);
  return 'role' in who
    ? { ...who, id: isId(id) ? id : null, name: text }
    : { ...who, ...(isId(id) ? { id } : {}), name: text };
}

type Named = { readonly id: string };
/** An object that says nothing but who: a kind or role of ours, and text as its id. */
function isActor(value: object): value is Named {
  const { kind, role, id, ...rest } = value as { readonly [key: string]: unknown };
  return typeof id === 'string' && KINDS.has(kind ?? role) && Object.keys(rest).length === 0;
}
