import type { Language } from '#domain/kernel/language';

/** What clients are told when a service begins, or cannot begin yet. `{plugin}` is what their plugin is called. */
export type ServiceMailWords = {
  readonly hello: string;
  readonly questions: string;
  readonly plugin: string;
  readonly welcome: {
    readonly subject: string;
    readonly set_up: string;
    readonly reviewed: string;
    readonly published: string;
    readonly weekly: string;
    readonly monthly: string;
  };
  readonly missing: { readonly subject: string; readonly before: string; readonly after: string };
  readonly reminder: { readonly subject: string; readonly still: string };
};

/** In every language that accounts are written to in; never one for another (spec 13, 3.16). */
export const SERVICE_MAIL_WORDS: { readonly [L in Language]: ServiceMailWords } = {
  en: {
    hello: 'Hello {name},',
    questions: 'Questions? Write to {contact}.',
    plugin: 'plugin',
    welcome: {
      subject: 'Welcome: managed SEO for {domain} begins',
      set_up:
        'your managed {tier} service for {domain} is set up. From now on we plan, write and publish up to {articles} articles a month for you.',
      reviewed:
        'Every article waits for your approval before it is published: you will find it in your approval queue and can ask for changes there.',
      published:
        'Articles are published as soon as they have passed our own review; you can see all of them in your dashboard.',
      weekly: 'You will have a report every week and every month.',
      monthly: 'You will have a report every month.',
    },
    missing: {
      subject: '{domain}: please connect the {plugin}',
      before: 'before we can begin with {domain}, the {plugin} must be installed and connected on your WordPress site.',
      after: 'As soon as it is connected, everything goes on by itself.',
    },
    reminder: {
      subject: 'Reminder: {domain} is not connected yet',
      still:
        '{domain} is still not connected, so we cannot begin. Installing the {plugin} takes a few minutes; write to us and we will help.',
    },
  },
  de: {
    hello: 'Guten Tag {name},',
    questions: 'Fragen? Schreiben Sie an {contact}.',
    plugin: 'Plugin',
    welcome: {
      subject: 'Willkommen: die SEO-Betreuung für {domain} beginnt',
      set_up:
        'Ihre SEO-Betreuung ({tier}) für {domain} ist eingerichtet. Ab jetzt planen, schreiben und veröffentlichen wir bis zu {articles} Artikel im Monat für Sie.',
      reviewed:
        'Jeder Artikel wartet auf Ihre Freigabe, bevor er erscheint: Sie finden ihn unter Ihren Freigaben und können dort um Änderungen bitten.',
      published: 'Artikel erscheinen, sobald wir sie selbst geprüft haben; Sie sehen sie alle in Ihrer Übersicht.',
      weekly: 'Sie erhalten jede Woche und jeden Monat einen Bericht.',
      monthly: 'Sie erhalten jeden Monat einen Bericht.',
    },
    missing: {
      subject: '{domain}: bitte verbinden Sie das {plugin}',
      before:
        'bevor wir mit {domain} beginnen können, muss das {plugin} auf Ihrer WordPress-Website installiert und verbunden sein.',
      after: 'Sobald es verbunden ist, geht alles von selbst weiter.',
    },
    reminder: {
      subject: 'Erinnerung: {domain} ist noch nicht verbunden',
      still:
        '{domain} ist noch nicht verbunden, deshalb können wir nicht beginnen. Das {plugin} ist in wenigen Minuten installiert; schreiben Sie uns, wir helfen gern.',
    },
  },
  fr: {
    hello: 'Bonjour {name},',
    questions: 'Des questions ? Écrivez à {contact}.',
    plugin: 'plugin',
    welcome: {
      subject: 'Bienvenue : le suivi SEO de {domain} commence',
      set_up:
        'votre suivi SEO ({tier}) pour {domain} est en place. Désormais, nous planifions, rédigeons et publions pour vous jusqu’à {articles} articles par mois.',
      reviewed:
        'Chaque article attend votre accord avant d’être publié : vous le trouverez dans vos validations et pourrez y demander des modifications.',
      published:
        'Les articles sont publiés dès que nous les avons relus ; vous les voyez tous dans votre tableau de bord.',
      weekly: 'Vous recevrez un rapport chaque semaine et chaque mois.',
      monthly: 'Vous recevrez un rapport chaque mois.',
    },
    missing: {
      subject: '{domain} : merci de connecter le {plugin}',
      before:
        'avant que nous puissions commencer avec {domain}, le {plugin} doit être installé et connecté sur votre site WordPress.',
      after: 'Dès qu’il est connecté, tout continue de soi-même.',
    },
    reminder: {
      subject: 'Rappel : {domain} n’est pas encore connecté',
      still:
        '{domain} n’est toujours pas connecté, nous ne pouvons donc pas commencer. L’installation du {plugin} prend quelques minutes ; écrivez-nous et nous vous aiderons.',
    },
  },
  es: {
    hello: 'Hola, {name}:',
    questions: '¿Preguntas? Escriba a {contact}.',
    plugin: 'plugin',
    welcome: {
      subject: 'Bienvenido: comienza el SEO gestionado de {domain}',
      set_up:
        'su servicio gestionado {tier} para {domain} está listo. A partir de ahora planificamos, escribimos y publicamos para usted hasta {articles} artículos al mes.',
      reviewed:
        'Cada artículo espera su aprobación antes de publicarse: lo encontrará en sus aprobaciones y allí podrá pedir cambios.',
      published: 'Los artículos se publican en cuanto los hemos revisado; puede verlos todos en su panel.',
      weekly: 'Recibirá un informe cada semana y cada mes.',
      monthly: 'Recibirá un informe cada mes.',
    },
    missing: {
      subject: '{domain}: conecte el {plugin}, por favor',
      before:
        'antes de que podamos empezar con {domain}, el {plugin} debe estar instalado y conectado en su sitio de WordPress.',
      after: 'En cuanto esté conectado, todo sigue por sí solo.',
    },
    reminder: {
      subject: 'Recordatorio: {domain} aún no está conectado',
      still:
        '{domain} sigue sin estar conectado, así que no podemos empezar. Instalar el {plugin} lleva unos minutos; escríbanos y le ayudaremos.',
    },
  },
  pt: {
    hello: 'Olá, {name},',
    questions: 'Dúvidas? Escreva para {contact}.',
    plugin: 'plugin',
    welcome: {
      subject: 'Bem-vindo: começa o SEO gerido de {domain}',
      set_up:
        'o seu serviço gerido {tier} para {domain} está pronto. A partir de agora planeamos, escrevemos e publicamos até {articles} artigos por mês para si.',
      reviewed:
        'Cada artigo espera pela sua aprovação antes de ser publicado: encontra-o nas suas aprovações e pode pedir alterações aí.',
      published: 'Os artigos são publicados assim que os revemos; pode vê-los todos no seu painel.',
      weekly: 'Receberá um relatório todas as semanas e todos os meses.',
      monthly: 'Receberá um relatório todos os meses.',
    },
    missing: {
      subject: '{domain}: ligue o {plugin}, por favor',
      before:
        'antes de podermos começar com {domain}, o {plugin} tem de estar instalado e ligado no seu site WordPress.',
      after: 'Assim que estiver ligado, tudo continua por si.',
    },
    reminder: {
      subject: 'Lembrete: {domain} ainda não está ligado',
      still:
        '{domain} ainda não está ligado, por isso não podemos começar. Instalar o {plugin} demora poucos minutos; escreva-nos e ajudamos.',
    },
  },
  it: {
    hello: 'Buongiorno {name},',
    questions: 'Domande? Scriva a {contact}.',
    plugin: 'plugin',
    welcome: {
      subject: 'Benvenuto: inizia la SEO gestita di {domain}',
      set_up:
        'il Suo servizio gestito {tier} per {domain} è pronto. Da ora pianifichiamo, scriviamo e pubblichiamo per Lei fino a {articles} articoli al mese.',
      reviewed:
        'Ogni articolo attende la Sua approvazione prima di essere pubblicato: lo trova tra le approvazioni e lì può chiedere modifiche.',
      published: 'Gli articoli vengono pubblicati appena li abbiamo rivisti; li vede tutti nella Sua dashboard.',
      weekly: 'Riceverà un report ogni settimana e ogni mese.',
      monthly: 'Riceverà un report ogni mese.',
    },
    missing: {
      subject: '{domain}: colleghi il {plugin}, per favore',
      before:
        'prima che possiamo iniziare con {domain}, il {plugin} deve essere installato e collegato sul Suo sito WordPress.',
      after: 'Appena è collegato, tutto prosegue da sé.',
    },
    reminder: {
      subject: 'Promemoria: {domain} non è ancora collegato',
      still:
        '{domain} non è ancora collegato, quindi non possiamo iniziare. Installare il {plugin} richiede pochi minuti; ci scriva e La aiuteremo.',
    },
  },
  nl: {
    hello: 'Hallo {name},',
    questions: 'Vragen? Schrijf naar {contact}.',
    plugin: 'plug-in',
    welcome: {
      subject: 'Welkom: de SEO voor {domain} begint',
      set_up:
        'uw beheerde dienst {tier} voor {domain} is ingericht. Vanaf nu plannen, schrijven en publiceren wij tot {articles} artikelen per maand voor u.',
      reviewed:
        'Elk artikel wacht op uw goedkeuring voordat het verschijnt: u vindt het bij uw goedkeuringen en kunt daar om wijzigingen vragen.',
      published: 'Artikelen verschijnen zodra wij ze zelf hebben nagekeken; u ziet ze allemaal in uw dashboard.',
      weekly: 'U krijgt elke week en elke maand een rapport.',
      monthly: 'U krijgt elke maand een rapport.',
    },
    missing: {
      subject: '{domain}: verbind a.u.b. de {plugin}',
      before:
        'voordat wij met {domain} kunnen beginnen, moet de {plugin} op uw WordPress-site zijn geïnstalleerd en verbonden.',
      after: 'Zodra die verbonden is, gaat alles vanzelf verder.',
    },
    reminder: {
      subject: 'Herinnering: {domain} is nog niet verbonden',
      still:
        '{domain} is nog niet verbonden, dus we kunnen niet beginnen. De {plugin} installeren kost enkele minuten; schrijf ons en wij helpen.',
    },
  },
  pl: {
    hello: 'Dzień dobry, {name},',
    questions: 'Pytania? Prosimy pisać na {contact}.',
    plugin: 'wtyczkę',
    welcome: {
      subject: 'Witamy: zaczyna się obsługa SEO dla {domain}',
      set_up:
        'Państwa usługa {tier} dla {domain} jest gotowa. Od teraz planujemy, piszemy i publikujemy dla Państwa artykuły, do {articles} w miesiącu.',
      reviewed:
        'Każdy artykuł czeka przed publikacją na Państwa akceptację: znajdą go Państwo na liście akceptacji i tam mogą poprosić o zmiany.',
      published: 'Artykuły publikujemy, gdy tylko sami je sprawdzimy; wszystkie widać w Państwa panelu.',
      weekly: 'Raport będą Państwo otrzymywać co tydzień i co miesiąc.',
      monthly: 'Raport będą Państwo otrzymywać co miesiąc.',
    },
    missing: {
      subject: '{domain}: prosimy połączyć {plugin}',
      before:
        'zanim zaczniemy pracę nad {domain}, trzeba zainstalować i połączyć {plugin} w Państwa witrynie WordPress.',
      after: 'Gdy tylko będzie połączenie, wszystko potoczy się samo.',
    },
    reminder: {
      subject: 'Przypomnienie: {domain} wciąż nie jest połączona',
      still:
        '{domain} wciąż nie jest połączona, więc nie możemy zacząć. Kilka minut wystarczy, by zainstalować {plugin}; prosimy napisać, a pomożemy.',
    },
  },
  ar: {
    hello: 'مرحبًا {name}،',
    questions: 'هل لديك أسئلة؟ اكتب إلى {contact}.',
    plugin: 'الإضافة',
    welcome: {
      subject: 'أهلًا بك: تبدأ خدمة تحسين محركات البحث لموقع {domain}',
      set_up:
        'خدمتك المُدارة {tier} لموقع {domain} جاهزة. من الآن نخطط ونكتب وننشر لك ما يصل إلى {articles} مقالًا في الشهر.',
      reviewed: 'ينتظر كل مقال موافقتك قبل نشره: ستجده في قائمة الموافقات ويمكنك طلب تعديلات هناك.',
      published: 'تُنشر المقالات فور مراجعتنا لها، ويمكنك رؤيتها كلها في لوحتك.',
      weekly: 'ستصلك تقارير كل أسبوع وكل شهر.',
      monthly: 'سيصلك تقرير كل شهر.',
    },
    missing: {
      subject: '{domain}: يرجى ربط {plugin}',
      before: 'قبل أن نبدأ مع {domain} يجب تثبيت {plugin} وربطها في موقعك على ووردبريس.',
      after: 'بمجرد الربط يسير كل شيء من تلقاء نفسه.',
    },
    reminder: {
      subject: 'تذكير: {domain} غير مرتبط بعد',
      still:
        'لا يزال {domain} غير مرتبط، لذلك لا يمكننا البدء. تثبيت {plugin} يستغرق دقائق قليلة، اكتب إلينا وسنساعدك.',
    },
  },
  ja: {
    hello: '{name} 様',
    questions: 'ご質問は {contact} までお寄せください。',
    plugin: 'プラグイン',
    welcome: {
      subject: 'ようこそ：{domain} の SEO 運用が始まります',
      set_up:
        '{domain} の運用サービス（{tier}）の準備が整いました。今後、毎月最大 {articles} 本の記事を企画・執筆・公開いたします。',
      reviewed: '記事は公開前にお客様の承認をお待ちします。承認一覧でご確認のうえ、修正をご依頼いただけます。',
      published: '記事は当方での確認が済み次第公開されます。すべてダッシュボードでご覧いただけます。',
      weekly: 'レポートを毎週と毎月お届けします。',
      monthly: 'レポートを毎月お届けします。',
    },
    missing: {
      subject: '{domain}：{plugin}を接続してください',
      before:
        '{domain} の作業を始めるには、WordPress サイトに{plugin}をインストールして接続していただく必要があります。',
      after: '接続が済めば、あとは自動的に進みます。',
    },
    reminder: {
      subject: '再度のお知らせ：{domain} がまだ接続されていません',
      still:
        '{domain} がまだ接続されていないため、作業を始められません。{plugin}のインストールは数分で終わります。お困りの際はご連絡ください。',
    },
  },
};
