/** A `readme.txt` as WordPress.org reads it: a name, headers, a short description, then sections between `==`. */
export type Readme = {
  readonly name: string | null;
  /** By the header's name in lower case. */
  readonly headers: ReadonlyMap<string, ReadmeLine>;
  readonly short: ReadmeLine | null;
  /** By the section's name as the directory knows it: `faq` for both ways of writing it. */
  readonly sections: ReadonlyMap<string, ReadmeSection>;
};
export type ReadmeLine = { readonly text: string; readonly line: number };
export type ReadmeSection = { readonly title: string; readonly line: number; readonly text: string };

const TITLE = /^={3,}\s*(.+?)\s*={3,}\s*$/;
const SECTION = /^={2}\s*([^=].*?)\s*={0,2}\s*$/;
const HEADER = /^([A-Za-z][A-Za-z ]{0,40}):\s*(.*)$/;
const ALIASES: Readonly<Record<string, string>> = {
  'frequently asked questions': 'faq',
  screenshot: 'screenshots',
  'change log': 'changelog',
  'upgrade notices': 'upgrade_notice',
};

/** The name that a section is found by. */
function sectionName(title: string): string {
  const plain = title.toLowerCase().replace(/\s+/g, ' ').trim();
  return ALIASES[plain] ?? plain.replaceAll(' ', '_');
}

/** Reads any text; what is not there is null or missing. */
export function parseReadme(source: string): Readme {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const firstSection = lines.findIndex((text) => !TITLE.test(text) && SECTION.test(text));
  const top = lines.slice(0, firstSection === -1 ? lines.length : firstSection);
  return { ...head(top), sections: firstSection === -1 ? new Map() : sectionsOf(lines, firstSection) };
}

function head(lines: readonly string[]): Omit<Readme, 'sections'> {
  let name: string | null = null;
  let short: ReadmeLine | null = null;
  const headers = new Map<string, ReadmeLine>();
  for (const [index, raw] of lines.entries()) {
    const text = raw.trim();
    if (text === '') continue;
    const line = index + 1;
    const title = TITLE.exec(text)?.[1];
    const header = HEADER.exec(text);
    if (title !== undefined && name === null) name = title;
    else if (header?.[1] !== undefined && short === null) {
      const key = header[1].trim().toLowerCase();
      if (!headers.has(key)) headers.set(key, { text: (header[2] ?? '').trim(), line });
    } else short ??= { text, line };
  }
  return { name, headers, short };
}

function sectionsOf(lines: readonly string[], from: number): Map<string, ReadmeSection> {
  const sections = new Map<string, ReadmeSection>();
  let open: { title: string; line: number; body: string[] } | null = null;
  const close = () => {
    if (open === null) return;
    const { title, line, body } = open;
    const name = sectionName(title);
    if (!sections.has(name)) sections.set(name, { title, line, text: body.join('\n').trim() });
  };
  for (const [index, raw] of lines.entries()) {
    if (index < from) continue;
    const title = TITLE.test(raw.trim()) ? undefined : SECTION.exec(raw.trim())?.[1];
    if (title === undefined) open?.body.push(raw.trimEnd());
    else {
      close();
      open = { title, line: index + 1, body: [] };
    }
  }
  close();
  return sections;
}

/** `= 1.2.0 =` and what stands below, in their order. */
export function subsections(text: string): readonly { readonly title: string; readonly text: string }[] {
  const found: { title: string; body: string[] }[] = [];
  for (const raw of text.split('\n')) {
    const title = /^=\s*([^=].*?)\s*=\s*$/.exec(raw.trim())?.[1];
    if (title !== undefined) found.push({ title, body: [] });
    else found.at(-1)?.body.push(raw);
  }
  return found.map(({ title, body }) => ({ title, text: body.join('\n').trim() }));
}

/** What stands below screenshots: `1. The dashboard`, by their number. */
export function captions(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const raw of text.split('\n')) {
    const [, number, caption] = /^(\d{1,3})[.)]\s+(.+)$/.exec(raw.trim()) ?? [];
    if (number !== undefined && caption !== undefined) found.set(Number(number), caption.trim());
  }
  return found;
}

/** Names between commas. */
export const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
