import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/**
 * Sentences of ours about numbers, in Italian. No article, nor a word that holds one, stands before a value: it would be another before
 * 8, 11 and 80 (`il 7%`, `l’8%`). Therefore changes stand in brackets, and days after words that need none.
 */
export const claimsIt: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: ' ',
  not_known: 'sconosciuto',

  // The verdict's reason.
  reason_no_search: 'Non ci sono ancora dati sufficienti: per questo periodo non sono pervenuti dati dalla ricerca.',
  reason_unknown: 'Non ci sono ancora dati sufficienti: manca un periodo con cui confrontare questo.',
  reason_clicks_up: 'I clic dalla ricerca sono saliti da {from} a {to}.',
  reason_clicks_down: 'I clic dalla ricerca sono scesi da {from} a {to}.',
  reason_clicks_same: 'I clic dalla ricerca sono variati in misura trascurabile, da {from} a {to}.',
  reason_position_up: 'La posizione media è migliorata da {from} a {to}.',
  reason_position_down: 'La posizione media è peggiorata da {from} a {to}.',
  reason_position_same: 'La posizione media è rimasta pressoché invariata: era {from} e ora è {to}.',
  reason_links_up: {
    one: 'I link pubblicati superano di uno quelli persi.',
    many: 'I link pubblicati superano di {count} quelli persi.',
    other: 'I link pubblicati superano di {count} quelli persi.',
  },
  reason_links_down: {
    one: 'I link persi superano di uno quelli pubblicati.',
    many: 'I link persi superano di {count} quelli pubblicati.',
    other: 'I link persi superano di {count} quelli pubblicati.',
  },
  reason_links_same: 'I link pubblicati sono tanti quanti quelli persi.',
  reason_opposed_below: 'Rispetto allo stesso periodo dell’anno precedente, i clic sono ancora inferiori.',
  reason_opposed_above: 'Rispetto allo stesso periodo dell’anno precedente, i clic restano superiori.',

  // The biggest win.
  win_conversions: {
    one: 'Le conversioni sono aumentate a {count} (+{percent}).',
    many: 'Le conversioni sono aumentate a {count} (+{percent}).',
    other: 'Le conversioni sono aumentate a {count} (+{percent}).',
  },
  win_conversions_from_nothing: {
    one: 'È arrivata la prima conversione.',
    many: 'Sono arrivate le prime conversioni: {count}.',
    other: 'Sono arrivate le prime {count} conversioni.',
  },
  win_top_3: 'La parola chiave «{keyword}» è entrata nella top 3: ora è in posizione {place}.',
  win_top_10: 'La parola chiave «{keyword}» è entrata nella prima pagina dei risultati: ora è in posizione {place}.',
  win_page: {
    one: '{page} ha portato {count} clic in più rispetto a prima.',
    many: '{page} ha portato {count} di clic in più rispetto a prima.',
    other: '{page} ha portato {count} clic in più rispetto a prima.',
  },
  win_link: 'È stato pubblicato un link da un sito autorevole: {page}, con un Domain Rating di {dr}.',
  win_articles: {
    one: 'È stato pubblicato un nuovo articolo.',
    many: 'Sono stati pubblicati {count} di nuovi articoli.',
    other: 'Sono stati pubblicati {count} nuovi articoli.',
  },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'L’obiettivo di clic in 28 giorni ({target}) è stato raggiunto in data {day}.',
  goal_met_impressions: 'L’obiettivo di impressioni in 28 giorni ({target}) è stato raggiunto in data {day}.',
  goal_met_position: 'L’obiettivo di posizione media ({target}) è stato raggiunto in data {day}.',
  goal_met_keywords_top_10: 'L’obiettivo di parole chiave nella top 10 ({target}) è stato raggiunto in data {day}.',
  goal_met_referring_domains: 'L’obiettivo di domini di riferimento ({target}) è stato raggiunto in data {day}.',
  goal_met_articles: 'L’obiettivo di articoli pubblicati ({target}) è stato raggiunto in data {day}.',
  goal_met_conversions: 'L’obiettivo di conversioni in 28 giorni ({target}) è stato raggiunto in data {day}.',
  goal_missed_clicks:
    'L’obiettivo di clic in 28 giorni ({target}, scadenza {day}) non è stato raggiunto; l’ultimo valore è {value}.',
  goal_missed_impressions:
    'L’obiettivo di impressioni in 28 giorni ({target}, scadenza {day}) non è stato raggiunto; l’ultimo valore è {value}.',
  goal_missed_position:
    'L’obiettivo di posizione media ({target}, scadenza {day}) non è stato raggiunto; l’ultimo valore è {value}.',
  goal_missed_keywords_top_10:
    'L’obiettivo di parole chiave nella top 10 ({target}, scadenza {day}) non è stato raggiunto; l’ultimo valore è {value}.',
  goal_missed_referring_domains:
    'L’obiettivo di domini di riferimento ({target}, scadenza {day}) non è stato raggiunto; l’ultimo valore è {value}.',
  goal_missed_articles:
    'L’obiettivo di articoli pubblicati ({target}, scadenza {day}) non è stato raggiunto; l’ultimo valore è {value}.',
  goal_missed_conversions:
    'L’obiettivo di conversioni in 28 giorni ({target}, scadenza {day}) non è stato raggiunto; l’ultimo valore è {value}.',
  goal_behind_clicks:
    'L’obiettivo di clic in 28 giorni ({target}, scadenza {day}) procede più lentamente del previsto; il valore attuale è {value}.',
  goal_behind_impressions:
    'L’obiettivo di impressioni in 28 giorni ({target}, scadenza {day}) procede più lentamente del previsto; il valore attuale è {value}.',
  goal_behind_position:
    'L’obiettivo di posizione media ({target}, scadenza {day}) procede più lentamente del previsto; il valore attuale è {value}.',
  goal_behind_keywords_top_10:
    'L’obiettivo di parole chiave nella top 10 ({target}, scadenza {day}) procede più lentamente del previsto; il valore attuale è {value}.',
  goal_behind_referring_domains:
    'L’obiettivo di domini di riferimento ({target}, scadenza {day}) procede più lentamente del previsto; il valore attuale è {value}.',
  goal_behind_articles:
    'L’obiettivo di articoli pubblicati ({target}, scadenza {day}) procede più lentamente del previsto; il valore attuale è {value}.',
  goal_behind_conversions:
    'L’obiettivo di conversioni in 28 giorni ({target}, scadenza {day}) procede più lentamente del previsto; il valore attuale è {value}.',
  goal_unknown: 'Il valore attuale di un obiettivo fissato a {target} (scadenza {day}) è {value}.',

  // The top priority.
  priority_disconnected:
    'Il sito è scollegato: finché il collegamento non viene ripristinato, non è possibile pubblicare nulla.',
  priority_indexing: {
    one: 'Una pagina non può essere indicizzata ({percent} di quelle ispezionate): è la prima cosa da risolvere.',
    many: '{count} di pagine non possono essere indicizzate ({percent} di quelle ispezionate): è la prima cosa da risolvere.',
    other:
      '{count} pagine non possono essere indicizzate ({percent} di quelle ispezionate): è la prima cosa da risolvere.',
  },
  priority_page: {
    one: '{page} ha perso {count} clic ed è la prima pagina da esaminare.',
    many: '{page} ha perso {count} di clic ed è la prima pagina da esaminare.',
    other: '{page} ha perso {count} clic ed è la prima pagina da esaminare.',
  },
  priority_replacement: {
    one: 'Un link perso va sostituito in garanzia.',
    many: '{count} di link persi vanno sostituiti in garanzia.',
    other: '{count} link persi vanno sostituiti in garanzia.',
  },
  priority_approval: 'In attesa della Sua risposta, richiesta in data {day}: {what}',
  priority_content: {
    one: 'Resta da pubblicare un articolo dell’obiettivo concordato per questo periodo ({target}).',
    many: 'Restano da pubblicare {count} di articoli dell’obiettivo concordato per questo periodo ({target}).',
    other: 'Restano da pubblicare {count} articoli dell’obiettivo concordato per questo periodo ({target}).',
  },
  priority_action_us: 'Prossimo passo da parte nostra (scadenza {day}): {action}',
  priority_action_you: 'Prossimo passo da parte Sua (scadenza {day}): {action}',

  // What we need.
  need_blueprint: 'Approvare l’architettura del sito.',
  need_blueprint_named: 'Approvare l’architettura «{title}».',
  need_content: 'Rivedere un articolo prima della pubblicazione.',
  need_content_named: 'Rivedere l’articolo «{title}» prima della pubblicazione.',
  need_order: 'Approvare l’ordine di backlink n. {id}.',
  need_order_named: 'Approvare l’ordine di backlink «{title}».',
  need_placement: 'Approvare un link su {domain}.',
  need_brief: 'Rispondere al briefing dell’ordine di backlink n. {id}.',
  need_connection: 'Ricollegare il sito: il plugin ha perso la connessione.',
  need_search_console: 'Collegare Google Search Console: per questo periodo non sono pervenuti dati dalla ricerca.',

  // The summary.
  sum_up_a:
    'La ricerca ha portato più visitatori rispetto al periodo precedente: i clic sono aumentati (+{percent} circa).',
  sum_up_b: 'Questa volta più persone hanno trovato il sito e i clic sono cresciuti (+{percent} circa).',
  sum_down_a:
    'La ricerca ha portato meno visitatori rispetto al periodo precedente: i clic sono diminuiti (−{percent} circa).',
  sum_down_b: 'Questa volta meno persone sono arrivate dalla ricerca e i clic sono calati (−{percent} circa).',
  sum_steady_a: 'Il traffico dalla ricerca si è mantenuto stabile.',
  sum_steady_b: 'La ricerca ha portato all’incirca tanti visitatori quanti nel periodo precedente.',
  sum_from_nothing: 'Il sito ha iniziato a ricevere visitatori dalla ricerca.',
  sum_first: {
    one: 'Questo è il primo periodo con dati dalla ricerca: un solo clic, che sarà il punto di partenza dei prossimi report.',
    many: 'Questo è il primo periodo con dati dalla ricerca: {count} di clic, che saranno il punto di partenza dei prossimi report.',
    other:
      'Questo è il primo periodo con dati dalla ricerca: {count} clic, che saranno il punto di partenza dei prossimi report.',
  },
  sum_no_search:
    'Per questo periodo non sono pervenuti dati dalla ricerca, quindi non è ancora possibile valutare la visibilità del sito.',
  sum_year_still_above:
    'I clic restano comunque superiori a quelli dello stesso periodo dell’anno precedente (+{percent} circa): nel lungo periodo il quadro rimane positivo.',
  sum_year_still_below:
    'I clic restano comunque inferiori a quelli dello stesso periodo dell’anno precedente (−{percent} circa).',
  sum_year_above: 'Rispetto all’anno precedente, invece, i clic sono di più (+{percent} circa).',
  sum_year_below: 'Rispetto all’anno precedente, invece, i clic sono di meno (−{percent} circa).',
  sum_position_up: 'Il posizionamento delle pagine è migliorato: la posizione media è ora {place}.',
  sum_position_up_too: 'Anche il posizionamento delle pagine è migliorato: la posizione media è ora {place}.',
  sum_position_up_though: 'Il posizionamento delle pagine è però migliorato: la posizione media è ora {place}.',
  sum_position_down: 'Il posizionamento delle pagine è un po’ peggiorato: la posizione media è ora {place}.',
  sum_position_down_too: 'Anche il posizionamento delle pagine è un po’ peggiorato: la posizione media è ora {place}.',
  sum_position_down_though:
    'Il posizionamento delle pagine è però un po’ peggiorato: la posizione media è ora {place}.',
  sum_links_then_up: {
    one: 'In data {day} è stato pubblicato un nuovo link; nella settimana successiva i clic hanno superato quelli della settimana precedente (+{percent} circa).',
    many: 'In data {day} sono stati pubblicati {count} di nuovi link; nella settimana successiva i clic hanno superato quelli della settimana precedente (+{percent} circa).',
    other:
      'In data {day} sono stati pubblicati {count} nuovi link; nella settimana successiva i clic hanno superato quelli della settimana precedente (+{percent} circa).',
  },
  sum_links_then_down: {
    one: 'In data {day} è stato pubblicato un nuovo link; nella settimana successiva i clic sono stati inferiori a quelli della settimana precedente (−{percent} circa), ma di solito i link richiedono più tempo per dare risultati.',
    many: 'In data {day} sono stati pubblicati {count} di nuovi link; nella settimana successiva i clic sono stati inferiori a quelli della settimana precedente (−{percent} circa), ma di solito i link richiedono più tempo per dare risultati.',
    other:
      'In data {day} sono stati pubblicati {count} nuovi link; nella settimana successiva i clic sono stati inferiori a quelli della settimana precedente (−{percent} circa), ma di solito i link richiedono più tempo per dare risultati.',
  },
  sum_conversions_up: 'Le conversioni sono aumentate (+{percent} circa).',
  sum_conversions_up_too: 'Anche le conversioni sono aumentate (+{percent} circa).',
  sum_conversions_up_though: 'Le conversioni, invece, sono aumentate (+{percent} circa).',
  sum_conversions_down: 'Le conversioni sono diminuite (−{percent} circa).',
  sum_conversions_down_too: 'Anche le conversioni sono diminuite (−{percent} circa).',
  sum_conversions_down_though: 'Le conversioni, invece, sono diminuite (−{percent} circa).',
  sum_articles_a: {
    one: 'È andato online un nuovo articolo.',
    many: 'Abbiamo pubblicato {count} di nuovi articoli.',
    other: 'Abbiamo pubblicato {count} nuovi articoli.',
  },
  sum_articles_b: {
    one: 'Il sito si è arricchito di un nuovo articolo.',
    many: 'Il sito si è arricchito di nuovi articoli: {count}.',
    other: 'Il sito si è arricchito di {count} nuovi articoli.',
  },
  sum_content_behind: {
    one: 'Manca ancora un articolo tra quelli concordati per questo periodo: lo recupereremo.',
    many: 'Mancano ancora {count} di articoli tra quelli concordati per questo periodo: li recupereremo.',
    other: 'Mancano ancora {count} articoli tra quelli concordati per questo periodo: li recupereremo.',
  },
  sum_links: {
    one: 'È stato pubblicato un nuovo link.',
    many: 'Sono stati pubblicati {count} di nuovi link.',
    other: 'Sono stati pubblicati {count} nuovi link.',
  },
  sum_approvals: {
    one: 'Un elemento attende la Sua approvazione, che ci permetterà di proseguire.',
    many: '{count} di elementi attendono la Sua approvazione, che ci permetterà di proseguire.',
    other: '{count} elementi attendono la Sua approvazione, che ci permetterà di proseguire.',
  },
  sum_briefs: {
    one: 'Per proseguire ci servono le risposte a un briefing.',
    many: 'Per proseguire ci servono le risposte a {count} di briefing.',
    other: 'Per proseguire ci servono le risposte a {count} briefing.',
  },
  sum_connections: {
    one: 'Per proseguire ci serve un collegamento da parte Sua.',
    many: 'Per proseguire ci servono {count} di collegamenti da parte Sua.',
    other: 'Per proseguire ci servono {count} collegamenti da parte Sua.',
  },
  sum_more_to_come: 'Il prossimo report avrà più cose da raccontare.',
  sum_plan_below: 'I prossimi passi sono riportati alla fine di questo report.',
};
