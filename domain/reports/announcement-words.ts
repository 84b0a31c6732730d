import type { Language } from '#domain/kernel/language';

export type AnnouncementWords = {
  /** Before the link at the end of each mail. */
  readonly why: string;
  readonly title: string;
  readonly on: string;
  readonly stop: string;
  readonly off: string;
  readonly again: string;
  readonly stopped: string;
  readonly resumed: string;
};

/** What stands around an announcement. `{brand}` is the name that its reader knows us by. */
export const ANNOUNCEMENT_WORDS: Readonly<Record<Language, AnnouncementWords>> = {
  en: {
    why: 'You get this because you have an account with {brand}. If you want no more announcements:',
    title: 'Announcements by e-mail',
    on: 'You get announcements by e-mail.',
    stop: 'Stop these e-mails',
    off: 'You get no more announcements by e-mail.',
    again: 'Get them again',
    stopped: 'Done. You will get no more announcements by e-mail.',
    resumed: 'Done. You will get announcements by e-mail again.',
  },
  de: {
    why: 'Sie erhalten diese Nachricht, weil Sie ein Konto bei {brand} haben. Wenn Sie keine Ankündigungen mehr wünschen:',
    title: 'Ankündigungen per E-Mail',
    on: 'Sie erhalten Ankündigungen per E-Mail.',
    stop: 'Diese E-Mails abbestellen',
    off: 'Sie erhalten keine Ankündigungen mehr per E-Mail.',
    again: 'Wieder erhalten',
    stopped: 'Erledigt. Sie erhalten keine Ankündigungen mehr per E-Mail.',
    resumed: 'Erledigt. Sie erhalten wieder Ankündigungen per E-Mail.',
  },
  fr: {
    why: 'Vous recevez ce message parce que vous avez un compte chez {brand}. Si vous ne souhaitez plus recevoir d’annonces :',
    title: 'Annonces par e-mail',
    on: 'Vous recevez les annonces par e-mail.',
    stop: 'Ne plus recevoir ces e-mails',
    off: 'Vous ne recevez plus d’annonces par e-mail.',
    again: 'Les recevoir à nouveau',
    stopped: 'C’est fait. Vous ne recevrez plus d’annonces par e-mail.',
    resumed: 'C’est fait. Vous recevrez à nouveau les annonces par e-mail.',
  },
  es: {
    why: 'Recibe este mensaje porque tiene una cuenta en {brand}. Si no desea recibir más anuncios:',
    title: 'Anuncios por correo electrónico',
    on: 'Recibe los anuncios por correo electrónico.',
    stop: 'Dejar de recibir estos correos',
    off: 'Ya no recibe anuncios por correo electrónico.',
    again: 'Volver a recibirlos',
    stopped: 'Hecho. No recibirá más anuncios por correo electrónico.',
    resumed: 'Hecho. Volverá a recibir los anuncios por correo electrónico.',
  },
  pt: {
    why: 'Recebe esta mensagem porque tem uma conta em {brand}. Se não quiser receber mais anúncios:',
    title: 'Anúncios por e-mail',
    on: 'Recebe os anúncios por e-mail.',
    stop: 'Deixar de receber estes e-mails',
    off: 'Já não recebe anúncios por e-mail.',
    again: 'Voltar a recebê-los',
    stopped: 'Feito. Não receberá mais anúncios por e-mail.',
    resumed: 'Feito. Voltará a receber os anúncios por e-mail.',
  },
  it: {
    why: 'Riceve questo messaggio perché ha un account presso {brand}. Se non desidera più ricevere annunci:',
    title: 'Annunci via e-mail',
    on: 'Riceve gli annunci via e-mail.',
    stop: 'Non ricevere più queste e-mail',
    off: 'Non riceve più annunci via e-mail.',
    again: 'Riceverli di nuovo',
    stopped: 'Fatto. Non riceverà più annunci via e-mail.',
    resumed: 'Fatto. Riceverà di nuovo gli annunci via e-mail.',
  },
  nl: {
    why: 'U ontvangt dit bericht omdat u een account bij {brand} hebt. Wilt u geen aankondigingen meer ontvangen:',
    title: 'Aankondigingen per e-mail',
    on: 'U ontvangt aankondigingen per e-mail.',
    stop: 'Deze e-mails stoppen',
    off: 'U ontvangt geen aankondigingen meer per e-mail.',
    again: 'Weer ontvangen',
    stopped: 'Klaar. U ontvangt geen aankondigingen meer per e-mail.',
    resumed: 'Klaar. U ontvangt weer aankondigingen per e-mail.',
  },
  pl: {
    why: 'Otrzymują Państwo tę wiadomość, ponieważ mają Państwo konto w {brand}. Jeśli nie chcą Państwo otrzymywać kolejnych ogłoszeń:',
    title: 'Ogłoszenia e-mailem',
    on: 'Otrzymują Państwo ogłoszenia e-mailem.',
    stop: 'Zrezygnuj z tych wiadomości',
    off: 'Nie otrzymują już Państwo ogłoszeń e-mailem.',
    again: 'Otrzymuj je ponownie',
    stopped: 'Gotowe. Nie będą już Państwo otrzymywać ogłoszeń e-mailem.',
    resumed: 'Gotowe. Będą Państwo znów otrzymywać ogłoszenia e-mailem.',
  },
  ar: {
    why: 'تصلكم هذه الرسالة لأن لديكم حسابًا لدى {brand}. إذا كنتم لا ترغبون في تلقي المزيد من الإعلانات:',
    title: 'الإعلانات بالبريد الإلكتروني',
    on: 'تصلكم الإعلانات بالبريد الإلكتروني.',
    stop: 'إيقاف هذه الرسائل',
    off: 'لم تعد تصلكم الإعلانات بالبريد الإلكتروني.',
    again: 'تلقيها من جديد',
    stopped: 'تم. لن تصلكم الإعلانات بالبريد الإلكتروني بعد الآن.',
    resumed: 'تم. ستصلكم الإعلانات بالبريد الإلكتروني من جديد.',
  },
  ja: {
    why: '{brand}のアカウントをお持ちのため、このメールをお送りしています。お知らせの配信を希望されない場合:',
    title: 'メールでのお知らせ',
    on: 'お知らせをメールでお送りしています。',
    stop: 'メールの配信を停止する',
    off: 'お知らせのメール配信は停止されています。',
    again: '配信を再開する',
    stopped: '手続きが完了しました。今後、お知らせのメールは届きません。',
    resumed: '手続きが完了しました。お知らせのメール配信を再開します。',
  },
};
