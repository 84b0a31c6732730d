import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Principal } from '#api/http/principal';
import { HTML_TYPE } from '#api/http/respond';
import type { Reply } from '#api/http/routes';
import { ENDED, SIGN_IN } from '#api/http/session-cookie';
import type { Language } from '#domain/kernel/language';
import { isRightToLeft } from '#domain/reports/language/formats';
import type { Assets } from './assets.ts';
import type { Brand } from './brand.ts';
import { Foot } from './foot.tsx';
import type { PagesDeps } from './frame.ts';
import type { Say } from './language/index.ts';
import { SEEN_AT } from './live.ts';
import { type NavItem, navigation } from './navigation.ts';
import type { Content, Crumb, Page, Visit } from './page.ts';

/** Nothing of another host, no script and no style that stands in the page; forms go to the page itself. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export const PAGE_HEADERS = {
  'Content-Type': HTML_TYPE,
  'Content-Security-Policy': PAGE_POLICY,
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  // Forms of ours say where they come from; nobody else is told anything.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

export const htmlReply = (html: string, status: Reply['status'] = 200, headers = {}): Reply => ({
  status,
  raw: html,
  headers: { ...PAGE_HEADERS, ...headers },
});

/** The library takes nothing from the page's text as script, adds no style, keeps no page, and asks nobody else. */
const HTMX_CONFIG = JSON.stringify({
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  selfRequestsOnly: true,
  scrollIntoViewOnBoost: false,
});

export type Shell = {
  readonly language: Language;
  readonly say: Say;
  readonly title: string;
  readonly assets: Assets;
  readonly nav: readonly NavItem[];
  /** The address of the page that is open, for the navigation. */
  readonly at: string;
  readonly who: Principal | null;
  readonly brand: Brand;
  readonly foot?: Child;
  readonly modules?: readonly string[];
  readonly children?: Child;
};

const isHouse = (brand: Brand): boolean => brand === null || brand.name === null;

