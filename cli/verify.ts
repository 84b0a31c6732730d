import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { checkCrypto } from '#adapters/proof/bundle-crypto';
import { verifierFiles } from '#adapters/proof/verifier-files';
import { packed, unpacked } from '#domain/proof/bundle-zip';
import { checked, isBundleFile, POINTS, type Summary, type Verdict } from '#domain/proof/evidence-bundle-check';
import { keptConsistency, keptHead } from '#domain/proof/evidence-bundle-shape';
import { table } from './table.ts';

/** More than any bundle has; reading stops before memory does. */
const MOST_BYTES = 256 * 1024 * 1024;
const CODES = { holds: 0, broken: 1, unreadable: 2, undecided: 3 } as const;

type Options = { readonly head?: readonly string[]; readonly consistency?: readonly string[]; readonly key?: string };
type Told = { readonly code: number; readonly text: string };

class Unreadable extends Error {}

function contentOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > MOST_BYTES) throw new Error('it is larger than any bundle');
    return readFileSync(file);
  } catch (error) {
    throw new Unreadable(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A bundle as a file, or unpacked; `notes` say what that leaves unchecked. */
type Given = { readonly bytes: Uint8Array; readonly notes: readonly string[] };

/** Of a folder the files of a bundle are put together again, and no others. */
function bundleAt(path: string): Given {
  if (!isFolder(path)) return { bytes: contentOf(path), notes: [] };
  const found = filesIn(path);
  const own = found.filter(isBundleFile);
  const others = found.filter((name) => !isBundleFile(name));
  const form = 'It was read from a folder: whether the ZIP that it came in was in its canonical form was not checked.';
  return {
    bytes: packed(new Map(own.map((name) => [name, contentOf(join(path, name))]))),
    notes: [form, ...(others.length === 0 ? [] : [`Not of the bundle, and not looked at: ${others.join(', ')}.`])],
  };
}
const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};
/** Three levels are all that a bundle has. */
const filesIn = (folder: string, levels = 3): string[] =>
  readdirSync(folder)
    .flatMap((name) =>
      levels > 1 && lstatSync(join(folder, name)).isDirectory()
        ? filesIn(join(folder, name), levels - 1).map((inner) => `${name}/${inner}`)
        : [name],
    )
    .sort();

function kept<T>(file: string, parse: (value: unknown) => T | null, what: string): T {
  const text = Buffer.from(contentOf(file)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Unreadable(`${file} is not JSON`);
  }
  const found = parse(value);
  if (found === null) throw new Unreadable(`${file} is not ${what}`);
  return found;
}

/** Text out of a bundle must not move the cursor, begin a line or turn the direction of writing. */
const printable = (text: string): string =>
  text.replaceAll(
    /[\p{C}\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** Reads, checks and tells; nothing but the named files is touched. */
export function verified(bundle: string, options: Options): Told {
  try {
    const { bytes, notes } = bundleAt(bundle);
    const heads = (options.head ?? []).map((file) => kept(file, keptHead, 'a tree head'));
    const consistency = (options.consistency ?? []).map((file) =>
      kept(file, keptConsistency, 'an answer about consistency'),
    );
    const verdict = checked(bytes, { heads, consistency, firstKey: options.key ?? null }, checkCrypto);
    return {
      code: CODES[verdict.verdict],
      text: [...told(verdict, options.key), ...notesOn(verdict, bytes, notes)].map(printable).join('\n'),
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { code: CODES.unreadable, text: printable(`error: ${error.message}`) };
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const ok = (index: number, what: string): string => `✓ ${index} ${POINTS[index - 1]}: ${what}`;

function told(verdict: Verdict, pinned: string | undefined): string[] {
  if (verdict.verdict === 'broken') {
    const { point, why } = verdict;
    const passed = POINTS.slice(0, point - 1).map((name, index) => `✓ ${index + 1} ${name}`);
    return [...passed, `✗ ${point} ${POINTS[point - 1]}: ${why}`, '', 'The bundle does not hold.'];
  }
  const lines = tellOf(verdict.summary, pinned);
  if (verdict.verdict === 'undecided') return [...lines, '', `Whether it holds cannot be decided: ${verdict.why}`];
  return [...lines, '', 'The bundle holds.'];
}

/** What was not checked of a bundle that could be followed, and which verifier it carries. */
function notesOn({ verdict }: Verdict, bytes: Uint8Array, notes: readonly string[]): string[] {
  if (verdict === 'broken') return [...notes];
  const carried = unpacked(bytes)?.get('verify.mjs');
  const same = carried !== undefined && Buffer.from(verifierFiles().program).equals(carried);
  return [...notes, `The verify.mjs that it carries is ${same ? 'the one' : 'not the one'} of this version.`];
}

function tellOf(summary: Summary, pinned: string | undefined): string[] {
  const { manifest, head, keys, files, events, openings, number, lines, agreed, stated } = summary;
  const { subtotal, tax, total, status, paid, amount_due, until } = summary;
  const [first] = keys;
  const amounts = lines.map(({ line_id, description, rule, amount, recomputed, events: from }) => ({
    line: line_id,
    description: printable(shortened(description)),
    rule: printable(rule),
    amount,
    recomputed,
    events: from,
  }));
  return [
    `Dispute ${manifest.dispute_id} about invoice ${number}, made ${manifest.stated_by_issuer.generated_at} by its issuer’s word`,
    `Log ${manifest.log_id} with ${head.size} events at ${head.issued_at}, root ${head.root_hash}`,
    '',
    ok(1, `${files} files, each as the manifest names it`),
    ok(
      2,
      `by key ${head.key_id}${keys.length > 1 ? `, number ${keys.length} of the log's keys; ${first} is the first` : ''}`,
    ),
    ok(3, `${events} events, each proved to stand in the log as it is`),
    ok(4, openings === 0 ? 'none' : `${openings} withheld values are those that were sealed`),
    ok(5, `${lines.length} lines computed anew from their events alone`),
    '',
    ...table(amounts).split('\n'),
    `subtotal ${subtotal}, tax ${tax}, total ${total}`,
    `${status} at ${until}: ${paid} paid, ${amount_due} due`,
    '',
    ok(6, 'what they say is what the events say'),
    agreed.length > 0
      ? ok(7, `this log agrees with ${agreed.length === 1 ? 'the one' : 'those'} of ${agreed.join(', ')} events`)
      : `– 7 ${POINTS[6]}: none that could be compared`,
    ...(agreed.length > 0 || pinned !== undefined
      ? []
      : [`  Without one (--head), compare key ${first} with the operator's (--key): anybody can sign with some key.`]),
    '',
    'Stated by the issuer, and followed from nothing:',
    ...stated.map((each) => `  ${each}`),
  ];
}

const keyId = (text: string): string => {
  if (!/^[0-9a-f]{16}$/.test(text)) throw new InvalidArgumentError('must be the 16 hex digits of a key');
  return text;
};

/** Offline: it reads the named files and nothing else, no setting, no database, no network. */
export const verifyCommand = (): Command =>
  new Command('verify')
    .description('check the evidence bundle of a dispute, offline')
    .argument('<bundle>', 'the ZIP file, or the folder it was unpacked in; it stands before the options')
    .option('--head <file...>', 'tree heads that were kept from before, as JSON')
    .option('--consistency <file...>', 'answers of GET /api/v1/audit/consistency/, as JSON')
    .option('--key <key_id>', 'a key of the log that you have from elsewhere, such as its first', keyId)
    .addHelpText(
      'after',
      '\nExit codes: 0 it holds, 1 it does not, 2 something cannot be read, 3 it cannot be decided.',
    )
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : CODES.unreadable))
    .action((bundle: string, options: Options) => {
      const { code, text } = verified(bundle, options);
      if (code === CODES.unreadable) console.error(text);
      else console.log(text);
      process.exitCode = code;
    });
