import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/** Sentences of ours about numbers, in Polish. What hangs on a number that is no `count` stands apart from its noun. */
export const claimsPl: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: ' ',
  not_known: 'brak danych',

  // The verdict's reason.
  reason_no_search: 'Za mało danych: za ten okres nie otrzymano jeszcze danych z wyszukiwarki.',
  reason_unknown: 'Za mało danych: nie ma jeszcze z czym porównać tego okresu.',
  reason_clicks_up: 'Liczba kliknięć z wyszukiwarki wzrosła z {from} do {to}.',
  reason_clicks_down: 'Liczba kliknięć z wyszukiwarki spadła z {from} do {to}.',
  reason_clicks_same: 'Liczba kliknięć z wyszukiwarki prawie się nie zmieniła (wcześniej {from}, teraz {to}).',
  reason_position_up: 'Średnia pozycja poprawiła się z {from} na {to}.',
  reason_position_down: 'Średnia pozycja pogorszyła się z {from} na {to}.',
  reason_position_same: 'Średnia pozycja prawie się nie zmieniła: wynosiła {from}, a teraz wynosi {to}.',
  reason_links_up: {
    one: 'Pozyskano o jeden link więcej, niż utracono.',
    few: 'Pozyskano o {count} linki więcej, niż utracono.',
    many: 'Pozyskano o {count} linków więcej, niż utracono.',
    other: 'Pozyskano o {count} linku więcej, niż utracono.',
  },
  reason_links_down: {
    one: 'Utracono o jeden link więcej, niż pozyskano.',
    few: 'Utracono o {count} linki więcej, niż pozyskano.',
    many: 'Utracono o {count} linków więcej, niż pozyskano.',
    other: 'Utracono o {count} linku więcej, niż pozyskano.',
  },
  reason_links_same: 'Pozyskano tyle samo linków, ile utracono.',
  reason_opposed_below: 'W porównaniu z tym samym okresem rok wcześniej liczba kliknięć jest jednak nadal niższa.',
  reason_opposed_above: 'W porównaniu z tym samym okresem rok wcześniej liczba kliknięć jest jednak nadal wyższa.',

  // The biggest win.
  win_conversions: {
    one: 'Liczba konwersji wzrosła o {percent}, do {count}.',
    few: 'Liczba konwersji wzrosła o {percent}, do {count}.',
    many: 'Liczba konwersji wzrosła o {percent}, do {count}.',
    other: 'Liczba konwersji wzrosła o {percent}, do {count}.',
  },
  win_conversions_from_nothing: {
    one: 'Odnotowano pierwszą konwersję.',
    few: 'Odnotowano pierwsze {count} konwersje.',
    many: 'Odnotowano pierwszych {count} konwersji.',
    other: 'Odnotowano pierwsze {count} konwersji.',
  },
  win_top_3: 'Fraza „{keyword}” weszła do top 3 i zajmuje obecnie pozycję {place}.',
  win_top_10: 'Fraza „{keyword}” weszła na pierwszą stronę wyników i zajmuje obecnie pozycję {place}.',
  win_page: {
    one: 'Strona {page} przyniosła o {count} kliknięcie więcej niż wcześniej.',
    few: 'Strona {page} przyniosła o {count} kliknięcia więcej niż wcześniej.',
    many: 'Strona {page} przyniosła o {count} kliknięć więcej niż wcześniej.',
    other: 'Strona {page} przyniosła o {count} kliknięcia więcej niż wcześniej.',
  },
  win_link: 'Pozyskano link z mocnej witryny: {page} (Domain Rating: {dr}).',
  win_articles: {
    one: 'Opublikowano nowy artykuł.',
    few: 'Opublikowano {count} nowe artykuły.',
    many: 'Opublikowano {count} nowych artykułów.',
    other: 'Opublikowano {count} nowego artykułu.',
  },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'Cel dotyczący liczby kliknięć w ciągu 28 dni ({target}) osiągnięto {day}.',
  goal_met_impressions: 'Cel dotyczący liczby wyświetleń w ciągu 28 dni ({target}) osiągnięto {day}.',
  goal_met_position: 'Cel dotyczący średniej pozycji ({target}) osiągnięto {day}.',
  goal_met_keywords_top_10: 'Cel dotyczący liczby fraz w top 10 ({target}) osiągnięto {day}.',
  goal_met_referring_domains: 'Cel dotyczący liczby domen odsyłających ({target}) osiągnięto {day}.',
  goal_met_articles: 'Cel dotyczący liczby opublikowanych artykułów ({target}) osiągnięto {day}.',
  goal_met_conversions: 'Cel dotyczący liczby konwersji w ciągu 28 dni ({target}) osiągnięto {day}.',
  goal_missed_clicks:
    'Celu dotyczącego liczby kliknięć w ciągu 28 dni ({target}, termin: {day}) nie osiągnięto; ostatnia wartość: {value}.',
  goal_missed_impressions:
    'Celu dotyczącego liczby wyświetleń w ciągu 28 dni ({target}, termin: {day}) nie osiągnięto; ostatnia wartość: {value}.',
  goal_missed_position:
    'Celu dotyczącego średniej pozycji ({target}, termin: {day}) nie osiągnięto; ostatnia wartość: {value}.',
  goal_missed_keywords_top_10:
    'Celu dotyczącego liczby fraz w top 10 ({target}, termin: {day}) nie osiągnięto; ostatnia wartość: {value}.',
  goal_missed_referring_domains:
    'Celu dotyczącego liczby domen odsyłających ({target}, termin: {day}) nie osiągnięto; ostatnia wartość: {value}.',
  goal_missed_articles:
    'Celu dotyczącego liczby opublikowanych artykułów ({target}, termin: {day}) nie osiągnięto; ostatnia wartość: {value}.',
  goal_missed_conversions:
    'Celu dotyczącego liczby konwersji w ciągu 28 dni ({target}, termin: {day}) nie osiągnięto; ostatnia wartość: {value}.',
  goal_behind_clicks:
    'Realizacja celu dotyczącego liczby kliknięć w ciągu 28 dni ({target}, termin: {day}) jest opóźniona; obecna wartość: {value}.',
  goal_behind_impressions:
    'Realizacja celu dotyczącego liczby wyświetleń w ciągu 28 dni ({target}, termin: {day}) jest opóźniona; obecna wartość: {value}.',
  goal_behind_position:
    'Realizacja celu dotyczącego średniej pozycji ({target}, termin: {day}) jest opóźniona; obecna wartość: {value}.',
  goal_behind_keywords_top_10:
    'Realizacja celu dotyczącego liczby fraz w top 10 ({target}, termin: {day}) jest opóźniona; obecna wartość: {value}.',
  goal_behind_referring_domains:
    'Realizacja celu dotyczącego liczby domen odsyłających ({target}, termin: {day}) jest opóźniona; obecna wartość: {value}.',
  goal_behind_articles:
    'Realizacja celu dotyczącego liczby opublikowanych artykułów ({target}, termin: {day}) jest opóźniona; obecna wartość: {value}.',
  goal_behind_conversions:
    'Realizacja celu dotyczącego liczby konwersji w ciągu 28 dni ({target}, termin: {day}) jest opóźniona; obecna wartość: {value}.',
  goal_unknown: 'Cel: {target}, termin: {day}, obecna wartość: {value}.',

  // The top priority.
  priority_disconnected:
    'Witryna jest odłączona: dopóki nie zostanie ponownie połączona, nie można niczego opublikować.',
  priority_indexing: {
    one: 'Nie można zaindeksować jednej strony, czyli {percent} sprawdzonych: to najpilniejsze zadanie.',
    few: 'Nie można zaindeksować {count} stron, czyli {percent} sprawdzonych: to najpilniejsze zadanie.',
    many: 'Nie można zaindeksować {count} stron, czyli {percent} sprawdzonych: to najpilniejsze zadanie.',
    other: 'Nie można zaindeksować {count} strony, czyli {percent} sprawdzonych: to najpilniejsze zadanie.',
  },
  priority_page: {
    one: 'Strona {page} straciła {count} kliknięcie i to jej należy się przyjrzeć w pierwszej kolejności.',
    few: 'Strona {page} straciła {count} kliknięcia i to jej należy się przyjrzeć w pierwszej kolejności.',
    many: 'Strona {page} straciła {count} kliknięć i to jej należy się przyjrzeć w pierwszej kolejności.',
    other: 'Strona {page} straciła {count} kliknięcia i to jej należy się przyjrzeć w pierwszej kolejności.',
  },
  priority_replacement: {
    one: 'W ramach gwarancji należy zastąpić jeden utracony link.',
    few: 'W ramach gwarancji należy zastąpić {count} utracone linki.',
    many: 'W ramach gwarancji należy zastąpić {count} utraconych linków.',
    other: 'W ramach gwarancji należy zastąpić {count} utraconego linku.',
  },
  priority_approval: 'Czeka na Państwa od {day}: {what}',
  priority_content: {
    one: 'Do opublikowania pozostał jeszcze jeden artykuł (uzgodniono na ten okres: {target}).',
    few: 'Do opublikowania pozostały jeszcze {count} artykuły (uzgodniono na ten okres: {target}).',
    many: 'Do opublikowania pozostało jeszcze {count} artykułów (uzgodniono na ten okres: {target}).',
    other: 'Do opublikowania pozostało jeszcze {count} artykułu (uzgodniono na ten okres: {target}).',
  },
  priority_action_us: 'Następny krok po naszej stronie, do {day}: {action}',
  priority_action_you: 'Następny krok po Państwa stronie, do {day}: {action}',

  // What we need.
  need_blueprint: 'Prosimy zatwierdzić plan struktury witryny.',
  need_blueprint_named: 'Prosimy zatwierdzić plan struktury „{title}”.',
  need_content: 'Prosimy zapoznać się z artykułem przed jego publikacją.',
  need_content_named: 'Prosimy zapoznać się z artykułem „{title}” przed jego publikacją.',
  need_order: 'Prosimy zatwierdzić zamówienie linków nr {id}.',
  need_order_named: 'Prosimy zatwierdzić zamówienie linków „{title}”.',
  need_placement: 'Prosimy zatwierdzić link w witrynie {domain}.',
  need_brief: 'Prosimy odpowiedzieć na pytania do zamówienia linków nr {id}.',
  need_connection: 'Prosimy ponownie połączyć witrynę: wtyczka utraciła połączenie.',
  need_search_console:
    'Prosimy połączyć Google Search Console: za ten okres nie otrzymano żadnych danych z wyszukiwarki.',

  // The summary.
  sum_up_a:
    'Wyszukiwarka przyniosła więcej odwiedzin niż w poprzednim okresie: liczba kliknięć wzrosła o około {percent}.',
  sum_up_b: 'Tym razem do witryny trafiło więcej osób, a liczba kliknięć wzrosła o około {percent}.',
  sum_down_a:
    'Wyszukiwarka przyniosła mniej odwiedzin niż w poprzednim okresie: liczba kliknięć spadła o około {percent}.',
  sum_down_b: 'Tym razem z wyszukiwarki trafiło do witryny mniej osób, a liczba kliknięć spadła o około {percent}.',
  sum_steady_a: 'Ruch z wyszukiwarki utrzymał się na dotychczasowym poziomie.',
  sum_steady_b: 'Wyszukiwarka przyniosła mniej więcej tyle samo odwiedzin co w poprzednim okresie.',
  sum_from_nothing: 'Witryna zaczęła przyciągać odwiedzających z wyszukiwarki.',
  sum_first: {
    one: 'To pierwszy okres z danymi z wyszukiwarki: jedno odnotowane kliknięcie będzie punktem wyjścia dla kolejnych raportów.',
    few: 'To pierwszy okres z danymi z wyszukiwarki: {count} odnotowane kliknięcia będą punktem wyjścia dla kolejnych raportów.',
    many: 'To pierwszy okres z danymi z wyszukiwarki: {count} odnotowanych kliknięć będzie punktem wyjścia dla kolejnych raportów.',
    other:
      'To pierwszy okres z danymi z wyszukiwarki: {count} odnotowanego kliknięcia będzie punktem wyjścia dla kolejnych raportów.',
  },
  sum_no_search:
    'Za ten okres nie otrzymano danych z wyszukiwarki, dlatego nie można jeszcze ocenić widoczności witryny.',
  sum_year_still_above:
    'To nadal o około {percent} więcej niż w tym samym okresie rok wcześniej, więc w dłuższej perspektywie obraz pozostaje pozytywny.',
  sum_year_still_below: 'Mimo to jest to o około {percent} mniej niż w tym samym okresie rok wcześniej.',
  sum_year_above: 'W porównaniu z wynikiem sprzed roku jest to jednak o około {percent} więcej.',
  sum_year_below: 'W porównaniu z wynikiem sprzed roku jest to jednak o około {percent} mniej.',
  sum_position_up: 'Strony zajmują lepsze pozycje niż wcześniej: średnia pozycja wynosi teraz {place}.',
  sum_position_up_too: 'Strony zajmują też lepsze pozycje niż wcześniej: średnia pozycja wynosi teraz {place}.',
  sum_position_up_though: 'Strony zajmują jednak lepsze pozycje niż wcześniej: średnia pozycja wynosi teraz {place}.',
  sum_position_down: 'Strony zajmują nieco niższe pozycje niż wcześniej: średnia pozycja wynosi teraz {place}.',
  sum_position_down_too: 'Strony zajmują też nieco niższe pozycje niż wcześniej: średnia pozycja wynosi teraz {place}.',
  sum_position_down_though:
    'Strony zajmują jednak nieco niższe pozycje niż wcześniej: średnia pozycja wynosi teraz {place}.',
  sum_links_then_up: {
    one: 'W dniu {day} pojawił się nowy link; w kolejnym tygodniu kliknięć było o około {percent} więcej niż w tygodniu poprzednim.',
    few: 'W dniu {day} pojawiły się {count} nowe linki; w kolejnym tygodniu kliknięć było o około {percent} więcej niż w tygodniu poprzednim.',
    many: 'W dniu {day} pojawiło się {count} nowych linków; w kolejnym tygodniu kliknięć było o około {percent} więcej niż w tygodniu poprzednim.',
    other:
      'W dniu {day} pojawiło się {count} nowego linku; w kolejnym tygodniu kliknięć było o około {percent} więcej niż w tygodniu poprzednim.',
  },
  sum_links_then_down: {
    one: 'W dniu {day} pojawił się nowy link; w kolejnym tygodniu kliknięć było o około {percent} mniej niż w tygodniu poprzednim, przy czym na efekty linków zwykle trzeba poczekać dłużej.',
    few: 'W dniu {day} pojawiły się {count} nowe linki; w kolejnym tygodniu kliknięć było o około {percent} mniej niż w tygodniu poprzednim, przy czym na efekty linków zwykle trzeba poczekać dłużej.',
    many: 'W dniu {day} pojawiło się {count} nowych linków; w kolejnym tygodniu kliknięć było o około {percent} mniej niż w tygodniu poprzednim, przy czym na efekty linków zwykle trzeba poczekać dłużej.',
    other:
      'W dniu {day} pojawiło się {count} nowego linku; w kolejnym tygodniu kliknięć było o około {percent} mniej niż w tygodniu poprzednim, przy czym na efekty linków zwykle trzeba poczekać dłużej.',
  },
  sum_conversions_up: 'Liczba konwersji wzrosła o około {percent}.',
  sum_conversions_up_too: 'Wzrosła też liczba konwersji: o około {percent}.',
  sum_conversions_up_though: 'Liczba konwersji wzrosła natomiast o około {percent}.',
  sum_conversions_down: 'Liczba konwersji spadła o około {percent}.',
  sum_conversions_down_too: 'Spadła też liczba konwersji: o około {percent}.',
  sum_conversions_down_though: 'Liczba konwersji spadła natomiast o około {percent}.',
  sum_articles_a: {
    one: 'Opublikowaliśmy jeden nowy artykuł.',
    few: 'Opublikowaliśmy {count} nowe artykuły.',
    many: 'Opublikowaliśmy {count} nowych artykułów.',
    other: 'Opublikowaliśmy {count} nowego artykułu.',
  },
  sum_articles_b: {
    one: 'Witryna wzbogaciła się o jeden nowy artykuł.',
    few: 'Witryna wzbogaciła się o {count} nowe artykuły.',
    many: 'Witryna wzbogaciła się o {count} nowych artykułów.',
    other: 'Witryna wzbogaciła się o {count} nowego artykułu.',
  },
  sum_content_behind: {
    one: 'Brakuje jeszcze jednego artykułu uzgodnionego na ten okres; nadrobimy tę zaległość.',
    few: 'Brakuje jeszcze {count} artykułów uzgodnionych na ten okres; nadrobimy tę zaległość.',
    many: 'Brakuje jeszcze {count} artykułów uzgodnionych na ten okres; nadrobimy tę zaległość.',
    other: 'Brakuje jeszcze {count} artykułu z uzgodnionych na ten okres; nadrobimy tę zaległość.',
  },
  sum_links: {
    one: 'Pozyskano jeden nowy link.',
    few: 'Pozyskano {count} nowe linki.',
    many: 'Pozyskano {count} nowych linków.',
    other: 'Pozyskano {count} nowego linku.',
  },
  sum_approvals: {
    one: 'Jedna sprawa czeka na Państwa akceptację; gdy ją otrzymamy, będziemy mogli działać dalej.',
    few: '{count} sprawy czekają na Państwa akceptację; gdy ją otrzymamy, będziemy mogli działać dalej.',
    many: '{count} spraw czeka na Państwa akceptację; gdy ją otrzymamy, będziemy mogli działać dalej.',
    other: '{count} sprawy czeka na Państwa akceptację; gdy ją otrzymamy, będziemy mogli działać dalej.',
  },
  sum_briefs: {
    one: 'Abyśmy mogli działać dalej, prosimy o odpowiedzi na pytania do jednego zamówienia.',
    few: 'Abyśmy mogli działać dalej, prosimy o odpowiedzi na pytania do {count} zamówień.',
    many: 'Abyśmy mogli działać dalej, prosimy o odpowiedzi na pytania do {count} zamówień.',
    other: 'Abyśmy mogli działać dalej, prosimy o odpowiedzi na pytania do {count} zamówienia.',
  },
  sum_connections: {
    one: 'Abyśmy mogli działać dalej, prosimy o ustanowienie jednego połączenia.',
    few: 'Abyśmy mogli działać dalej, prosimy o ustanowienie {count} połączeń.',
    many: 'Abyśmy mogli działać dalej, prosimy o ustanowienie {count} połączeń.',
    other: 'Abyśmy mogli działać dalej, prosimy o ustanowienie {count} połączenia.',
  },
  sum_more_to_come: 'Następny raport przyniesie więcej informacji.',
  sum_plan_below: 'Nasze kolejne działania opisujemy na końcu tego raportu.',
};
