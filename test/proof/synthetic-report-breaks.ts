import { documentsStay, event, put, told } from './synthetic-breaks.ts';
import type { Edits } from './synthetic-bundle.ts';
import { type Json, sha256 } from './synthetic-parts.ts';
import { eventOf, REPORT_PDF, type Story } from './synthetic-story.ts';
import { type StrictBreak, strict } from './synthetic-strict-breaks.ts';

/** What is wrong with the reports of a bundle, signed by the log's own key. */

/** An edit of the log alone: the documents say what they said. */
const stays = (change: (story: Story) => void): Edits =>
  told((story) => {
    documentsStay(story);
    change(story);
  });
const hidden = (id: string): Edits => stays((story) => void story.hidden.add(id));
const data = (id: string, path: string, value: Json): Edits =>
  stays((story) => void Object.assign(eventOf(story, id).data, { [path]: value }));
const reports = (path: string, value?: Json): Edits => put('deliverables/reports', path, value);
const pdf = (bytes: Buffer, name = sha256(bytes).toString('hex')): Edits => ({
  files: (files) => void files.set(`deliverables/reports/${name}.pdf`, bytes),
});
const ofJune = sha256(REPORT_PDF).toString('hex');
const large = Buffer.alloc(4 * 1024 * 1024 + 1);

const SAYS = /deliverables\/reports.json says/;
const NOT_ITS = /is not the PDF that its report names/;
const of = (name: string, edits: Edits) => [name, edits, SAYS, SAYS] as const;

export const REPORT_BREAKS: readonly StrictBreak[] = strict(6, [
  of('a report too few', reports('0')),
  of('a report too many', reports('1', { report_id: 9 })),
  of('a report of another month', reports('0/period_end', '2026-07-31')),
  of('another hash', reports('0/sha256', 'ab'.repeat(32))),
  of('a delivery that was refused as accepted', reports('0/deliveries/0/outcome', 'accepted')),
  of('a delivery too few', reports('0/deliveries/0')),
  of('opened more often', reports('0/opened/1/count', 5)),
  of('never opened', reports('0/opened', [])),
  of('a report that was taken out of the log', hidden('asked')),
  of('a sending that was taken out of the log', hidden('sent')),
  of('a sending that was refused', data('sent', 'outcome', 'refused')),
  of('another site', data('asked', 'site_id', 4)),
  of('another version', data('asked', 'version', 3)),
  of('days that are none', data('asked', 'period_end', 20_260_630)),
  of(
    'a version that was only read, as if it had been sent',
    stays((story) => void Object.assign(eventOf(story, 'sent-4'), { stream: 'report-5', revision: 8, data: SENT_2 })),
  ),
  [
    'a report of an account that was not billed, in words',
    put('stripe-evidence', 'uncategorized_text', 'Report 9 of 2026-06-01'),
    /stripe-evidence.json says/,
    /stripe-evidence.json says/,
  ],
  ['a PDF of no report', pdf(Buffer.from('%PDF')), /is of no report that was sent/, /is of no report that was sent/],
  ['another PDF in its place', pdf(Buffer.from('%PDF'), ofJune), NOT_ITS, NOT_ITS],
  ['another size in the event', event('made', 'data/size_bytes', 3), SAYS, SAYS],
  ['a PDF that is too large', story(large), NOT_ITS, NOT_ITS],
]);
const SENT_2: { [key: string]: Json } = { report_id: 5, version: 2, to: 'sealed:dG8', outcome: 'accepted' };

/** The report's PDF, its events and what is said of them are of these bytes. */
function story(bytes: Buffer): Edits {
  const made = { sha256: sha256(bytes).toString('hex'), size_bytes: bytes.length };
  return {
    story: (story) => {
      Object.assign(eventOf(story, 'made').data, made);
      story.pdfs = [bytes];
    },
    files: (files) => {
      const name = 'deliverables/reports.json';
      const [report] = JSON.parse(String(files.get(name))) as { [key: string]: Json }[];
      put('deliverables/reports', '0', { ...report, ...made }).files?.(files);
    },
  };
}

const noPdf: Edits = told((story) => {
  story.pdfs = [];
});
/** A bundle of before there were reports. */
const OLD: Edits = {
  story: (told) => {
    const ids = ['asked', 'made', 'refused', 'sent', 'opened', 'opened-again', 'asked-2', 'made-2'];
    for (const id of [...ids, 'asked-may', 'sent-may', 'asked-4', 'sent-4']) told.hidden.add(id);
    told.pdfs = [];
  },
  files: (files) => {
    put('deliverables/reports', '0').files?.(files);
    const stripe = JSON.parse(String(files.get('stripe-evidence.json'))) as { uncategorized_text: string };
    const [before = ''] = stripe.uncategorized_text.split('\n\nReports that were sent');
    put('stripe-evidence', 'uncategorized_text', before).files?.(files);
  },
  manifest: (manifest) => void Object.assign(manifest, { format: 2 }),
};
export const HOLDING_REPORTS: readonly (readonly [string, Edits])[] = [
  ['a report whose file is gone', noPdf],
  ['a PDF of four mebibytes', story(large.subarray(1))],
  ['a bundle of format 2', OLD],
  ['a bundle of format 3 without reports', { ...OLD, manifest: () => undefined }],
];
/** In format 2 there are no reports, whatever its events are. */
export const OLD_WITH_REPORTS: Edits = { manifest: (manifest) => void Object.assign(manifest, { format: 2 }) };
