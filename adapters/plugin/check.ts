import { createHash } from 'node:crypto';
import { RefusedFile } from '#adapters/file-check/refused';
import { partsOf, type ZipLimits } from '#adapters/file-check/zip';
import type { CheckedUpload } from '#commands/plugin/ports-plugin';
import { type ChecklistItemName, checklistOf, type Finding } from '#domain/plugin/checklist';
import type { ReleaseAbout } from '#domain/plugin/plugin-release-messages';
import { LONGEST_VERSION, RELEASE_VERSION } from '#domain/plugin/version-compare';
import { headerDomain, license, sources, versions } from './checks/papers.ts';
import { assets, picturesOf, screenshots } from './checks/pictures.ts';
import { MOST_README, readmeFile } from './checks/readme-file.ts';
import { structure } from './checks/structure.ts';
import { type PluginTree, treeOf } from './checks/tree.ts';
import { packaged } from './package.ts';
import { abspath } from './php/abspath.ts';
import { addresses } from './php/addresses.ts';
import { PhpFault, type PhpFile, parsePhp } from './php/ast.ts';
import { consent } from './php/consent.ts';
import { enqueue } from './php/enqueue.ts';
import { hiddenCode } from './php/hidden-code.ts';
import { inputs } from './php/inputs.ts';
import { nonces, restRoutes } from './php/nonces.ts';
import { outputs } from './php/outputs.ts';
import { programOf } from './php/program.ts';
import { remoteFiles } from './php/remote.ts';
import type { Rule } from './php/rule.ts';
import { textDomain } from './php/text-domain.ts';

/** A plugin has hundreds of files, and pictures of some megabytes. */
const LIMITS: ZipLimits = { parts: 5_000, unpacked: 128 * 1024 * 1024, ratio: 200 };
/** PHP that is longer is no code that a person wrote. */
const MOST_PHP = 2 * 1024 * 1024;

const RULES: readonly Rule[] = [
  abspath,
  hiddenCode,
  remoteFiles,
  inputs,
  outputs,
  nonces,
  restRoutes,
  textDomain,
  enqueue,
  consent,
  addresses,
];

/** Of everything beside PHP. */
const CHECKS = [structure, readmeFile, license, headerDomain, sources, assets, screenshots];

type Found = Finding & { readonly item: ChecklistItemName };
export type Checked = CheckedUpload | { readonly refused: string; readonly entry: string | null };

/** An uploaded archive, looked through. Never throws for what is in it. */
export async function checkUpload(bytes: Uint8Array): Promise<Checked> {
  let parts: ReadonlyMap<string, Buffer>;
  try {
    parts = await partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), LIMITS);
  } catch (error) {
    if (error instanceof RefusedFile) return { refused: error.message, entry: error.entry };
    throw error;
  }
  const tree = treeOf(parts);
  if (tree === null) return { refused: 'no file in it has the header of a plugin', entry: null };
  const version = tree.header.get('version')?.text ?? '';
  if (version.length > LONGEST_VERSION || !RELEASE_VERSION.test(version))
    return {
      refused: `its version is none that is taken: ${version.slice(0, LONGEST_VERSION) || 'it has none'}`,
      entry: tree.main,
    };
  return {
    version,
    about: aboutOf(tree),
    checklist: checklistOf(byItem(findingsOf(tree))),
    assets: picturesOf(tree),
    sha256: sha256Of(bytes),
    package: packageOf(tree, bytes),
  };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function packageOf(tree: PluginTree, uploaded: Uint8Array): CheckedUpload['package'] {
  const isBare = tree.assets.size === 0 && tree.others.length === 0;
  const bytes = isBare ? null : packaged(tree.files);
  const given = bytes ?? uploaded;
  return { bytes, sha256: sha256Of(given), size: given.byteLength };
}

function findingsOf(tree: PluginTree): readonly Found[] {
  const found: Found[] = [];
  const files: PhpFile[] = [];
  for (const [name, content] of tree.files) {
    if (!/\.(php|phtml|inc)$/i.test(name)) continue;
    const file = readPhp(name, content);
    if ('item' in file) found.push(file);
    else files.push(file);
  }
  const program = programOf(files);
  return [
    ...found,
    ...RULES.flatMap((rule) => rule(program)),
    ...CHECKS.flatMap((check) => check(tree)),
    ...versions(tree, program),
  ];
}

function readPhp(name: string, content: Buffer): PhpFile | Found {
  if (content.length > MOST_PHP) return { item: 'php', file: name, message: `is longer than ${MOST_PHP} bytes` };
  try {
    return parsePhp(name, content.toString('utf8'));
  } catch (error) {
    if (error instanceof PhpFault) return { item: 'php', file: name, line: error.line, message: error.message };
    throw error;
  }
}

function byItem(all: readonly Found[]): ReadonlyMap<ChecklistItemName, readonly Finding[]> {
  const items = new Map<ChecklistItemName, Finding[]>();
  for (const { item, ...finding } of all) items.set(item, [...(items.get(item) ?? []), finding]);
  return items;
}

const LONGEST = 500;

function aboutOf({ header, main, readme }: PluginTree): ReleaseAbout {
  const own = (name: string) => header.get(name)?.text.slice(0, LONGEST) ?? null;
  const said = (name: string) => own(name) ?? readme?.parsed.headers.get(name)?.text.slice(0, LONGEST) ?? null;
  return {
    name: own('plugin name') ?? main,
    plugin_file: main,
    homepage: webAddress(own('plugin uri')),
    author: own('author'),
    author_homepage: webAddress(own('author uri')),
    description: own('description'),
    requires: said('requires at least'),
    tested: said('tested up to'),
    requires_php: said('requires php'),
    readme: Buffer.from(readme?.source ?? '')
      .subarray(0, MOST_README)
      .toString('utf8')
      .replaceAll('\u0000', ''),
  };
}
/** Shown as a link on every site's admin: to the web or nowhere. */
const webAddress = (text: string | null): string | null =>
  text !== null && /^https?:\/\/[^\s"'<>]+$/.test(text) ? text : null;
