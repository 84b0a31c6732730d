import type { Theme } from '../theme.ts';

const SHADES = ['good', 'warn', 'bad', 'plain'] as const;
/** The theme's colours by the names that styles and charts call them. */
function variables(theme: Theme): string {
  const all: [string, string][] = [
    ...(['page', 'surface', 'ink', 'quiet', 'rule', 'accent', 'second', 'brand', 'tint'] as const).map(
      (name): [string, string] => [name, theme[name]],
    ),
    ['body', theme.mode === 'light' ? theme.surface : theme.page],
    ['card', theme.mode === 'light' ? theme.page : theme.surface],
    ['brand-ink', theme.brandInk],
    ['brand-quiet', theme.brandQuiet],
    ['brand-rule', theme.brandRule ?? theme.brand],
    ...SHADES.flatMap((shade): [string, string][] => [
      [shade, theme.tones[shade].ink],
      [`${shade}-ground`, theme.tones[shade].ground],
    ]),
    ...theme.palette.map((color, n): [string, string] => [`p${n}`, color]),
    ...theme.past.map((color, n): [string, string] => [`past${n}`, color]),
  ];
  return all.map(([name, color]) => `--${name}:${color}`).join(';');
}

/** A theme whose colours are looked up in the page, so that one drawing is right in light and dark. */
export const lookedUp = (theme: Theme): Theme => ({
  ...theme,
  page: 'var(--card)',
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  palette: theme.palette.map((_, n) => `var(--p${n})`),
  past: theme.past.map((_, n) => `var(--past${n})`),
});

