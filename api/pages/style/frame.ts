/** The page around what it shows. Everything is laid out by logical sides, so that it mirrors for languages that run to the left. */
export const frame = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 400 var(--text)/1.5 var(--font); font-variant-numeric: tabular-nums; font-synthesis: none;
  overflow-wrap: break-word; min-height: 100vh; min-height: 100dvh;
  display: grid; grid-template-rows: auto 1fr auto; grid-template-columns: minmax(0, 1fr);
}
h1, h2, h3, p, dl, dd, ul, ol, figure, fieldset, table { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: var(--huge); line-height: 1.2; font-weight: 600; letter-spacing: -.015em; text-wrap: balance; }
h2 { font-size: var(--large); line-height: 1.3; font-weight: 600; letter-spacing: -.01em; }
h3 { font-size: var(--text); font-weight: 600; }
:lang(ar) { letter-spacing: 0 !important; }
[dir=rtl] .mirrors { display: inline-block; transform: scaleX(-1); }
b, strong, th { font-weight: 600; }
small, .small { font-size: var(--small); }
.quiet { color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -6rem; background: var(--page); color: var(--accent); padding: .5rem 1rem; z-index: 3; border-radius: 0 0 8px 8px; }
.skip:focus { inset-block-start: 0; }

.top { background: var(--page); border-block-end: 1px solid var(--rule); min-inline-size: 0; }
.brand { display: flex; align-items: center; gap: .625rem; padding: .875rem 1rem; font-weight: 600; font-size: var(--text); color: var(--ink); text-decoration: none; letter-spacing: -.01em; }
.brand svg { display: block; }
.brand .logo { display: block; max-block-size: 2.25rem; max-inline-size: 11rem; background: #fff; border-radius: 6px; padding: .25rem; }
.nav { overflow-x: auto; scrollbar-width: none; }
.nav ul { display: flex; padding-inline: .5rem; gap: .125rem; }
.nav a { display: block; padding: .5rem .75rem .625rem; color: var(--quiet); text-decoration: none; white-space: nowrap; border-block-end: 2px solid transparent; }
.nav a:hover { color: var(--ink); }
.nav a[aria-current] { scroll-initial-target: nearest; color: var(--ink); border-color: var(--accent); font-weight: 600; }
.nav a:focus-visible { outline-offset: -2px; }
.who { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .5rem 1rem; font-size: var(--small); color: var(--quiet); order: -1; justify-content: flex-end; }
.rail { display: grid; grid-template-columns: auto 1fr; align-items: center; }
.rail .nav { grid-column: 1 / 3; min-inline-size: 0; }
.brand { order: -2; }
.brand img { display: block; max-inline-size: 10rem; block-size: 2rem; object-fit: contain; }
@media (max-width: 40rem) { .who p { display: none; } }

main { padding: 1.25rem 1rem 3rem; min-inline-size: 0; inline-size: 100%; max-inline-size: 82rem; }
main:focus { outline: none; }
.path ol { display: flex; flex-wrap: wrap; gap: .25rem .5rem; font-size: var(--small); color: var(--quiet); margin-block-end: .5rem; }
.path li + li::before { content: "/"; margin-inline-end: .5rem; color: var(--edge); }
.path a { color: var(--quiet); }
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .75rem 1.5rem; margin-block-end: 1.5rem; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; }

.foot { border-block-start: 1px solid var(--rule); padding: 1rem; color: var(--quiet); font-size: var(--small); display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; min-inline-size: 0; }
.foot form { display: flex; flex-wrap: wrap; gap: .375rem; align-items: center; }
.foot select { inline-size: auto; }
.foot .sandbox { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; }
.foot .clock { display: inline-flex; gap: .5rem; align-items: baseline; }
.foot .clock::before { content: ""; inline-size: .5rem; block-size: .5rem; border-radius: 50%; background: var(--warn); flex: none; }
.live-at { display: inline-flex; gap: .5rem; align-items: center; }
.live-at::before { content: ""; inline-size: .5rem; block-size: .5rem; border-radius: 50%; background: var(--good); }

@media (min-width: 60rem) {
  body { grid-template-columns: 14.5rem minmax(0, 1fr); grid-template-rows: 1fr auto; }
  .top { grid-row: 1 / 3; border-block-end: 0; border-inline-end: 1px solid var(--rule); }
  .rail { display: flex; flex-direction: column; align-items: stretch; position: sticky; inset-block-start: 0; block-size: 100vh; overflow-y: auto; }
  .brand { padding: 1.25rem 1.25rem 1rem; }
  .nav { flex: 1; overflow: visible; }
  .nav ul { flex-direction: column; padding-inline: .75rem; }
  .nav a { padding: .4375rem .625rem; border: 0; border-radius: 7px; }
  .nav a:hover { background: var(--ground); }
  .nav a[aria-current] { background: var(--accent-tint); color: var(--accent); }
  .who { order: 3; padding: 1rem 1.25rem; border-block-start: 1px solid var(--rule); justify-content: space-between; }
  main { padding: 1.75rem 2.25rem 4rem; }
  .foot { padding: .875rem 2.25rem; }
}
@media print {
  .top, .foot, .skip, .path, .actions, .filters, .pages, .tabs { display: none !important; }
  body { display: block; background: #fff; font-size: 10pt; }
  main { padding: 0; max-inline-size: none; }
  .card, tr, figure { break-inside: avoid; box-shadow: none; }
  a { color: inherit; text-decoration: none; }
}
`;
