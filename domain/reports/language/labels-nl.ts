import type { labelsEn } from './labels-en.ts';
import type { Phrase } from './phrase.ts';

/** What a rendering says in words of ours, in Dutch. */
export const labelsNl: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'SEO-weekrapport',
  'type.monthly': 'SEO-maandrapport',
  'type.quarterly': 'SEO-kwartaalrapport',

  'verdict.title': 'Oordeel',
  'verdict.improving': 'Stijgende lijn',
  'verdict.stable': 'Stabiel',
  'verdict.declining': 'Dalende lijn',
  'verdict.none': 'Nog te weinig gegevens',

  'first.win': 'Grootste succes',
  'first.no_win': 'Deze keer springt er geen enkel succes uit.',
  'first.priority': 'Hoogste prioriteit',
  'first.no_priority': 'Er is niets dringends.',
  'first.needs': 'Wat we van u nodig hebben',
  'first.no_needs': 'Op dit moment niets. We gaan door.',
  'first.need_since': 'open sinds {day}',
  'first.goals': 'Doelen',
  'first.no_goals': 'Er zijn nog geen doelen afgesproken.',
  'first.figures': 'Kerncijfers',

  'need.approval': 'Goedkeuring',
  'need.brief': 'Briefing',
  'need.connection': 'Koppeling',

  'pace.ahead': 'Voor op schema',
  'pace.on_track': 'Op schema',
  'pace.behind': 'Achter op schema',
  'pace.missed': 'Niet gehaald',
  'pace.met': 'Gehaald',
  'goal.by': '{target} uiterlijk {day}',
  'goal.from': 'vanaf {baseline}',
  'goal.now': 'nu {value}',
  'goal.unknown': 'nog niet gemeten',

  'period.both': '{period}, vergeleken met {before} en, een jaar eerder, {year_before}.',
  'period.cut':
    'De gegevens lopen tot en met {day}. Vergeleken: {compared} van deze periode, en evenveel van de vorige periode en van dezelfde periode een jaar eerder.',
  'period.days': { one: '{count} dag', other: '{count} dagen' },
  'period.paused': {
    one: 'De dienstverlening was gepauzeerd op {days}.',
    other: 'De dienstverlening was op {count} dagen gepauzeerd: {days}.',
  },

  'change.against': 't.o.v. {period}',
  'change.no_before': 'vorige periode onbekend',
  'change.no_year': 'vorig jaar onbekend',
  'change.same': 'ongewijzigd',
  'change.better': 'beter',
  'change.worse': 'slechter',
  'change.points': '{value} %-punt',

  'flag.green': 'Op koers',
  'flag.amber': 'Aandachtspunt',
  'flag.red': 'Actie nodig',
  'flag.rule': 'Zo wordt dit beoordeeld',

  'contents.title': 'In dit rapport',

  'part.next': 'Wat dit betekent en wat hierna komt',
  'part.source': 'Bron: {source}',
  'part.data_to': 'gegevens tot en met {day}',
  'part.empty': 'Nog niets te tonen',
  'part.more_rows': 'De eerste {shown} van {total} worden getoond.',
  'part.no_rows': 'Geen in deze periode.',
  'part.unknown': 'niet bekend',
  'part.total': 'Totaal',
  'part.named': '{name}: {value}',

  'comment.title': 'Van uw accountmanager',
  'comment.by': '{author}, {when}',
  'annotation.title': 'Wat er wanneer gebeurde',
  'annotation.number': 'Notitie {number}',

  'log.title': 'Waar deze cijfers vandaan komen',
  'log.short': 'Logboekpositie {position}',
  'log.text':
    'Alle cijfers volgen uit het logboek tot en met positie {position}. Dezelfde positie geeft altijd dezelfde cijfers; wat later bekend wordt, staat in de volgende versie.',
  'log.position': 'Logboekpositie',
  'log.version': 'Versie',
  'log.version_short': 'Versie {version}',
  'log.made': 'Gemaakt',
  'log.made_on': 'Gemaakt op {day}',
  'log.report': 'Rapport',
  'page.of': 'Pagina {page} van {pages}',
  'page.prepared_for': 'Opgesteld voor {client}',
  'page.prepared_by': 'Opgesteld door {name}',
  'page.skip': 'Naar het rapport',

  'link.pdf': 'Downloaden als pdf',
  'link.read': 'Volledig rapport lezen',
  'link.open': 'Openen',
  'link.unsubscribe': 'Deze rapporten niet meer ontvangen',

  'mail.subject': '{site}: {type}, {period}',
  'mail.greeting': 'Uw rapport voor {site} staat klaar: {type}, {period}.',
  'mail.why': 'U ontvangt deze e-mail omdat rapporten over {site} naar dit adres worden gestuurd.',
  'mail.picture': 'Grafiek: {alt}',

  'distribution.title': 'PR-verspreiding voor {site}',
  'distribution.type': 'Rapport over PR-verspreiding',
  'distribution.order': 'Opdracht {id}',
  'distribution.claim': 'Plaatsingen online: {live} van {total}.',
  'distribution.placements': 'Plaatsingen',
  'distribution.where': 'Waar het bericht staat',
  'distribution.outlet': 'Medium',
  'distribution.live_since': 'Online sinds',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: van {first} ({from}) naar {last} ({to}); laagste waarde {low}, hoogste waarde {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'Gemarkeerd: {marks}.',
};
