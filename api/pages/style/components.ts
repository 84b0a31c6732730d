/** What pages are put together from. */
export const components = `
.stack { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); }
.ticked li { padding-inline-start: 1.25rem; position: relative; }
.ticked li::before { content: "✓"; position: absolute; inset-inline-start: 0; color: var(--good); }
.columns { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); align-items: start; }
.card { background: var(--page); border: 1px solid var(--rule); border-radius: var(--round); box-shadow: var(--shadow); padding: 1.25rem; min-inline-size: 0; }
.card > h2, .card-head { margin-block-end: 1rem; }
.card-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1rem; }
.card-head a { font-size: var(--small); }
.card-head h2 a { font-size: inherit; color: inherit; text-decoration-color: var(--edge); }

.tiles { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); }
.tile { background: var(--page); border: 1px solid var(--rule); border-radius: var(--round); padding: 1rem 1.25rem; box-shadow: var(--shadow); display: grid; gap: .125rem; align-content: start; min-inline-size: 0; }
.tile dt { color: var(--quiet); font-size: var(--small); }
.tile .value { font-size: var(--huge); font-weight: 600; letter-spacing: -.02em; line-height: 1.25; }
.tile .value a { color: inherit; text-decoration-color: var(--edge); text-decoration-style: dotted; }
.tile .value a:hover { color: var(--accent); }
.tile .note { color: var(--quiet); font-size: var(--small); }
@media (max-width: 40rem) { .tiles { grid-template-columns: 1fr 1fr; gap: .625rem; } .tile { padding: .75rem .875rem; } .tile .value { font-size: var(--large); } }
.up { color: var(--good); } .down { color: var(--bad); }

.table-box { background: var(--page); border: 1px solid var(--rule); border-radius: var(--round); box-shadow: var(--shadow); overflow-x: auto; }
.card .table-box { border: 0; box-shadow: none; border-radius: 0; margin-inline: -1.25rem; }
.card .table-box:last-child { margin-block-end: -.5rem; }
table { border-collapse: collapse; inline-size: 100%; }
th { text-align: start; color: var(--quiet); font-size: var(--small); white-space: nowrap; }
th, td { padding: .625rem .75rem; border-block-end: 1px solid var(--rule); vertical-align: top; }
th:first-child, td:first-child { padding-inline-start: 1.25rem; }
th:last-child, td:last-child { padding-inline-end: 1.25rem; }
tbody tr:last-child > *, tfoot tr > * { border-block-end: 0; }
tbody tr:hover { background: color-mix(in srgb, var(--ground) 60%, transparent); }
th.figure, td.figure { text-align: end; white-space: nowrap; }
th a { color: inherit; text-decoration: none; display: inline-flex; gap: .25rem; }
th a:hover { color: var(--ink); text-decoration: underline; }
td:first-child a, .items a { text-decoration: none; }
td:first-child a:hover, .items a:hover { text-decoration: underline; }
.items .badge { margin-inline-end: .375rem; }
th[aria-sort] a { color: var(--ink); }
td .sub { display: block; color: var(--quiet); font-size: var(--small); }
td a.quiet-link, a.amount { color: inherit; text-decoration-color: var(--edge); text-decoration-style: dotted; }
a.amount:hover { color: var(--accent); }
@media (max-width: 40rem) {
  table.folds, table.folds tbody, table.folds tfoot { display: block; }
  table.folds tfoot tr { border-block-start: 2px solid var(--rule); border-block-end: 0; }
  table.folds thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  table.folds tr { display: grid; gap: .25rem; padding: .875rem 1.25rem; border-block-end: 1px solid var(--rule); }
  table.folds tbody tr:last-child { border-block-end: 0; }
  table.folds td { display: flex; justify-content: space-between; gap: 1rem; padding: 0 !important; border: 0; text-align: end; white-space: normal; }
  table.folds td::before { content: attr(data-label); color: var(--quiet); font-size: var(--small); text-align: start; flex: none; }
  table.folds td:first-child { text-align: start; font-weight: 600; }
  table.folds td .sub { font-weight: 400; }
  table.folds td:first-child::before { content: none; }
  table.folds td:has(> .in > .none), table.folds td:has(> .in:empty) { display: none; }
}
.pages { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; margin-block-start: .875rem; color: var(--quiet); font-size: var(--small); }
.pages span { display: flex; gap: .5rem; }
.empty { padding: 2.5rem 1.25rem; text-align: center; display: grid; gap: .5rem; justify-items: center; }
.empty p { color: var(--quiet); max-inline-size: 34rem; }

.tabs { border-block-end: 1px solid var(--rule); margin-block-end: 1.5rem; overflow-x: auto; scrollbar-width: none; }
.tabs ul { display: flex; gap: 1.25rem; }
@media (max-width: 40rem) { .tabs ul { flex-wrap: wrap; gap: 0 1rem; } }
.tabs a { display: block; padding: .5rem .125rem .625rem; color: var(--quiet); text-decoration: none; white-space: nowrap; border-block-end: 2px solid transparent; }
.tabs a:hover { color: var(--ink); }
.tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
.tabs a:focus-visible { outline-offset: -2px; }

.badge { display: inline-block; padding: .0625rem .5rem; border-radius: 99px; font-size: var(--small); font-weight: 600; background: var(--ground); color: var(--quiet); border: 1px solid var(--rule); white-space: nowrap; }
.badge.good { background: var(--good-tint); color: var(--good); border-color: transparent; }
.badge.warn { background: var(--warn-tint); color: var(--warn); border-color: transparent; }
.badge.bad { background: var(--bad-tint); color: var(--bad); border-color: transparent; }
.badge.accent { background: var(--accent-tint); color: var(--accent); border-color: transparent; }
.progress { display: grid; gap: .25rem; min-inline-size: 8rem; }
.progress progress { appearance: none; inline-size: 100%; block-size: .375rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--rule); }
.progress progress::-webkit-progress-bar { background: var(--rule); }
.progress progress::-webkit-progress-value { background: var(--accent); border-radius: 99px; }
.progress progress::-moz-progress-bar { background: var(--accent); }
.progress.behind progress::-webkit-progress-value { background: var(--warn); }
.progress.behind progress::-moz-progress-bar { background: var(--warn); }

.notice { border-radius: var(--round); padding: .75rem 1rem; margin-block-end: 1.25rem; border: 1px solid transparent; border-inline-start-width: 4px; background: var(--accent-tint); border-inline-start-color: var(--accent); }
.notice.good { background: var(--good-tint); border-inline-start-color: var(--good); }
.notice.warn { background: var(--warn-tint); border-inline-start-color: var(--warn); }
.notice.bad { background: var(--bad-tint); border-inline-start-color: var(--bad); }
.notice ul { list-style: disc; padding-inline-start: 1.25rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr)); gap: .875rem 1.25rem; }
.facts:has(> :nth-child(8):last-child) { grid-template-columns: repeat(4, minmax(0, 1fr)); }
@media (max-width: 40rem) { .facts:has(> :nth-child(8):last-child) { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.facts dd { overflow-wrap: anywhere; }
.facts div { display: grid; gap: .125rem; align-content: start; min-inline-size: 0; }
.facts dt { color: var(--quiet); font-size: var(--small); }
.items { display: grid; }
.items > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .25rem 1rem; align-items: baseline; padding-block: .625rem; border-block-end: 1px solid var(--rule); }
.items > li:last-child { border: 0; padding-block-end: 0; }
.items .when { color: var(--quiet); font-size: var(--small); white-space: nowrap; }
@media (max-width: 40rem) { .items > li:has(> .when) { grid-template-columns: minmax(0, 1fr); } .items .when { white-space: normal; } }
.timeline > li { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .25rem 1rem; padding-block: .625rem; border-block-end: 1px solid var(--rule); }
.timeline > li:last-child { border: 0; }
.timeline time { color: var(--quiet); font-size: var(--small); white-space: nowrap; }
@media (max-width: 40rem) { .timeline > li { grid-template-columns: minmax(0, 1fr); } }
.messages { display: grid; gap: .75rem; }
.message { border-inline-start: 3px solid var(--rule); padding-inline-start: .875rem; display: grid; gap: .25rem; min-inline-size: 0; }
.message.theirs { border-inline-start-color: var(--accent); }
.message .by { display: flex; flex-wrap: wrap; gap: .25rem .625rem; align-items: baseline; }
.message time { color: var(--quiet); font-size: var(--small); }
.sheet { display: block; max-inline-size: 100%; block-size: auto; border: 1px solid var(--rule); background: var(--ground); }
.unbroken { white-space: nowrap; }
.signed-out:has([sse-swap]:empty) { display: none; }
.onboarding:has(.all-done) form { display: none; }
.message .text, .mail-text { white-space: pre-wrap; overflow-wrap: anywhere; }
input[type=file] { max-inline-size: 100%; font-size: var(--small); }
::file-selector-button { font: inherit; font-weight: 600; color: var(--ink); background: var(--page); border: 1px solid var(--edge); border-radius: 8px; padding: .375rem .75rem; margin-inline-end: .625rem; }
.chart svg { display: block; inline-size: 100%; block-size: auto; }
.chart .narrow { display: none; }
@media (max-width: 40rem) { .chart .narrow { display: block; } .chart .wide { display: none; } }
.compare { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.total td, .total th { border-block-start: 2px solid var(--rule); font-weight: 600; color: var(--ink); }
.findings { display: grid; gap: .5rem; margin-block-start: .5rem; font-size: var(--small); }
.findings code { display: block; }
pre { overflow-x: auto; padding: .75rem; background: var(--ground); border-radius: 8px; font-size: var(--small); }

pre.lines { white-space: pre-wrap; }
.facts + p, .items + p, p + .facts, p + p, .chart + p, .card h3 { margin-block-start: .875rem; }
.beside { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); align-items: start; }
@media (max-width: 64rem) { .beside { grid-template-columns: minmax(0, 1fr); } }
.wrap { overflow-wrap: anywhere; }
.table-box + p { margin-block-start: .875rem; }
.lines { display: grid; gap: .375rem; margin-block-start: 1rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); }
.lines div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .5rem; }
.lines dt { color: var(--quiet); }
.lines dd { overflow-wrap: anywhere; }
.service-head { margin-block-end: 1rem; }
.steps summary { color: var(--quiet); cursor: pointer; }
.steps ol { list-style: decimal; padding-inline-start: 1.25rem; }
.list.htmx-request td > .in, .list.htmx-request td > .in * { color: transparent !important; border-color: transparent !important; background: none; }
.list.htmx-request td > .in { display: inline-block; border-radius: 6px; background: var(--rule) !important; animation: breathe 1.4s ease-in-out infinite alternate; }
@keyframes breathe { to { opacity: .5; } }
.changed { animation: changed 2.6s ease-out; }
@keyframes changed { from { background-color: var(--mark); } 60% { background-color: var(--mark); } }
`;
