import { z } from 'zod';
import type { Call } from './route.ts';

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** Query parameters that every list takes (spec 08). */
export const pageQuery = <T extends z.ZodRawShape, O extends string>(filters: T, orderings: readonly [O, ...O[]]) =>
  z.strictObject({
    page: wholeNumber(1, 1_000_000).default(1).meta({ description: 'page number, from 1' }),
    page_size: wholeNumber(1, 200).default(50).meta({ description: 'results a page, at most 200' }),
    ordering: z
      .enum([...orderings, ...orderings.map((name) => `-${name}` as const)] as [string, ...string[]])
      .default(orderings[0])
      .meta({ description: 'column to order by; a leading - for descending' }),
    ...filters,
  });

export const idParam = wholeNumber(1, 2_147_483_647);

export const listSchema = <T extends z.ZodType>(item: T) =>
  z.object({ count: z.int(), next: z.string().nullable(), previous: z.string().nullable(), results: z.array(item) });

export type PageRequest = { readonly page: number; readonly page_size: number; readonly ordering: string };

/** Cuts a page and links to its neighbours, keeping the other parameters. */
export function page<T>(
  call: Pick<Call, 'c'>,
  { page: number, page_size: size }: PageRequest,
  count: number,
  results: readonly T[],
) {
  const link = (to: number): string => {
    const url = new URL(call.c.req.url);
    url.searchParams.set('page', String(to));
    return `${url.pathname}${url.search}`;
  };
  return {
    count,
    next: number * size < count ? link(number + 1) : null,
    previous: number > 1 ? link(number - 1) : null,
    results,
  };
}
