import type { Language } from '#domain/kernel/language';

type Texts = { readonly subject: string; readonly text: string; readonly after: string };
export type MemberMailWords = {
  readonly hello: string;
  readonly hello_name: string;
  readonly invitation: Texts;
  readonly link: Texts;
  readonly questions: string;
};

/** What mails about signing in say. The address stands between `text` and `after`. */
export const MEMBER_MAIL_WORDS: { readonly [L in Language]: MemberMailWords } = {
  en: {
    hello: 'Hello,',
    hello_name: 'Hello {name},',
    invitation: {
      subject: 'You are invited to {brand}',
      text: 'you were invited to {brand}. To sign in, open this page and enter the e-mail address that this message came to:',
      after: 'You will get a link by mail. There is no password to remember.',
    },
    link: {
      subject: 'Your link to sign in to {brand}',
      text: 'with this link you sign in to {brand}:',
      after: 'It is good for 15 minutes and works once. If you did not ask for it, you need not do anything.',
    },
    questions: 'Questions? Write to {contact}.',
  },
  de: {
    hello: 'Guten Tag,',
    hello_name: 'Guten Tag {name},',
    invitation: {
      subject: 'Einladung zu {brand}',
      text: 'Sie wurden zu {brand} eingeladen. Zum Anmelden öffnen Sie bitte diese Seite und geben dort die E-Mail-Adresse ein, an die diese Nachricht ging:',
      after: 'Sie erhalten dann einen Link per E-Mail. Ein Passwort brauchen Sie nicht.',
    },
    link: {
      subject: 'Ihr Link zum Anmelden bei {brand}',
      text: 'mit diesem Link melden Sie sich bei {brand} an:',
      after: 'Er gilt 15 Minuten und nur einmal. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun.',
    },
    questions: 'Fragen? Schreiben Sie an {contact}.',
  },
  fr: {
    hello: 'Bonjour,',
    hello_name: 'Bonjour {name},',
    invitation: {
      subject: 'Vous êtes invité(e) sur {brand}',
      text: 'vous avez été invité(e) sur {brand}. Pour vous connecter, ouvrez cette page et saisissez l’adresse e-mail à laquelle ce message est arrivé :',
      after: 'Vous recevrez un lien par e-mail. Il n’y a pas de mot de passe à retenir.',
    },
    link: {
      subject: 'Votre lien de connexion à {brand}',
      text: 'ce lien vous connecte à {brand} :',
      after: 'Il est valable 15 minutes et une seule fois. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
    },
    questions: 'Des questions ? Écrivez à {contact}.',
  },
  es: {
    hello: 'Hola:',
    hello_name: 'Hola, {name}:',
    invitation: {
      subject: 'Invitación a {brand}',
      text: 'ha recibido una invitación a {brand}. Para iniciar sesión, abra esta página e introduzca la dirección de correo a la que llegó este mensaje:',
      after: 'Recibirá un enlace por correo. No hay ninguna contraseña que recordar.',
    },
    link: {
      subject: 'Su enlace para iniciar sesión en {brand}',
      text: 'con este enlace inicia sesión en {brand}:',
      after: 'Es válido durante 15 minutos y una sola vez. Si no lo ha solicitado, no tiene que hacer nada.',
    },
    questions: '¿Preguntas? Escriba a {contact}.',
  },
  pt: {
    hello: 'Olá,',
    hello_name: 'Olá, {name},',
    invitation: {
      subject: 'Convite para {brand}',
      text: 'recebeu um convite para {brand}. Para iniciar sessão, abra esta página e introduza o endereço de e-mail a que esta mensagem chegou:',
      after: 'Receberá uma ligação por e-mail. Não há palavra-passe para memorizar.',
    },
    link: {
      subject: 'A sua ligação para iniciar sessão em {brand}',
      text: 'com esta ligação inicia sessão em {brand}:',
      after: 'É válida durante 15 minutos e uma única vez. Se não a pediu, não precisa de fazer nada.',
    },
    questions: 'Dúvidas? Escreva para {contact}.',
  },
  it: {
    hello: 'Buongiorno,',
    hello_name: 'Buongiorno {name},',
    invitation: {
      subject: 'Invito a {brand}',
      text: 'ha ricevuto un invito a {brand}. Per accedere, apra questa pagina e inserisca l’indirizzo e-mail a cui è arrivato questo messaggio:',
      after: 'Riceverà un link per e-mail. Non c’è nessuna password da ricordare.',
    },
    link: {
      subject: 'Il suo link per accedere a {brand}',
      text: 'con questo link accede a {brand}:',
      after: 'È valido per 15 minuti e una sola volta. Se non lo ha richiesto, non deve fare nulla.',
    },
    questions: 'Domande? Scriva a {contact}.',
  },
  nl: {
    hello: 'Hallo,',
    hello_name: 'Hallo {name},',
    invitation: {
      subject: 'U bent uitgenodigd voor {brand}',
      text: 'u bent uitgenodigd voor {brand}. Open deze pagina om in te loggen en vul het e-mailadres in waarop dit bericht aankwam:',
      after: 'U krijgt dan een link per e-mail. Een wachtwoord is niet nodig.',
    },
    link: {
      subject: 'Uw link om in te loggen bij {brand}',
      text: 'met deze link logt u in bij {brand}:',
      after: 'De link is 15 minuten geldig en werkt één keer. Hebt u er niet om gevraagd, dan hoeft u niets te doen.',
    },
    questions: 'Vragen? Schrijf naar {contact}.',
  },
  pl: {
    hello: 'Dzień dobry,',
    hello_name: 'Dzień dobry, {name},',
    invitation: {
      subject: 'Zaproszenie do {brand}',
      text: 'otrzymujesz zaproszenie do {brand}. Aby się zalogować, otwórz tę stronę i podaj adres e-mail, na który przyszła ta wiadomość:',
      after: 'Dostaniesz link e-mailem. Nie trzeba pamiętać żadnego hasła.',
    },
    link: {
      subject: 'Link do logowania w {brand}',
      text: 'tym linkiem zalogujesz się do {brand}:',
      after: 'Jest ważny 15 minut i działa jeden raz. Jeśli to nie Twoja prośba, nie musisz nic robić.',
    },
    questions: 'Pytania? Napisz na {contact}.',
  },
  ar: {
    hello: 'مرحبًا،',
    hello_name: 'مرحبًا {name}،',
    invitation: {
      subject: 'دعوة إلى {brand}',
      text: 'تمت دعوتك إلى {brand}. لتسجيل الدخول، افتح هذه الصفحة وأدخل عنوان البريد الإلكتروني الذي وصلت إليه هذه الرسالة:',
      after: 'سيصلك رابط عبر البريد الإلكتروني. لا حاجة إلى كلمة مرور.',
    },
    link: {
      subject: 'رابط تسجيل الدخول إلى {brand}',
      text: 'بهذا الرابط تسجّل الدخول إلى {brand}:',
      after: 'الرابط صالح لمدة 15 دقيقة ويعمل مرة واحدة. إذا لم تطلبه فلا داعي لأن تفعل شيئًا.',
    },
    questions: 'هل لديك أسئلة؟ راسلنا على {contact}.',
  },
  ja: {
    hello: 'こんにちは。',
    hello_name: '{name} 様',
    invitation: {
      subject: '{brand} への招待',
      text: '{brand} に招待されました。ログインするには、次のページを開き、このメールを受け取ったメールアドレスを入力してください。',
      after: 'リンクをメールでお送りします。パスワードは必要ありません。',
    },
    link: {
      subject: '{brand} にログインするためのリンク',
      text: '次のリンクから {brand} にログインできます。',
      after: 'リンクの有効期限は15分で、1回だけ使えます。お心当たりがない場合は、何もする必要はありません。',
    },
    questions: 'ご質問は {contact} までお送りください。',
  },
};
