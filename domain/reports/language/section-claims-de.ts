import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in German. */
export const sectionClaimsDe: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'alle Abschnitte dieses Berichts',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console, ergänzend Ahrefs',
  source_conversions: 'für die Website gemeldete Conversions',
  source_articles: 'auf der Website veröffentlichte Artikel',
  source_indexing: 'URL-Prüfungen der Google Search Console',
  source_links: 'unsere Aufträge und unsere Prüfung jedes einzelnen Links',
  source_social: 'Beiträge und ihre gemessenen Interaktionen',
  source_health: 'Messungen zum Strukturplan der Website',
  source_work: 'unser eigenes Protokoll',
  source_plan: 'Redaktionsplan, Kampagnenplan und offene Freigaben',

  // Organic traffic.
  traffic_up: 'Die Klicks aus der Suche stiegen um {percent} auf {clicks}.',
  traffic_down: 'Die Klicks aus der Suche gingen um {percent} auf {clicks} zurück.',
  traffic_steady: 'Die Zahl der Klicks aus der Suche blieb stabil bei {clicks}.',
  traffic_first: {
    one: 'Die Suche brachte einen Klick; einen Vorzeitraum zum Vergleich gibt es nicht.',
    other: 'Die Suche brachte {count} Klicks; einen Vorzeitraum zum Vergleich gibt es nicht.',
  },
  traffic_from_nothing: {
    one: 'Die Suche brachte ihren ersten Klick.',
    other: 'Die Suche brachte {count} Klicks, nachdem es im Vorzeitraum keine gab.',
  },
  traffic_still_nothing: 'Die Suche brachte wie im Vorzeitraum keine Klicks.',
  traffic_none: 'Für diesen Zeitraum gibt es keine Suchdaten.',
  traffic_none_reason:
    'Die Google Search Console hat für diese Tage nichts gemeldet. Sobald sie verbunden ist und Daten liefert, erscheinen sie hier.',
  traffic_rule:
    'Grün: Die Klicks gingen gegenüber dem Vorzeitraum um höchstens 5 % zurück. Gelb: um höchstens 20 %. Rot: um mehr.',
  traffic_next_first: 'Ab dem nächsten Zeitraum zeigt dieser Abschnitt den Vergleich.',
  traffic_next_seen_not_clicked:
    'Die Website wird häufiger angezeigt, aber seltener angeklickt: Titel und Beschreibungen der sichtbarsten Seiten verdienen einen zweiten Blick.',
  traffic_next_seen_more:
    'Die Website wird häufiger angezeigt, und wer sie sieht, klickt nach wie vor: Wir machen wie geplant weiter.',
  traffic_next_fewer_better:
    'Die Website wird seltener angezeigt, dafür aber Menschen, zu denen sie besser passt. Wir bauen die Themen aus, die funktionieren.',
  traffic_next_seen_less:
    'Die Website wird seltener angezeigt. Wir sehen uns zuerst die Seiten mit den größten Verlusten an.',
  traffic_next_clicked_less:
    'Die Website wird so häufig angezeigt wie zuvor, aber seltener angeklickt: Titel und Beschreibungen der sichtbarsten Seiten verdienen einen zweiten Blick.',
  traffic_next_clicked_more:
    'Die Website wird so häufig angezeigt wie zuvor und häufiger angeklickt: Was in den Suchergebnissen steht, spricht die Menschen besser an.',
  traffic_next_same:
    'Die Website wird etwa so häufig angezeigt wie zuvor; weiteres Wachstum hängt nun von neuen Themen und besseren Positionen ab.',
  year_unknown: 'Der Wert des Vorjahres ist nicht bekannt.',
  year_same: 'Das ist etwa so viel wie ein Jahr zuvor.',
  year_more: 'Das sind {percent} mehr als ein Jahr zuvor.',
  year_less: 'Das sind {percent} weniger als ein Jahr zuvor.',
  search_cut: {
    one: 'Die Suchdaten reichen bis zum {day}; verglichen wird daher nur der erste Tag jedes Zeitraums.',
    other: 'Die Suchdaten reichen bis zum {day}; verglichen werden daher die ersten {count} Tage jedes Zeitraums.',
  },

  // Keyword rankings.
  rankings_first: {
    one: 'Ein Keyword steht in den Top 10; der frühere Stand ist nicht bekannt.',
    other: '{count} Keywords stehen in den Top 10; der frühere Stand ist nicht bekannt.',
  },
  rankings_same: {
    one: 'Ein Keyword steht in den Top 10, wie zuvor.',
    other: '{count} Keywords stehen in den Top 10, ebenso viele wie zuvor.',
  },
  rankings_more: {
    one: 'Ein Keyword steht jetzt in den Top 10 (zuvor {before}).',
    other: '{count} Keywords stehen jetzt in den Top 10, mehr als zuvor ({before}).',
  },
  rankings_fewer: {
    one: 'Ein Keyword steht noch in den Top 10 (zuvor {before}).',
    other: '{count} Keywords stehen jetzt in den Top 10, weniger als zuvor ({before}).',
  },
  rankings_new: { one: 'Ein Keyword rankt zum ersten Mal.', other: '{count} Keywords ranken zum ersten Mal.' },
  rankings_none: 'Für diesen Zeitraum gibt es keine Rankings.',
  rankings_none_reason:
    'Weder die Google Search Console noch Ahrefs hat für diese Tage eine Position gemeldet. Sobald eine der Quellen das tut, erscheinen die Rankings hier.',
  rankings_rule:
    'Grün: Die Zahl der Keywords in den Top 10 ging gegenüber dem Vorzeitraum um höchstens 5 % zurück. Gelb: um höchstens 20 %. Rot: um mehr.',
  rankings_next_loser: '„{keyword}“ ist am stärksten gefallen: Die zugehörige Seite verbessern wir zuerst.',
  rankings_next_gone: '„{keyword}“ steht nicht mehr unter den ersten 50: Die zugehörige Seite verbessern wir zuerst.',
  rankings_next_winners: 'Die gestiegenen Keywords zeigen, welche Themen funktionieren; darauf bauen wir auf.',
  rankings_next_steady: 'Die Positionen sind stabil. Neue Artikel und Links bringen sie als Nächstes in Bewegung.',

  // Conversions.
  conversions_first: {
    one: 'Eine Conversion wurde gezählt; einen Vorzeitraum zum Vergleich gibt es nicht.',
    other: '{count} Conversions wurden gezählt; einen Vorzeitraum zum Vergleich gibt es nicht.',
  },
  conversions_same: {
    one: 'Eine Conversion wurde gezählt, wie zuvor.',
    other: '{count} Conversions wurden gezählt, ebenso viele wie zuvor.',
  },
  conversions_up: {
    one: 'Eine Conversion wurde gezählt, {percent} mehr als zuvor.',
    other: '{count} Conversions wurden gezählt, {percent} mehr als zuvor.',
  },
  conversions_down: {
    one: 'Eine Conversion wurde gezählt, {percent} weniger als zuvor.',
    other: '{count} Conversions wurden gezählt, {percent} weniger als zuvor.',
  },
  conversions_channel: 'Auf den Kanal {channel} entfallen davon {percent}.',
  conversions_none: 'Für diesen Zeitraum sind keine Conversions bekannt.',
  conversions_none_reason:
    'Für diese Tage wurden keine Conversions der Website gemeldet. Sobald Formulare, Anrufe oder Verkäufe gezählt werden, erscheinen sie hier.',
  conversions_rule:
    'Grün: Die Conversions gingen gegenüber dem Vorzeitraum um höchstens 5 % zurück. Gelb: um höchstens 20 %. Rot: um mehr.',
  conversions_next: 'Auf die Seiten, die Conversions bringen, lenken wir weitere Besucher und Links.',
  conversions_next_down:
    'Wir prüfen zuerst, ob Formulare und Zählung noch funktionieren, dann, welche Seiten Besucher verloren haben.',

  // Content.
  content_published: { one: 'Ein Artikel wurde veröffentlicht.', other: '{count} Artikel wurden veröffentlicht.' },
  content_nothing: 'Es wurde kein Artikel veröffentlicht.',
  content_target_met: 'Damit ist die vereinbarte Anzahl von {target} erreicht.',
  content_target_missed: {
    one: 'Zur vereinbarten Anzahl von {target} fehlt noch ein Artikel.',
    other: 'Zur vereinbarten Anzahl von {target} fehlen noch {count} Artikel.',
  },
  content_none: 'In diesem Zeitraum wurden keine Artikel veröffentlicht.',
  content_none_reason:
    'Für diese Website besteht kein Betreuungspaket, und es wurde nichts veröffentlicht. Sobald Artikel veröffentlicht werden, erscheinen sie hier.',
  content_not_due_reason:
    'Für diese Tage waren keine Artikel vereinbart. Sobald welche veröffentlicht werden, erscheinen sie hier.',
  content_rule:
    'Grün: Alle für den Zeitraum vereinbarten Artikel wurden veröffentlicht. Gelb: mindestens 80 % davon. Rot: weniger.',
  content_next: 'Bei neuen Artikeln dauert es meist einige Wochen, bis sich ihre Position in der Suche zeigt.',
  content_next_behind: 'Was fehlt, wird im folgenden Zeitraum zuerst veröffentlicht.',

  // Indexing.
  indexing_indexed: {
    one: 'Eine Seite ist indexiert; Zahl der geprüften Seiten: {inspected}.',
    other: 'Von {inspected} geprüften Seiten sind {count} indexiert.',
  },
  indexing_more: { one: 'Das ist eine mehr als zuvor.', other: 'Das sind {count} mehr als zuvor.' },
  indexing_fewer: { one: 'Das ist eine weniger als zuvor.', other: 'Das sind {count} weniger als zuvor.' },
  indexing_errors: {
    one: 'Eine Seite ({percent} aller geprüften) hat einen Fehler.',
    other: '{count} Seiten ({percent} aller geprüften) haben Fehler.',
  },
  indexing_none: 'Es wurde noch keine Seite geprüft.',
  indexing_none_reason:
    'Seiten werden über die Google Search Console geprüft. Sobald sie verbunden ist, erscheinen sie hier.',
  indexing_rule: 'Grün: Höchstens 2 % der geprüften Seiten haben Fehler. Gelb: höchstens 5 %. Rot: mehr.',
  indexing_next: 'Jede geprüfte Seite ist auffindbar. Neue Seiten werden mit ihrer Veröffentlichung geprüft.',
  indexing_next_pending:
    'Die wartenden Seiten werden erneut geprüft; die meisten sind innerhalb einiger Wochen indexiert.',
  indexing_next_errors: 'Die Seiten mit Fehlern stehen unten mit ihrem Grund; sie werden zuerst in Ordnung gebracht.',

  // Backlinks.
  links_built: { one: 'Ein neuer Link ging online.', other: '{count} neue Links gingen online.' },
  links_none_built: 'In diesem Zeitraum ging kein neuer Link online.',
  links_average: 'Ihr Domain Rating liegt im Durchschnitt bei {dr}.',
  links_spent: 'Vom Budget in Höhe von {budget} wurden {spent} verwendet.',
  links_over_budget: 'Verwendet wurden {spent}, mehr als das Budget von {budget}.',
  links_none: 'In diesem Zeitraum gab es keine Backlink-Kampagne.',
  links_none_reason:
    'Die Kampagne gehört zum gebuchten Paket, in diesem Zeitraum lief aber kein Auftrag. Sobald einer freigegeben ist, erscheinen die Links hier.',
  links_not_booked_reason:
    'Für diese Website sind keine Backlinks beauftragt. Sobald ein Auftrag freigegeben ist, erscheinen seine Links hier einzeln.',
  links_rule:
    'Grün: Kein Auftrag ist im Rückstand, und kein Ersatz steht aus. Gelb: Das trifft auf einen Fall zu. Rot: Es sind mehr, oder ein Auftrag ist überfällig.',
  links_next: 'Jeder Link wird immer wieder geprüft, solange seine Garantie läuft.',
  links_next_owed: {
    one: 'Ein verlorener Link wird im Rahmen der Garantie ersetzt.',
    other: '{count} verlorene Links werden im Rahmen der Garantie ersetzt.',
  },
  links_next_past_due: {
    one: 'Ein Auftrag ist überfällig; seine fehlenden Links haben Vorrang.',
    other: '{count} Aufträge sind überfällig; ihre fehlenden Links haben Vorrang.',
  },
  links_next_behind: {
    one: 'Ein Auftrag ist hinter seinem Zeitplan; seine Links haben Vorrang.',
    other: '{count} Aufträge sind hinter ihrem Zeitplan; ihre Links haben Vorrang.',
  },

  // Social media.
  social_no_posts: 'Es wurde kein Beitrag veröffentlicht.',
  social_posts: { one: 'Ein Beitrag wurde veröffentlicht.', other: '{count} Beiträge wurden veröffentlicht.' },
  social_engagement: {
    one: 'Die Beiträge erhielten in diesem Zeitraum eine Reaktion.',
    other: 'Die Beiträge erhielten in diesem Zeitraum {count} Reaktionen.',
  },
  social_not_measured: 'Wie Menschen darauf reagiert haben, wurde noch nicht gemessen.',
  social_none: 'In diesem Zeitraum gab es keine Beiträge.',
  social_none_reason:
    'Social-Media-Beiträge gehören zum gebuchten Paket, an diesen Tagen wurde aber keiner veröffentlicht. Sobald welche veröffentlicht werden, erscheinen sie hier.',
  social_not_booked_reason:
    'Social Media gehört nicht zum gebuchten Paket. Sobald sich das ändert, erscheinen die Beiträge hier.',
  social_next: 'Die Reaktionen werden nach jedem Beitrag erneut gemessen.',
  social_next_best: 'Der beste Beitrag lief auf {platform}; was dort gut ankam, setzen wir fort.',

  // The blueprint's health.
  health_completion: 'Der Strukturplan ist zu {percent} umgesetzt.',
  health_authority: 'Der Autoritätswert liegt bei {score}.',
  health_authority_up: {
    one: 'Der Autoritätswert stieg um einen Punkt auf {score}.',
    other: 'Der Autoritätswert stieg um {count} Punkte auf {score}.',
  },
  health_authority_down: {
    one: 'Der Autoritätswert sank um einen Punkt auf {score}.',
    other: 'Der Autoritätswert sank um {count} Punkte auf {score}.',
  },
  health_none: 'Der Strukturplan der Website wurde noch nicht gemessen.',
  health_none_reason: 'Gemessen wird, sobald ein Strukturplan freigegeben ist und seine ersten Seiten stehen.',
  health_rule: 'Grün: Mindestens 80 % des Strukturplans sind umgesetzt. Gelb: mindestens 50 %. Rot: weniger.',
  health_next_none: 'Der Strukturplan hat keine Lücken mehr.',
  health_next_gaps: {
    one: 'Eine Lücke bleibt; sie wird als Nächstes geschlossen.',
    other: '{count} Lücken bleiben; sie werden nacheinander geschlossen.',
  },

  // Work done.
  work_days: {
    one: 'An einem Tag dieses Zeitraums wurden Arbeiten abgeschlossen.',
    other: 'An {count} Tagen dieses Zeitraums wurden Arbeiten abgeschlossen.',
  },
  work_article: { one: 'Ein Artikel wurde veröffentlicht.', other: '{count} Artikel wurden veröffentlicht.' },
  work_link_live: { one: 'Ein Link ging online.', other: '{count} Links gingen online.' },
  work_link_replaced: {
    one: 'Ein verlorener Link wurde ersetzt.',
    other: '{count} verlorene Links wurden ersetzt.',
  },
  work_page_indexed: { one: 'Eine Seite wurde neu indexiert.', other: '{count} Seiten wurden neu indexiert.' },
  work_schema: {
    one: 'Eine Seite erhielt strukturierte Daten.',
    other: '{count} Seiten erhielten strukturierte Daten.',
  },
  work_technical: {
    one: 'Eine technische Verbesserung wurde vorgenommen.',
    other: '{count} technische Verbesserungen wurden vorgenommen.',
  },
  work_none: 'In diesem Zeitraum wurde nichts abgeschlossen.',
  work_none_reason:
    'Unser Protokoll enthält für diese Tage weder Artikel noch Links, indexierte Seiten oder technische Arbeiten. Was abgeschlossen wird, erscheint hier von selbst.',
  work_next: 'Alles hier stammt aus unserem Protokoll; nichts davon wird von Hand eingetragen.',

  // The plan.
  plan_publish: '„{title}“ veröffentlichen.',
  plan_link: 'Einen Link auf {page} mit dem Ankertext „{anchor}“ aufbauen.',
  plan_ours: {
    one: 'Auf unserer Seite ist ein Schritt geplant.',
    other: 'Auf unserer Seite sind {count} Schritte geplant.',
  },
  plan_ours_none: 'Auf unserer Seite sind noch keine Schritte geplant.',
  plan_yours: { one: 'Ein Schritt liegt bei Ihnen.', other: '{count} Schritte liegen bei Ihnen.' },
  plan_none: 'Für den kommenden Zeitraum ist noch nichts geplant.',
  plan_none_reason: 'Sobald es eingeplante Artikel, geplante Links oder offene Freigaben gibt, erscheinen sie hier.',
  plan_next: 'Dafür wird von Ihnen nichts benötigt.',
  plan_next_yours: 'Die erste Rückmeldung benötigen wir bis zum {day}.',
};