/** A whole document around what a page shows. */
export const Document: FC<Shell> = ({
  language,
  say,
  title,
  assets,
  nav,
  at,
  who,
  brand,
  foot,
  modules = [],
  children,
}) => (
  <html lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{brand?.name === '' ? title : `${title} · ${brand?.name ?? 'IGNY8'}`}</title>
      <meta name="htmx-config" content={HTMX_CONFIG} />
      <link rel="icon" href={isHouse(brand) ? ICON : 'data:,'} />
      {assets.fonts(language).map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.style} />
      {brand?.colors != null && <link rel="stylesheet" href={assets.brandStyle(brand.colors)} />}
      {assets.scripts.map((src) => (
        <script src={src} defer />
      ))}
      {modules.map((src) => (
        <script type="module" src={src} />
      ))}
    </head>
    <body>
      <a class="skip" href="#main">
        {say('frame.skip')}
      </a>
      <header class="top">
        <div class="rail">
          <a class="brand" href="/app/">
            {brand === null || brand.name === null ? (
              <>
                <Mark /> IGNY8
              </>
            ) : brand.logo === null ? (
              brand.name || say('frame.home')
            ) : (
              <img src={`data:${brand.logo.type};base64,${brand.logo.base64}`} alt={brand.name} height="32" />
            )}
          </a>
          {nav.length > 0 && (
            <nav class="nav" aria-label={say('frame.menu')}>
              <ul>
                {nav.map(({ href, label }) => (
                  <li>
                    <a href={href} aria-current={isAt(at, href, nav) ? 'page' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {who !== null && (
            <div class="who">
              <p>{say('frame.signed_in', { name: who.label ?? roleOf(who, say) })}</p>
              {who.sessionId !== null && <a href="/app/sign-out/">{say('frame.sign_out')}</a>}
            </div>
          )}
        </div>
      </header>
      <main id="main" tabindex={-1}>
        {children}
      </main>
      {foot !== undefined && <footer class="foot">{foot}</footer>}
    </body>
  </html>
);

const roleOf = ({ role }: Principal, say: Say): string =>
  role === 'client' || role === 'agency' ? say(`frame.as.${role}`) : role.replaceAll('_', ' ');

/** The page itself, or one below it; of several the longest address counts. */
const isAt = (at: string, href: string, nav: readonly NavItem[]): boolean => {
  const path = at.split('?')[0] ?? '';
  const fitting = nav.filter((item) => path.startsWith(item.href)).sort((a, b) => b.href.length - a.href.length);
  return fitting[0]?.href === href;
};

const Mark: FC = () => (
  <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
    <rect width="22" height="22" rx="6" fill="var(--accent)" />
    <path d="M6 15.5V11m5 4.5v-9m5 9v-6" stroke="var(--accent-ink)" stroke-width="2.4" stroke-linecap="round" />
  </svg>
);
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22"><rect width="22" height="22" rx="6" fill="#1f4fd8"/><path d="M6 15.5V11m5 4.5v-9m5 9v-6" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>',
)}`;

export const render = (document: Child): string => `<!doctype html>\n${String(document)}\n`;

type Whole = {
  readonly page: Page;
  readonly visit: Visit;
  readonly content: Content;
  /** Said once. */
  readonly notice: string | null;
  /** Of what the page shows, where parts of it change by themselves. */
  readonly position: number | null;
  readonly brand: Brand;
};

export function wholePage({ page, visit, content, notice, position, brand }: Whole, deps: PagesDeps): string {
  const { say } = visit;
  const { title, crumbs = [], actions } = content;
  // Drawn first: what changes by itself puts itself down on the way.
  const body = String(content.body);
  const isLive = position !== null && visit.live.parts.size > 0;
  const inside = (
    <>
      <Path crumbs={crumbs} say={say} />
      <div class="head">
        <h1>{unbroken(title)}</h1>
        {actions !== undefined && <div class="actions">{actions}</div>}
      </div>
      {notice !== null && (
        <p class="notice good" role="status">
          {notice}
        </p>
      )}
      {raw(body)}
    </>
  );
  return render(
    <Document
      language={visit.language}
      say={say}
      title={title}
      assets={deps.assets}
      nav={navigation(deps.pages, visit.principal, say)}
      at={page.under ?? page.path}
      who={visit.principal}
      brand={brand}
      modules={content.modules ?? []}
      foot={<Foot visit={visit} sandbox={deps.sandbox?.() ?? null} isLive={isLive} />}
    >
      {isLive ? (
        <div hx-ext="sse" sse-connect={streamOf(visit.address, position)} sse-close={ENDED}>
          <SignedOut visit={visit} />
          {inside}
        </div>
      ) : (
        inside
      )}
    </Document>,
  );
}

/** Says so where the session ends while the page is open; until then its mark is empty, and it is not shown. */
const SignedOut: FC<{ readonly visit: Visit }> = ({ visit: { say, address } }) => (
  <p class="notice warn signed-out" role="status">
    <span sse-swap={ENDED} />
    {say('problem.unknown.text')}{' '}
    <a href={`${SIGN_IN}?next=${encodeURIComponent(address)}`}>{say('problem.sign_in')}</a>
  </p>
);

/** Numbers of invoices and credit notes stay in one line. */
const unbroken = (title: string): Child =>
  title.split(/(\b[A-Z]+-\d{4}-\d{6}\b)/).map((part, n) => (n % 2 === 1 ? <span class="unbroken">{part}</span> : part));

function streamOf(address: string, position: number): string {
  const [path = '', query = ''] = address.split('?');
  const search = new URLSearchParams(query);
  search.set(SEEN_AT, String(position));
  return `${path.endsWith('/') ? path : `${path}/`}live/?${search}`;
}

const Path: FC<{ readonly crumbs: readonly Crumb[]; readonly say: Say }> = ({ crumbs, say }) =>
  crumbs.length === 0 ? null : (
    <nav class="path" aria-label={say('frame.path')}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
