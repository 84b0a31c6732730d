/** Colours of charts as custom properties, made from those of reports. */
export type StyleColors = { readonly light: string; readonly dark: string };

/** What is written on: of cards, and of the page around them. */
export const GROUNDS = {
  light: { page: '#ffffff', ground: '#f6f7f9' },
  dark: { page: '#141a24', ground: '#0c1017' },
} as const;

/** One family, four sizes, one accent. Spaces are multiples of 4 px. */
export const tokens = ({ light, dark }: StyleColors): string => `
:root {
  color-scheme: light dark;
  --font: Inter, system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Sans JP", sans-serif;
  --small: .8125rem;
  --text: .9375rem;
  --large: 1.25rem;
  --huge: 1.75rem;
  --ground: ${GROUNDS.light.ground};
  --page: ${GROUNDS.light.page};
  --ink: #12161f;
  --quiet: #566072;
  --rule: #e3e6eb;
  --edge: #868e9c;
  --accent: #1f4fd8;
  --accent-ink: #ffffff;
  --accent-tint: #eef2fd;
  --good: #0a6b49;
  --good-tint: #e4f5ee;
  --warn: #85540a;
  --warn-tint: #fdf3df;
  --bad: #b3202f;
  --bad-tint: #fdecee;
  --mark: #fff2b8;
  --shadow: 0 1px 2px rgb(18 22 31 / .05);
  --round: 10px;
  ${light}
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: ${GROUNDS.dark.ground};
    --page: ${GROUNDS.dark.page};
    --ink: #eef1f6;
    --quiet: #a3adbd;
    --rule: #273041;
    --edge: #7b8699;
    --accent: #8fb0ff;
    --accent-ink: #0c1017;
    --accent-tint: #1b2640;
    --good: #63d3a4;
    --good-tint: #12301f;
    --warn: #f2c063;
    --warn-tint: #33270d;
    --bad: #ff929b;
    --bad-tint: #3a1a1f;
    --mark: #4a4010;
    --shadow: none;
    ${dark}
  }
}
`;
