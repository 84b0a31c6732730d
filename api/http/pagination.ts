import { z } from 'zod';
import { integerParam } from './query.ts';

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** Query parameters that every list takes (spec 08), and the filters of this one. */
export const pageQuery = <T extends z.ZodRawShape, O extends string>(filters: T, orderings: readonly [O, ...O[]]) =>
  z.strictObject({
    page: integerParam(1, 1_000_000).default(1).meta({ description: 'page number, from 1' }),
    page_size: integerParam(1, MAX_PAGE_SIZE)
      .default(DEFAULT_PAGE_SIZE)
      .meta({ description: `results a page, ${DEFAULT_PAGE_SIZE} where it is left out, at most ${MAX_PAGE_SIZE}` }),
    ordering: z
      .enum([...orderings, ...orderings.map((name) => `-${name}` as const)] as [string, ...string[]])
      .default(orderings[0])
      .meta({ description: 'column to order by; a leading - for descending' }),
    ...filters,
  });

/** `?after=&limit=` of the logs that page by position. */
export const positionQuery = <T extends z.ZodRawShape>(filters: T, size = DEFAULT_PAGE_SIZE) =>
  z.strictObject({
    after: integerParam(0, 999_999_999_999_999).default(0).meta({ description: 'the `next_after` of the page before' }),
    limit: integerParam(1, MAX_PAGE_SIZE)
      .default(size)
      .meta({ description: `results a page, ${size} where it is left out, at most ${MAX_PAGE_SIZE}` }),
    ...filters,
  });

export const listSchema = <T extends z.ZodType>(item: T) =>
  z.object({ count: z.int(), next: z.string().nullable(), previous: z.string().nullable(), results: z.array(item) });

export const positionListSchema = <T extends z.ZodType>(item: T) =>
  z.object({ results: z.array(item), next_after: z.int().nullable() });

export type PageRequest = { readonly page: number; readonly page_size: number };

/** The list form. Links to the neighbours are absolute paths and keep every other parameter of the request. */
export function page<T>(
  call: { readonly c: { readonly req: { readonly url: string } } },
  { page: number, page_size: size }: PageRequest,
  count: number,
  results: readonly T[],
) {
  const url = new URL(call.c.req.url);
  const link = (to: number): string => {
    const params = new URLSearchParams(url.searchParams);
    params.set('page', String(to));
    return `${url.pathname}?${params}`;
  };
  const last = Math.max(1, Math.ceil(count / size));
  return {
    count,
    next: number < last ? link(number + 1) : null,
    previous: number > 1 ? link(Math.min(number - 1, last)) : null,
    results,
  };
}
