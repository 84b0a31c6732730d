import type { PageWords } from './page-words.ts';
import { plAccount } from './pl-account.ts';
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
  'frame.path': 'Ścieżka do tej strony',
  'frame.sign_out': 'Wyloguj się',
  'frame.as.client': 'klient',
  'frame.as.agency': 'agencja',
  'frame.signed_in': 'Zalogowano jako: {name}',
  'frame.live': 'Zmiany pojawiają się same',
  'frame.sandbox': 'Środowisko testowe. Zegar wskazuje {time}; nic tutaj nie dzieje się naprawdę.',
  'frame.advance_by': 'Przesuń zegar o',
  'frame.days.1': '1 dzień',
  'frame.days.7': '7 dni',
  'frame.days.30': '30 dni',
  'frame.language': 'Język',
  'frame.language.change': 'Zmień',
  'language.title': 'Język',
  'language.says':
    'W wybranym tu języku wyświetlane są strony i wysyłane wiadomości o logowaniu. Raporty mają własny język.',
  'list.show': 'Pokaż',
  'list.clear': 'Wyczyść filtry',
  'list.all': 'Wszystkie',
  'list.csv': 'Pobierz jako CSV',
  'list.range': '{from}–{to} z {count}',
  'list.pages': 'Strony listy',
  'list.previous': 'Poprzednia',
  'list.next': 'Następna',
  'list.none': 'Żadna pozycja nie spełnia tych kryteriów.',
  'form.wrong': 'Nie udało się tego zapisać',
  'form.optional': 'opcjonalnie',
  'form.one_a_line': 'Każda pozycja w osobnym wierszu.',
  'form.back': 'Wróć',
  'form.sent_before':
    'Ten formularz został już raz wysłany. Oto on ponownie, z wpisanymi danymi: proszę je sprawdzić i wysłać jeszcze raz.',
  'form.moved':
    'Gdy formularz był otwarty, ktoś zmienił te dane. Widać tu ich obecny stan oraz to, co zostało wpisane: proszę wszystko sprawdzić i wysłać ponownie.',
  'form.expired':
    'Formularz był otwarty zbyt długo albo w międzyczasie nastąpiło ponowne logowanie. Proszę wysłać go jeszcze raz.',
  'problem.home': 'Przejdź do pierwszej strony',
  'problem.again': 'Spróbuj ponownie',
  'problem.sign_in': 'Zaloguj się',
  'problem.reference': 'W razie pytań do nas proszę podać identyfikator {id}.',
  'problem.missing.title': 'Nie ma takiej strony',
  'problem.missing.text':
    'Strona nie istnieje albo nie mają Państwo do niej dostępu. Otrzymany adres może należeć do innego konta.',
  'problem.unknown.title': 'Zaloguj się, aby zobaczyć tę stronę',
  'problem.unknown.text': 'Sesja wygasła lub nie nastąpiło jeszcze logowanie.',
  'problem.forbidden.title': 'Brak uprawnień do tej czynności',
  'problem.forbidden.text': 'Uprawnienia może nadać osoba, która zarządza użytkownikami Państwa konta.',
  'problem.plan.title': 'Państwa abonament tego nie obejmuje',
  'problem.plan.text': 'Ta funkcja należy do abonamentu {plan}.',
  'problem.plan.none': 'Chętnie powiemy, który abonament ją obejmuje.',
  'problem.often.title': 'Zbyt wiele prób',
  'problem.often.text': 'Proszę odczekać minutę i spróbować ponownie.',
  'problem.waiting.title': 'Zaraz wracamy',
  'problem.waiting.text':
    'W tej chwili nie możemy odpowiedzieć. Nic nie zostało utracone; proszę spróbować ponownie za kilka sekund.',
  'problem.gone.title': 'Tego już tu nie ma',
  'problem.gone.text': 'Element został usunięty albo jego ważność minęła.',
  'problem.refused.title': 'Nie udało się',
  'problem.ours.title': 'Coś poszło nie tak',
  'problem.ours.text': 'To błąd po naszej stronie; został odnotowany.',
  'problem.foreign.text':
    'Formularz pochodził z innej witryny, więc nic nie zostało wykonane. Proszę otworzyć stronę tutaj i wysłać go ponownie.',
  'start.title': 'Witamy',
  'start.none': 'Na razie nic tu nie ma',
  'start.later': 'Gdy tylko coś się pojawi, będzie dostępne w nawigacji.',
  ...plAccount,
  ...plClient,
  ...plOrders,
  ...plMoney,
  ...plReports,
  ...plTalk,
  ...plTold,
  ...plSignIn,
};
