import type { Host } from '#api/http/people';
import type { Principal } from '#api/http/principal';
import type { BrandLook } from '#api/reports/small-pages';
import type { BrandingOf } from '#commands/platform/member';

/** Whose name stands on a page; null for the house's own. */
export type Brand = {
  readonly name: string;
  readonly logo: { readonly type: string; readonly base64: string } | null;
  /** Six hexadecimal digits; null where no colour of its own is known. */
  readonly color: string | null;
} | null;
export type Brands = { readonly look: BrandLook; readonly brandingOf: BrandingOf };

/** Of a client who is served under an agency's name the agency's, wherever they look; on a host of an agency the host's. */
export async function brandOf({ look, brandingOf }: Brands, principal: Principal | null, host?: Host): Promise<Brand> {
  const isTheirs = principal !== null && (principal.role === 'client' || principal.role === 'agency');
  const of = isTheirs && principal.accountId !== null ? await brandingOf(principal.accountId) : null;
  const branding = of ?? (host?.neutral ? host.branding : null);
  if (branding !== null) {
    const found = await look(branding);
    if (found === null) return NOBODY;
    return { name: found.name, logo: found.logo, color: colorIn(found.primary) };
  }
  // A host that names nobody does not name the house, either.
  return host?.neutral ? NOBODY : null;
}
/** Six hexadecimal digits of a colour such as `#14532d`. */
export const colorIn = (text: string): string | null => /^#([0-9a-f]{6})$/i.exec(text)?.[1]?.toLowerCase() ?? null;
export const NOBODY = { name: '', logo: null, color: null };
