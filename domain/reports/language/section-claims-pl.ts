import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in Polish. */
export const sectionClaimsPl: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'wszystkie sekcje tego raportu',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console, a przy braku danych Ahrefs',
  source_conversions: 'konwersje zgłoszone dla witryny',
  source_articles: 'artykuły opublikowane w witrynie',
  source_indexing: 'sprawdzanie adresów URL w Google Search Console',
  source_links: 'nasze zamówienia i kontrole każdego linku',
  source_social: 'posty i ich zmierzone zaangażowanie',
  source_health: 'pomiary planu struktury witryny',
  source_work: 'nasz własny dziennik zdarzeń',
  source_plan: 'kolejka treści, plan kampanii i oczekujące akceptacje',

  // Organic traffic.
  traffic_up: 'Liczba kliknięć z wyszukiwarki wzrosła o {percent}, do {clicks}.',
  traffic_down: 'Liczba kliknięć z wyszukiwarki spadła o {percent}, do {clicks}.',
  traffic_steady: 'Liczba kliknięć z wyszukiwarki utrzymała się na poziomie {clicks}.',
  traffic_first: {
    one: 'Wyszukiwarka przyniosła jedno kliknięcie; nie ma wcześniejszego okresu do porównania.',
    few: 'Wyszukiwarka przyniosła {count} kliknięcia; nie ma wcześniejszego okresu do porównania.',
    many: 'Wyszukiwarka przyniosła {count} kliknięć; nie ma wcześniejszego okresu do porównania.',
    other: 'Wyszukiwarka przyniosła {count} kliknięcia; nie ma wcześniejszego okresu do porównania.',
  },
  traffic_from_nothing: {
    one: 'Wyszukiwarka przyniosła pierwsze kliknięcie.',
    few: 'Wyszukiwarka przyniosła {count} kliknięcia; w poprzednim okresie nie było żadnego.',
    many: 'Wyszukiwarka przyniosła {count} kliknięć; w poprzednim okresie nie było żadnego.',
    other: 'Wyszukiwarka przyniosła {count} kliknięcia; w poprzednim okresie nie było żadnego.',
  },
  traffic_still_nothing: 'Podobnie jak w poprzednim okresie wyszukiwarka nie przyniosła żadnych kliknięć.',
  traffic_none: 'Brak danych z wyszukiwarki za ten okres.',
  traffic_none_reason:
    'Google Search Console nie przekazało żadnych danych za te dni. Pojawią się tutaj, gdy usługa zostanie połączona i je udostępni.',
  traffic_rule:
    'Zielony: liczba kliknięć spadła najwyżej o 5% względem poprzedniego okresu. Żółty: najwyżej o 20%. Czerwony: o więcej.',
  traffic_next_first: 'Porównanie będzie dostępne w tej sekcji od następnego okresu.',
  traffic_next_seen_not_clicked:
    'Witryna jest wyświetlana częściej, ale klikana rzadziej: warto ponownie przyjrzeć się tytułom i opisom najlepiej widocznych stron.',
  traffic_next_seen_more:
    'Witryna jest wyświetlana częściej, a użytkownicy nadal w nią klikają: działamy dalej zgodnie z planem.',
  traffic_next_fewer_better:
    'Witryna jest wyświetlana rzadziej, ale trafia do osób, którym bardziej odpowiada. Rozwijamy tematy, które się sprawdzają.',
  traffic_next_seen_less:
    'Witryna jest wyświetlana rzadziej. W pierwszej kolejności przyjrzymy się stronom, które straciły najwięcej.',
  traffic_next_clicked_less:
    'Witryna jest wyświetlana równie często jak wcześniej, ale klikana rzadziej: warto ponownie przyjrzeć się tytułom i opisom najlepiej widocznych stron.',
  traffic_next_clicked_more:
    'Witryna jest wyświetlana równie często jak wcześniej i częściej klikana: to, co użytkownicy widzą w wynikach, lepiej im odpowiada.',
  traffic_next_same:
    'Witryna jest wyświetlana mniej więcej tak często jak wcześniej; dalszy wzrost zależy teraz od nowych tematów i lepszych pozycji.',
  year_unknown: 'Brak danych o wyniku sprzed roku.',
  year_same: 'To mniej więcej tyle samo co rok wcześniej.',
  year_more: 'To o {percent} więcej niż rok wcześniej.',
  year_less: 'To o {percent} mniej niż rok wcześniej.',
  search_cut: {
    one: 'Dane z wyszukiwarki sięgają do {day}, dlatego porównano tylko pierwszy dzień każdego z okresów.',
    few: 'Dane z wyszukiwarki sięgają do {day}, dlatego porównano pierwsze {count} dni każdego z okresów.',
    many: 'Dane z wyszukiwarki sięgają do {day}, dlatego porównano pierwszych {count} dni każdego z okresów.',
    other: 'Dane z wyszukiwarki sięgają do {day}, dlatego porównano pierwsze {count} dnia każdego z okresów.',
  },

  // Keyword rankings.
  rankings_first: {
    one: 'W top 10 jest jedna fraza; brak danych o wcześniejszym stanie.',
    few: 'W top 10 są {count} frazy; brak danych o wcześniejszym stanie.',
    many: 'W top 10 jest {count} fraz; brak danych o wcześniejszym stanie.',
    other: 'W top 10 jest {count} frazy; brak danych o wcześniejszym stanie.',
  },
  rankings_same: {
    one: 'W top 10 jest jedna fraza, tak jak wcześniej.',
    few: 'W top 10 są {count} frazy, tyle samo co wcześniej.',
    many: 'W top 10 jest {count} fraz, tyle samo co wcześniej.',
    other: 'W top 10 jest {count} frazy, tyle samo co wcześniej.',
  },
  rankings_more: {
    one: 'Liczba fraz w top 10 wzrosła z {before} do {count}.',
    few: 'Liczba fraz w top 10 wzrosła z {before} do {count}.',
    many: 'Liczba fraz w top 10 wzrosła z {before} do {count}.',
    other: 'Liczba fraz w top 10 wzrosła z {before} do {count}.',
  },
  rankings_fewer: {
    one: 'Liczba fraz w top 10 spadła z {before} do {count}.',
    few: 'Liczba fraz w top 10 spadła z {before} do {count}.',
    many: 'Liczba fraz w top 10 spadła z {before} do {count}.',
    other: 'Liczba fraz w top 10 spadła z {before} do {count}.',
  },
  rankings_new: {
    one: 'Jedna fraza pojawiła się w wynikach po raz pierwszy.',
    few: '{count} frazy pojawiły się w wynikach po raz pierwszy.',
    many: '{count} fraz pojawiło się w wynikach po raz pierwszy.',
    other: '{count} frazy pojawiło się w wynikach po raz pierwszy.',
  },
  rankings_none: 'Brak danych o pozycjach za ten okres.',
  rankings_none_reason:
    'Ani Google Search Console, ani Ahrefs nie podały pozycji za te dni. Pojawią się tutaj, gdy poda je którekolwiek z tych źródeł.',
  rankings_rule:
    'Zielony: liczba fraz w top 10 spadła najwyżej o 5% względem poprzedniego okresu. Żółty: najwyżej o 20%. Czerwony: o więcej.',
  rankings_next_loser: 'Najbardziej spadła fraza „{keyword}”: jej stronę poprawimy jako pierwszą.',
  rankings_next_gone: 'Fraza „{keyword}” wypadła z pierwszej pięćdziesiątki: jej stronę poprawimy jako pierwszą.',
  rankings_next_winners:
    'Frazy, które awansowały, pokazują, które tematy się sprawdzają; na nich opieramy dalsze działania.',
  rankings_next_steady: 'Pozycje są stabilne. O kolejnych zmianach zdecydują nowe artykuły i linki.',

  // Conversions.
  conversions_first: {
    one: 'Odnotowano jedną konwersję; nie ma wcześniejszego okresu do porównania.',
    few: 'Odnotowano {count} konwersje; nie ma wcześniejszego okresu do porównania.',
    many: 'Odnotowano {count} konwersji; nie ma wcześniejszego okresu do porównania.',
    other: 'Odnotowano {count} konwersji; nie ma wcześniejszego okresu do porównania.',
  },
  conversions_same: {
    one: 'Odnotowano jedną konwersję, tak jak wcześniej.',
    few: 'Odnotowano {count} konwersje, tyle samo co wcześniej.',
    many: 'Odnotowano {count} konwersji, tyle samo co wcześniej.',
    other: 'Odnotowano {count} konwersji, tyle samo co wcześniej.',
  },
  conversions_up: {
    one: 'Odnotowano jedną konwersję, o {percent} więcej niż wcześniej.',
    few: 'Odnotowano {count} konwersje, o {percent} więcej niż wcześniej.',
    many: 'Odnotowano {count} konwersji, o {percent} więcej niż wcześniej.',
    other: 'Odnotowano {count} konwersji, o {percent} więcej niż wcześniej.',
  },
  conversions_down: {
    one: 'Odnotowano jedną konwersję, o {percent} mniej niż wcześniej.',
    few: 'Odnotowano {count} konwersje, o {percent} mniej niż wcześniej.',
    many: 'Odnotowano {count} konwersji, o {percent} mniej niż wcześniej.',
    other: 'Odnotowano {count} konwersji, o {percent} mniej niż wcześniej.',
  },
  conversions_channel: 'Na kanał {channel} przypada {percent} konwersji.',
  conversions_none: 'Brak danych o konwersjach za ten okres.',
  conversions_none_reason:
    'Za te dni nie zgłoszono żadnych konwersji tej witryny. Gdy zaczną być mierzone formularze, rozmowy telefoniczne lub sprzedaż, dane pojawią się tutaj.',
  conversions_rule:
    'Zielony: liczba konwersji spadła najwyżej o 5% względem poprzedniego okresu. Żółty: najwyżej o 20%. Czerwony: o więcej.',
  conversions_next: 'Ruch i linki kierujemy na strony, które konwertują.',
  conversions_next_down:
    'Najpierw sprawdzamy, czy formularze i pomiar nadal działają, a potem, które strony straciły odwiedzających.',

  // Content.
  content_published: {
    one: 'Opublikowano jeden artykuł.',
    few: 'Opublikowano {count} artykuły.',
    many: 'Opublikowano {count} artykułów.',
    other: 'Opublikowano {count} artykułu.',
  },
  content_nothing: 'Nie opublikowano żadnego artykułu.',
  content_target_met: 'Tym samym uzgodniona liczba artykułów ({target}) została osiągnięta.',
  content_target_missed: {
    one: 'Do uzgodnionej liczby ({target}) brakuje jeszcze jednego artykułu.',
    few: 'Do uzgodnionej liczby ({target}) brakuje jeszcze {count} artykułów.',
    many: 'Do uzgodnionej liczby ({target}) brakuje jeszcze {count} artykułów.',
    other: 'Do uzgodnionej liczby ({target}) brakuje jeszcze {count} artykułu.',
  },
  content_none: 'W tym okresie nie opublikowano żadnych artykułów.',
  content_none_reason:
    'Witryna nie jest objęta abonamentem na obsługę i nic nie zostało opublikowane. Artykuły pojawią się tutaj po publikacji.',
  content_not_due_reason: 'Na te dni nie uzgodniono żadnych artykułów. Pojawią się tutaj po publikacji.',
  content_rule:
    'Zielony: opublikowano wszystkie artykuły uzgodnione na ten okres. Żółty: co najmniej 80% z nich. Czerwony: mniej.',
  content_next: 'Zwykle mija kilka tygodni, zanim w wyszukiwarce widać, jakie pozycje zajmują nowe artykuły.',
  content_next_behind: 'Brakujące artykuły opublikujemy w pierwszej kolejności w następnym okresie.',

  // Indexing.
  indexing_indexed: {
    one: 'Spośród sprawdzonych stron ({inspected}) zaindeksowana jest jedna.',
    few: 'Spośród sprawdzonych stron ({inspected}) zaindeksowane są {count}.',
    many: 'Spośród sprawdzonych stron ({inspected}) zaindeksowanych jest {count}.',
    other: 'Spośród sprawdzonych stron ({inspected}) zaindeksowanych jest {count}.',
  },
  indexing_more: {
    one: 'To o jedną więcej niż wcześniej.',
    few: 'To o {count} więcej niż wcześniej.',
    many: 'To o {count} więcej niż wcześniej.',
    other: 'To o {count} więcej niż wcześniej.',
  },
  indexing_fewer: {
    one: 'To o jedną mniej niż wcześniej.',
    few: 'To o {count} mniej niż wcześniej.',
    many: 'To o {count} mniej niż wcześniej.',
    other: 'To o {count} mniej niż wcześniej.',
  },
  indexing_errors: {
    one: 'Na jednej stronie ({percent} wszystkich) występuje błąd.',
    few: 'Na {count} stronach ({percent} wszystkich) występują błędy.',
    many: 'Na {count} stronach ({percent} wszystkich) występują błędy.',
    other: 'Na {count} strony ({percent} wszystkich) występują błędy.',
  },
  indexing_none: 'Nie sprawdzono jeszcze żadnej strony.',
  indexing_none_reason:
    'Strony są sprawdzane za pomocą Google Search Console. Pojawią się tutaj po połączeniu tej usługi.',
  indexing_rule: 'Zielony: błędy występują na najwyżej 2% sprawdzonych stron. Żółty: najwyżej 5%. Czerwony: więcej.',
  indexing_next:
    'Wszystkie sprawdzone strony można znaleźć w wyszukiwarce. Nowe strony sprawdzamy na bieżąco po publikacji.',
  indexing_next_pending:
    'Strony oczekujące zostaną sprawdzone ponownie; większość trafia do indeksu w ciągu kilku tygodni.',
  indexing_next_errors: 'Strony z błędami wymieniono poniżej wraz z przyczyną; naprawimy je w pierwszej kolejności.',

  // Backlinks.
  links_built: {
    one: 'Pozyskano jeden nowy link.',
    few: 'Pozyskano {count} nowe linki.',
    many: 'Pozyskano {count} nowych linków.',
    other: 'Pozyskano {count} nowego linku.',
  },
  links_none_built: 'W tym okresie nie pozyskano nowych linków.',
  links_average: 'Ich średni Domain Rating wynosi {dr}.',
  links_spent: 'Wykorzystano {spent} z budżetu wynoszącego {budget}.',
  links_over_budget: 'Wykorzystano {spent}, czyli więcej, niż wynosi budżet ({budget}).',
  links_none: 'W tym okresie nie prowadzono kampanii pozyskiwania linków.',
  links_none_reason:
    'Kampania jest częścią planu, ale w tym okresie nie realizowano żadnego zamówienia. Linki pojawią się tutaj po zatwierdzeniu zamówienia.',
  links_not_booked_reason:
    'Dla tej witryny nie zamówiono linków. Po zatwierdzeniu zamówienia linki będą się tutaj pojawiać jeden po drugim.',
  links_rule:
    'Zielony: żadne zamówienie nie jest opóźnione i żaden link nie czeka na zastąpienie. Żółty: jeden taki przypadek. Czerwony: więcej takich przypadków albo zamówienie po terminie realizacji.',
  links_next: 'Każdy link jest regularnie sprawdzany przez cały okres gwarancji.',
  links_next_owed: {
    one: 'Jeden utracony link zostanie zastąpiony w ramach gwarancji.',
    few: '{count} utracone linki zostaną zastąpione w ramach gwarancji.',
    many: '{count} utraconych linków zostanie zastąpionych w ramach gwarancji.',
    other: '{count} utraconego linku zostanie zastąpione w ramach gwarancji.',
  },
  links_next_past_due: {
    one: 'Jedno zamówienie jest po terminie realizacji; brakujące w nim linki mają pierwszeństwo.',
    few: '{count} zamówienia są po terminie realizacji; brakujące w nich linki mają pierwszeństwo.',
    many: '{count} zamówień jest po terminie realizacji; brakujące w nich linki mają pierwszeństwo.',
    other: '{count} zamówienia jest po terminie realizacji; brakujące w nich linki mają pierwszeństwo.',
  },
  links_next_behind: {
    one: 'Jedno zamówienie jest opóźnione względem harmonogramu; jego linki mają pierwszeństwo.',
    few: '{count} zamówienia są opóźnione względem harmonogramu; ich linki mają pierwszeństwo.',
    many: '{count} zamówień jest opóźnionych względem harmonogramu; ich linki mają pierwszeństwo.',
    other: '{count} zamówienia jest opóźnione względem harmonogramu; ich linki mają pierwszeństwo.',
  },

  // Social media.
  social_no_posts: 'Nie opublikowano żadnych postów.',
  social_posts: {
    one: 'Opublikowano jeden post.',
    few: 'Opublikowano {count} posty.',
    many: 'Opublikowano {count} postów.',
    other: 'Opublikowano {count} posta.',
  },
  social_engagement: {
    one: 'Posty zebrały w tym okresie jedną reakcję.',
    few: 'Posty zebrały w tym okresie {count} reakcje.',
    many: 'Posty zebrały w tym okresie {count} reakcji.',
    other: 'Posty zebrały w tym okresie {count} reakcji.',
  },
  social_not_measured: 'Reakcji odbiorców jeszcze nie zmierzono.',
  social_none: 'W tym okresie nie było żadnych postów.',
  social_none_reason:
    'Posty w mediach społecznościowych są częścią planu, ale w tych dniach żadnego nie opublikowano. Pojawią się tutaj po publikacji.',
  social_not_booked_reason:
    'Media społecznościowe nie są częścią planu. Gdy zostaną do niego włączone, posty pojawią się tutaj.',
  social_next: 'Po każdym poście reakcje są mierzone ponownie.',
  social_next_best:
    'Najlepszy post ukazał się na platformie {platform}; będziemy częściej sięgać po to, co się tam sprawdziło.',

  // The blueprint's health.
  health_completion: 'Zrealizowano {percent} planu struktury.',
  health_authority: 'Wskaźnik autorytetu wynosi {score}.',
  health_authority_up: {
    one: 'Wskaźnik autorytetu wzrósł o jeden punkt, do {score}.',
    few: 'Wskaźnik autorytetu wzrósł o {count} punkty, do {score}.',
    many: 'Wskaźnik autorytetu wzrósł o {count} punktów, do {score}.',
    other: 'Wskaźnik autorytetu wzrósł o {count} punktu, do {score}.',
  },
  health_authority_down: {
    one: 'Wskaźnik autorytetu spadł o jeden punkt, do {score}.',
    few: 'Wskaźnik autorytetu spadł o {count} punkty, do {score}.',
    many: 'Wskaźnik autorytetu spadł o {count} punktów, do {score}.',
    other: 'Wskaźnik autorytetu spadł o {count} punktu, do {score}.',
  },
  health_none: 'Realizacji planu struktury witryny jeszcze nie zmierzono.',
  health_none_reason: 'Pomiar rozpocznie się, gdy plan zostanie zatwierdzony i powstaną pierwsze strony.',
  health_rule: 'Zielony: zrealizowano co najmniej 80% planu struktury. Żółty: co najmniej 50%. Czerwony: mniej.',
  health_next_none: 'W planie struktury nie ma już żadnych luk.',
  health_next_gaps: {
    one: 'Pozostała jedna luka; uzupełnimy ją w następnej kolejności.',
    few: 'Pozostały {count} luki; uzupełnimy je jedna po drugiej.',
    many: 'Pozostało {count} luk; uzupełnimy je jedna po drugiej.',
    other: 'Pozostało {count} luki; uzupełnimy je jedna po drugiej.',
  },

  // Work done.
  work_days: {
    one: 'Zakończone prace przypadają na jeden dzień tego okresu.',
    few: 'Zakończone prace przypadają na {count} dni tego okresu.',
    many: 'Zakończone prace przypadają na {count} dni tego okresu.',
    other: 'Zakończone prace przypadają na {count} dnia tego okresu.',
  },
  work_article: {
    one: 'Opublikowano jeden artykuł.',
    few: 'Opublikowano {count} artykuły.',
    many: 'Opublikowano {count} artykułów.',
    other: 'Opublikowano {count} artykułu.',
  },
  work_link_live: {
    one: 'Pozyskano jeden link.',
    few: 'Pozyskano {count} linki.',
    many: 'Pozyskano {count} linków.',
    other: 'Pozyskano {count} linku.',
  },
  work_link_replaced: {
    one: 'Zastąpiono jeden utracony link.',
    few: 'Zastąpiono {count} utracone linki.',
    many: 'Zastąpiono {count} utraconych linków.',
    other: 'Zastąpiono {count} utraconego linku.',
  },
  work_page_indexed: {
    one: 'Do indeksu trafiła jedna kolejna strona.',
    few: 'Do indeksu trafiły {count} kolejne strony.',
    many: 'Do indeksu trafiło {count} kolejnych stron.',
    other: 'Do indeksu trafiło {count} kolejnej strony.',
  },
  work_schema: {
    one: 'O dane strukturalne uzupełniono jedną stronę.',
    few: 'O dane strukturalne uzupełniono {count} strony.',
    many: 'O dane strukturalne uzupełniono {count} stron.',
    other: 'O dane strukturalne uzupełniono {count} strony.',
  },
  work_technical: {
    one: 'Wprowadzono jedno usprawnienie techniczne.',
    few: 'Wprowadzono {count} usprawnienia techniczne.',
    many: 'Wprowadzono {count} usprawnień technicznych.',
    other: 'Wprowadzono {count} usprawnienia technicznego.',
  },
  work_none: 'W tym okresie nie zakończono żadnych prac.',
  work_none_reason:
    'W naszym dzienniku nie ma za te dni żadnego artykułu, linku, zaindeksowanej strony ani prac technicznych. Zakończone prace pojawiają się tutaj automatycznie.',
  work_next: 'Wszystkie te informacje wynikają z naszego dziennika; nikt nie wpisuje ich ręcznie.',

  // The plan.
  plan_publish: 'Publikacja artykułu „{title}”.',
  plan_link: 'Pozyskanie linku do strony {page} z anchorem „{anchor}”.',
  plan_ours: {
    one: 'Po naszej stronie zaplanowano jeden krok.',
    few: 'Po naszej stronie zaplanowano {count} kroki.',
    many: 'Po naszej stronie zaplanowano {count} kroków.',
    other: 'Po naszej stronie zaplanowano {count} kroku.',
  },
  plan_ours_none: 'Po naszej stronie nie zaplanowano jeszcze żadnych kroków.',
  plan_yours: {
    one: 'Jeden krok należy do Państwa.',
    few: '{count} kroki należą do Państwa.',
    many: '{count} kroków należy do Państwa.',
    other: '{count} kroku należy do Państwa.',
  },
  plan_none: 'Na nadchodzący okres nic jeszcze nie zaplanowano.',
  plan_none_reason: 'Artykuły z kolejki, zaplanowane linki i oczekujące akceptacje pojawią się tutaj na bieżąco.',
  plan_next: 'Niczego w tym celu od Państwa nie potrzebujemy.',
  plan_next_yours: 'Na pierwszą Państwa odpowiedź czekamy do {day}.',
};
