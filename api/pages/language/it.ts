import { itAccount } from './it-account.ts';
import { itClient } from './it-client.ts';
import { itMoney } from './it-money.ts';
import { itOrders } from './it-orders.ts';
import { itReports } from './it-reports.ts';
import { itSignIn } from './it-sign-in.ts';
import { itTalk } from './it-talk.ts';
import { itTold } from './it-told.ts';
import type { PageWords } from './page-words.ts';

/** What pages say, in Italian. */
export const it: PageWords = {
  'frame.skip': 'Vai al contenuto',
  'frame.menu': 'Pagine',
  'frame.home': 'Pagina iniziale',
  'frame.path': 'Dove si trova',
  'frame.sign_out': 'Esci',
  'frame.as.client': 'cliente',
  'frame.as.agency': 'agenzia',
  'frame.signed_in': 'Accesso effettuato: {name}',
  'frame.live': 'Le modifiche compaiono da sole',
  'frame.sandbox': 'Ambiente di prova. Il suo orologio segna {time}; qui nulla è reale.',
  'frame.advance_by': 'Porta avanti l’orologio',
  'frame.days.1': '1 giorno',
  'frame.days.7': '7 giorni',
  'frame.days.30': '30 giorni',
  'frame.language': 'Lingua',
  'frame.language.change': 'Cambia',
  'language.title': 'Lingua',
  'language.says':
    'Queste pagine e le e-mail di accesso sono nella lingua scelta qui. I report hanno una lingua propria.',
  'list.show': 'Mostra',
  'list.clear': 'Rimuovi i filtri',
  'list.all': 'Tutti',
  'list.csv': 'Scarica in CSV',
  'list.range': '{from}–{to} su {count}',
  'list.pages': 'Pagine dell’elenco',
  'list.previous': 'Precedente',
  'list.next': 'Successiva',
  'list.none': 'Nessun risultato con questi filtri.',
  'form.wrong': 'Non ha funzionato',
  'form.optional': 'facoltativo',
  'form.one_a_line': 'Uno per riga.',
  'form.back': 'Indietro',
  'form.sent_before':
    'Questo modulo è già stato inviato. Eccolo di nuovo con quanto ha scritto: lo controlli e lo invii ancora una volta.',
  'form.moved':
    'Qualcuno ha modificato questi dati mentre il modulo era aperto. Ora mostra la situazione attuale e quanto ha scritto: lo controlli e lo invii di nuovo.',
  'form.expired':
    'Il modulo è rimasto aperto troppo a lungo, oppure nel frattempo è stato effettuato un nuovo accesso. Lo invii ancora una volta.',
  'problem.home': 'Vai alla prima pagina',
  'problem.again': 'Riprova',
  'problem.sign_in': 'Accedi',
  'problem.reference': 'Se ci contatta al riguardo, indichi {id}.',
  'problem.missing.title': 'Questa pagina non esiste',
  'problem.missing.text':
    'Non esiste, oppure non è destinata a Lei. Un indirizzo ricevuto può appartenere a un altro account.',
  'problem.unknown.title': 'Acceda per vedere questa pagina',
  'problem.unknown.text': 'L’accesso non è stato effettuato, oppure la sessione è scaduta.',
  'problem.forbidden.title': 'Non ha l’autorizzazione necessaria',
  'problem.forbidden.text': 'Si rivolga a chi gestisce i membri del Suo account.',
  'problem.plan.title': 'Il Suo piano non lo comprende',
  'problem.plan.text': 'È compreso nel piano {plan}.',
  'problem.plan.none': 'Ci chieda quale piano lo comprende.',
  'problem.often.title': 'Troppe richieste',
  'problem.often.text': 'Attenda un minuto, poi riprovi.',
  'problem.waiting.title': 'Torniamo tra un momento',
  'problem.waiting.text': 'Al momento non possiamo rispondere. Nulla è andato perso; riprovi tra qualche secondo.',
  'problem.gone.title': 'Non c’è più',
  'problem.gone.text': 'È stato rimosso, oppure il suo tempo è scaduto.',
  'problem.refused.title': 'Non ha funzionato',
  'problem.ours.title': 'Qualcosa è andato storto',
  'problem.ours.text': 'La colpa è nostra e l’errore è stato registrato.',
  'problem.foreign.text':
    'Il modulo proveniva da un altro sito, quindi non è stato fatto nulla. Apra la pagina qui e lo invii di nuovo.',
  'start.title': 'Le diamo il benvenuto',
  'start.none': 'Qui non c’è ancora nulla per Lei',
  'start.later': 'Appena ci sarà qualcosa, comparirà nella navigazione.',
  ...itAccount,
  ...itClient,
  ...itOrders,
  ...itMoney,
  ...itReports,
  ...itTalk,
  ...itTold,
  ...itSignIn,
};
