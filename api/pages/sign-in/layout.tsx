import type { Child } from 'hono/jsx';

/** Whose page it looks like; null for the house's own. */
export type PageLook = {
  readonly name: string;
  readonly logo: { readonly type: string; readonly base64: string } | null;
} | null;

type Props = { readonly title: string; readonly look: PageLook; readonly children?: Child };

/** The frame of pages for whoever is not signed in: a name, a title, what there is to do. */
export const Layout = ({ title, look, children }: Props) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <title>{look ? `${title} · ${look.name}` : title}</title>
    </head>
    <body>
      {look && (
        <header>
          {look.logo ? (
            <img src={`data:${look.logo.type};base64,${look.logo.base64}`} alt={look.name} height="40" />
          ) : (
            <p>{look.name}</p>
          )}
        </header>
      )}
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </body>
  </html>
);
