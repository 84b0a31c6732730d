import type { Sent } from '../forms.ts';

/** A form as a command of the API takes it: once for each rendering, and only if what it was made from is still so. */
export const once = ({ key, etag }: Sent): { readonly idempotencyKey: string; readonly ifMatch?: string } =>
  etag === undefined ? { idempotencyKey: key } : { idempotencyKey: key, ifMatch: etag };
