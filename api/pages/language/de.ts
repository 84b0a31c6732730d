import { deAccount } from './de-account.ts';
import { deClient } from './de-client.ts';
import { deMoney } from './de-money.ts';
import { deOrders } from './de-orders.ts';
import { deReports } from './de-reports.ts';
import { deSignIn } from './de-sign-in.ts';
import { deTalk } from './de-talk.ts';
import { deTold } from './de-told.ts';
import type { PageWords } from './page-words.ts';

/** What pages say, in German. */
export const de: PageWords = {
  'frame.skip': 'Zum Inhalt springen',
  'frame.menu': 'Seiten',
  'frame.home': 'Startseite',
  'frame.path': 'Wo Sie sind',
  'frame.sign_out': 'Abmelden',
  'frame.as.client': 'Kunde',
  'frame.as.agency': 'Agentur',
  'frame.signed_in': 'Angemeldet als {name}',
  'frame.live': 'Änderungen erscheinen von selbst',
  'frame.sandbox': 'Sandbox. Ihre Uhr zeigt {time}; nichts hier ist echt.',
  'frame.advance_by': 'Uhr vorstellen um',
  'frame.days.1': '1 Tag',
  'frame.days.7': '7 Tage',
  'frame.days.30': '30 Tage',
  'frame.language': 'Sprache',
  'frame.language.change': 'Ändern',
  'language.title': 'Sprache',
  'language.says':
    'In der Sprache, die Sie hier wählen, sehen Sie diese Seiten und erhalten Sie E-Mails zur Anmeldung. Berichte haben ihre eigene Sprache.',
  'list.show': 'Anzeigen',
  'list.clear': 'Filter zurücksetzen',
  'list.all': 'Alle',
  'list.csv': 'Als CSV herunterladen',
  'list.range': '{from}–{to} von {count}',
  'list.pages': 'Seiten der Liste',
  'list.previous': 'Zurück',
  'list.next': 'Weiter',
  'list.none': 'Zu diesen Filtern passt nichts.',
  'form.wrong': 'Das hat nicht geklappt',
  'form.optional': 'freiwillig',
  'form.one_a_line': 'Ein Eintrag pro Zeile.',
  'form.back': 'Zurück',
  'form.sent_before':
    'Dieses Formular wurde schon einmal gesendet. Hier ist es noch einmal mit Ihren Eingaben: Prüfen Sie sie und senden Sie es erneut.',
  'form.moved':
    'Während Sie das Formular offen hatten, wurde hier etwas geändert. Es zeigt jetzt den neuen Stand und Ihre Eingaben: Prüfen Sie sie und senden Sie es erneut.',
  'form.expired':
    'Das Formular war zu lange offen, oder Sie haben sich inzwischen neu angemeldet. Senden Sie es noch einmal.',
  'problem.home': 'Zur Startseite',
  'problem.again': 'Erneut versuchen',
  'problem.sign_in': 'Anmelden',
  'problem.reference': 'Wenn Sie uns dazu fragen, nennen Sie bitte {id}.',
  'problem.missing.title': 'Diese Seite gibt es nicht',
  'problem.missing.text':
    'Sie ist nicht vorhanden, oder sie ist nicht für Sie bestimmt. Eine Adresse, die man Ihnen geschickt hat, gehört vielleicht zu einem anderen Konto.',
  'problem.unknown.title': 'Melden Sie sich an, um diese Seite zu sehen',
  'problem.unknown.text': 'Sie sind nicht angemeldet, oder Ihre Sitzung ist abgelaufen.',
  'problem.forbidden.title': 'Dazu fehlt Ihnen die Berechtigung',
  'problem.forbidden.text': 'Wenden Sie sich an die Person, die die Mitglieder Ihres Kontos verwaltet.',
  'problem.plan.title': 'Ihr Tarif enthält das nicht',
  'problem.plan.text': 'Enthalten ist es im Tarif {plan}.',
  'problem.plan.none': 'Fragen Sie uns, welcher Tarif es enthält.',
  'problem.often.title': 'Das war zu oft',
  'problem.often.text': 'Warten Sie eine Minute und versuchen Sie es dann noch einmal.',
  'problem.waiting.title': 'Gleich geht es weiter',
  'problem.waiting.text':
    'Das können wir gerade nicht beantworten. Nichts ist verloren; versuchen Sie es in einigen Sekunden noch einmal.',
  'problem.gone.title': 'Das gibt es nicht mehr',
  'problem.gone.text': 'Es wurde entfernt, oder seine Zeit ist abgelaufen.',
  'problem.refused.title': 'Das hat nicht geklappt',
  'problem.ours.title': 'Hier ist etwas schiefgegangen',
  'problem.ours.text': 'Das liegt an uns; der Fehler wurde festgehalten.',
  'problem.foreign.text':
    'Das Formular kam von einer anderen Website, deshalb wurde nichts getan. Öffnen Sie die Seite hier und senden Sie es noch einmal.',
  'start.title': 'Willkommen',
  'start.none': 'Hier gibt es noch nichts für Sie',
  'start.later': 'Sobald es etwas gibt, steht es in der Navigation.',
  ...deAccount,
  ...deClient,
  ...deOrders,
  ...deMoney,
  ...deReports,
  ...deTalk,
  ...deTold,
  ...deSignIn,
};
