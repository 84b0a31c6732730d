import { z } from '@hono/zod-openapi';
import { integerParam } from './query.ts';

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** `?page=&page_size=`; spread it into a route's query. */
export const pageParams = {
  page: integerParam(1, 10_000_000).default(1),
  page_size: integerParam(1, MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
};

export type Ordering<Field extends string = string> = { readonly field: Field; readonly descending: boolean };

/** `?ordering=` by one of those fields; `-created_at` is the newest first. */
export function orderingParam<const Fields extends readonly [string, ...string[]]>(
  fields: Fields,
  byDefault: Fields[number] | `-${Fields[number]}`,
) {
  const allowed = fields.flatMap((field) => [field, `-${field}`]) as [string, ...string[]];
  const parse = (text: string): Ordering<Fields[number]> => ({
    field: text.replace(/^-/, ''),
    descending: text.startsWith('-'),
  });
  return z.enum(allowed).default(byDefault).transform(parse).openapi({ type: 'string', enum: allowed });
}

/** How many rows to pass over and to take. */
export const window = (query: { readonly page: number; readonly page_size: number }) => ({
  offset: (query.page - 1) * query.page_size,
  limit: query.page_size,
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    count: z.int().min(0),
    next: z.string().nullable(),
    previous: z.string().nullable(),
    results: z.array(item),
  });

export const positionPageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ results: z.array(item), next_after: z.int().min(0).nullable() });

/** `?after=&limit=` of the logs that page by position. */
export const positionParams = {
  after: integerParam(0, Number.MAX_SAFE_INTEGER).default(0),
  limit: integerParam(1, MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
};

/** The list form; links are absolute paths and keep every other parameter of the request. */
export function page<T>(
  url: string,
  query: { readonly page: number; readonly page_size: number },
  found: { readonly count: number; readonly results: readonly T[] },
) {
  const { pathname, searchParams } = new URL(url);
  const link = (number: number): string => {
    const params = new URLSearchParams(searchParams);
    params.set('page', String(number));
    return `${pathname}?${params}`;
  };
  const last = Math.max(1, Math.ceil(found.count / query.page_size));
  return {
    count: found.count,
    next: query.page < last ? link(query.page + 1) : null,
    previous: query.page > 1 ? link(Math.min(query.page - 1, last)) : null,
    results: found.results,
  };
}

/** A page by position: `next_after` is null once the log's end was reached. */
export const positionPage = <T>(results: readonly T[], nextAfter: number | null) => ({
  results,
  next_after: nextAfter,
});
