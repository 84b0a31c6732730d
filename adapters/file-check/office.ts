import type { FileType } from '#domain/platform/stored-file';
import { refused } from './refused.ts';
import { partsOf } from './zip.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** The main part of each sort, its content type in the list of parts, and what the whole file then is. */
const SORTS: readonly { readonly part: string; readonly main: string; readonly type: FileType }[] = [
  {
    part: 'word/document.xml',
    main: `${OFFICE}wordprocessingml.document.main+xml`,
    type: `${OFFICE}wordprocessingml.document`,
  },
  { part: 'xl/workbook.xml', main: `${OFFICE}spreadsheetml.sheet.main+xml`, type: `${OFFICE}spreadsheetml.sheet` },
];
const TYPES_PART = '[Content_Types].xml';
/** Parts that hold code, or files that do: of Visual Basic, of the macro sheets of old, controls, and whole documents inside. */
const CODE_PART =
  /vba(project|data)|macrosheets\/|\.(bas|vbs|js|exe|dll)$|\.(doc|dot|xls|xlt|xla|ppt|pot)[mb]$|\.xlam$|activex/i;
const CODE_TYPE = /macroenabled|vbaproject|macrosheet|activex/i;
/** The compound files of old Office, in which objects with macros are embedded. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** A DOCX or XLSX by its parts, whatever it is called. Throws `RefusedFile`. */
export async function officeType(bytes: Buffer): Promise<FileType> {
  const parts = await partsOf(bytes);
  const types = parts.get(TYPES_PART)?.toString('utf8') ?? refused('it is a ZIP, and neither a DOCX nor an XLSX');
  if (/<!DOCTYPE|<!ENTITY/i.test(types)) refused('it declares entities of its own');
  if (CODE_TYPE.test(types)) refused('it holds macros');
  for (const [name, content] of parts) {
    if (CODE_PART.test(name) || content.subarray(0, COMPOUND.length).equals(COMPOUND)) refused('it holds macros');
    if (/\.(xml|rels)$/i.test(name)) lookedInto(name, content.toString('utf8'));
  }
  const found = SORTS.filter(({ part, main }) => parts.has(part) && declares(types, part, main));
  const [sort] = found;
  return found.length === 1 && sort ? sort.type : refused('it is a ZIP, and neither a DOCX nor an XLSX');
}

function lookedInto(name: string, text: string): void {
  if (/<!ENTITY/i.test(text)) refused('it declares entities of its own');
  // A template from elsewhere brings its macros with it.
  if (name.endsWith('.rels') && /attachedTemplate"/i.test(text) && /TargetMode\s*=\s*"External"/i.test(text))
    refused('it takes a template, with its macros, from elsewhere');
}

const declares = (types: string, part: string, main: string): boolean =>
  [...types.matchAll(/<Override\b[^>]*>/gi)].some(([tag]) => tag.includes(`"/${part}"`) && tag.includes(`"${main}"`));
