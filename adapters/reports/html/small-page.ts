import type { DrawSmallPage, SmallPage } from '#commands/reports/ports-reports';
import { isRightToLeft } from '#domain/reports/language/formats';
import { type Theme, themeOf } from '../theme.ts';
import { el, type Html, raw } from './element.ts';

/** Where no brand is to be seen: greys. */
const NOBODY = { primary: '#3d4657', secondary: '#566072' };

function variables({
  page,
  surface,
  ink,
  quiet,
  rule,
  accent,
  brand,
  brandInk,
  brandRule,
  mode,
  tones,
}: Theme): string {
  const all = {
    body: mode === 'light' ? surface : page,
    card: mode === 'light' ? page : surface,
    ink,
    quiet,
    rule,
    accent,
    brand,
    'brand-ink': brandInk,
    'brand-rule': brandRule ?? brand,
    bad: tones.bad.ink,
  };
  return Object.entries(all)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}

const RULES = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:grid;grid-template-columns:minmax(0,1fr);place-items:center;padding:1.25rem;background:var(--body);color:var(--ink);font:16px/1.6 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
main{width:100%;max-width:27rem;background:var(--card);border:1px solid var(--rule);border-radius:16px;overflow:hidden}
header{padding:1.1rem 1.75rem;background:var(--brand);color:var(--brand-ink);border-block-end:1px solid var(--brand-rule);font-weight:700;font-size:1.0625rem}
header span{display:inline-flex;background:#fff;border-radius:10px;padding:.5rem .7rem;max-width:100%}
img{display:block;max-width:min(14rem,100%);max-height:3rem;width:auto;height:auto;object-fit:contain}
.text{padding:1.75rem}
h1{font-size:1.375rem;line-height:1.25;letter-spacing:-.015em;margin:0 0 .6rem;text-wrap:balance}
p{margin:0}
p+p{margin-block-start:.6rem}
.bad{color:var(--bad);font-weight:600}
form{margin:1.4rem 0 0;display:grid;gap:1rem}
label{font-weight:600;font-size:.9375rem;display:grid;gap:.35rem}
input{font:inherit;width:100%;padding:.65rem .8rem;border:1px solid var(--quiet);border-radius:10px;background:var(--body);color:var(--ink)}
button{font:inherit;font-weight:600;padding:.7rem 1.2rem;border-radius:10px;border:1px solid var(--brand-rule);background:var(--brand);color:var(--brand-ink);cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;

function formOf({ password, button }: NonNullable<SmallPage['form']>): Html {
  const field =
    password === undefined
      ? null
      : el(
          'label',
          {},
          password,
          raw(
            '<input type="password" name="password" required maxlength="200" autocomplete="current-password" autofocus>',
          ),
        );
  return el(
    'form',
    { method: 'post' },
    field,
    el('button', { name: button.name, value: button.name === undefined ? null : button.value }, button.label),
  );
}

/** A page that says one thing, and asks for one thing at most: one file, no script, nothing fetched. */
export const smallPage: DrawSmallPage = ({ language, look, title, texts, wrong, form }) => {
  const colors = look ?? NOBODY;
  const styles = `:root{color-scheme:light dark;${variables(themeOf(colors, 'light'))}}@media (prefers-color-scheme:dark){:root{${variables(themeOf(colors, 'dark'))}}}${RULES}`;
  const logo = look?.logo ?? null;
  const head =
    look === null
      ? null
      : el(
          'header',
          {},
          logo === null
            ? el('bdi', {}, look.name)
            : el(
                'span',
                {},
                el('img', {
                  src: `data:${logo.type};base64,${logo.base64}`,
                  width: logo.width,
                  height: logo.height,
                  alt: look.name,
                }),
              ),
        );
  const page = el(
    'html',
    { lang: language, dir: isRightToLeft(language) ? 'rtl' : 'ltr' },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('meta', { name: 'robots', content: 'noindex, nofollow' }),
      el('meta', { name: 'referrer', content: 'no-referrer' }),
      el('title', {}, look === null ? title : `${title} · ${look.name}`),
      el('style', {}, raw(styles)),
    ),
    el(
      'body',
      {},
      el(
        'main',
        {},
        head,
        el(
          'div',
          { class: 'text' },
          el('h1', {}, title),
          texts.map((text) => el('p', {}, text)),
          wrong === undefined ? null : el('p', { class: 'bad', role: 'alert' }, wrong),
          form === null ? null : formOf(form),
        ),
      ),
    ),
  );
  return `<!doctype html>\n${page.html}\n`;
};
