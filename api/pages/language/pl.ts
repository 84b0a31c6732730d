import type { PageWords } from './page-words.ts';
import { plClient } from './pl-client.ts';
import { plMoney } from './pl-money.ts';
import { plOrders } from './pl-orders.ts';
import { plReports } from './pl-reports.ts';
import { plSignIn } from './pl-sign-in.ts';
import { plTalk } from './pl-talk.ts';
import { plTold } from './pl-told.ts';

/** What pages say, in Polish. */
export const pl: PageWords = {
  'frame.skip': 'Przejdź do treści',
  'frame.menu': 'Strony',
  'frame.home': 'Strona główna',
  'frame.path': 'Gdzie jesteś',
  'frame.sign_out': 'Wyloguj się',
  'frame.as.client': 'klient',
  'frame.as.agency': 'agencja',
  'frame.signed_in': 'Zalogowano jako {name}',
  'frame.live': 'Zmiany pojawiają się same',
  'frame.sandbox': 'Środowisko testowe. Jego zegar wskazuje {time}; nic tutaj nie jest prawdziwe.',
  'frame.advance_by': 'Przesuń zegar o',
  'frame.days.1': '1 dzień',
  'frame.days.7': '7 dni',
  'frame.days.30': '30 dni',
  'frame.language': 'Język',
  'frame.language.change': 'Zmień',
  'language.title': 'Język',
  'language.says': 'W wybranym tu języku są strony i wiadomości o logowaniu. Raporty mają własny język.',
  'list.show': 'Pokaż',
  'list.clear': 'Wyczyść filtry',
  'list.all': 'Wszystkie',
  'list.csv': 'Pobierz jako CSV',
  'list.range': '{from}–{to} z {count}',
  'list.pages': 'Strony listy',
  'list.previous': 'Poprzednia',
  'list.next': 'Następna',
  'list.none': 'Nic nie pasuje do tych filtrów.',
  'form.wrong': 'To się nie udało',
  'form.optional': 'opcjonalnie',
  'form.one_a_line': 'Po jednym w wierszu.',
  'form.back': 'Wróć',
  'form.sent_before':
    'Ten formularz został już wysłany. Oto on ponownie z wpisaną treścią: sprawdź ją i wyślij jeszcze raz.',
  'form.moved':
    'Ktoś zmienił te dane, gdy formularz był otwarty. Pokazuje on teraz stan aktualny i to, co zostało wpisane: sprawdź i wyślij ponownie.',
  'form.expired':
    'Formularz był otwarty zbyt długo albo w międzyczasie nastąpiło ponowne logowanie. Wyślij go jeszcze raz.',
  'problem.home': 'Przejdź do pierwszej strony',
  'problem.again': 'Spróbuj ponownie',
  'problem.sign_in': 'Zaloguj się',
  'problem.reference': 'Pytając nas o to, podaj {id}.',
  'problem.missing.title': 'Nie ma takiej strony',
  'problem.missing.text': 'Nie istnieje albo nie masz do niej dostępu. Otrzymany adres może należeć do innego konta.',
  'problem.unknown.title': 'Zaloguj się, aby zobaczyć tę stronę',
  'problem.unknown.text': 'Nie jesteś zalogowany lub Twoja sesja wygasła.',
  'problem.forbidden.title': 'Nie masz do tego uprawnień',
  'problem.forbidden.text': 'Zapytaj osobę, która zarządza członkami Twojego konta.',
  'problem.plan.title': 'Twój plan tego nie obejmuje',
  'problem.plan.text': 'Zawiera to plan {plan}.',
  'problem.plan.none': 'Zapytaj nas, w którym planie to jest.',
  'problem.often.title': 'To było zbyt często',
  'problem.often.text': 'Odczekaj minutę i spróbuj ponownie.',
  'problem.waiting.title': 'Zaraz wracamy',
  'problem.waiting.text': 'W tej chwili nie możemy odpowiedzieć. Nic nie zginęło; spróbuj ponownie za kilka sekund.',
  'problem.gone.title': 'Tego już nie ma',
  'problem.gone.text': 'Zostało usunięte albo minął jego czas.',
  'problem.refused.title': 'To się nie powiodło',
  'problem.ours.title': 'Coś poszło u nas nie tak',
  'problem.ours.text': 'To nasza wina; zdarzenie zostało zapisane.',
  'problem.foreign.text':
    'Formularz przyszedł z innej witryny, więc nic nie zostało wykonane. Otwórz stronę tutaj i wyślij go ponownie.',
  'start.title': 'Witamy',
  'start.none': 'Nic tu jeszcze dla Ciebie nie ma',
  'start.later': 'Gdy tylko coś się pojawi, znajdzie się w nawigacji.',
  ...plClient,
  ...plOrders,
  ...plMoney,
  ...plReports,
  ...plTalk,
  ...plTold,
  ...plSignIn,
};
