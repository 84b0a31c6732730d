import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in Dutch. */
export const sectionClaimsNl: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'alle onderdelen van dit rapport',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console, aangevuld met Ahrefs',
  source_conversions: 'voor de website gemelde conversies',
  source_articles: 'op de website gepubliceerde artikelen',
  source_indexing: 'URL-inspecties van Google Search Console',
  source_links: 'onze opdrachten en onze controle van elke link',
  source_social: 'berichten en de gemeten interacties',
  source_health: 'metingen van de blauwdruk van de website',
  source_work: 'ons eigen logboek',
  source_plan: 'contentplanning, campagneplan en openstaande goedkeuringen',

  // Organic traffic.
  traffic_up: 'Het aantal klikken uit zoekresultaten steeg met {percent} naar {clicks}.',
  traffic_down: 'Het aantal klikken uit zoekresultaten daalde met {percent} naar {clicks}.',
  traffic_steady: 'Het aantal klikken uit zoekresultaten bleef stabiel op {clicks}.',
  traffic_first: {
    one: 'Zoekmachines leverden één klik op; er is geen eerdere periode om mee te vergelijken.',
    other: 'Zoekmachines leverden {count} klikken op; er is geen eerdere periode om mee te vergelijken.',
  },
  traffic_from_nothing: {
    one: 'Zoekmachines leverden de eerste klik op.',
    other: 'Zoekmachines leverden {count} klikken op; in de vorige periode waren er geen.',
  },
  traffic_still_nothing: 'Zoekmachines leverden geen klikken op, net als in de vorige periode.',
  traffic_none: 'Voor deze periode zijn er geen zoekgegevens.',
  traffic_none_reason:
    'Google Search Console heeft voor deze dagen niets gemeld. Zodra de koppeling werkt en er gegevens zijn, verschijnen ze hier.',
  traffic_rule:
    'Groen: het aantal klikken daalde ten opzichte van de vorige periode met hoogstens 5%. Oranje: met hoogstens 20%. Rood: met meer.',
  traffic_next_first: 'Vanaf de volgende periode laat dit onderdeel de vergelijking zien.',
  traffic_next_seen_not_clicked:
    'De website wordt vaker gezien maar minder vaak aangeklikt: de titels en beschrijvingen van de zichtbaarste pagina’s verdienen een nieuwe blik.',
  traffic_next_seen_more:
    'De website wordt vaker gezien, en wie hem ziet, klikt nog steeds: we gaan verder volgens plan.',
  traffic_next_fewer_better:
    'De website wordt minder vaak gezien, maar wel door mensen bij wie hij beter past. We breiden de onderwerpen uit die werken.',
  traffic_next_seen_less:
    'De website wordt minder vaak gezien. We kijken eerst naar de pagina’s die het meest hebben verloren.',
  traffic_next_clicked_less:
    'De website wordt even vaak gezien als voorheen maar minder vaak aangeklikt: de titels en beschrijvingen van de zichtbaarste pagina’s verdienen een nieuwe blik.',
  traffic_next_clicked_more:
    'De website wordt even vaak gezien als voorheen en vaker aangeklikt: wat mensen in de zoekresultaten lezen, spreekt hen meer aan.',
  traffic_next_same:
    'De website wordt ongeveer even vaak gezien als voorheen; groei moet nu komen van nieuwe onderwerpen en betere posities.',
  year_unknown: 'De waarde van een jaar eerder is niet bekend.',
  year_same: 'Dat is ongeveer evenveel als een jaar eerder.',
  year_more: 'Dat is {percent} meer dan een jaar eerder.',
  year_less: 'Dat is {percent} minder dan een jaar eerder.',
  search_cut: {
    one: 'De zoekgegevens lopen tot en met {day}; daarom wordt alleen de eerste dag van elke periode vergeleken.',
    other: 'De zoekgegevens lopen tot en met {day}; daarom worden de eerste {count} dagen van elke periode vergeleken.',
  },

  // Keyword rankings.
  rankings_first: {
    one: 'Eén zoekwoord staat in de top 10; hoe dat eerder was, is niet bekend.',
    other: '{count} zoekwoorden staan in de top 10; hoe dat eerder was, is niet bekend.',
  },
  rankings_same: {
    one: 'Eén zoekwoord staat in de top 10, net als voorheen.',
    other: '{count} zoekwoorden staan in de top 10, evenveel als voorheen.',
  },
  rankings_more: {
    one: 'Eén zoekwoord staat nu in de top 10 (voorheen {before}).',
    other: '{count} zoekwoorden staan nu in de top 10, meer dan voorheen ({before}).',
  },
  rankings_fewer: {
    one: 'Eén zoekwoord staat nog in de top 10 (voorheen {before}).',
    other: '{count} zoekwoorden staan nu in de top 10, minder dan voorheen ({before}).',
  },
  rankings_new: {
    one: 'Eén zoekwoord heeft voor het eerst een positie.',
    other: '{count} zoekwoorden hebben voor het eerst een positie.',
  },
  rankings_none: 'Voor deze periode zijn er geen posities.',
  rankings_none_reason:
    'Google Search Console noch Ahrefs heeft voor deze dagen een positie gemeld. Zodra een van beide dat doet, verschijnen de posities hier.',
  rankings_rule:
    'Groen: het aantal zoekwoorden in de top 10 daalde ten opzichte van de vorige periode met hoogstens 5%. Oranje: met hoogstens 20%. Rood: met meer.',
  rankings_next_loser: '“{keyword}” daalde het sterkst: de bijbehorende pagina verbeteren we als eerste.',
  rankings_next_gone: '“{keyword}” staat niet meer bij de eerste 50: de bijbehorende pagina verbeteren we als eerste.',
  rankings_next_winners: 'De gestegen zoekwoorden laten zien welke onderwerpen werken; daarop bouwen we voort.',
  rankings_next_steady: 'De posities zijn stabiel. Nieuwe artikelen en links brengen ze weer in beweging.',

  // Conversions.
  conversions_first: {
    one: 'Er is één conversie geteld; er is geen eerdere periode om mee te vergelijken.',
    other: 'Er zijn {count} conversies geteld; er is geen eerdere periode om mee te vergelijken.',
  },
  conversions_same: {
    one: 'Er is één conversie geteld, net als voorheen.',
    other: 'Er zijn {count} conversies geteld, evenveel als voorheen.',
  },
  conversions_up: {
    one: 'Er is één conversie geteld, {percent} meer dan voorheen.',
    other: 'Er zijn {count} conversies geteld, {percent} meer dan voorheen.',
  },
  conversions_down: {
    one: 'Er is één conversie geteld, {percent} minder dan voorheen.',
    other: 'Er zijn {count} conversies geteld, {percent} minder dan voorheen.',
  },
  conversions_channel: 'Daarvan komt {percent} uit het kanaal {channel}.',
  conversions_none: 'Voor deze periode zijn geen conversies bekend.',
  conversions_none_reason:
    'Voor deze dagen zijn geen conversies van de website gemeld. Zodra formulieren, telefoontjes of verkopen worden geteld, verschijnen ze hier.',
  conversions_rule:
    'Groen: het aantal conversies daalde ten opzichte van de vorige periode met hoogstens 5%. Oranje: met hoogstens 20%. Rood: met meer.',
  conversions_next: 'Bezoekers en links leiden we naar de pagina’s die conversies opleveren.',
  conversions_next_down:
    'We controleren eerst of de formulieren en de telling nog werken, en daarna welke pagina’s bezoekers verloren.',

  // Content.
  content_published: {
    one: 'Er is één artikel gepubliceerd.',
    other: 'Er zijn {count} artikelen gepubliceerd.',
  },
  content_nothing: 'Er is geen artikel gepubliceerd.',
  content_target_met: 'Daarmee is het afgesproken aantal van {target} gehaald.',
  content_target_missed: {
    one: 'Aan het afgesproken aantal van {target} ontbreekt nog één artikel.',
    other: 'Aan het afgesproken aantal van {target} ontbreken nog {count} artikelen.',
  },
  content_none: 'In deze periode zijn geen artikelen gepubliceerd.',
  content_none_reason:
    'Voor deze website loopt geen beheerd abonnement en er is niets gepubliceerd. Zodra er artikelen verschijnen, staan ze hier.',
  content_not_due_reason:
    'Voor deze dagen waren geen artikelen afgesproken. Zodra er artikelen verschijnen, staan ze hier.',
  content_rule:
    'Groen: alle voor de periode afgesproken artikelen zijn gepubliceerd. Oranje: minstens 80% daarvan. Rood: minder.',
  content_next: 'Meestal duurt het enkele weken voordat zoekmachines laten zien waar nieuwe artikelen staan.',
  content_next_behind: 'Wat ontbreekt, wordt in de volgende periode als eerste gepubliceerd.',

  // Indexing.
  indexing_indexed: {
    one: 'Eén pagina is geïndexeerd; aantal geïnspecteerde pagina’s: {inspected}.',
    other: 'Van de {inspected} geïnspecteerde pagina’s zijn er {count} geïndexeerd.',
  },
  indexing_more: { one: 'Dat is er één meer dan voorheen.', other: 'Dat zijn er {count} meer dan voorheen.' },
  indexing_fewer: {
    one: 'Dat is er één minder dan voorheen.',
    other: 'Dat zijn er {count} minder dan voorheen.',
  },
  indexing_errors: {
    one: 'Eén pagina ({percent} van het totaal) heeft een fout.',
    other: '{count} pagina’s ({percent} van het totaal) hebben fouten.',
  },
  indexing_none: 'Er is nog geen pagina geïnspecteerd.',
  indexing_none_reason:
    'Pagina’s worden via Google Search Console geïnspecteerd. Zodra de koppeling er is, verschijnen ze hier.',
  indexing_rule: 'Groen: hoogstens 2% van de geïnspecteerde pagina’s heeft fouten. Oranje: hoogstens 5%. Rood: meer.',
  indexing_next: 'Elke geïnspecteerde pagina is vindbaar. Nieuwe pagina’s worden bij publicatie geïnspecteerd.',
  indexing_next_pending:
    'De pagina’s die nog wachten, worden opnieuw geïnspecteerd; de meeste zijn binnen enkele weken geïndexeerd.',
  indexing_next_errors: 'De pagina’s met fouten staan hieronder met de oorzaak; die worden als eerste hersteld.',

  // Backlinks.
  links_built: { one: 'Er kwam één nieuwe link online.', other: 'Er kwamen {count} nieuwe links online.' },
  links_none_built: 'In deze periode kwam er geen nieuwe link online.',
  links_average: 'De gemiddelde Domain Rating daarvan is {dr}.',
  links_spent: 'Van het budget van {budget} is {spent} gebruikt.',
  links_over_budget: 'Er is {spent} gebruikt, meer dan het budget van {budget}.',
  links_none: 'In deze periode was er geen backlinkcampagne.',
  links_none_reason:
    'De campagne hoort bij uw pakket, maar in deze periode liep er geen opdracht. Zodra er een is goedgekeurd, verschijnen de links hier.',
  links_not_booked_reason:
    'Voor deze website zijn geen backlinks besteld. Zodra een opdracht is goedgekeurd, verschijnen de links hier een voor een.',
  links_rule:
    'Groen: geen opdracht loopt achter en er hoeft geen link te worden vervangen. Oranje: dat geldt voor één geval. Rood: voor meer, of een opdracht is over de afgesproken datum.',
  links_next: 'Elke link wordt telkens opnieuw gecontroleerd zolang de garantie loopt.',
  links_next_owed: {
    one: 'Eén verloren link wordt onder de garantie vervangen.',
    other: '{count} verloren links worden onder de garantie vervangen.',
  },
  links_next_past_due: {
    one: 'Eén opdracht is over de afgesproken datum; de ontbrekende links gaan voor.',
    other: '{count} opdrachten zijn over de afgesproken datum; de ontbrekende links gaan voor.',
  },
  links_next_behind: {
    one: 'Eén opdracht loopt achter op schema; de links daarvan gaan voor.',
    other: '{count} opdrachten lopen achter op schema; de links daarvan gaan voor.',
  },

  // Social media.
  social_no_posts: 'Er is niets geplaatst.',
  social_posts: { one: 'Er is één bericht geplaatst.', other: 'Er zijn {count} berichten geplaatst.' },
  social_engagement: {
    one: 'De berichten kregen in deze periode één reactie.',
    other: 'De berichten kregen in deze periode {count} reacties.',
  },
  social_not_measured: 'Hoe mensen reageerden, is nog niet gemeten.',
  social_none: 'In deze periode waren er geen berichten.',
  social_none_reason:
    'Berichten op sociale media horen bij uw pakket, maar in deze dagen is er geen geplaatst. Zodra dat gebeurt, verschijnen ze hier.',
  social_not_booked_reason:
    'Sociale media maken geen deel uit van uw pakket. Zodra dat verandert, verschijnen de berichten hier.',
  social_next: 'Na elk bericht worden de reacties opnieuw gemeten.',
  social_next_best: 'Het beste bericht stond op {platform}; van wat daar werkte, doen we meer.',

  // The blueprint's health.
  health_completion: 'De blauwdruk is voor {percent} uitgevoerd.',
  health_authority: 'De autoriteitsscore is {score}.',
  health_authority_up: {
    one: 'De autoriteitsscore steeg met één punt naar {score}.',
    other: 'De autoriteitsscore steeg met {count} punten naar {score}.',
  },
  health_authority_down: {
    one: 'De autoriteitsscore daalde met één punt naar {score}.',
    other: 'De autoriteitsscore daalde met {count} punten naar {score}.',
  },
  health_none: 'De blauwdruk van de website is nog niet gemeten.',
  health_none_reason: 'Er wordt gemeten zodra een blauwdruk is goedgekeurd en de eerste pagina’s er staan.',
  health_rule: 'Groen: minstens 80% van de blauwdruk is uitgevoerd. Oranje: minstens 50%. Rood: minder.',
  health_next_none: 'De blauwdruk heeft geen hiaten meer.',
  health_next_gaps: {
    one: 'Er is nog één hiaat; dat wordt hierna gevuld.',
    other: 'Er zijn nog {count} hiaten; die worden een voor een gevuld.',
  },

  // Work done.
  work_days: {
    one: 'Op één dag van deze periode is werk afgerond.',
    other: 'Op {count} dagen van deze periode is werk afgerond.',
  },
  work_article: { one: 'Er is één artikel gepubliceerd.', other: 'Er zijn {count} artikelen gepubliceerd.' },
  work_link_live: { one: 'Er kwam één link online.', other: 'Er kwamen {count} links online.' },
  work_link_replaced: {
    one: 'Er is één verloren link vervangen.',
    other: 'Er zijn {count} verloren links vervangen.',
  },
  work_page_indexed: {
    one: 'Er is één pagina nieuw geïndexeerd.',
    other: 'Er zijn {count} pagina’s nieuw geïndexeerd.',
  },
  work_schema: {
    one: 'Eén pagina kreeg gestructureerde data.',
    other: '{count} pagina’s kregen gestructureerde data.',
  },
  work_technical: {
    one: 'Er is één technische verbetering doorgevoerd.',
    other: 'Er zijn {count} technische verbeteringen doorgevoerd.',
  },
  work_none: 'In deze periode is niets afgerond.',
  work_none_reason:
    'Ons logboek bevat voor deze dagen geen artikel, link, geïndexeerde pagina of technisch werk. Wat wordt afgerond, verschijnt hier vanzelf.',
  work_next: 'Alles hier volgt uit ons logboek; er wordt niets met de hand ingevoerd.',

  // The plan.
  plan_publish: '“{title}” publiceren.',
  plan_link: 'Een link naar {page} opbouwen met de ankertekst “{anchor}”.',
  plan_ours: {
    one: 'Aan onze kant staat één stap gepland.',
    other: 'Aan onze kant staan {count} stappen gepland.',
  },
  plan_ours_none: 'Aan onze kant staan nog geen stappen gepland.',
  plan_yours: { one: 'Eén stap wacht op u.', other: '{count} stappen wachten op u.' },
  plan_none: 'Voor de komende periode staat nog niets gepland.',
  plan_none_reason:
    'Zodra er ingeplande artikelen, geplande links of openstaande goedkeuringen zijn, verschijnen ze hier.',
  plan_next: 'Hiervoor is van u niets nodig.',
  plan_next_yours: 'Het eerste antwoord hebben we uiterlijk {day} nodig.',
};
