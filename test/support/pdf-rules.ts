import { isDict, type Pdf, type Structure } from './pdf-reader.ts';

const KIDS: Readonly<Record<string, readonly string[]>> = {
  Table: ['THead', 'TBody', 'TR', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
};

/** What of PDF/UA-1 a document breaks, of the rules that a program can see; empty where none. Numbers are of ISO 14289-1. */
export function brokenRules(pdf: Pdf): string[] {
  const { at, catalog, pieces, pages, list, raw } = pdf;
  const broken: string[] = [];
  const must = (holds: boolean, rule: string): void => void (holds || broken.push(rule));
  const xmp = pdf.streamOf(raw(catalog, 'Metadata'));
  must(/<pdfuaid:part>1</.test(xmp), '5: the metadata say that it is PDF/UA-1');
  must(at(catalog, 'MarkInfo', 'Marked') === true, '6.2: it says that it is tagged');
  must(/<dc:title>/.test(xmp), '7.1: the metadata hold the title');
  must(at(catalog, 'ViewerPreferences', 'DisplayDocTitle') === true, '7.1: the title is shown');
  must(typeof at(catalog, 'Lang') === 'string' && at(catalog, 'Lang') !== '', '7.2: it names its language');
  must(
    pieces.every(({ mark }) => mark !== null),
    '7.1: everything is content of an element, or an artifact',
  );
  must(!pieces.some(({ text }) => text.includes('\ufffd')), '7.21.7: every sign can be read');
  for (const { value } of pdf.objects.values())
    if (isDict(value) && at(value, 'Type') === '/FontDescriptor')
      must(at(value, 'FontFile2') !== null || at(value, 'FontFile3') !== null, '7.21.4: fonts are embedded');
  for (const page of pages) {
    const annotations = list(raw(page, 'Annots'));
    if (annotations.length > 0) must(at(page, 'Tabs') === '/S', '7.18.3: links are reached in the order of reading');
    for (const each of annotations) {
      must(
        typeof at(each, 'Contents') === 'string' && at(each, 'Contents') !== '',
        '7.18.5: a link says in words where it leads',
      );
      must(typeof at(each, 'StructParent') === 'number', '7.18.5: a link is part of the structure');
    }
  }
  const structure = pdf.structure();
  must(structure.tag === 'Document', '7.1: the structure is one document');
  const levels: number[] = [];
  const walk = (element: Structure, parent: string): void => {
    const { tag, kids, dict } = element;
    const wanted = KIDS[tag];
    if (wanted) for (const kid of kids) must(wanted.includes(kid.tag), `7.2: ${tag} holds ${kid.tag}`);
    if (PARENTS[tag]) must(PARENTS[tag].includes(parent), `7.2: ${tag} stands in ${parent}`);
    if (/^H\d$/.test(tag)) levels.push(Number(tag.slice(1)));
    if (tag === 'Figure') must(String(at(dict, 'Alt') ?? '') !== '', '7.3: a figure is told in words');
    if (tag === 'TH') must(typeof at(dict, 'A', 'Scope') === 'string', '7.5: a head says what it is the head of');
    if (tag === 'Link')
      must(
        kids.some((kid) => kid.tag === 'OBJR'),
        '7.18.5: a link leads somewhere',
      );
    if (tag === 'Table') regular(element, must);
    for (const kid of kids) walk(kid, tag);
  };
  walk(structure, '');
  for (const [n, level] of levels.entries())
    must(
      n === 0 ? level === 1 : level <= (levels[n - 1] ?? 0) + 1,
      `7.4: a heading of level ${level} after ${levels[n - 1] ?? 'none'}`,
    );
  return [...new Set(broken)];
}

function regular(table: Structure, must: (holds: boolean, rule: string) => void): void {
  const rows = table.kids.flatMap((kid) => (kid.tag === 'TR' ? [kid] : kid.kids));
  const [first] = rows;
  for (const row of rows)
    must(
      row.kids.length === first?.kids.length,
      `7.5: rows of ${first?.kids.length} and of ${row.kids.length} cells in one table`,
    );
}

/** The elements of a structure in the order of reading, as `tag text`; of those that hold others their tag alone. */
export function readOut(structure: Structure): string[] {
  const leaves = structure.kids.filter(({ tag }) => tag !== 'OBJR');
  if (leaves.length === 0) return [`${structure.tag} ${structure.text}`.trim()];
  return [structure.tag, ...leaves.flatMap(readOut)];
}
