import { z } from 'zod';
import { parseZone } from '#domain/kernel/calendar';
import { isEmail, MAX_EMAIL } from '#domain/kernel/email';
import { type Cents, formatMoney, MOST_MONEY, MOST_PRICE, parseMoney } from '#domain/kernel/money';
import { mayBePublic } from '#domain/kernel/public-address';
import { type Day, type Instant, parseDay, parseInstant } from '#domain/kernel/time';
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

const AMOUNT_MESSAGE = 'must be an amount such as "399.00" (as text), not negative, with at most two decimals';
const AMOUNT = String.raw`^\d+(\.\d{1,2})?$`;
/** An amount as `"399.00"`, exact to the cent, from 0 to `most`; becomes cents. */
const upTo = (most: Cents) =>
  z
    .string(AMOUNT_MESSAGE)
    .transform((value, context): Cents => {
      const parsed = parseMoney(value);
      if (parsed !== null && parsed >= 0 && parsed <= most) return parsed;
      const message = parsed !== null && parsed > most ? `must be at most ${formatMoney(most)}` : AMOUNT_MESSAGE;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .meta({ type: 'string', pattern: AMOUNT, maxLength: formatMoney(most).length, example: '399.00' });

/** What an order, an invoice or a payment may come to: 10 digits. */
export const money = upTo(MOST_MONEY);
/** A monthly price, or what one link costs: 8 digits. */
export const price = upTo(MOST_PRICE);

/** An e-mail address as the platform takes it. */
export const email = z
  .string()
  .max(MAX_EMAIL)
  .refine(isEmail, 'must be an e-mail address such as someone@example.com')
  .meta({ example: 'someone@example.com' });

const DAY_MESSAGE = 'must be a day of the calendar, written as YYYY-MM-DD, such as 2026-11-20';
/** A day of the calendar, as it is given: `2026-11-20`. */
export const dayInput = z
  .string(DAY_MESSAGE)
  .transform((value, context): Day => {
    const parsed = parseDay(value);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: DAY_MESSAGE });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'date', example: '2026-11-20' });

const INSTANT_MESSAGE = 'must be an RFC 3339 timestamp such as 2026-11-20T10:00:00Z';
/** RFC 3339 of any offset; becomes UTC. */
export const instant = z
  .string(INSTANT_MESSAGE)
  .max(40, INSTANT_MESSAGE)
  .transform((value, context): Instant => {
    const parsed = parseInstant(value);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: INSTANT_MESSAGE });
    return z.NEVER;
  })
  .meta({ type: 'string', format: 'date-time', example: '2026-11-20T10:00:00Z' });

const DAY_OR_INSTANT_MESSAGE =
  'must be a day such as 2026-11-20, or an RFC 3339 timestamp such as 2026-11-20T10:00:00Z';
/** A day, which means the whole of it in the billing time zone; or RFC 3339 of any offset, which becomes UTC. */
export const dayOrInstant = z
  .string(DAY_OR_INSTANT_MESSAGE)
  .max(40, DAY_OR_INSTANT_MESSAGE)
  .transform((value, context): Day | Instant => {
    const parsed = parseDay(value) ?? parseInstant(value);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: DAY_OR_INSTANT_MESSAGE });
    return z.NEVER;
  })
  .meta({ type: 'string', example: '2026-11-20' });

/** An hour of the day, `09:00`. */
export const hourText = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00')
  .meta({ example: '09:00' });
/** A time zone by its IANA name. */
export const zoneText = z
  .string()
  .max(60)
  .refine((name) => name !== '' && parseZone(name) !== null, 'must be a time zone such as Europe/Berlin')
  .meta({ example: 'Europe/Berlin' });

/** Beside the key of a plan; null for a plan that this release does not know. */
export const planIdSchema = z.int().nullable().meta({ description: 'the id of the plan', example: 3 });

export const anyJson = z.record(z.string(), z.unknown());
