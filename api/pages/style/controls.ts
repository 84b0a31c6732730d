/** What people press and fill in. */
export const controls = `
button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
input:not([type=date], [type=file]), textarea { unicode-bidi: plaintext; }
.button, button {
  display: inline-flex; align-items: center; justify-content: center; gap: .375rem; min-block-size: 2.25rem;
  padding: .375rem .875rem; border-radius: 8px; border: 1px solid var(--edge); background: var(--page); color: var(--ink);
  text-decoration: none; font-weight: 600; font-size: var(--small); cursor: pointer; text-align: center;
}
.button:hover, button:hover { border-color: var(--ink); text-decoration: none; }
.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
.main:hover { filter: brightness(.93); border-color: var(--accent); }
.danger { color: var(--bad); border-color: var(--bad); background: var(--page); }
.danger:hover { background: var(--bad-tint); border-color: var(--bad); }
.danger.main { background: var(--bad); color: var(--page); }
.tiny { min-block-size: 1.75rem; padding: .125rem .625rem; font-weight: 400; }
.link { border: 0; background: none; padding: 0; min-block-size: 0; color: var(--accent); text-decoration: underline; font-weight: 400; }

.form { display: grid; gap: 1.25rem; max-inline-size: 40rem; }
.form.wide { max-inline-size: none; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); align-items: start; gap: 1.25rem 2rem; }
.form.code textarea { max-inline-size: none; min-block-size: 14rem; font-family: ui-monospace, monospace; font-size: var(--small); }
.swatch { white-space: nowrap; }
.swatch svg { vertical-align: -2px; }
.form-end { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
fieldset { border: 0; min-inline-size: 0; display: grid; gap: 1.25rem; }
fieldset.group { border-block-start: 1px solid var(--rule); padding-block-start: 1.25rem; }
legend { font-weight: 600; padding: 0; }
fieldset.group > legend { float: inline-start; inline-size: 100%; font-size: var(--large); letter-spacing: -.01em; }
fieldset.group > legend + * { clear: both; }
.settings { max-inline-size: none; gap: 2rem; }
.settings fieldset.group { grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); align-items: start; gap: 1.25rem 2rem; }
.settings fieldset.group > legend, .settings fieldset.field { grid-column: 1 / -1; }
.field { display: grid; gap: .25rem; min-inline-size: 0; align-content: start; }
fieldset.field { gap: .5rem; }
.field > label, .field > .label { font-weight: 600; font-size: var(--small); display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline; }
.field .hint { color: var(--quiet); font-size: var(--small); }
.field .wrong { color: var(--bad); font-size: var(--small); font-weight: 600; }
input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), select, textarea {
  inline-size: 100%; max-inline-size: 28rem; min-block-size: 2.25rem; padding: .375rem .625rem; border: 1px solid var(--edge);
  border-radius: 8px; background: var(--page);
}
textarea { min-block-size: 6rem; max-inline-size: 40rem; resize: vertical; line-height: 1.5; }
input.short { max-inline-size: 10rem; }
select { padding-inline-end: 1.75rem; }
[aria-invalid=true] { border-color: var(--bad) !important; box-shadow: 0 0 0 1px var(--bad); }
input[type=checkbox], input[type=radio] { inline-size: 1.125rem; block-size: 1.125rem; accent-color: var(--accent); margin: .1875rem 0 0; flex: none; }
.field > label.tick { font-weight: 400; font-size: var(--text); flex-wrap: nowrap; align-items: flex-start; }
.tick { display: flex; gap: .625rem; align-items: flex-start; }
.ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: .375rem 1rem; }
.differs { color: var(--accent); background: var(--accent-tint); border-radius: 99px; padding: 0 .5rem; font-weight: 400; }
.confirm { max-inline-size: 40rem; display: grid; gap: 1rem; }
.confirm .says { font-size: var(--large); line-height: 1.45; }

.filters { display: flex; flex-wrap: wrap; gap: .625rem .75rem; align-items: end; margin-block-end: 1rem; }
.filters .field { flex: 0 1 auto; }
.filters input, .filters select { inline-size: auto !important; min-inline-size: 9rem; max-inline-size: 100% !important; }
.filters .csv { margin-inline-start: auto; }
@media (max-width: 40rem) {
  .filters { display: grid; grid-template-columns: 1fr 1fr; }
  .filters .field:first-child, .filters .field.wide { grid-column: 1 / 3; }
  .filters input, .filters select { inline-size: 100% !important; min-inline-size: 0; }
  .filters .csv { margin: 0; }
}
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation-duration: .01ms !important; transition: none !important; } }
`;
