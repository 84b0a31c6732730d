/** What a submission to WordPress.org is looked through for, in the order in which it is told. */
export const CHECKLIST = {
  structure: 'One folder igny8-seo with the plugin’s main file, and nothing in it that does not belong there',
  php: 'Every PHP file can be read',
  abspath: 'Every PHP file leaves at once where WordPress has not loaded it',
  eval: 'No code that is made or hidden at run time',
  remote_files: 'No files of other servers are read as if they were local',
  http_api: 'Requests go through the HTTP API of WordPress',
  inputs: 'What comes in is sanitized',
  outputs: 'What goes out is escaped',
  nonces: 'Forms and AJAX carry a nonce, and what was sent is acted upon after it is verified',
  capabilities: 'Handlers and REST routes ask who may call them',
  text_domain: 'Every text is translated under the text domain igny8',
  enqueue: 'Scripts and styles are enqueued in their hooks, from the plugin itself',
  enqueue_where_needed: 'Scripts of the admin load on the plugin’s own pages alone',
  consent: 'Nothing is sent home without consent',
  addresses: 'No addresses of visitors are kept',
  readme: 'readme.txt has its headers and sections',
  readme_limits: 'readme.txt keeps to the limits of the directory',
  license: 'GPL-2.0-or-later in header, readme and a licence file',
  versions: 'One version in header, readme and constant',
  sources: 'Minified files come with their sources',
  assets: 'Banners and icons of the directory, in their sizes',
  screenshots: 'Eight screenshots or more, each with its caption',
} as const;
export type ChecklistItemName = keyof typeof CHECKLIST;

/** What no reviewer lets through is an error. The others are what a reviewer asks about, and what only looks bad. */
const WARNINGS: ReadonlySet<ChecklistItemName> = new Set([
  'http_api',
  'enqueue_where_needed',
  'readme_limits',
  'assets',
  'screenshots',
] as const);

export type Finding = { readonly file: string; readonly line?: number; readonly message: string };
export type Severity = 'error' | 'warning' | 'ok';
export type ChecklistItem = {
  readonly item: ChecklistItemName;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
};
export type Checklist = {
  /** Findings, not items. */
  readonly errors: number;
  readonly warnings: number;
  readonly items: readonly ChecklistItem[];
};

/** More of one item are counted and not listed. */
const MOST_LISTED = 100;

/** The whole list, items without findings included; findings in the order of files and lines. */
export function checklistOf(found: ReadonlyMap<ChecklistItemName, readonly Finding[]>): Checklist {
  let [errors, warnings] = [0, 0];
  const items = (Object.keys(CHECKLIST) as ChecklistItemName[]).map((item): ChecklistItem => {
    const all = [...(found.get(item) ?? [])].sort(byPlace);
    if (all.length === 0) return { item, severity: 'ok', findings: [] };
    if (WARNINGS.has(item)) warnings += all.length;
    else errors += all.length;
    const more = all.length - MOST_LISTED;
    const listed = all.slice(0, MOST_LISTED);
    const last = all[MOST_LISTED];
    const findings = last && more > 0 ? [...listed, { file: last.file, message: `and ${more} more` }] : listed;
    return { item, severity: WARNINGS.has(item) ? 'warning' : 'error', findings };
  });
  return { errors, warnings, items };
}

const byPlace = (a: Finding, b: Finding): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.message < b.message ? -1 : 1);
