import type { Child } from 'hono/jsx';
import type { Language } from '#domain/kernel/language';
import { isRightToLeft } from '#domain/reports/language/formats';
import type { Assets } from '../assets.ts';
import type { BrandColors } from '../brand.ts';

/** Whose page it looks like; null for the house's own. */
export type PageLook = {
  readonly name: string;
  readonly logo: { readonly type: string; readonly base64: string } | null;
  readonly colors: BrandColors | null;
} | null;
export type Around = {
  readonly language: Language;
  readonly assets: Pick<Assets, 'style' | 'brandStyle' | 'fonts'>;
  readonly look: PageLook;
};

type Props = Around & { readonly title: string; readonly children?: Child };

const frame = (name: string, { language, title, look, assets, children }: Props) => (
  <html lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{name === '' ? title : `${title} · ${name}`}</title>
      {assets.fonts(language).map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.style} />
      {look?.colors != null && <link rel="stylesheet" href={assets.brandStyle(look.colors)} />}
    </head>
    <body>
      <header class="top">
        <p class="brand">
          {look?.logo ? (
            <img src={`data:${look.logo.type};base64,${look.logo.base64}`} alt={look.name} height="32" />
          ) : (
            name
          )}
        </p>
      </header>
      <main id="main">
        <div class="confirm">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </body>
  </html>
);

/**
 * The frame of pages for whoever is not signed in: a name, a title, what there is to do. It names the house only where no agency's
 * brand is shown.
 */
export const Layout = (props: Props) => frame(props.look?.name ?? 'IGNY8', props);
