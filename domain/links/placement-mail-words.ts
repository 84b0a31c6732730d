import type { Language } from '#domain/kernel/language';

/** What a mail says that asks for the approval of a placement. */
export type PlacementMailWords = {
  readonly subject: string;
  readonly hello: string;
  readonly proposed: string;
  readonly please: string;
  readonly silence: string;
  readonly questions: string;
};

/** In every language that accounts are written to in; never one for another (spec 13, 3.16). */
export const PLACEMENT_MAIL_WORDS: { readonly [L in Language]: PlacementMailWords } = {
  en: {
    subject: 'Please approve a link on {domain}',
    hello: 'Hello {name},',
    proposed: 'for order {order} we propose a link on {domain} to {target}, with the words “{anchor}”.',
    please: 'Please approve or reject it within {days} days',
    silence: 'If we hear nothing from you for {days} days from this message on, the link counts as approved.',
    questions: 'Questions? Write to {contact}.',
  },
  de: {
    subject: 'Bitte geben Sie einen Link auf {domain} frei',
    hello: 'Guten Tag {name},',
    proposed: 'für Bestellung {order} schlagen wir einen Link auf {domain} zu {target} vor, mit den Worten „{anchor}“.',
    please: 'Bitte geben Sie ihn innerhalb von {days} Tagen frei oder lehnen Sie ihn ab',
    silence: 'Hören wir {days} Tage lang ab dieser Nachricht nichts von Ihnen, gilt der Link als freigegeben.',
    questions: 'Fragen? Schreiben Sie an {contact}.',
  },
  fr: {
    subject: 'Merci de valider un lien sur {domain}',
    hello: 'Bonjour {name},',
    proposed:
      'pour la commande {order}, nous proposons un lien sur {domain} vers {target}, avec les mots « {anchor} ».',
    please: 'Merci de l’accepter ou de le refuser sous {days} jours',
    silence: 'Sans réponse de votre part pendant {days} jours à compter de ce message, le lien est considéré accepté.',
    questions: 'Des questions ? Écrivez à {contact}.',
  },
  es: {
    subject: 'Apruebe un enlace en {domain}, por favor',
    hello: 'Hola, {name}:',
    proposed: 'para el pedido {order} proponemos un enlace en {domain} hacia {target}, con las palabras «{anchor}».',
    please: 'Apruébelo o rechácelo en un plazo de {days} días, por favor',
    silence: 'Si en {days} días desde este mensaje no tenemos noticias suyas, el enlace se considera aprobado.',
    questions: '¿Preguntas? Escriba a {contact}.',
  },
  pt: {
    subject: 'Aprove uma ligação em {domain}, por favor',
    hello: 'Olá, {name},',
    proposed: 'para a encomenda {order} propomos uma ligação em {domain} para {target}, com as palavras “{anchor}”.',
    please: 'Aprove-a ou rejeite-a dentro de {days} dias, por favor',
    silence:
      'Se não tivermos notícias suas durante {days} dias a partir desta mensagem, a ligação conta como aprovada.',
    questions: 'Dúvidas? Escreva para {contact}.',
  },
  it: {
    subject: 'Approvi un link su {domain}, per favore',
    hello: 'Buongiorno {name},',
    proposed: 'per l’ordine {order} proponiamo un link su {domain} verso {target}, con le parole “{anchor}”.',
    please: 'Lo approvi o lo rifiuti entro {days} giorni, per favore',
    silence: 'Se per {days} giorni da questo messaggio non abbiamo Sue notizie, il link vale come approvato.',
    questions: 'Domande? Scriva a {contact}.',
  },
  nl: {
    subject: 'Keur a.u.b. een link op {domain} goed',
    hello: 'Hallo {name},',
    proposed: 'voor bestelling {order} stellen wij een link voor op {domain} naar {target}, met de woorden “{anchor}”.',
    please: 'Keur deze binnen {days} dagen goed of af',
    silence: 'Horen wij vanaf dit bericht {days} dagen niets van u, dan geldt de link als goedgekeurd.',
    questions: 'Vragen? Schrijf naar {contact}.',
  },
  pl: {
    subject: 'Prosimy o akceptację linku na {domain}',
    hello: 'Dzień dobry, {name},',
    proposed: 'do zamówienia {order} proponujemy link na {domain} do {target}, ze słowami „{anchor}”.',
    please: 'Prosimy o akceptację lub odrzucenie w ciągu {days} dni',
    silence: 'Jeśli przez {days} dni od tej wiadomości nie otrzymamy odpowiedzi, link uznamy za zaakceptowany.',
    questions: 'Pytania? Prosimy pisać na {contact}.',
  },
  ar: {
    subject: 'يرجى الموافقة على رابط في {domain}',
    hello: 'مرحبًا {name}،',
    proposed: 'للطلب {order} نقترح رابطًا في {domain} إلى {target} بالكلمات «{anchor}».',
    please: 'يرجى الموافقة عليه أو رفضه خلال {days} أيام',
    silence: 'إذا لم يصلنا ردك خلال {days} أيام من هذه الرسالة فسيُعد الرابط موافقًا عليه.',
    questions: 'هل لديك أسئلة؟ اكتب إلى {contact}.',
  },
  ja: {
    subject: '{domain} のリンクの承認をお願いします',
    hello: '{name} 様',
    proposed: 'ご注文 {order} について、{domain} に「{anchor}」という語句で {target} へのリンクをご提案します。',
    please: '{days} 日以内に承認または却下をお願いします',
    silence: 'このメールから {days} 日間ご連絡がない場合は、承認されたものといたします。',
    questions: 'ご質問は {contact} までお寄せください。',
  },
};
