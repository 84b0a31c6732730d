import type { ConversationKind } from './conversation.ts';
import type { Language } from './service-config.ts';

export type { Language } from './service-config.ts';

/** What a mail about new messages says besides the messages. `about` is what they are about, in the same language. */
export type ConversationWords = {
  readonly about: Readonly<Record<ConversationKind, (label: string) => string>>;
  readonly subject: (about: string) => string;
  readonly hello: string;
  readonly intro: (about: string) => string;
  readonly files: string;
  readonly answer: string;
};

/** In every language that accounts are written to in; never one for another (spec 13, 3.16). */
export const CONVERSATION_WORDS: Readonly<Record<Language, ConversationWords>> = {
  en: {
    about: {
      order: (label) => `order ${label}`,
      subscription: (label) => `subscription ${label}`,
      report: (label) => `report ${label}`,
      invoice: (label) => `invoice ${label}`,
    },
    subject: (about) => `New messages about ${about}`,
    hello: 'Hello,',
    intro: (about) => `there are new messages about ${about}:`,
    files: 'Files',
    answer: 'Read and answer',
  },
  de: {
    about: {
      order: (label) => `Bestellung ${label}`,
      subscription: (label) => `Vertrag ${label}`,
      report: (label) => `Bericht ${label}`,
      invoice: (label) => `Rechnung ${label}`,
    },
    subject: (about) => `Neue Nachrichten zu ${about}`,
    hello: 'Guten Tag,',
    intro: (about) => `es gibt neue Nachrichten zu ${about}:`,
    files: 'Dateien',
    answer: 'Lesen und antworten',
  },
  fr: {
    about: {
      order: (label) => `commande ${label}`,
      subscription: (label) => `contrat ${label}`,
      report: (label) => `rapport ${label}`,
      invoice: (label) => `facture ${label}`,
    },
    subject: (about) => `Nouveaux messages : ${about}`,
    hello: 'Bonjour,',
    intro: (about) => `vous avez de nouveaux messages (${about}) :`,
    files: 'Fichiers',
    answer: 'Lire et répondre',
  },
  es: {
    about: {
      order: (label) => `pedido ${label}`,
      subscription: (label) => `contrato ${label}`,
      report: (label) => `informe ${label}`,
      invoice: (label) => `factura ${label}`,
    },
    subject: (about) => `Mensajes nuevos: ${about}`,
    hello: 'Hola:',
    intro: (about) => `hay mensajes nuevos (${about}):`,
    files: 'Archivos',
    answer: 'Leer y responder',
  },
  pt: {
    about: {
      order: (label) => `encomenda ${label}`,
      subscription: (label) => `contrato ${label}`,
      report: (label) => `relatório ${label}`,
      invoice: (label) => `fatura ${label}`,
    },
    subject: (about) => `Novas mensagens: ${about}`,
    hello: 'Olá,',
    intro: (about) => `há novas mensagens (${about}):`,
    files: 'Ficheiros',
    answer: 'Ler e responder',
  },
  it: {
    about: {
      order: (label) => `ordine ${label}`,
      subscription: (label) => `contratto ${label}`,
      report: (label) => `report ${label}`,
      invoice: (label) => `fattura ${label}`,
    },
    subject: (about) => `Nuovi messaggi: ${about}`,
    hello: 'Buongiorno,',
    intro: (about) => `ci sono nuovi messaggi (${about}):`,
    files: 'File',
    answer: 'Leggere e rispondere',
  },
  nl: {
    about: {
      order: (label) => `bestelling ${label}`,
      subscription: (label) => `contract ${label}`,
      report: (label) => `rapport ${label}`,
      invoice: (label) => `factuur ${label}`,
    },
    subject: (about) => `Nieuwe berichten over ${about}`,
    hello: 'Hallo,',
    intro: (about) => `er zijn nieuwe berichten over ${about}:`,
    files: 'Bestanden',
    answer: 'Lezen en antwoorden',
  },
  pl: {
    about: {
      order: (label) => `zamówienie ${label}`,
      subscription: (label) => `umowa ${label}`,
      report: (label) => `raport ${label}`,
      invoice: (label) => `faktura ${label}`,
    },
    subject: (about) => `Nowe wiadomości: ${about}`,
    hello: 'Dzień dobry,',
    intro: (about) => `są nowe wiadomości (${about}):`,
    files: 'Pliki',
    answer: 'Przeczytaj i odpowiedz',
  },
  ar: {
    about: {
      order: (label) => `الطلب ${label}`,
      subscription: (label) => `العقد ${label}`,
      report: (label) => `التقرير ${label}`,
      invoice: (label) => `الفاتورة ${label}`,
    },
    subject: (about) => `رسائل جديدة: ${about}`,
    hello: 'مرحبًا،',
    intro: (about) => `وصلت رسائل جديدة بشأن ${about}:`,
    files: 'الملفات',
    answer: 'للقراءة والرد',
  },
  ja: {
    about: {
      order: (label) => `注文 ${label}`,
      subscription: (label) => `契約 ${label}`,
      report: (label) => `レポート ${label}`,
      invoice: (label) => `請求書 ${label}`,
    },
    subject: (about) => `新しいメッセージ：${about}`,
    hello: 'こんにちは。',
    intro: (about) => `${about}について新しいメッセージがあります。`,
    files: 'ファイル',
    answer: '確認と返信はこちら',
  },
};
