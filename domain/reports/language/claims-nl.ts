import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/** Sentences of ours about numbers, in Dutch; `claims-en.ts` says what they are for. */
export const claimsNl: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: ' ',
  not_known: 'niet bekend',

  // The verdict's reason.
  reason_no_search: 'Nog te weinig gegevens: voor deze periode zijn geen zoekgegevens binnengekomen.',
  reason_unknown: 'Nog te weinig gegevens: er is niets om deze periode mee te vergelijken.',
  reason_clicks_up: 'Het aantal klikken uit zoekresultaten steeg van {from} naar {to}.',
  reason_clicks_down: 'Het aantal klikken uit zoekresultaten daalde van {from} naar {to}.',
  reason_clicks_same: 'Het aantal klikken uit zoekresultaten veranderde nauwelijks: van {from} naar {to}.',
  reason_position_up: 'De gemiddelde positie verbeterde van {from} naar {to}.',
  reason_position_down: 'De gemiddelde positie verslechterde van {from} naar {to}.',
  reason_position_same: 'De gemiddelde positie veranderde nauwelijks: die was {from} en is nu {to}.',
  reason_links_up: {
    one: 'Er kwam één link meer online dan er verloren ging.',
    other: 'Er kwamen {count} links meer online dan er verloren gingen.',
  },
  reason_links_down: {
    one: 'Er ging één link meer verloren dan er online kwam.',
    other: 'Er gingen {count} links meer verloren dan er online kwamen.',
  },
  reason_links_same: 'Er kwamen evenveel links online als er verloren gingen.',
  reason_opposed_below: 'Vergeleken met dezelfde periode een jaar eerder zijn het nog steeds minder klikken.',
  reason_opposed_above: 'Vergeleken met dezelfde periode een jaar eerder zijn het nog steeds meer klikken.',

  // The biggest win.
  win_conversions: {
    one: 'Het aantal conversies steeg met {percent} naar {count}.',
    other: 'Het aantal conversies steeg met {percent} naar {count}.',
  },
  win_conversions_from_nothing: {
    one: 'De eerste conversie is binnen.',
    other: 'De eerste {count} conversies zijn binnen.',
  },
  win_top_3: '“{keyword}” heeft de top 3 bereikt en staat nu op plaats {place}.',
  win_top_10: '“{keyword}” heeft de eerste resultatenpagina bereikt en staat nu op plaats {place}.',
  win_page: {
    one: '{page} leverde {count} klik meer op dan voorheen.',
    other: '{page} leverde {count} klikken meer op dan voorheen.',
  },
  win_link: 'Er kwam een link van een sterke website online: {page}, met een Domain Rating van {dr}.',
  win_articles: {
    one: 'Er is een nieuw artikel gepubliceerd.',
    other: 'Er zijn {count} nieuwe artikelen gepubliceerd.',
  },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'Het doel voor klikken in 28 dagen ({target}) is op {day} gehaald.',
  goal_met_impressions: 'Het doel voor vertoningen in 28 dagen ({target}) is op {day} gehaald.',
  goal_met_position: 'Het doel voor de gemiddelde positie ({target}) is op {day} gehaald.',
  goal_met_keywords_top_10: 'Het doel voor zoekwoorden in de top 10 ({target}) is op {day} gehaald.',
  goal_met_referring_domains: 'Het doel voor verwijzende domeinen ({target}) is op {day} gehaald.',
  goal_met_articles: 'Het doel voor gepubliceerde artikelen ({target}) is op {day} gehaald.',
  goal_met_conversions: 'Het doel voor conversies in 28 dagen ({target}) is op {day} gehaald.',
  goal_missed_clicks:
    'Het doel voor klikken in 28 dagen ({target} uiterlijk {day}) is niet gehaald; laatste waarde: {value}.',
  goal_missed_impressions:
    'Het doel voor vertoningen in 28 dagen ({target} uiterlijk {day}) is niet gehaald; laatste waarde: {value}.',
  goal_missed_position:
    'Het doel voor de gemiddelde positie ({target} uiterlijk {day}) is niet gehaald; laatste waarde: {value}.',
  goal_missed_keywords_top_10:
    'Het doel voor zoekwoorden in de top 10 ({target} uiterlijk {day}) is niet gehaald; laatste waarde: {value}.',
  goal_missed_referring_domains:
    'Het doel voor verwijzende domeinen ({target} uiterlijk {day}) is niet gehaald; laatste waarde: {value}.',
  goal_missed_articles:
    'Het doel voor gepubliceerde artikelen ({target} uiterlijk {day}) is niet gehaald; laatste waarde: {value}.',
  goal_missed_conversions:
    'Het doel voor conversies in 28 dagen ({target} uiterlijk {day}) is niet gehaald; laatste waarde: {value}.',
  goal_behind_clicks:
    'Het doel voor klikken in 28 dagen ({target} uiterlijk {day}) loopt achter op schema; huidige waarde: {value}.',
  goal_behind_impressions:
    'Het doel voor vertoningen in 28 dagen ({target} uiterlijk {day}) loopt achter op schema; huidige waarde: {value}.',
  goal_behind_position:
    'Het doel voor de gemiddelde positie ({target} uiterlijk {day}) loopt achter op schema; huidige waarde: {value}.',
  goal_behind_keywords_top_10:
    'Het doel voor zoekwoorden in de top 10 ({target} uiterlijk {day}) loopt achter op schema; huidige waarde: {value}.',
  goal_behind_referring_domains:
    'Het doel voor verwijzende domeinen ({target} uiterlijk {day}) loopt achter op schema; huidige waarde: {value}.',
  goal_behind_articles:
    'Het doel voor gepubliceerde artikelen ({target} uiterlijk {day}) loopt achter op schema; huidige waarde: {value}.',
  goal_behind_conversions:
    'Het doel voor conversies in 28 dagen ({target} uiterlijk {day}) loopt achter op schema; huidige waarde: {value}.',
  goal_unknown: 'Een doel van {target} uiterlijk {day} staat nu op de volgende waarde: {value}.',

  // The top priority.
  priority_disconnected:
    'De verbinding met de website is verbroken: tot die is hersteld, kan er niets worden gepubliceerd.',
  priority_indexing: {
    one: 'Eén pagina ({percent} van de geïnspecteerde) kan niet worden geïndexeerd: dat gaat voor.',
    other: '{count} pagina’s ({percent} van de geïnspecteerde) kunnen niet worden geïndexeerd: dat gaat voor.',
  },
  priority_page: {
    one: '{page} verloor {count} klik en verdient als eerste aandacht.',
    other: '{page} verloor {count} klikken en verdient als eerste aandacht.',
  },
  priority_replacement: {
    one: 'Eén verloren link moet onder de garantie worden vervangen.',
    other: '{count} verloren links moeten onder de garantie worden vervangen.',
  },
  priority_approval: 'Wacht sinds {day} op u: {what}',
  priority_content: {
    one: 'Aan het afgesproken aantal van {target} ontbreekt in deze periode nog één artikel.',
    other: 'Aan het afgesproken aantal van {target} ontbreken in deze periode nog {count} artikelen.',
  },
  priority_action_us: 'Onze volgende stap, uiterlijk {day}: {action}',
  priority_action_you: 'Uw volgende stap, uiterlijk {day}: {action}',

  // What we need.
  need_blueprint: 'Keur de blauwdruk van uw website goed.',
  need_blueprint_named: 'Keur de blauwdruk “{title}” goed.',
  need_content: 'Beoordeel een artikel voordat het wordt gepubliceerd.',
  need_content_named: 'Beoordeel het artikel “{title}” voordat het wordt gepubliceerd.',
  need_order: 'Keur backlinkopdracht {id} goed.',
  need_order_named: 'Keur de backlinkopdracht “{title}” goed.',
  need_placement: 'Keur een link op {domain} goed.',
  need_brief: 'Beantwoord de briefing van backlinkopdracht {id}.',
  need_connection: 'Verbind uw website opnieuw: de plug-in heeft geen verbinding meer.',
  need_search_console: 'Koppel Google Search Console: voor deze periode zijn geen zoekgegevens binnengekomen.',

  // The summary.
  sum_up_a:
    'Zoekmachines brachten meer bezoekers dan in de vorige periode: het aantal klikken steeg met ongeveer {percent}.',
  sum_up_b: 'Dit keer vonden meer mensen via zoekmachines de website; het aantal klikken lag ongeveer {percent} hoger.',
  sum_down_a:
    'Zoekmachines brachten minder bezoekers dan in de vorige periode: het aantal klikken daalde met ongeveer {percent}.',
  sum_down_b: 'Dit keer kwamen minder mensen via zoekmachines binnen; het aantal klikken lag ongeveer {percent} lager.',
  sum_steady_a: 'Het verkeer uit zoekmachines bleef op peil.',
  sum_steady_b: 'Zoekmachines brachten ongeveer evenveel bezoekers als in de vorige periode.',
  sum_from_nothing: 'De website krijgt nu de eerste bezoekers uit zoekmachines.',
  sum_first: {
    one: 'Dit is de eerste periode met zoekgegevens; de ene klik is het vertrekpunt voor volgende rapporten.',
    other:
      'Dit is de eerste periode met zoekgegevens; de {count} klikken zijn het vertrekpunt voor volgende rapporten.',
  },
  sum_no_search:
    'Voor deze periode zijn geen zoekgegevens binnengekomen; hoe zichtbaar de website was, is dus nog niet te beoordelen.',
  sum_year_still_above:
    'Dat is nog altijd ongeveer {percent} meer dan in dezelfde periode een jaar eerder; op langere termijn blijft het beeld positief.',
  sum_year_still_below: 'Toch is dat ongeveer {percent} minder dan in dezelfde periode een jaar eerder.',
  sum_year_above: 'Vergeleken met een jaar eerder is het wel ongeveer {percent} meer.',
  sum_year_below: 'Vergeleken met een jaar eerder is het wel ongeveer {percent} minder.',
  sum_position_up: 'De pagina’s staan hoger dan voorheen, nu gemiddeld op positie {place}.',
  sum_position_up_too: 'Ook staan de pagina’s hoger dan voorheen, nu gemiddeld op positie {place}.',
  sum_position_up_though: 'De pagina’s staan wel hoger dan voorheen, nu gemiddeld op positie {place}.',
  sum_position_down: 'De pagina’s staan iets lager dan voorheen, nu gemiddeld op positie {place}.',
  sum_position_down_too: 'Ook staan de pagina’s iets lager dan voorheen, nu gemiddeld op positie {place}.',
  sum_position_down_though: 'De pagina’s staan echter iets lager dan voorheen, nu gemiddeld op positie {place}.',
  sum_links_then_up: {
    one: 'Op {day} kwam een nieuwe link online; in de week daarna lag het aantal klikken ongeveer {percent} hoger dan in de week ervoor.',
    other:
      'Op {day} kwamen {count} nieuwe links online; in de week daarna lag het aantal klikken ongeveer {percent} hoger dan in de week ervoor.',
  },
  sum_links_then_down: {
    one: 'Op {day} kwam een nieuwe link online; in de week daarna lag het aantal klikken ongeveer {percent} lager dan in de week ervoor. Meestal duurt het langer voordat links effect laten zien.',
    other:
      'Op {day} kwamen {count} nieuwe links online; in de week daarna lag het aantal klikken ongeveer {percent} lager dan in de week ervoor. Meestal duurt het langer voordat links effect laten zien.',
  },
  sum_conversions_up: 'Het aantal conversies steeg met ongeveer {percent}.',
  sum_conversions_up_too: 'Ook het aantal conversies steeg, met ongeveer {percent}.',
  sum_conversions_up_though: 'Het aantal conversies steeg echter met ongeveer {percent}.',
  sum_conversions_down: 'Het aantal conversies daalde met ongeveer {percent}.',
  sum_conversions_down_too: 'Ook het aantal conversies daalde, met ongeveer {percent}.',
  sum_conversions_down_though: 'Het aantal conversies daalde echter met ongeveer {percent}.',
  sum_articles_a: {
    one: 'Er kwam één nieuw artikel online.',
    other: 'We hebben {count} nieuwe artikelen online gezet.',
  },
  sum_articles_b: {
    one: 'De website is één nieuw artikel rijker.',
    other: 'De website is {count} nieuwe artikelen rijker.',
  },
  sum_content_behind: {
    one: 'Eén voor deze periode afgesproken artikel ontbreekt nog; dat halen we in.',
    other: 'Van de voor deze periode afgesproken artikelen ontbreken er nog {count}; die halen we in.',
  },
  sum_links: { one: 'Er kwam één nieuwe link online.', other: 'Er kwamen {count} nieuwe links online.' },
  sum_approvals: {
    one: 'Er wacht één punt op uw goedkeuring; daarna kunnen we verder.',
    other: 'Er wachten {count} punten op uw goedkeuring; daarna kunnen we verder.',
  },
  sum_briefs: {
    one: 'Om verder te gaan hebben we uw antwoorden op een briefing nodig.',
    other: 'Om verder te gaan hebben we uw antwoorden op {count} briefings nodig.',
  },
  sum_connections: {
    one: 'Om verder te kunnen, hebben we nog één koppeling van u nodig.',
    other: 'Om verder te kunnen, hebben we nog {count} koppelingen van u nodig.',
  },
  sum_more_to_come: 'Het volgende rapport zal meer te vertellen hebben.',
  sum_plan_below: 'Wat we hierna doen, leest u aan het eind van dit rapport.',
};
