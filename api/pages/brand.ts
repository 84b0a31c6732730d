import type { Host } from '#api/http/people';
import type { Principal } from '#api/http/principal';
import type { BrandLook } from '#api/reports/small-pages';
import type { BrandingOf } from '#commands/platform/member';

/** Whose name and colours stand on a page; null for the house's own. */
export type Brand = {
  /** Null for the house's: an agency knows whose customer it is, and has its own colours around it. */
  readonly name: string | null;
  readonly logo: { readonly type: string; readonly base64: string } | null;
  /** Null where no colours of its own are known. */
  readonly colors: BrandColors | null;
} | null;
/** As `#rrggbb`. */
export type BrandColors = { readonly primary: string; readonly secondary: string };
export type Brands = {
  readonly look: BrandLook;
  readonly brandingOf: BrandingOf;
  /** The brand that an agency goes by itself. */
  readonly ownBrandingOf: BrandingOf;
};

/** Of a client who is served under an agency's name the agency's, wherever they look; on a host of an agency the host's; of an agency its colours. */
export async function brandOf(
  { look, brandingOf, ownBrandingOf }: Brands,
  principal: Principal | null,
  host?: Host,
): Promise<Brand> {
  const isTheirs = principal !== null && (principal.role === 'client' || principal.role === 'agency');
  const of = isTheirs && principal.accountId !== null ? await brandingOf(principal.accountId) : null;
  const branding = of ?? (host?.neutral ? host.branding : null);
  if (branding !== null) {
    const found = await look(branding);
    if (found === null) return NOBODY;
    return { name: found.name, logo: found.logo, colors: colorsOf(found) };
  }
  // A host that names nobody does not name the house, either.
  if (host?.neutral) return NOBODY;
  const own =
    principal?.role === 'agency' && principal.accountId !== null ? await ownBrandingOf(principal.accountId) : null;
  const found = own === null ? null : await look(own);
  return found === null ? null : { name: null, logo: null, colors: colorsOf(found) };
}
export const NOBODY = { name: '', logo: null, colors: null };

const COLOR = /^#[0-9a-f]{6}$/i;
/** The colours of a look; null where they are no colours. */
export const colorsOf = ({ primary, secondary }: BrandColors): BrandColors | null =>
  COLOR.test(primary) && COLOR.test(secondary) ? { primary, secondary } : null;
