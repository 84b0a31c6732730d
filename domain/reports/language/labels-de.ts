import type { labelsEn } from './labels-en.ts';
import type { Phrase } from './phrase.ts';

/** What a rendering says in words of ours, in German. */
export const labelsDe: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'SEO-Wochenbericht',
  'type.monthly': 'SEO-Monatsbericht',
  'type.quarterly': 'SEO-Quartalsbericht',

  'verdict.title': 'Fazit',
  'verdict.improving': 'Aufwärtstrend',
  'verdict.stable': 'Stabil',
  'verdict.declining': 'Abwärtstrend',
  'verdict.none': 'Noch zu wenig Daten',

  'first.win': 'Größter Erfolg',
  'first.no_win': 'Diesmal sticht kein einzelner Erfolg hervor.',
  'first.priority': 'Oberste Priorität',
  'first.no_priority': 'Derzeit ist nichts dringend.',
  'first.needs': 'Was wir von Ihnen brauchen',
  'first.no_needs': 'Im Moment nichts. Wir machen weiter.',
  'first.need_since': 'offen seit dem {day}',
  'first.goals': 'Ziele',
  'first.no_goals': 'Es wurden noch keine Ziele vereinbart.',
  'first.figures': 'Kennzahlen',

  'need.approval': 'Freigabe',
  'need.brief': 'Briefing',
  'need.connection': 'Verbindung',

  'pace.ahead': 'Über Plan',
  'pace.on_track': 'Im Plan',
  'pace.behind': 'Im Rückstand',
  'pace.missed': 'Verfehlt',
  'pace.met': 'Erreicht',
  'goal.by': '{target} bis {day}',
  'goal.from': 'Start {baseline}',
  'goal.now': 'jetzt {value}',
  'goal.unknown': 'noch nicht gemessen',

  'period.both': '{period}, verglichen mit {before} und dem Vorjahreszeitraum {year_before}.',
  'period.cut':
    'Die Daten reichen bis zum {day}. Grundlage des Vergleichs: {compared} dieses Zeitraums und ebenso viele des Vorzeitraums und des Vorjahreszeitraums.',
  'period.days': { one: '{count} Tag', other: '{count} Tage' },
  'period.paused': {
    one: 'An diesem Tag ruhte die Betreuung: {days}.',
    other: 'An {count} Tagen ruhte die Betreuung: {days}.',
  },

  'change.against': 'ggü. {period}',
  'change.no_before': 'Vorzeitraum unbekannt',
  'change.no_year': 'Vorjahr unbekannt',
  'change.same': 'unverändert',
  'change.better': 'besser',
  'change.worse': 'schlechter',
  'change.points': '{value} %-Pkt.',

  'flag.green': 'Im Plan',
  'flag.amber': 'Beobachten',
  'flag.red': 'Handlungsbedarf',
  'flag.rule': 'So wird bewertet',

  'contents.title': 'In diesem Bericht',

  'part.next': 'Was das bedeutet und wie es weitergeht',
  'part.source': 'Quelle: {source}',
  'part.data_to': 'Daten bis zum {day}',
  'part.empty': 'Noch nichts zu zeigen',
  'part.more_rows': 'Angezeigt werden die ersten {shown} von {total}.',
  'part.no_rows': 'Keine in diesem Zeitraum.',
  'part.unknown': 'nicht bekannt',
  'part.total': 'Gesamt',
  'part.named': '{name}: {value}',

  'comment.title': 'Von Ihrer persönlichen Betreuung',
  'comment.by': '{author}, {when}',
  'annotation.title': 'Was wann geschah',
  'annotation.number': 'Anmerkung {number}',

  'log.title': 'Woher diese Zahlen stammen',
  'log.short': 'Protokollposition {position}',
  'log.text':
    'Alle Zahlen ergeben sich aus dem Protokoll bis zur Position {position}. Dieselbe Position ergibt immer dieselben Zahlen; was später bekannt wird, steht in der nächsten Version.',
  'log.position': 'Protokollposition',
  'log.version': 'Version',
  'log.version_short': 'Version {version}',
  'log.made': 'Erstellt',
  'log.made_on': 'Erstellt am {day}',
  'log.report': 'Bericht',
  'page.of': 'Seite {page} von {pages}',
  'page.prepared_for': 'Erstellt für {client}',
  'page.prepared_by': 'Erstellt von {name}',
  'page.skip': 'Zum Bericht springen',

  'link.pdf': 'Als PDF herunterladen',
  'link.read': 'Vollständigen Bericht lesen',
  'link.open': 'Öffnen',
  'link.unsubscribe': 'Diese Berichte nicht mehr erhalten',

  'mail.subject': '{site}: {type}, {period}',
  'mail.greeting': 'Ihr Bericht für {site} ist da: {type}, {period}.',
  'mail.why': 'Sie erhalten diese E-Mail, weil Berichte über {site} an diese Adresse gesendet werden.',
  'mail.picture': 'Diagramm: {alt}',

  'distribution.title': 'PR-Verbreitung für {site}',
  'distribution.type': 'Bericht zur PR-Verbreitung',
  'distribution.order': 'Auftrag Nr. {id}',
  'distribution.claim': 'Platzierungen online: {live} von {total}.',
  'distribution.placements': 'Platzierungen',
  'distribution.where': 'Wo die Mitteilung erschienen ist',
  'distribution.outlet': 'Medium',
  'distribution.live_since': 'Online seit',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: von {first} ({from}) auf {last} ({to}); niedrigster Wert {low}, höchster Wert {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'Markiert: {marks}.',
};