const RULES = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--body);color:var(--ink);font:16px/1.6 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere;hyphens:auto}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
h1,h2,h3,p,dl,dd,ol,ul,figure,table{margin:0;padding:0}
ol,ul{list-style:none}
h1,h2,h3{line-height:1.2;letter-spacing:-.015em;text-wrap:balance}
svg{max-width:100%;height:auto;display:block}
.skip{position:absolute;inset-inline-start:1rem;top:-5rem;background:var(--page);color:var(--ink);padding:.6rem 1rem;border-radius:8px;z-index:2}
.skip:focus{top:1rem}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{width:.75em;height:.75em;display:inline-block;fill:currentColor;flex:none}
.hero{background:var(--brand);color:var(--brand-ink);border-block-end:1px solid var(--brand-rule)}
.hero .in,main,.foot .in{max-width:60rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
.hero .in{padding-block:clamp(1.5rem,4vw,3rem) clamp(3.5rem,7vw,5.5rem)}
.hero .top{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;align-items:center;margin-block-end:clamp(1.75rem,5vw,3.5rem);font-size:.875rem;color:var(--brand-quiet)}
.hero .name{font-weight:700;font-size:1.125rem;color:var(--brand-ink)}
.logo{display:inline-flex;background:#fff;border-radius:10px;padding:.6rem .8rem;max-width:min(16rem,60vw)}
.logo img{display:block;max-width:100%;max-height:3.5rem;width:auto;height:auto;object-fit:contain}
.hero .type{font-weight:600;font-size:.9375rem;color:var(--brand-quiet)}
.hero h1{font-size:clamp(1.75rem,5.5vw,3.25rem);margin-block:.35rem .6rem}
.hero h1.long{font-size:clamp(1.25rem,3vw,1.75rem)}
.hero .period{font-size:1.125rem;font-weight:600}
.hero .for{font-size:.9375rem;color:var(--brand-quiet);margin-block-start:.35rem}
.pdf{margin-block-start:1.1rem}
main{margin-block-start:clamp(-3.5rem,-4vw,-2rem);padding-block-end:3rem;display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
.card{background:var(--card);border:1px solid var(--rule);border-radius:16px;padding:clamp(1.1rem,3.2vw,2.25rem);min-width:0}
.card>h2{font-size:1.25rem;margin-block-end:.9rem}
.badge{display:inline-flex;align-items:center;gap:.4em;border-radius:99px;padding:.2rem .75rem;font-size:.8125rem;font-weight:600;line-height:1.5;white-space:nowrap}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.plain{color:var(--plain)}
.badge.good{background:var(--good-ground)}.badge.warn{background:var(--warn-ground)}.badge.bad{background:var(--bad-ground)}.badge.plain{background:var(--body)}
.kicker{font-size:.875rem;font-weight:600;color:var(--quiet);letter-spacing:0}
.verdict h2{font-size:clamp(1.75rem,5vw,2.5rem);display:flex;align-items:center;gap:.4em;margin-block:.2rem .5rem}
.verdict .reason{font-size:1.0625rem;color:var(--quiet)}
.verdict .summary{font-size:clamp(1.0625rem,2.2vw,1.25rem);line-height:1.6;margin-block-start:1.1rem}
.remark{font-size:.875rem;color:var(--quiet);margin-block-start:.75rem;padding-inline-start:.8rem;border-inline-start:3px solid var(--rule)}
.two{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
.high h2{font-size:.9375rem;display:flex;gap:.5em;align-items:center;color:var(--accent);margin-block-end:.5rem;letter-spacing:0}
.high p{font-size:1.0625rem;line-height:1.5;font-weight:500}
.lines>li{padding-block:.7rem;border-block-start:1px solid var(--rule);display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline}
.lines>li:first-child{border-block-start:0;padding-block-start:0}.lines>li:last-child{padding-block-end:0}
.lines .what{flex:1 1 14rem}.lines .since{font-size:.875rem;color:var(--quiet)}
.goals>li{padding-block:.8rem;border-block-start:1px solid var(--rule)}
.goals>li:first-child{border-block-start:0;padding-block-start:0}.goals>li:last-child{padding-block-end:0}
.goals .row{display:flex;flex-wrap:wrap;gap:.2rem 1rem;justify-content:space-between;align-items:center}
.goals .metric{font-weight:600}.goals .small{font-size:.875rem;color:var(--quiet);font-variant-numeric:tabular-nums}
.way{display:block;width:100%;height:8px;border-radius:4px;margin-block:.5rem .4rem}
.tiles{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,11.25rem),1fr))}
.tile{background:var(--body);border-radius:12px;padding:1rem 1.1rem}
.tile dt{font-size:.875rem;color:var(--quiet)}
.tile .value{font-size:1.75rem;font-weight:700;letter-spacing:-.02em;line-height:1.25;font-variant-numeric:tabular-nums}
.tile .cmp{font-size:.8125rem;display:flex;flex-wrap:wrap;gap:0 .4em;align-items:baseline;font-variant-numeric:tabular-nums;line-height:1.55}
.tile .cmp b{display:inline-flex;align-items:center;gap:.3em;font-weight:600}
.tile .cmp span{color:var(--quiet);flex-basis:100%;font-size:.75rem}
.tile .value+.cmp{margin-block-start:.25rem}
.compared{color:var(--quiet);font-size:.9375rem;margin-block:-.5rem .9rem}
.comment{background:var(--tint);border-inline-start:4px solid var(--accent);border-radius:4px 12px 12px 4px;padding:1rem 1.25rem}
.comment h2,.comment h3{font-size:.9375rem;color:var(--accent);letter-spacing:0;margin-block-end:.3rem}
[dir=rtl] .comment{border-radius:12px 4px 4px 12px}
.comment blockquote{margin:0;white-space:pre-line}.comment blockquote+blockquote{margin-block-start:.8rem}
.comment footer{font-size:.8125rem;color:var(--quiet);margin-block-start:.25rem}
.contents ol{columns:2 18rem;column-gap:2.5rem}
.contents li{break-inside:avoid}
.contents a{display:flex;justify-content:space-between;gap:1rem;align-items:center;padding-block:.5rem;border-block-end:1px solid var(--rule);color:var(--ink);text-decoration:none;font-weight:500}
.contents a:hover{color:var(--accent)}
.section{display:grid;grid-template-columns:minmax(0,1fr);gap:1.4rem;scroll-margin-block-start:1rem}
.section .head{display:flex;flex-wrap:wrap;gap:.5rem 1rem;justify-content:space-between;align-items:center}
.section .head h2{font-size:clamp(1.375rem,3.4vw,1.75rem)}
.section .rule{font-size:.8125rem;color:var(--quiet);flex-basis:100%}
.claim{font-size:clamp(1.0625rem,2.2vw,1.1875rem);line-height:1.55}
.section h3{font-size:1rem;margin-block-end:.6rem}
.chart svg{width:100%}
.chart .narrow{display:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.45;hyphens:manual;overflow-wrap:break-word}
caption{text-align:start;font-weight:700;font-size:1rem;padding-block-end:.5rem}
th{font-weight:600;color:var(--quiet);text-align:start;vertical-align:bottom;font-size:.8125rem}
th,td{padding:.5rem .6rem;border-block-end:1px solid var(--rule)}
td,tbody th{vertical-align:top;text-align:start}
tbody th{color:var(--ink);font-weight:500;font-size:inherit}
td,tbody th{min-width:5.25rem}
.n{min-width:0!important}
.t{min-width:8.5rem!important;overflow-wrap:anywhere}
.d{white-space:nowrap}
.n{text-align:end!important;font-variant-numeric:tabular-nums;white-space:nowrap}
th:first-child,td:first-child{padding-inline-start:0}th:last-child,td:last-child{padding-inline-end:0}
.chg{display:inline-flex;gap:.3em;align-items:center;font-weight:600}
td a,tbody th a{color:inherit;text-decoration-color:var(--rule)}
.after{font-size:.8125rem;color:var(--quiet);margin-block-start:.5rem}
.next{background:var(--body);border-radius:12px;padding:1rem 1.25rem}
.next h3{font-size:.9375rem;margin-block-end:.25rem}
.empty{border:1px dashed var(--rule);border-radius:12px;padding:1.25rem 1.4rem;color:var(--quiet)}
.empty h3{color:var(--ink);font-size:1rem;margin-block-end:.3rem}
.source{font-size:.8125rem;color:var(--quiet)}
.notes li{display:grid;grid-template-columns:1.6rem minmax(6rem,auto) 1fr;gap:.75rem;padding-block:.5rem;align-items:baseline}
.notes .no{background:var(--ink);color:var(--page);border-radius:99px;width:1.5rem;height:1.5rem;display:grid;place-items:center;font-size:.75rem;font-weight:700}
.notes time{color:var(--quiet);font-size:.875rem}
.log dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr));gap:1rem;margin-block-start:1.1rem}
.log dt{font-size:.8125rem;color:var(--quiet)}.log dd{font-weight:700;font-size:1.125rem;font-variant-numeric:tabular-nums}
.button{display:inline-block;background:var(--brand);color:var(--brand-ink);border:1px solid var(--brand-rule);border-radius:10px;padding:.6rem 1.1rem;font-weight:600;text-decoration:none;font-size:.9375rem}
.hero .button{background:var(--brand-ink);color:var(--brand);border-color:var(--brand-ink)}
.foot{border-block-start:1px solid var(--rule);background:var(--page);font-size:.875rem;color:var(--quiet)}
.foot .in{padding-block:2rem;display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between}
.foot b{color:var(--ink)}
@media (max-width:40rem){.chart .wide{display:none}.chart .narrow{display:block}.tiles{grid-template-columns:repeat(auto-fill,minmax(min(100%,8.25rem),1fr))}.tile{padding:.8rem .85rem}.tile .value{font-size:1.4rem}.notes li{grid-template-columns:1.6rem 1fr}.notes li p{grid-column:2}}
@media print{body{background:var(--card);font-size:11pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}.hero .button,.skip{display:none}main{display:block}.card{border:0;padding:0;margin-block-end:1.6rem}.hero .in{padding-block-end:2rem}main{margin-block-start:1.5rem}.chart,.tile,.next,.comment,tr,h2,h3{break-inside:avoid}h2,h3,caption{break-after:avoid}thead{display:table-header-group}.scroll{overflow:visible}.contents{display:none}}
`;

/** The page's styles; a light one turns dark where the reader prefers that. */
export const styleOf = (theme: Theme, dark: Theme | null): string =>
  `:root{color-scheme:${dark === null ? theme.mode : 'light dark'};${variables(theme)}}` +
  (dark === null ? '' : `@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}`) +
  RULES;
