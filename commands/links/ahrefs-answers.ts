import { type Instant, plusHours } from '#domain/kernel/time';
import type { JsonObject } from '#runtime/event-store';
import type { AhrefsAnswer } from './ports-ahrefs.ts';

export type AhrefsQueryRefusal = {
  readonly code: 'not_found' | 'units_exhausted' | 'rate_limited' | 'unavailable' | 'invalid_values' | 'invalid_state';
  readonly message: string;
  readonly pointer?: string;
  readonly retryAt?: Instant;
};
export type Queried =
  | {
      readonly ok: true;
      readonly data: JsonObject | readonly JsonObject[];
      readonly units: number;
      readonly cached: boolean;
      readonly at: Instant;
      /** Of the event that keeps what it cost; 0 where it cost nothing. */
      readonly position: number;
    }
  | { readonly ok: false; readonly refusal: AhrefsQueryRefusal };
export const refused = (code: AhrefsQueryRefusal['code'], message: string, more: object = {}): Queried => ({
  ok: false,
  refusal: { code, message, ...more },
});
export const NOT_CONNECTED = refused('not_found', 'the account is not connected to Ahrefs');
/** To whoever waited for somebody else's call. */
export const withoutCost = (answer: Queried): Queried => (answer.ok ? { ...answer, units: 0, cached: true } : answer);

type Failed = Extract<AhrefsAnswer, { readonly ok: false }>;

export function troubleOf({ kind, error }: Failed): { status: 'expired' | 'error'; error: string } | null {
  if (kind === 'unauthorized') return { status: 'expired', error };
  return kind === 'forbidden' || kind === 'units_exhausted' ? { status: 'error', error } : null;
}

export function refusalOf({ kind, error, retryAfterMs }: Failed, now: Instant): AhrefsQueryRefusal {
  switch (kind) {
    case 'unauthorized':
      return { code: 'invalid_state', message: 'Ahrefs no longer accepts the key of this connection; connect again' };
    case 'forbidden':
      return { code: 'invalid_state', message: error };
    case 'units_exhausted':
      return { code: 'units_exhausted', message: error };
    case 'bad_request':
      return { code: 'invalid_values', message: error };
    case 'no_data':
      return { code: 'not_found', message: 'Ahrefs has no data for this' };
    case 'rate_limited':
      return { code: 'rate_limited', message: error, retryAt: plusHours(now, (retryAfterMs ?? 60_000) / 3_600_000) };
    case 'temporary':
    case 'unreadable':
      return { code: 'unavailable', message: error };
  }
}

/** The least that any of the limits leaves; null where none is set. */
export function remainingOf(limits: Readonly<Record<string, unknown>>): number | null {
  const left = (['workspace', 'api_key'] as const).flatMap((scope) => {
    const limit = limits[`units_limit_${scope}`];
    return typeof limit === 'number' ? [Math.max(0, limit - Number(limits[`units_usage_${scope}`] ?? 0))] : [];
  });
  return left.length === 0 ? null : Math.min(...left);
}
