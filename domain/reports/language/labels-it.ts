import type { labelsEn } from './labels-en.ts';
import type { Phrase } from './phrase.ts';

/** What a rendering says in words of ours, in Italian. */
export const labelsIt: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'Report SEO settimanale',
  'type.monthly': 'Report SEO mensile',
  'type.quarterly': 'Report SEO trimestrale',

  'verdict.title': 'Giudizio complessivo',
  'verdict.improving': 'In miglioramento',
  'verdict.stable': 'Stabile',
  'verdict.declining': 'In calo',
  'verdict.none': 'Dati non ancora sufficienti',

  'first.win': 'Risultato migliore',
  'first.no_win': 'Questa volta nessun risultato spicca sugli altri.',
  'first.priority': 'Priorità principale',
  'first.no_priority': 'Nulla di urgente.',
  'first.needs': 'Che cosa ci serve da parte Sua',
  'first.no_needs': 'Nulla al momento. Il lavoro prosegue.',
  'first.need_since': 'data della richiesta: {day}',
  'first.goals': 'Obiettivi',
  'first.no_goals': 'Non sono ancora stati concordati obiettivi.',
  'first.figures': 'Indicatori principali',

  'need.approval': 'Approvazione',
  'need.brief': 'Briefing',
  'need.connection': 'Collegamento',

  'pace.ahead': 'In anticipo',
  'pace.on_track': 'In linea',
  'pace.behind': 'In ritardo',
  'pace.missed': 'Non raggiunto',
  'pace.met': 'Raggiunto',
  'goal.by': '{target}, scadenza {day}',
  'goal.from': 'da {baseline}',
  'goal.now': 'ora {value}',
  'goal.unknown': 'non ancora misurato',

  'period.both': '{period}, a confronto con {before} e, un anno prima, con {year_before}.',
  'period.cut':
    'I dati si fermano in data {day}: il confronto comprende {compared} di questo periodo e la stessa durata nel periodo precedente e nell’anno precedente.',
  'period.days': { one: '{count} giorno', many: '{count} di giorni', other: '{count} giorni' },
  'period.paused': {
    one: 'Il servizio è stato sospeso in data {days}.',
    many: 'Il servizio è stato sospeso per {count} di giorni: {days}.',
    other: 'Il servizio è stato sospeso per {count} giorni: {days}.',
  },

  'change.against': 'rispetto a {period}',
  'change.no_before': 'periodo prec. non noto',
  'change.no_year': 'anno prec. non noto',
  'change.same': 'invariato',
  'change.better': 'meglio',
  'change.worse': 'peggio',
  'change.points': '{value} p.p.',

  'flag.green': 'In linea',
  'flag.amber': 'Da monitorare',
  'flag.red': 'Da risolvere',
  'flag.rule': 'Come viene valutato',

  'contents.title': 'In questo report',

  'part.next': 'Che cosa significa e prossimi passi',
  'part.source': 'Fonte: {source}',
  'part.data_to': 'ultimi dati: {day}',
  'part.empty': 'Ancora nulla da mostrare',
  'part.more_rows': 'Vengono mostrati i primi risultati: {shown} su {total}.',
  'part.no_rows': 'Nessun risultato in questo periodo.',
  'part.unknown': 'sconosciuto',
  'part.total': 'Totale',
  'part.named': '{name}: {value}',

  'comment.title': 'Il commento di chi segue il Suo progetto',
  'comment.by': '{author}, {when}',
  'annotation.title': 'Che cosa è accaduto e quando',
  'annotation.number': 'Nota {number}',

  'log.title': 'Da dove provengono questi numeri',
  'log.short': 'Posizione {position} del registro',
  'log.text':
    'Tutti i numeri derivano dal registro fino alla posizione {position}. La stessa posizione dà sempre gli stessi numeri; ciò che diventa noto in seguito compare nella versione successiva.',
  'log.position': 'Posizione del registro',
  'log.version': 'Versione',
  'log.version_short': 'Versione {version}',
  'log.made': 'Data di creazione',
  'log.made_on': 'Data di creazione: {day}',
  'log.report': 'Numero del report',
  'page.of': 'Pagina {page} di {pages}',
  'page.prepared_for': 'Preparato per {client}',
  'page.prepared_by': 'Preparato da {name}',
  'page.skip': 'Vai al report',

  'link.pdf': 'Scarica in PDF',
  'link.read': 'Leggi il report completo',
  'link.open': 'Apri',
  'link.unsubscribe': 'Non desidero più ricevere questi report',

  'mail.subject': '{site}: {type}, {period}',
  'mail.greeting': 'Il Suo report è pronto. {type} di {site}, {period}.',
  'mail.why': 'Riceve questa e-mail perché i report di {site} vengono inviati a questo indirizzo.',
  'mail.picture': 'Grafico: {alt}',

  'distribution.title': 'Diffusione stampa per {site}',
  'distribution.type': 'Report di diffusione stampa',
  'distribution.order': 'Ordine n. {id}',
  'distribution.claim': 'Pubblicazioni online: {live} su {total}.',
  'distribution.placements': 'Pubblicazioni',
  'distribution.where': 'Dove è stato pubblicato',
  'distribution.outlet': 'Testata',
  'distribution.live_since': 'Data di pubblicazione',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: da {first} ({from}) a {last} ({to}); minimo: {low}; massimo: {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'Punti segnalati: {marks}.',
};
