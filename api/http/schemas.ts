import { z } from 'zod';
import { type Cents, parseMoney } from '#domain/kernel/money';
import { mayBePublic } from '#domain/kernel/public-address';
import { type Day, type Instant, parseInstant } from '#domain/kernel/time';
import { webAddress } from '#domain/kernel/web-address';

export const idSchema = z.int().min(1).max(2_147_483_647);
export const text = (max = 500) => z.string().trim().min(1).max(max);

const isWebAddress = (value: string): boolean => {
  const url = webAddress(value);
  return url !== null && url.username === '' && url.password === '';
};
/**
 * An absolute http or https address of at most 2,000 characters, without credentials, that may be of the public internet:
 * one that can never be fetched (an inner address or name) is refused where it is taken in, not when it is called.
 */
export const publicAddress = z
  .string()
  .max(2000)
  .refine(isWebAddress, { error: 'must be an http or https address without credentials', abort: true })
  .refine(mayBePublic, 'must be an address of the public internet, not one of an inner network')
  .meta({ format: 'uri', example: 'https://blog.example.org/post' });

export const moneyText = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'US dollars as decimal text', example: '399.00' });
export const instantText = z.iso.datetime({ offset: true }).meta({ example: '2026-11-20T10:00:00.000Z' });
export const dayText = z.iso.date().meta({ example: '2026-11-20' });

/** An amount as `"399.00"`, exact to the cent and not negative; becomes cents. */
export const money = z
  .string()
  .max(16)
  .transform((value, context): Cents => {
    const parsed = parseMoney(value);
    if (parsed !== null && parsed >= 0) return parsed;
    context.addIssue({
      code: 'custom',
      message: 'must be an amount such as "399.00", not negative, with at most two decimals',
    });
    return z.NEVER;
  })
  .meta({ type: 'string', example: '399.00' });

/** RFC 3339 of any offset; becomes UTC. */
export const instant = z
  .string()
  .max(40)
  .transform((value, context): Instant => {
    const parsed = parseInstant(value);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'must be an RFC 3339 timestamp such as 2026-11-20T10:00:00Z' });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'date-time', example: '2026-11-20T10:00:00Z' });

/** A day, which means the whole of it in the billing time zone; or RFC 3339 of any offset, which becomes UTC. */
export const dayOrInstant = z
  .string()
  .max(40)
  .transform((value, context): Day | Instant => {
    const parsed = z.iso.date().safeParse(value).success ? (value as Day) : parseInstant(value);
    if (parsed !== null) return parsed;
    const message = 'must be a day such as 2026-11-20, or an RFC 3339 timestamp such as 2026-11-20T10:00:00Z';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  })
  .meta({ type: 'string', example: '2026-11-20' });

export const anyJson = z.record(z.string(), z.unknown());
