import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in Italian, as those of `claims-it.ts`. */
export const sectionClaimsIt: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'tutte le sezioni di questo report',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console e, dove non ha dati, Ahrefs',
  source_conversions: 'conversioni comunicate per il sito',
  source_articles: 'articoli pubblicati sul sito',
  source_indexing: 'ispezioni degli URL di Google Search Console',
  source_links: 'i nostri ordini e le nostre verifiche di ciascun link',
  source_social: 'post e interazioni misurate',
  source_health: 'misurazioni dell’architettura del sito',
  source_work: 'il nostro registro',
  source_plan: 'contenuti in coda, piano della campagna e approvazioni in sospeso',

  // Organic traffic.
  traffic_up: 'I clic dalla ricerca sono saliti a {clicks} (+{percent}).',
  traffic_down: 'I clic dalla ricerca sono scesi a {clicks} (−{percent}).',
  traffic_steady: 'I clic dalla ricerca sono rimasti stabili: {clicks}.',
  traffic_first: {
    one: 'La ricerca ha portato un clic; manca un periodo precedente con cui confrontarlo.',
    many: 'La ricerca ha portato {count} di clic; manca un periodo precedente con cui confrontarli.',
    other: 'La ricerca ha portato {count} clic; manca un periodo precedente con cui confrontarli.',
  },
  traffic_from_nothing: {
    one: 'La ricerca ha portato il primo clic.',
    many: 'La ricerca ha portato {count} di clic, dopo nessuno nel periodo precedente.',
    other: 'La ricerca ha portato {count} clic, dopo nessuno nel periodo precedente.',
  },
  traffic_still_nothing: 'La ricerca non ha portato alcun clic, come nel periodo precedente.',
  traffic_none: 'Non ci sono dati di ricerca per questo periodo.',
  traffic_none_reason:
    'Google Search Console non ha comunicato nulla per questi giorni. I dati compariranno qui non appena sarà collegata e li avrà comunicati.',
  traffic_rule:
    'Verde: i clic sono scesi al massimo del 5% rispetto al periodo precedente. Giallo: al massimo del 20%. Rosso: di oltre il 20%.',
  traffic_next_first: 'A partire dal prossimo periodo, questa sezione riporterà il confronto.',
  traffic_next_seen_not_clicked:
    'Il sito viene visto più spesso, ma riceve meno clic per impressione: conviene rivedere titoli e descrizioni delle pagine più visibili.',
  traffic_next_seen_more:
    'Il sito viene visto più spesso e chi lo vede continua a fare clic: si prosegue come previsto.',
  traffic_next_fewer_better:
    'Il sito viene visto meno spesso, ma da un pubblico più adatto. Ampliamo gli argomenti che funzionano.',
  traffic_next_seen_less: 'Il sito viene visto meno spesso. Esaminiamo per prime le pagine che hanno perso di più.',
  traffic_next_clicked_less:
    'Il sito viene visto quanto prima, ma riceve meno clic: conviene rivedere titoli e descrizioni delle pagine più visibili.',
  traffic_next_clicked_more:
    'Il sito viene visto quanto prima e riceve più clic: ciò che si legge nei risultati risponde meglio a ciò che le persone cercano.',
  traffic_next_same:
    'Il sito viene visto all’incirca quanto prima; ora la crescita dipende da nuovi argomenti e da posizioni migliori.',
  year_unknown: 'Il dato di un anno prima è sconosciuto.',
  year_same: 'Il dato è pressoché uguale a quello di un anno prima.',
  year_more: 'Rispetto a un anno prima sono di più (+{percent}).',
  year_less: 'Rispetto a un anno prima sono di meno (−{percent}).',
  search_cut: {
    one: 'I dati di ricerca si fermano in data {day}, quindi si confronta solo il primo giorno di ciascun periodo.',
    many: 'I dati di ricerca si fermano in data {day}, quindi si confrontano i primi {count} di giorni di ciascun periodo.',
    other:
      'I dati di ricerca si fermano in data {day}, quindi si confrontano i primi {count} giorni di ciascun periodo.',
  },

  // Keyword rankings.
  rankings_first: {
    one: 'Una parola chiave è nella top 10; il dato precedente è sconosciuto.',
    many: '{count} di parole chiave sono nella top 10; il dato precedente è sconosciuto.',
    other: '{count} parole chiave sono nella top 10; il dato precedente è sconosciuto.',
  },
  rankings_same: {
    one: 'Una parola chiave è nella top 10, come prima.',
    many: '{count} di parole chiave sono nella top 10, tante quante prima.',
    other: '{count} parole chiave sono nella top 10, tante quante prima.',
  },
  rankings_more: {
    one: 'Una parola chiave è ora nella top 10; prima erano {before}.',
    many: '{count} di parole chiave sono ora nella top 10, contro {before} nel periodo precedente.',
    other: '{count} parole chiave sono ora nella top 10, contro {before} nel periodo precedente.',
  },
  rankings_fewer: {
    one: 'Una parola chiave è ancora nella top 10; prima erano {before}.',
    many: '{count} di parole chiave sono ora nella top 10, contro {before} nel periodo precedente.',
    other: '{count} parole chiave sono ora nella top 10, contro {before} nel periodo precedente.',
  },
  rankings_new: {
    one: 'Una parola chiave compare per la prima volta nei risultati.',
    many: '{count} di parole chiave compaiono per la prima volta nei risultati.',
    other: '{count} parole chiave compaiono per la prima volta nei risultati.',
  },
  rankings_none: 'Non ci sono posizioni per questo periodo.',
  rankings_none_reason:
    'Né Google Search Console né Ahrefs hanno comunicato posizioni per questi giorni. Compariranno qui non appena uno dei due lo farà.',
  rankings_rule:
    'Verde: le parole chiave nella top 10 sono diminuite al massimo del 5% rispetto al periodo precedente. Giallo: al massimo del 20%. Rosso: di oltre il 20%.',
  rankings_next_loser: 'La parola chiave «{keyword}» è quella scesa di più: la sua pagina è la prima che miglioriamo.',
  rankings_next_gone:
    'La parola chiave «{keyword}» non è più tra i primi 50 risultati: la sua pagina è la prima che miglioriamo.',
  rankings_next_winners:
    'Le parole chiave che sono salite mostrano quali argomenti funzionano: continuiamo a puntare su questi.',
  rankings_next_steady: 'Le posizioni sono stabili. A farle crescere saranno nuovi articoli e nuovi link.',

  // Conversions.
  conversions_first: {
    one: 'È stata registrata una conversione; manca un periodo precedente con cui confrontarla.',
    many: 'Sono stati registrati {count} di conversioni; manca un periodo precedente con cui confrontarle.',
    other: 'Sono state registrate {count} conversioni; manca un periodo precedente con cui confrontarle.',
  },
  conversions_same: {
    one: 'È stata registrata una conversione, come prima.',
    many: 'Sono stati registrati {count} di conversioni, tante quante prima.',
    other: 'Sono state registrate {count} conversioni, tante quante prima.',
  },
  conversions_up: {
    one: 'È stata registrata una conversione (+{percent} rispetto a prima).',
    many: 'Sono stati registrati {count} di conversioni (+{percent} rispetto a prima).',
    other: 'Sono state registrate {count} conversioni (+{percent} rispetto a prima).',
  },
  conversions_down: {
    one: 'È stata registrata una conversione (−{percent} rispetto a prima).',
    many: 'Sono stati registrati {count} di conversioni (−{percent} rispetto a prima).',
    other: 'Sono state registrate {count} conversioni (−{percent} rispetto a prima).',
  },
  conversions_channel: 'Il canale principale è {channel} ({percent} del totale).',
  conversions_none: 'Non risultano conversioni in questo periodo.',
  conversions_none_reason:
    'Per questi giorni non sono state comunicate conversioni del sito. Compariranno qui non appena moduli, chiamate o vendite verranno misurati.',
  conversions_rule:
    'Verde: le conversioni sono scese al massimo del 5% rispetto al periodo precedente. Giallo: al massimo del 20%. Rosso: di oltre il 20%.',
  conversions_next: 'Le pagine che convertono sono quelle verso cui indirizziamo visitatori e link.',
  conversions_next_down:
    'Verifichiamo prima se i moduli e la misurazione funzionano ancora, poi quali pagine hanno perso visitatori.',

  // Content.
  content_published: {
    one: 'È stato pubblicato un articolo.',
    many: 'Sono stati pubblicati {count} di articoli.',
    other: 'Sono stati pubblicati {count} articoli.',
  },
  content_nothing: 'Non è stato pubblicato alcun articolo.',
  content_target_met: 'L’obiettivo concordato ({target}) è così rispettato.',
  content_target_missed: {
    one: 'Manca un articolo per rispettare l’obiettivo concordato ({target}).',
    many: 'Mancano {count} di articoli per rispettare l’obiettivo concordato ({target}).',
    other: 'Mancano {count} articoli per rispettare l’obiettivo concordato ({target}).',
  },
  content_none: 'In questo periodo non sono stati pubblicati articoli.',
  content_none_reason:
    'Nessun abbonamento gestito comprende questo sito e non è stato pubblicato nulla. Gli articoli compariranno qui una volta pubblicati.',
  content_not_due_reason:
    'Per questi giorni non ne era stato concordato alcuno. Gli articoli compariranno qui una volta pubblicati.',
  content_rule:
    'Verde: sono stati pubblicati tutti gli articoli concordati per il periodo. Giallo: almeno l’80%. Rosso: meno.',
  content_next: 'Di solito i nuovi articoli impiegano alcune settimane per trovare la loro posizione nei risultati.',
  content_next_behind: 'Ciò che manca verrà pubblicato per primo nel periodo successivo.',

  // Indexing.
  indexing_indexed: {
    one: 'Una pagina è indicizzata, su un totale ispezionato di {inspected}.',
    many: '{count} di pagine sono indicizzate, su un totale ispezionato di {inspected}.',
    other: '{count} pagine sono indicizzate, su un totale ispezionato di {inspected}.',
  },
  indexing_more: {
    one: 'È una in più rispetto a prima.',
    many: 'Sono {count} in più rispetto a prima.',
    other: 'Sono {count} in più rispetto a prima.',
  },
  indexing_fewer: {
    one: 'È una in meno rispetto a prima.',
    many: 'Sono {count} in meno rispetto a prima.',
    other: 'Sono {count} in meno rispetto a prima.',
  },
  indexing_errors: {
    one: 'Una pagina presenta errori ({percent} del totale).',
    many: '{count} di pagine presentano errori ({percent} del totale).',
    other: '{count} pagine presentano errori ({percent} del totale).',
  },
  indexing_none: 'Non è ancora stata ispezionata alcuna pagina.',
  indexing_none_reason:
    'Le pagine vengono ispezionate tramite Google Search Console. Compariranno qui non appena sarà collegata.',
  indexing_rule:
    'Verde: presenta errori al massimo il 2% delle pagine ispezionate. Giallo: al massimo il 5%. Rosso: di più.',
  indexing_next:
    'Tutte le pagine ispezionate possono essere trovate. Quelle nuove vengono ispezionate man mano che vengono pubblicate.',
  indexing_next_pending:
    'Le pagine in attesa vengono ispezionate di nuovo; la maggior parte viene indicizzata nel giro di alcune settimane.',
  indexing_next_errors:
    'Le pagine con errori sono elencate di seguito con il relativo motivo; sono le prime a essere corrette.',

  // Backlinks.
  links_built: {
    one: 'È stato pubblicato un nuovo link.',
    many: 'Sono stati pubblicati {count} di nuovi link.',
    other: 'Sono stati pubblicati {count} nuovi link.',
  },
  links_none_built: 'In questo periodo non è stato pubblicato alcun nuovo link.',
  links_average: 'Il loro Domain Rating medio è {dr}.',
  links_spent: 'Sono stati utilizzati {spent} su un budget di {budget}.',
  links_over_budget: 'Sono stati utilizzati {spent}, oltre il budget previsto di {budget}.',
  links_none: 'In questo periodo non c’è stata alcuna campagna di backlink.',
  links_none_reason:
    'La campagna fa parte del servizio, ma in questo periodo non c’erano ordini in corso. I link compariranno qui non appena verrà approvato un ordine.',
  links_not_booked_reason:
    'Per questo sito non sono stati ordinati backlink. Non appena verrà approvato un ordine, i suoi link compariranno qui uno per uno.',
  links_rule:
    'Verde: nessun ordine è in ritardo e nessuna sostituzione è dovuta. Giallo: c’è un caso. Rosso: ce ne sono di più, oppure un ordine ha superato la scadenza.',
  links_next: 'Ogni link viene verificato periodicamente per tutta la durata della garanzia.',
  links_next_owed: {
    one: 'Un link perso verrà sostituito in garanzia.',
    many: '{count} di link persi verranno sostituiti in garanzia.',
    other: '{count} link persi verranno sostituiti in garanzia.',
  },
  links_next_past_due: {
    one: 'Un ordine ha superato la scadenza; i link mancanti hanno la precedenza.',
    many: '{count} di ordini hanno superato la scadenza; i link mancanti hanno la precedenza.',
    other: '{count} ordini hanno superato la scadenza; i link mancanti hanno la precedenza.',
  },
  links_next_behind: {
    one: 'Un ordine è in ritardo; i suoi link hanno la precedenza.',
    many: '{count} di ordini sono in ritardo; i loro link hanno la precedenza.',
    other: '{count} ordini sono in ritardo; i loro link hanno la precedenza.',
  },

  // Social media.
  social_no_posts: 'Non è stato pubblicato alcun post.',
  social_posts: {
    one: 'È stato pubblicato un post.',
    many: 'Sono stati pubblicati {count} di post.',
    other: 'Sono stati pubblicati {count} post.',
  },
  social_engagement: {
    one: 'I post hanno ottenuto un’interazione nel periodo.',
    many: 'I post hanno ottenuto {count} di interazioni nel periodo.',
    other: 'I post hanno ottenuto {count} interazioni nel periodo.',
  },
  social_not_measured: 'Le interazioni non sono ancora state misurate.',
  social_none: 'In questo periodo non ci sono stati post.',
  social_none_reason:
    'I post sui social fanno parte del servizio, ma in questi giorni non ne sono stati pubblicati. Compariranno qui una volta pubblicati.',
  social_not_booked_reason:
    'I social media non fanno parte del servizio. I post compariranno qui quando verranno inclusi.',
  social_next: 'Le interazioni vengono misurate di nuovo dopo ogni post.',
  social_next_best: 'Il post migliore è uscito su {platform}: continueremo con ciò che lì ha funzionato.',

  // The blueprint's health.
  health_completion: 'Avanzamento dell’architettura del sito: {percent}.',
  health_authority: 'Il punteggio di autorevolezza è {score}.',
  health_authority_up: {
    one: 'Il punteggio di autorevolezza è salito di un punto, a {score}.',
    many: 'Il punteggio di autorevolezza è salito di {count} di punti, a {score}.',
    other: 'Il punteggio di autorevolezza è salito di {count} punti, a {score}.',
  },
  health_authority_down: {
    one: 'Il punteggio di autorevolezza è sceso di un punto, a {score}.',
    many: 'Il punteggio di autorevolezza è sceso di {count} di punti, a {score}.',
    other: 'Il punteggio di autorevolezza è sceso di {count} punti, a {score}.',
  },
  health_none: 'L’architettura del sito non è ancora stata misurata.',
  health_none_reason: 'Viene misurata quando un’architettura è stata approvata e le sue prime pagine esistono.',
  health_rule: 'Verde: l’architettura è completa almeno all’80%. Giallo: almeno al 50%. Rosso: meno.',
  health_next_none: 'L’architettura non presenta più lacune.',
  health_next_gaps: {
    one: 'Resta una lacuna, che sarà la prossima a essere colmata.',
    many: 'Restano {count} di lacune, che verranno colmate una dopo l’altra.',
    other: 'Restano {count} lacune, che verranno colmate una dopo l’altra.',
  },

  // Work done.
  work_days: {
    one: 'Sono stati conclusi lavori in un giorno di questo periodo.',
    many: 'Sono stati conclusi lavori in {count} di giorni di questo periodo.',
    other: 'Sono stati conclusi lavori in {count} giorni di questo periodo.',
  },
  work_article: {
    one: 'È stato pubblicato un articolo.',
    many: 'Sono stati pubblicati {count} di articoli.',
    other: 'Sono stati pubblicati {count} articoli.',
  },
  work_link_live: {
    one: 'È stato pubblicato un link.',
    many: 'Sono stati pubblicati {count} di link.',
    other: 'Sono stati pubblicati {count} link.',
  },
  work_link_replaced: {
    one: 'È stato sostituito un link perso.',
    many: 'Sono stati sostituiti {count} di link persi.',
    other: 'Sono stati sostituiti {count} link persi.',
  },
  work_page_indexed: {
    one: 'Una pagina è entrata nell’indice.',
    many: '{count} di pagine sono entrate nell’indice.',
    other: '{count} pagine sono entrate nell’indice.',
  },
  work_schema: {
    one: 'Sono stati aggiunti dati strutturati a una pagina.',
    many: 'Sono stati aggiunti dati strutturati a {count} di pagine.',
    other: 'Sono stati aggiunti dati strutturati a {count} pagine.',
  },
  work_technical: {
    one: 'È stato realizzato un miglioramento tecnico.',
    many: 'Sono stati realizzati {count} di miglioramenti tecnici.',
    other: 'Sono stati realizzati {count} miglioramenti tecnici.',
  },
  work_none: 'In questo periodo non è stato concluso alcun lavoro.',
  work_none_reason:
    'Nel nostro registro non risultano articoli, link, pagine indicizzate o lavori tecnici per questi giorni. Ciò che viene concluso compare qui automaticamente.',
  work_next: 'Tutto ciò che è riportato qui proviene dal nostro registro: nulla viene inserito a mano.',

  // The plan.
  plan_publish: 'Pubblicare «{title}».',
  plan_link: 'Ottenere un link a {page} con testo di ancoraggio «{anchor}».',
  plan_ours: {
    one: 'Da parte nostra è previsto un passo.',
    many: 'Da parte nostra sono previsti {count} di passi.',
    other: 'Da parte nostra sono previsti {count} passi.',
  },
  plan_ours_none: 'Da parte nostra non è ancora previsto alcun passo.',
  plan_yours: {
    one: 'Uno attende la Sua risposta.',
    many: '{count} attendono la Sua risposta.',
    other: '{count} attendono la Sua risposta.',
  },
  plan_none: 'Per il prossimo periodo non è ancora previsto nulla.',
  plan_none_reason:
    'Gli articoli in coda, i link previsti e le approvazioni in sospeso compariranno qui non appena ce ne saranno.',
  plan_next: 'Per questo non ci serve nulla da parte Sua.',
  plan_next_yours: 'Il termine per la prima risposta scade in data {day}.',
};
