import type { Block, Pages } from '#adapters/render/pages';
import { type TemplateTree, templateTree } from '#adapters/report-templates/tree';
import type { Instant } from '#domain/kernel/time';
import { type Formats, formatsOf } from '#domain/reports/language/formats';
import { type Labels, labelsOf } from '#domain/reports/language/index';
import type { ReportDocument } from '#domain/reports/report-document';
import { footer, header } from './pages/chrome.ts';
import { comments, contents, highlights, needsAndGoals, tiles, verdict } from './pages/first.ts';
import { masthead } from './pages/mast.ts';
import { printed } from './pages/printed.ts';
import { log, notes, section } from './pages/section.ts';
import { columnWidth, MARGIN, type Sheet, widthOf } from './pages/sheet.ts';
import { templateBlocks } from './pages/template.ts';
import { themeOf } from './theme.ts';
import { treeOf } from './tree/build.ts';
import type { Goals, Part, ReportTree } from './tree/tree.ts';

/** Needs and goals are set together, at the place of the needs. */
function blocksOf(part: Part, tree: ReportTree, sheet: Sheet, formats: Formats): Block[] {
  switch (part.kind) {
    case 'masthead':
      return [masthead(part, sheet)];
    case 'verdict':
      return verdict(part, sheet);
    case 'highlights':
      return [highlights(part, sheet)];
    case 'needs': {
      const goals = tree.parts.find((each): each is Goals => each.kind === 'goals');
      return goals ? needsAndGoals(part, goals, sheet) : [];
    }
    case 'goals':
      return [];
    case 'tiles':
      return tiles(part, sheet);
    case 'comments':
      return comments(part, sheet);
    case 'contents':
      return contents(part, sheet);
    case 'section':
      return section(part, sheet, formats);
    case 'notes':
      return notes(part, sheet);
    case 'log':
      return log(part, sheet);
  }
}

/** What the first page says: an agency's frame has it where it names the summary. */
const FIRST = new Set<Part['kind']>(['verdict', 'highlights', 'needs', 'goals', 'tiles']);
/** Said in every report, at its end where its frame does not say where: what people wrote, and where the numbers come from. */
const ALWAYS = new Set<Part['kind']>(['comments', 'notes', 'log']);

/** All parts in their order, or in the frame of the agency's template. */
function framed(
  template: TemplateTree | null,
  tree: ReportTree,
  blocks: (part: Part) => Block[],
  sheet: Sheet,
): Block[] {
  if (template === null) return tree.parts.flatMap(blocks);
  const section = (key: string) =>
    tree.parts
      .filter((part) =>
        part.kind === 'section' ? part.key === key : key === 'executive_summary' && FIRST.has(part.kind),
      )
      .flatMap(blocks);
  const rest = tree.parts.filter(({ kind }) => ALWAYS.has(kind)).flatMap(blocks);
  return [...templateBlocks({ tree: template, look: tree.look, sheet, section }), ...rest];
}

/** The report as blocks that are ready to be set on pages. Throws `UnknownLabel` where its language lacks a word for it. */
export function reportPages(document: ReportDocument, labels: Labels = labelsOf(document.language)): Pages {
  const { site_domain: subject, made_at: made } = document;
  return setOnPages(treeOf(printed(document), labels), { subject, made, template: templateTree(document) });
}

type About = { readonly subject: string; readonly made: Instant; readonly template: TemplateTree | null };
/** A tree of whatever kind of report, as blocks. */
export function setOnPages(tree: ReportTree, { subject, made, template }: About): Pages {
  const theme = themeOf(tree.look, tree.theme);
  const size = tree.page_size;
  const sheet: Sheet = { theme, width: columnWidth(size), page: Math.ceil(widthOf(size)) };
  const formats = formatsOf(tree.language);
  return {
    blocks: framed(template, tree, (part) => blocksOf(part, tree, sheet, formats), sheet),
    header: (page) => header(page, tree, sheet),
    footer: (page, pages) => footer(page, pages, tree.foot, sheet),
    info: {
      title: tree.title,
      author: tree.look.name,
      subject,
      lang: tree.language,
      made: new Date(made),
    },
    size,
    margin: MARGIN,
    direction: tree.direction,
    ground: theme.page,
    style: { color: theme.ink, fontSize: 9.5 },
  };
}
