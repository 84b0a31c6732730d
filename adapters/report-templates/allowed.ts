/** Elements of a template, and nothing else: no script, no form, no frame, nothing that loads or plays anything. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `a article aside b blockquote br caption dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img li main ol
p section small span strong sub sup table tbody td tfoot th thead tr u ul`.split(/\s+/),
);
export const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  'alt class colspan data-asset data-break data-keep data-section dir href lang rowspan scope style title'.split(' '),
);

/** Properties that both the pages and the browser know; none of them loads, runs, or reaches out of the report. */
const PROPERTIES: ReadonlySet<string> = new Set(
  `align-content align-items align-self background background-color border border-bottom border-bottom-color
border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color
border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color
border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-left-radius
border-top-right-radius border-top-style border-top-width border-width bottom box-sizing color column-gap direction display
flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap font-size font-style font-variant-numeric font-weight
gap grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-start grid-row
grid-row-end grid-row-start grid-template-areas grid-template-columns grid-template-rows height justify-content justify-items
justify-self left letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-height
max-width min-height min-width opacity order overflow overflow-wrap padding padding-bottom padding-left padding-right padding-top
position right row-gap text-align text-decoration text-decoration-color text-decoration-line text-indent text-overflow
text-transform top vertical-align white-space width word-break word-spacing`.split(/\s+/),
);
export const isProperty = (name: string): boolean => PROPERTIES.has(name) || /^--[a-z][a-z0-9-]{0,40}$/.test(name);

/** Functions of values; `url`, `image`, `expression`, `attr`, `env`, `element` and what may be invented are none of them. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  'calc clamp hsl hsla linear-gradient max min minmax radial-gradient repeat rgb rgba var'.split(' '),
);
