import { FILE_TYPES, type FileType } from './stored-file.ts';

const LONGEST = 120;
/** Endings that a name may have as it is. */
const ENDINGS: Readonly<Record<FileType, RegExp>> = {
  'image/png': /\.png$/i,
  'image/jpeg': /\.jpe?g$/i,
  'application/pdf': /\.pdf$/i,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': /\.docx$/i,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': /\.xlsx$/i,
  'text/csv': /\.csv$/i,
  'text/plain': /\.(txt|md|log)$/i,
};

/**
 * The name of a file as others are shown it: one name and no path, nothing in it that is not seen or turns what stands beside it
 * around, and with the ending of what it is.
 */
export function fileName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = `.${FILE_TYPES[type]}`;
  const room = LONGEST - ending.length;
  const cut = Array.from(plain).slice(0, room).join('');
  if (cut === '') return `file${ending}`;
  return ENDINGS[type].test(cut) ? cut : `${cut}${ending}`;
}

/** A name in a header, for every reader of headers (RFC 6266): plain letters, and beside them all of it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const all = encodeURIComponent(name).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${all}`;
}
