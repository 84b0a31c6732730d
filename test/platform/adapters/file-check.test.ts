import { describe, expect, it } from 'vitest';
import { inspectFile } from '#adapters/file-check/inspect';
import { fileName } from '#domain/platform/file-name';
import { docx, docxParts, jpeg, part, pdf, png, xlsx, xlsxParts, zip } from '../files.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const text = (content: string): Buffer => Buffer.from(content);
const found = async (bytes: Buffer): Promise<string> => {
  const answer = await inspectFile(new Uint8Array(bytes));
  return 'type' in answer ? answer.type : `refused: ${answer.refused}`;
};

describe('what people send', () => {
  it.each<[string, Buffer, string]>([
    ['a PNG', png(), 'image/png'],
    ['a JPEG', jpeg(), 'image/jpeg'],
    ['a PDF', pdf(), 'application/pdf'],
    ['a DOCX', docx(), `${OFFICE}wordprocessingml.document`],
    ['an XLSX', xlsx(), `${OFFICE}spreadsheetml.sheet`],
    ['a table', text('site,clicks\r\na.example,"1,5"\r\n'), 'text/csv'],
    ['a table of Excel in other countries', text('\ufeffa;b\n1;2\n'), 'text/csv'],
    ['text', text('Grüße,\nund nun?\n'), 'text/plain'],
    ['text in any script', text('こんにちは'), 'text/plain'],
  ])('is taken for what it is: %s', async (_, bytes, type) => expect(await found(bytes)).toBe(type));

  it.each<[string, Buffer, RegExp]>([
    ['nothing', text(''), /empty/],
    ['a program', Buffer.from('4d5a900003000000', 'hex'), /no text/],
    ['a page', text('  <!DOCTYPE html><script>alert(1)</script>'), /run or drawn/],
    ['a drawing', text('<svg onload=alert(1)>'), /run or drawn/],
    ['a script', text('#!/bin/sh\nrm -rf /\n'), /run or drawn/],
    ['RTF', text('{\\rtf1 hello}'), /run or drawn/],
    ['text with a nought', text('a\0b'), /no text has/],
    ['old Office', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), /no text/],
    ['a PNG that goes on', Buffer.concat([png(), text('<script>')]), /after the end/],
    ['a PNG cut short', png().subarray(0, 50), /not complete/],
    ['a PNG with a changed bit', Buffer.from(png()).fill(7, 20, 21), /damaged/],
    ['a JPEG that ends otherwise', Buffer.concat([jpeg(), text('<?php')]), /does not end/],
    ['a PDF cut short', pdf().subarray(0, 40), /not complete/],
    ['a PDF after something else', Buffer.concat([text('GIF89a'), pdf()]), /.*/],
  ])('is refused: %s', async (_, bytes, why) =>
    expect(await found(bytes)).toMatch(new RegExp(`refused: .*${why.source}`)),
  );

  it.each<[string, Buffer]>([
    ['a PDF and a ZIP', Buffer.concat([pdf(), zip(docxParts(), { before: '' })])],
    ['a PNG and a ZIP', Buffer.concat([png(), docx()])],
    ['a JPEG and a ZIP', Buffer.concat([jpeg(), zip(xlsxParts())])],
    ['text and a ZIP', zip(docxParts(), { before: 'a,b\n1,2\n' })],
    ['a ZIP with something after it', zip(docxParts(), { after: '%PDF-1.7' })],
    ['a DOCX and an XLSX', zip([...docxParts(), ...xlsxParts().slice(1)])],
  ])('is refused where it is two things at once: %s', async (name, bytes) => {
    const answer = await found(bytes);
    // A DOCX that has a workbook among its parts, and does not say so, is a DOCX to everybody.
    if (name === 'a DOCX and an XLSX') expect(answer).toBe(`${OFFICE}wordprocessingml.document`);
    else expect(answer).toMatch(/^refused/);
  });

  it.each<[string, Buffer, RegExp]>([
    ['another archive', zip([part('a.txt', 'hello')]), /neither/],
    ['Visual Basic', docx([part('word/vbaProject.bin', 'x')]), /macros/],
    ['a type with macros', zip(docxParts('application/vnd.ms-word.document.macroEnabled.main+xml')), /macros/],
    ['macro sheets', xlsx([part('xl/macrosheets/sheet1.xml', '<x/>')]), /macros/],
    [
      'an object of old Office',
      docx([{ name: 'word/embeddings/oleObject1.bin', content: Buffer.from('d0cf11e0a1b11ae1', 'hex') }]),
      /macros/,
    ],
    ['a document with macros inside', docx([part('word/embeddings/a.docm', 'x')]), /macros/],
    [
      'a template from elsewhere',
      docx([
        part(
          'word/_rels/settings.xml.rels',
          '<Relationship Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>',
        ),
      ]),
      /template/,
    ],
    ['entities', docx([part('word/styles.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a/>')]), /entities/],
    ['a way out', docx([part('../../etc/passwd', 'x')]), /leads elsewhere/],
    ['an absolute name', docx([part('/etc/passwd', 'x')]), /leads elsewhere/],
    ['a name of Windows', docx([part('word\\..\\x', 'x')]), /leads elsewhere/],
    ['two parts of one name', docx([part('word/Document.xml', 'x')]), /same name/],
    ['a password', docx([{ ...part('word/a.xml', 'x'), flags: 1 }]), /encrypted/],
    ['a bomb', docx([{ name: 'word/a.xml', content: Buffer.alloc(50 * 1024 * 1024) }]), /far more/],
    [
      'a bomb that says otherwise',
      docx([{ name: 'word/a.xml', content: Buffer.alloc(5 * 1024 * 1024), says: 900 }]),
      /something else|not what it says/,
    ],
    [
      'many large parts',
      docx(Array.from({ length: 80 }, (_, n) => ({ name: `word/${n}.xml`, content: Buffer.alloc(1024 * 1024) }))),
      /unpacks to more/,
    ],
    [
      'parts over one another',
      docx([part('word/a.xml', 'aaaa'), { ...part('word/b.xml', 'aaaa'), sharing: true }]),
      /not where it says|over one another/,
    ],
    ['too many parts', docx(Array.from({ length: 2_001 }, (_, n) => part(`word/${n}.xml`, ''))), /more parts/],
    ['half of it', docx().subarray(0, 200), /not a complete|complete/],
  ])('is refused as an archive with %s', async (_, bytes, why) =>
    expect(await found(bytes)).toMatch(new RegExp(`refused: .*(${why.source})`)),
  );
});

describe('the name of a file', () => {
  it.each<[string, Parameters<typeof fileName>[1], string]>([
    ['report.pdf', 'application/pdf', 'report.pdf'],
    ['invoice.exe', 'image/png', 'invoice.exe.png'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\temp\\a.csv', 'text/csv', 'a.csv'],
    ['gpj\u202e.pdf', 'application/pdf', 'gpj.pdf'],
    ['a\r\nSet-Cookie: x', 'text/plain', 'aSet-Cookie_ x.txt'],
    ['', 'image/jpeg', 'file.jpg'],
    ['...', 'image/jpeg', 'file.jpg'],
    ['<b>"x"</b>.png', 'image/png', 'b_.png'],
    ['é'.repeat(300), 'application/pdf', `${'é'.repeat(116)}.pdf`],
  ])('%s as %s', (given, type, name) => expect(fileName(given, type)).toBe(name));
});
