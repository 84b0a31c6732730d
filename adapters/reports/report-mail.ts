import { formatsOf } from '#domain/reports/language/formats';
import { type Labels, labelsOf } from '#domain/reports/language/index';
import type { ReportDocument } from '#domain/reports/report-document';
import { type MailLinks, mailHtml, partOf } from './mail/body.ts';
import { figuresPicture } from './mail/picture.ts';
import { mailText } from './mail/text.ts';
import { themeOf } from './theme.ts';
import { treeOf } from './tree/build.ts';
import { wordsOf } from './tree/words.ts';

type ReportMail = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly figures: Uint8Array;
};

/** The mail that a report goes out with; its picture is `cid:figures`. Mails are light: what is dark is left to who reads them. */
export async function reportMail(
  document: ReportDocument,
  links: MailLinks,
  labels: Labels = labelsOf(document.language),
): Promise<ReportMail> {
  const tree = treeOf(document, labels);
  const words = wordsOf(document.language, labels);
  const formats = formatsOf(document.language);
  const theme = themeOf(document.look, 'light');
  const mast = partOf(tree, 'masthead');
  const said = { site: mast?.site ?? '', type: mast?.type ?? '', period: mast?.period ?? '' };
  const asked = { tree, theme, words, links, greeting: words.say('mail.greeting', said) };
  return {
    subject: words.say('mail.subject', said).replaceAll(/\s+/g, ' '),
    html: mailHtml(asked),
    text: mailText(asked),
    figures: await figuresPicture(tree, theme, formats),
  };
}
