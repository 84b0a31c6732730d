import type { labelsEn } from './labels-en.ts';
import type { Phrase } from './phrase.ts';

/** What a rendering says in words of ours, in Polish. */
export const labelsPl: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'Tygodniowy raport SEO',
  'type.monthly': 'Miesięczny raport SEO',
  'type.quarterly': 'Kwartalny raport SEO',

  'verdict.title': 'Ocena',
  'verdict.improving': 'Poprawa',
  'verdict.stable': 'Stabilnie',
  'verdict.declining': 'Spadek',
  'verdict.none': 'Za mało danych',

  'first.win': 'Największy sukces',
  'first.no_win': 'Tym razem żaden pojedynczy sukces się nie wyróżnia.',
  'first.priority': 'Najwyższy priorytet',
  'first.no_priority': 'Nie ma nic pilnego.',
  'first.needs': 'Czego od Państwa potrzebujemy',
  'first.no_needs': 'Na razie niczego. Działamy dalej.',
  'first.need_since': 'oczekuje od {day}',
  'first.goals': 'Cele',
  'first.no_goals': 'Nie uzgodniono jeszcze żadnych celów.',
  'first.figures': 'Kluczowe wskaźniki',

  'need.approval': 'Akceptacja',
  'need.brief': 'Pytania',
  'need.connection': 'Połączenie',

  'pace.ahead': 'Przed planem',
  'pace.on_track': 'Planowo',
  'pace.behind': 'Opóźniony',
  'pace.missed': 'Nieosiągnięty',
  'pace.met': 'Osiągnięty',
  'goal.by': '{target} (do {day})',
  'goal.from': 'na początku {baseline}',
  'goal.now': 'teraz {value}',
  'goal.unknown': 'jeszcze nie zmierzono',

  'period.both': '{period} w porównaniu z okresami: {before} oraz, rok wcześniej, {year_before}.',
  'period.cut':
    'Dane kończą się {day}: {compared} tego okresu porównano z taką samą liczbą dni poprzedniego okresu i okresu sprzed roku.',
  'period.days': { one: '{count} dzień', few: '{count} dni', many: '{count} dni', other: '{count} dnia' },
  'period.paused': {
    one: 'Usługa była wstrzymana {days}.',
    few: 'Usługa była wstrzymana przez {count} dni: {days}.',
    many: 'Usługa była wstrzymana przez {count} dni: {days}.',
    other: 'Usługa była wstrzymana przez {count} dnia: {days}.',
  },

  'change.against': 'wzgl. {period}',
  'change.no_before': 'brak danych z poprzedniego okresu',
  'change.no_year': 'brak danych sprzed roku',
  'change.same': 'bez zmian',
  'change.better': 'lepiej',
  'change.worse': 'gorzej',
  'change.points': '{value} p.p.',

  'flag.green': 'Zgodnie z planem',
  'flag.amber': 'Do obserwacji',
  'flag.red': 'Wymaga działania',
  'flag.rule': 'Jak to oceniamy',

  'contents.title': 'W tym raporcie',

  'part.next': 'Co to oznacza i co dalej',
  'part.source': 'Źródło: {source}',
  'part.data_to': 'dane do {day}',
  'part.empty': 'Nie ma jeszcze czego pokazać',
  'part.more_rows': 'Pokazano początkowe wiersze: {shown} z {total}.',
  'part.no_rows': 'Brak w tym okresie.',
  'part.unknown': 'brak danych',
  'part.total': 'Razem',
  'part.named': '{name}: {value}',

  'comment.title': 'Od opiekuna klienta',
  'comment.by': '{author}, {when}',
  'annotation.title': 'Co i kiedy się wydarzyło',
  'annotation.number': 'Adnotacja {number}',

  'log.title': 'Skąd pochodzą te liczby',
  'log.short': 'Pozycja w dzienniku: {position}',
  'log.text':
    'Wszystkie liczby wynikają z dziennika zdarzeń do pozycji {position} włącznie. Ta sama pozycja zawsze daje te same liczby; informacje uzyskane później znajdą się w następnej wersji.',
  'log.position': 'Pozycja w dzienniku',
  'log.version': 'Wersja',
  'log.version_short': 'Wersja {version}',
  'log.made': 'Sporządzono',
  'log.made_on': 'Sporządzono {day}',
  'log.report': 'Raport',
  'page.of': 'Strona {page} z {pages}',
  'page.prepared_for': 'Przygotowano dla: {client}',
  'page.prepared_by': 'Opracowanie: {name}',
  'page.skip': 'Przejdź do raportu',

  'link.pdf': 'Pobierz jako PDF',
  'link.read': 'Przeczytaj cały raport',
  'link.open': 'Otwórz',
  'link.unsubscribe': 'Nie chcę już otrzymywać tych raportów',

  'mail.subject': '{site}: {type}, {period}',
  'mail.greeting': 'Państwa raport jest gotowy. {type}: {site}, {period}.',
  'mail.why': 'Otrzymują Państwo tę wiadomość, ponieważ na ten adres wysyłane są raporty dotyczące witryny {site}.',
  'mail.picture': 'Wykres: {alt}',

  'distribution.title': 'Dystrybucja PR: {site}',
  'distribution.type': 'Raport z dystrybucji PR',
  'distribution.order': 'Zamówienie nr {id}',
  'distribution.claim': 'Opublikowane materiały: {live} z {total}.',
  'distribution.placements': 'Publikacje',
  'distribution.where': 'Gdzie ukazał się materiał',
  'distribution.outlet': 'Medium',
  'distribution.live_since': 'Online od',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: od {first} ({from}) do {last} ({to}); minimum {low}, maksimum {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'Zaznaczono: {marks}.',
};
