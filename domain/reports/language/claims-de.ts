import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/** Sentences of ours about numbers, in German; `claims-en.ts` says what they are for. */
export const claimsDe: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: ' ',
  not_known: 'nicht bekannt',

  // The verdict's reason.
  reason_no_search: 'Noch zu wenig Daten: Für diesen Zeitraum liegen keine Suchdaten vor.',
  reason_unknown: 'Noch zu wenig Daten: Für diesen Zeitraum gibt es keinen Vergleichswert.',
  reason_clicks_up: 'Die Klicks aus der Suche stiegen von {from} auf {to}.',
  reason_clicks_down: 'Die Klicks aus der Suche gingen von {from} auf {to} zurück.',
  reason_clicks_same: 'Die Klicks aus der Suche änderten sich kaum: von {from} auf {to}.',
  reason_position_up: 'Die durchschnittliche Position verbesserte sich von {from} auf {to}.',
  reason_position_down: 'Die durchschnittliche Position verschlechterte sich von {from} auf {to}.',
  reason_position_same:
    'Die durchschnittliche Position änderte sich kaum: Sie lag bei {from} und liegt jetzt bei {to}.',
  reason_links_up: {
    one: 'Es ging ein Link mehr online, als verloren ging.',
    other: 'Es gingen {count} Links mehr online, als verloren gingen.',
  },
  reason_links_down: {
    one: 'Es ging ein Link mehr verloren, als online ging.',
    other: 'Es gingen {count} Links mehr verloren, als online gingen.',
  },
  reason_links_same: 'Es gingen ebenso viele Links online, wie verloren gingen.',
  reason_opposed_below: 'Im Vergleich zum Vorjahreszeitraum sind es noch weniger Klicks.',
  reason_opposed_above: 'Im Vergleich zum Vorjahreszeitraum sind es noch immer mehr Klicks.',

  // The biggest win.
  win_conversions: {
    one: 'Die Zahl der Conversions stieg um {percent} auf {count}.',
    other: 'Die Zahl der Conversions stieg um {percent} auf {count}.',
  },
  win_conversions_from_nothing: {
    one: 'Die erste Conversion ist eingegangen.',
    other: 'Die ersten {count} Conversions sind eingegangen.',
  },
  win_top_3: '„{keyword}“ hat die Top 3 erreicht und steht jetzt auf Platz {place}.',
  win_top_10: '„{keyword}“ hat die erste Ergebnisseite erreicht und steht jetzt auf Platz {place}.',
  win_page: {
    one: '{page} brachte {count} Klick mehr als zuvor.',
    other: '{page} brachte {count} Klicks mehr als zuvor.',
  },
  win_link: 'Ein Link von einer starken Website ging online: {page} mit einem Domain Rating von {dr}.',
  win_articles: {
    one: 'Ein neuer Artikel wurde veröffentlicht.',
    other: '{count} neue Artikel wurden veröffentlicht.',
  },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'Das Ziel für Klicks in 28 Tagen ({target}) wurde am {day} erreicht.',
  goal_met_impressions: 'Das Ziel für Impressionen in 28 Tagen ({target}) wurde am {day} erreicht.',
  goal_met_position: 'Das Ziel für die durchschnittliche Position ({target}) wurde am {day} erreicht.',
  goal_met_keywords_top_10: 'Das Ziel für Keywords in den Top 10 ({target}) wurde am {day} erreicht.',
  goal_met_referring_domains: 'Das Ziel für verweisende Domains ({target}) wurde am {day} erreicht.',
  goal_met_articles: 'Das Ziel für veröffentlichte Artikel ({target}) wurde am {day} erreicht.',
  goal_met_conversions: 'Das Ziel für Conversions in 28 Tagen ({target}) wurde am {day} erreicht.',
  goal_missed_clicks: 'Das Ziel für Klicks in 28 Tagen ({target} bis zum {day}) wurde verfehlt; letzter Wert: {value}.',
  goal_missed_impressions:
    'Das Ziel für Impressionen in 28 Tagen ({target} bis zum {day}) wurde verfehlt; letzter Wert: {value}.',
  goal_missed_position:
    'Das Ziel für die durchschnittliche Position ({target} bis zum {day}) wurde verfehlt; letzter Wert: {value}.',
  goal_missed_keywords_top_10:
    'Das Ziel für Keywords in den Top 10 ({target} bis zum {day}) wurde verfehlt; letzter Wert: {value}.',
  goal_missed_referring_domains:
    'Das Ziel für verweisende Domains ({target} bis zum {day}) wurde verfehlt; letzter Wert: {value}.',
  goal_missed_articles:
    'Das Ziel für veröffentlichte Artikel ({target} bis zum {day}) wurde verfehlt; letzter Wert: {value}.',
  goal_missed_conversions:
    'Das Ziel für Conversions in 28 Tagen ({target} bis zum {day}) wurde verfehlt; letzter Wert: {value}.',
  goal_behind_clicks:
    'Beim Ziel für Klicks in 28 Tagen ({target} bis zum {day}) sind wir im Rückstand; aktueller Wert: {value}.',
  goal_behind_impressions:
    'Beim Ziel für Impressionen in 28 Tagen ({target} bis zum {day}) sind wir im Rückstand; aktueller Wert: {value}.',
  goal_behind_position:
    'Beim Ziel für die durchschnittliche Position ({target} bis zum {day}) sind wir im Rückstand; aktueller Wert: {value}.',
  goal_behind_keywords_top_10:
    'Beim Ziel für Keywords in den Top 10 ({target} bis zum {day}) sind wir im Rückstand; aktueller Wert: {value}.',
  goal_behind_referring_domains:
    'Beim Ziel für verweisende Domains ({target} bis zum {day}) sind wir im Rückstand; aktueller Wert: {value}.',
  goal_behind_articles:
    'Beim Ziel für veröffentlichte Artikel ({target} bis zum {day}) sind wir im Rückstand; aktueller Wert: {value}.',
  goal_behind_conversions:
    'Beim Ziel für Conversions in 28 Tagen ({target} bis zum {day}) sind wir im Rückstand; aktueller Wert: {value}.',
  goal_unknown: 'Ein Ziel von {target} bis zum {day} steht derzeit bei folgendem Wert: {value}.',

  // The top priority.
  priority_disconnected:
    'Die Verbindung zur Website ist unterbrochen: Bis sie wiederhergestellt ist, kann nichts veröffentlicht werden.',
  priority_indexing: {
    one: 'Eine Seite ({percent} der geprüften) kann nicht indexiert werden: Das hat Vorrang.',
    other: '{count} Seiten ({percent} der geprüften) können nicht indexiert werden: Das hat Vorrang.',
  },
  priority_page: {
    one: '{page} hat {count} Klick verloren und sollte zuerst überprüft werden.',
    other: '{page} hat {count} Klicks verloren und sollte zuerst überprüft werden.',
  },
  priority_replacement: {
    one: 'Ein verlorener Link ist im Rahmen der Garantie zu ersetzen.',
    other: '{count} verlorene Links sind im Rahmen der Garantie zu ersetzen.',
  },
  priority_approval: 'Wartet seit dem {day} auf Sie: {what}',
  priority_content: {
    one: 'Zur vereinbarten Anzahl von {target} fehlt in diesem Zeitraum noch ein Artikel.',
    other: 'Zur vereinbarten Anzahl von {target} fehlen in diesem Zeitraum noch {count} Artikel.',
  },
  priority_action_us: 'Unser nächster Schritt, bis zum {day}: {action}',
  priority_action_you: 'Ihr nächster Schritt, bis zum {day}: {action}',

  // What we need.
  need_blueprint: 'Geben Sie bitte den Strukturplan Ihrer Website frei.',
  need_blueprint_named: 'Geben Sie bitte den Strukturplan „{title}“ frei.',
  need_content: 'Prüfen Sie bitte einen Artikel vor der Veröffentlichung.',
  need_content_named: 'Prüfen Sie bitte den Artikel „{title}“ vor der Veröffentlichung.',
  need_order: 'Geben Sie bitte den Backlink-Auftrag Nr. {id} frei.',
  need_order_named: 'Geben Sie bitte den Backlink-Auftrag „{title}“ frei.',
  need_placement: 'Geben Sie bitte einen Link auf {domain} frei.',
  need_brief: 'Beantworten Sie bitte das Briefing zum Backlink-Auftrag Nr. {id}.',
  need_connection: 'Verbinden Sie bitte Ihre Website erneut: Das Plugin hat die Verbindung verloren.',
  need_search_console: 'Verbinden Sie bitte die Google Search Console: Für diesen Zeitraum liegen keine Suchdaten vor.',

  // The summary.
  sum_up_a: 'Die Suche brachte mehr Besucher als im Vorzeitraum: Die Klicks stiegen um rund {percent}.',
  sum_up_b: 'Diesmal fanden mehr Menschen über die Suche zur Website; die Klicks legten um rund {percent} zu.',
  sum_down_a: 'Die Suche brachte weniger Besucher als im Vorzeitraum: Die Klicks gingen um rund {percent} zurück.',
  sum_down_b: 'Diesmal kamen weniger Menschen über die Suche; die Klicks sanken um rund {percent}.',
  sum_steady_a: 'Der Traffic aus der Suche hat sein Niveau gehalten.',
  sum_steady_b: 'Die Suche brachte etwa so viele Besucher wie im Vorzeitraum.',
  sum_from_nothing: 'Die Website erhält nun erste Besucher aus der Suche.',
  sum_first: {
    one: 'Dies ist der erste Zeitraum mit Suchdaten; sein einziger Klick ist der Ausgangspunkt für künftige Berichte.',
    other:
      'Dies ist der erste Zeitraum mit Suchdaten; seine {count} Klicks sind der Ausgangspunkt für künftige Berichte.',
  },
  sum_no_search:
    'Für diesen Zeitraum liegen keine Suchdaten vor; die Sichtbarkeit der Website lässt sich daher noch nicht beurteilen.',
  sum_year_still_above:
    'Gegenüber dem Vorjahreszeitraum sind es weiterhin rund {percent} mehr; auf längere Sicht bleibt das Bild positiv.',
  sum_year_still_below: 'Gegenüber dem Vorjahreszeitraum sind es dennoch rund {percent} weniger.',
  sum_year_above: 'Im Vergleich zum Vorjahr sind es allerdings rund {percent} mehr.',
  sum_year_below: 'Im Vergleich zum Vorjahr sind es allerdings rund {percent} weniger.',
  sum_position_up: 'Die Seiten ranken besser als zuvor, im Durchschnitt nun auf Position {place}.',
  sum_position_up_too:
    'Auch die Rankings haben sich verbessert: Die Seiten stehen im Durchschnitt nun auf Position {place}.',
  sum_position_up_though: 'Die Seiten ranken allerdings besser als zuvor, im Durchschnitt nun auf Position {place}.',
  sum_position_down: 'Die Seiten ranken etwas schlechter als zuvor, im Durchschnitt nun auf Position {place}.',
  sum_position_down_too:
    'Auch die Rankings haben etwas nachgegeben: Die Seiten stehen im Durchschnitt nun auf Position {place}.',
  sum_position_down_though:
    'Im Durchschnitt ranken die Seiten allerdings etwas schlechter als zuvor, nun auf Position {place}.',
  sum_links_then_up: {
    one: 'Am {day} ging ein neuer Link online; in der Woche danach lagen die Klicks rund {percent} über dem Wert der Woche davor.',
    other:
      'Am {day} gingen {count} neue Links online; in der Woche danach lagen die Klicks rund {percent} über dem Wert der Woche davor.',
  },
  sum_links_then_down: {
    one: 'Am {day} ging ein neuer Link online; in der Woche danach lagen die Klicks rund {percent} unter dem Wert der Woche davor. Links brauchen meist länger, bis sie sich bemerkbar machen.',
    other:
      'Am {day} gingen {count} neue Links online; in der Woche danach lagen die Klicks rund {percent} unter dem Wert der Woche davor. Links brauchen meist länger, bis sie sich bemerkbar machen.',
  },
  sum_conversions_up: 'Die Conversions stiegen um rund {percent}.',
  sum_conversions_up_too: 'Auch die Conversions stiegen, und zwar um rund {percent}.',
  sum_conversions_up_though: 'Die Conversions stiegen hingegen um rund {percent}.',
  sum_conversions_down: 'Die Conversions gingen um rund {percent} zurück.',
  sum_conversions_down_too: 'Auch die Conversions gingen zurück, und zwar um rund {percent}.',
  sum_conversions_down_though: 'Die Conversions gingen hingegen um rund {percent} zurück.',
  sum_articles_a: {
    one: 'Ein neuer Artikel ging online.',
    other: 'Wir haben {count} neue Artikel online gestellt.',
  },
  sum_articles_b: {
    one: 'Die Website ist um einen neuen Artikel gewachsen.',
    other: 'Die Website ist um {count} neue Artikel gewachsen.',
  },
  sum_content_behind: {
    one: 'Ein für diesen Zeitraum vereinbarter Artikel fehlt noch; wir holen ihn nach.',
    other: 'Von den für diesen Zeitraum vereinbarten Artikeln fehlen noch {count}; wir holen sie nach.',
  },
  sum_links: { one: 'Ein neuer Link ging online.', other: '{count} neue Links gingen online.' },
  sum_approvals: {
    one: 'Eine Freigabe von Ihnen steht noch aus; sobald sie vorliegt, können wir weitermachen.',
    other: '{count} Freigaben von Ihnen stehen noch aus; sobald sie vorliegen, können wir weitermachen.',
  },
  sum_briefs: {
    one: 'Damit es weitergehen kann, brauchen wir Ihre Antworten zu einem Briefing.',
    other: 'Damit es weitergehen kann, brauchen wir Ihre Antworten zu {count} Briefings.',
  },
  sum_connections: {
    one: 'Damit wir weitermachen können, ist noch eine Verbindung von Ihnen einzurichten.',
    other: 'Damit wir weitermachen können, sind noch {count} Verbindungen von Ihnen einzurichten.',
  },
  sum_more_to_come: 'Der nächste Bericht wird mehr zu erzählen haben.',
  sum_plan_below: 'Was wir als Nächstes tun, steht am Ende dieses Berichts.',
};
