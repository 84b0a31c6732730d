import type { FC } from 'hono/jsx';
import type { Schemas } from '#client/types';
import { logoReason } from '../language/reasons.ts';
import type { Visit } from '../page.ts';
import { Facts } from '../parts/show.tsx';
import { contrastToWhite } from '../style/brand.ts';

type Branding = Schemas['Branding'];

/** A colour as it is, with its name. */
const Swatch: FC<{ readonly color: string }> = ({ color }) => (
  <span class="swatch">
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="4" fill={color} />
    </svg>{' '}
    <span dir="ltr">{color}</span>
  </span>
);

/** How a brand looks: its colours, its logo, and the host that its links lead to. */
export const Looks: FC<{ readonly visit: Visit; readonly brand: Branding }> = ({ visit, brand }) => {
  const { say, formats } = visit;
  const { primary_color: first, secondary_color: second, report_domain: host, logo } = brand;
  const ratio = formats.number(contrastToWhite(first), 'position');
  return (
    <Facts
      facts={[
        [
          say('brand.primary_color'),
          <>
            <Swatch color={first} />
            <span class="quiet small"> {say('brand.contrast', { ratio })}</span>
          </>,
        ],
        [say('brand.secondary_color'), <Swatch color={second} />],
        [say('brand.logo'), logoWords(visit, logo)],
        [say('brand.domain'), host ?? '–'],
      ]}
    />
  );
};
const logoWords = ({ say }: Visit, logo: Branding['logo']): string =>
  logo === null
    ? say('brand.logo.none')
    : say(`brand.logo.${logo.state}`, {
        width: logo.width ?? '',
        height: logo.height ?? '',
        reason: logo.reason === null ? '' : logoReason(logo.reason, say),
      });
