import type { FirstPage, GoalShown, Unit } from '#domain/reports/report-data';
import type { ReportDocument } from '#domain/reports/report-document';
import type { Shade } from '../theme.ts';
import { figureShown } from './figures.ts';
import type { Goals, Highlights, Masthead, Needs, Tiles, Verdict } from './tree.ts';
import type { Words } from './words.ts';

export function masthead(document: ReportDocument, words: Words): Masthead {
  const { look, position, version } = document;
  return {
    kind: 'masthead',
    type: words.say(`type.${document.type}`),
    site: document.site_name,
    domain: document.site_domain,
    period: words.formats.range([document.period_start, document.period_end]),
    prepared_for: words.say('page.prepared_for', { client: document.client_name }),
    prepared_by: words.say('page.prepared_by', { name: look.name }),
    log: words.say('log.short', { position: words.formats.number(position, 'count') }),
    version: words.say('log.version_short', { version }),
  };
}

const VERDICTS: { readonly [V in NonNullable<FirstPage['verdict']>]: Shade } = {
  improving: 'good',
  stable: 'plain',
  declining: 'bad',
};

/** Days without service, and that both periods end where the data do. */
function remarksOf({ period_end, data: { compared } }: ReportDocument, words: Words): string[] {
  const { formats } = words;
  const { paused, period } = compared;
  const remarks: string[] = [];
  if (period[1] < period_end) {
    const count = Math.round((Date.parse(period[1]) - Date.parse(period[0])) / 86_400_000) + 1;
    remarks.push(
      words.say('period.cut', { day: formats.day(period[1]), compared: words.say('period.days', { count }) }),
    );
  }
  if (paused.length > 0)
    remarks.push(
      words.say('period.paused', { count: paused.length, days: formats.list(paused.map((day) => formats.day(day))) }),
    );
  return remarks;
}

export function verdict(document: ReportDocument, words: Words): Verdict {
  const { first_page, sections } = document.data;
  const said = first_page.verdict;
  return {
    kind: 'verdict',
    title: words.say('verdict.title'),
    verdict: said,
    word: words.say(`verdict.${said ?? 'none'}`),
    shade: said === null ? 'plain' : VERDICTS[said],
    reason: first_page.reason,
    summary: sections.executive_summary?.claim || null,
    remarks: remarksOf(document, words),
  };
}

export const highlights = ({ win, priority }: FirstPage, words: Words): Highlights => ({
  kind: 'highlights',
  items: [
    { icon: 'win', title: words.say('first.win'), text: win ?? words.say('first.no_win') },
    { icon: 'priority', title: words.say('first.priority'), text: priority ?? words.say('first.no_priority') },
  ],
});

export function needs(first: FirstPage, origin: string | null, words: Words): Needs {
  return {
    kind: 'needs',
    title: words.say('first.needs'),
    none: first.needs.length === 0 ? words.say('first.no_needs') : null,
    items: first.needs.map(({ kind, text, href, since }) => ({
      kind: words.say(`need.${kind}`),
      text,
      since: words.say('first.need_since', { day: words.formats.day(since) }),
      href: href === null || origin === null ? null : `${origin}${href.startsWith('/') ? '' : '/'}${href}`,
      open: words.say('link.open'),
      open_what: words.named(words.say('link.open'), text),
    })),
  };
}

const PACES: { readonly [P in GoalShown['pace']]: Shade } = {
  ahead: 'good',
  met: 'good',
  on_track: 'good',
  behind: 'warn',
  missed: 'bad',
};
const unitOf = (metric: string): Unit => (metric === 'position' ? 'position' : 'count');
/** The part of the way from the baseline to the target, whichever of them is the greater. */
function done({ value, baseline, target }: GoalShown): number | null {
  if (value === null) return null;
  const way = target - baseline;
  return way === 0 ? 1 : Math.min(1, Math.max(0, (value - baseline) / way));
}

export function goals(first: FirstPage, words: Words): Goals {
  const { formats } = words;
  return {
    kind: 'goals',
    title: words.say('first.goals'),
    none: first.goals.length === 0 ? words.say('first.no_goals') : null,
    items: first.goals.map((goal) => {
      const number = (value: number): string => formats.number(value, unitOf(goal.metric));
      return {
        metric: words.name('metric', goal.metric),
        now: goal.value === null ? words.say('goal.unknown') : words.say('goal.now', { value: number(goal.value) }),
        aim: words.say('goal.by', { target: number(goal.target), day: formats.day(goal.by) }),
        from: words.say('goal.from', { baseline: number(goal.baseline) }),
        pace: words.say(`pace.${goal.pace}`),
        shade: PACES[goal.pace],
        done: done(goal),
      };
    }),
  };
}

export function tiles({ data: { first_page, compared } }: ReportDocument, words: Words): Tiles {
  const { formats } = words;
  return {
    kind: 'tiles',
    title: words.say('first.figures'),
    compared: words.say('period.both', {
      period: formats.range(compared.period),
      before: formats.range(compared.before),
      year_before: formats.range(compared.year_before),
    }),
    figures: first_page.tiles.map((figure) => figureShown(figure, compared, words)),
  };
}
