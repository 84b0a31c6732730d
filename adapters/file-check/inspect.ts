import type { InspectFile } from '#commands/platform/ports-files';
import type { FileType } from '#domain/platform/stored-file';
import { officeType } from './office.ts';
import { checkJpeg, checkPng, isJpeg, isPng } from './pictures.ts';
import { RefusedFile, refused } from './refused.ts';
import { textType } from './texts.ts';
import { endOfZip } from './zip.ts';

/** Within so many bytes of its end a PDF says that it ends. */
const PDF_TAIL = 1024;

/** What a file is by what is in it; what is two things at once is taken for neither (spec 13, 2.7). */
export const inspectFile: InspectFile = async (bytes) => {
  try {
    return { type: await typeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) };
  } catch (error) {
    if (error instanceof RefusedFile) return { refused: error.message };
    throw error;
  }
};

async function typeOf(bytes: Buffer): Promise<FileType> {
  if (bytes.length === 0) return refused('it is empty');
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return officeType(bytes);
  if (endOfZip(bytes) !== -1) return refused('it is a ZIP to some programs and something else to others');
  if (isPng(bytes)) {
    checkPng(bytes);
    return 'image/png';
  }
  if (isJpeg(bytes)) {
    checkJpeg(bytes);
    return 'image/jpeg';
  }
  if (bytes.toString('latin1', 0, 5) === '%PDF-') {
    const tail = bytes.toString('latin1', Math.max(0, bytes.length - PDF_TAIL));
    return /startxref\s+\d+\s+%%EOF/.test(tail) ? 'application/pdf' : refused('this PDF is not complete');
  }
  return textType(bytes);
}
