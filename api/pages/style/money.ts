/** Money and what it is made of. */
export const money = `
.money-lines > li { border-block-end: 1px solid var(--rule); }
.money-lines > li:last-child { border-block-end: 2px solid var(--rule); }
.money-lines summary { display: grid; grid-template-columns: 1rem minmax(0, 1fr) auto; gap: .25rem .75rem; padding-block: .625rem; cursor: pointer; list-style: none; }
.money-lines summary::-webkit-details-marker { display: none; }
.money-lines summary::before { content: '+'; color: var(--quiet); }
.money-lines details[open] > summary::before { content: '−'; }
.money-lines .inside { padding-inline-start: 1.75rem; padding-block-end: .875rem; display: grid; gap: .5rem; }
.figure { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
.steps { display: grid; max-inline-size: 40rem; }
.steps li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1rem; padding-block: .25rem; font-size: var(--small); color: var(--quiet); }
.steps li:last-child { color: var(--ink); font-weight: 600; }
.sums { display: grid; gap: .25rem; margin-block-start: 1rem; margin-inline-start: auto; max-inline-size: 24rem; }
.sums.whole { max-inline-size: none; margin-inline-start: 0; }
.sums div { display: flex; justify-content: space-between; gap: 1rem; }
.sums dt { color: var(--quiet); }
.sums .strong { border-block-start: 1px solid var(--rule); padding-block-start: .375rem; margin-block-start: .125rem; font-weight: 600; }
.sums .strong dt { color: var(--ink); }
.explained { display: grid; gap: .75rem; }
.explained .card-head { margin: 0; }
.explained h3 { font-size: var(--text); }
.causes { display: grid; gap: .625rem; }
.causes .causes, .causes details > .causes { margin-block-start: .625rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--rule); }
.causes summary { cursor: pointer; color: var(--accent); margin-block-start: .375rem; }
.cause { display: grid; gap: .0625rem; min-inline-size: 0; }
.event-name { overflow-wrap: anywhere; }
.doings { display: grid; gap: .75rem 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
.doings li { display: grid; gap: .25rem; justify-items: start; align-content: start; }
.stack-small { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-content: start; }
.stack-small > h2, .confirm > h2 { margin: 0; }
.hash { overflow-wrap: anywhere; font-size: var(--small); }
.reason { margin-block-start: 1rem; }
.about { max-inline-size: 44rem; color: var(--quiet); }
.ladder { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr)); }
.ladder li { border-block-start: 3px solid var(--rule); padding-block-start: .375rem; display: grid; gap: .125rem; font-size: var(--small); }
.ladder .taken { border-color: var(--bad); }
.ladder .next { border-color: var(--warn); font-weight: 600; }
.will { list-style: disc; padding-inline-start: 1.25rem; display: grid; gap: .25rem; }
.before-after td, .before-after th { padding-block: .375rem; }
.before-after th[scope=row], .before-after td { white-space: normal !important; overflow-wrap: anywhere; }
.before-after .same { color: var(--quiet); }
.verdict { display: grid; gap: .5rem; }
.verdict h3 { font-size: var(--large); }
pre.wraps { white-space: pre-wrap; overflow-wrap: anywhere; }
input[type=file] { inline-size: 100%; min-inline-size: 0; }
[hidden] { display: none !important; }
`;
