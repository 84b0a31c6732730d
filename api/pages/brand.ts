import type { Principal } from '#api/http/principal';
import type { BrandLook } from '#api/reports/small-pages';
import type { BrandingOf } from '#commands/platform/member';

/** Whose pages these are to a reader: an agency's, who then names nobody else. */
export type Brand = {
  readonly name: string;
  /** Six hexadecimal digits; null where no colour of its own is known. */
  readonly color: string | null;
  /** As an address that holds the picture. */
  readonly logo: string | null;
};
export type BrandOf = (reader: Pick<Principal, 'accountId'>) => Promise<Brand | null>;

/** What an account knows us by; null for the house's own name. Of a brand that cannot be had at the moment nothing is shown, and no house either. */
export const brandsOf =
  (brandingOf: BrandingOf, look: BrandLook): BrandOf =>
  async ({ accountId }) => {
    const branding = accountId === null ? null : await brandingOf(accountId);
    if (branding === null) return null;
    const found = await look(branding);
    if (found === null) return { name: '', color: null, logo: null };
    const color = /^#([0-9a-f]{6})$/i.exec(found.primary)?.[1]?.toLowerCase() ?? null;
    const logo = found.logo === null ? null : `data:${found.logo.type};base64,${found.logo.base64}`;
    return { name: found.name, color, logo };
  };
