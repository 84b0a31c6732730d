/**
 * What a rendering says in words of ours, in English; `names-en.ts` has the names of what it shows. Other languages have the same
 * keys, in `labels-<language>.ts` and `names-<language>.ts`. `{name}` stands for a value; where the words hang on a number, it is
 * called `count` and each plural form has its text.
 */
export const labelsEn = {
  'type.weekly': 'Weekly SEO report',
  'type.monthly': 'Monthly SEO report',
  'type.quarterly': 'Quarterly SEO report',

  'verdict.title': 'Verdict',
  'verdict.improving': 'Improving',
  'verdict.stable': 'Stable',
  'verdict.declining': 'Declining',
  'verdict.none': 'Not enough data yet',

  'first.win': 'Biggest win',
  'first.no_win': 'No single win stands out this time.',
  'first.priority': 'Top priority',
  'first.no_priority': 'Nothing presses.',
  'first.needs': 'What we need from you',
  'first.no_needs': 'Nothing at the moment. We carry on.',
  'first.need_since': 'open since {day}',
  'first.goals': 'Goals',
  'first.no_goals': 'No goals have been agreed yet.',
  'first.figures': 'Key figures',

  'need.approval': 'Approval',
  'need.brief': 'Brief',
  'need.connection': 'Connection',

  'pace.ahead': 'Ahead',
  'pace.on_track': 'On track',
  'pace.behind': 'Behind',
  'pace.missed': 'Missed',
  'pace.met': 'Met',
  'goal.by': '{target} by {day}',
  'goal.from': 'from {baseline}',
  'goal.now': 'now {value}',
  'goal.unknown': 'not measured yet',

  'period.both': '{period}, compared with {before} and, a year before, {year_before}.',
  'period.cut':
    'Data end on {day}: {compared} of this period are compared with equally many days of the period before and of the year before.',
  'period.days': { one: '{count} day', other: '{count} days' },
  'period.paused': {
    one: 'The service was paused on {days}.',
    other: 'The service was paused on {count} days: {days}.',
  },

  'change.against': 'vs {period}',
  'change.no_before': 'period before not known',
  'change.no_year': 'year before not known',
  'change.same': 'unchanged',
  'change.better': 'better',
  'change.worse': 'worse',
  'change.points': '{value} pts',

  'flag.green': 'On track',
  'flag.amber': 'Watch',
  'flag.red': 'Needs action',
  'flag.rule': 'How this is judged',

  'contents.title': 'In this report',

  'part.next': 'What this means, and what is next',
  'part.source': 'Source: {source}',
  'part.data_to': 'data reach to {day}',
  'part.empty': 'Nothing to show yet',
  'part.more_rows': 'The first {shown} of {total} are shown.',
  'part.no_rows': 'None in this period.',
  'part.unknown': 'not known',
  'part.total': 'Total',
  'part.named': '{name}: {value}',

  'comment.title': 'From your account manager',
  'comment.by': '{author}, {when}',
  'annotation.title': 'What happened when',
  'annotation.number': 'Note {number}',

  'log.title': 'Where these numbers come from',
  'log.short': 'Log position {position}',
  'log.text':
    'All numbers follow from the log up to position {position}. The same position always gives the same numbers; what becomes known later stands in the next version.',
  'log.position': 'Log position',
  'log.version': 'Version',
  'log.version_short': 'Version {version}',
  'log.made': 'Made',
  'log.made_on': 'Made {day}',
  'log.report': 'Report',
  'page.of': 'Page {page} of {pages}',
  'page.prepared_for': 'Prepared for {client}',
  'page.prepared_by': 'Prepared by {name}',
  'page.skip': 'Skip to the report',

  'link.pdf': 'Download as PDF',
  'link.read': 'Read the full report',
  'link.open': 'Open',
  'link.unsubscribe': 'Do not send me these reports any more',

  'mail.subject': '{site}: {type}, {period}',
  'mail.greeting': 'Your report is ready. {type} on {site}, {period}.',
  'mail.why': 'You get this mail because reports on {site} are sent to this address.',
  'mail.picture': 'Chart: {alt}',

  'distribution.title': 'PR distribution for {site}',
  'distribution.type': 'PR distribution report',
  'distribution.order': 'Order {id}',
  'distribution.claim': 'Live placements: {live} of {total}.',
  'distribution.placements': 'Placements',
  'distribution.where': 'Where it stands',
  'distribution.outlet': 'Outlet',
  'distribution.live_since': 'Live since',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: from {first} ({from}) to {last} ({to}); lowest {low}, highest {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'Marked: {marks}.',
} as const;
