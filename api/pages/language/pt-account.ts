import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const ptAccount: Words<typeof enAccount> = {
  'orders.renews': 'Renova-se em',
  'orders.end': 'Terminar a renovação',
  'orders.end.title': 'Terminar a renovação do pedido {id}',
  'orders.end.says':
    'Em {day} não se segue nenhum pedido novo e {price} não serão faturados. O pedido {id} continua como acordado; terminar a renovação não custa nada.',
  'orders.end.whole':
    'Para cancelar o próprio pedido, escreva-nos: dizemos-lhe antes o que é devido pelo que foi entregue.',
  'orders.end.reason': 'O seu motivo',
  'orders.end.done': 'A renovação terminou. Nenhum pedido se segue a este.',
  'blocked.title': 'Domínios bloqueados',
  'blocked.says': 'Não colocamos links nestes domínios nem no que deles depende. Os links que já lá estão ficam.',
  'blocked.none': 'Nenhum domínio está bloqueado',
  'blocked.none.text': 'Indique sites em que não quer links, por exemplo os de concorrentes.',
  'blocked.domain': 'Domínio',
  'blocked.add': 'Bloquear',
  'blocked.allow': 'Voltar a permitir links em {domain}',
  'blocked.added': '{domain} está bloqueado. As propostas que lá estavam abertas foram retiradas.',
  'blocked.allowed': 'Os links voltam a ser permitidos ali.',
  'billing.title': 'Dados de faturação',
  'billing.says':
    'Estes dados constam de cada fatura que emitirmos a partir de agora. As faturas já emitidas ficam como estão.',
  'billing.name': 'Nome ou empresa',
  'billing.address': 'Morada',
  'billing.tax_id': 'Número fiscal',
  'billing.email': 'E-mail na fatura',
  'billing.country': 'País, duas letras como DE',
  'billing.saved': 'Guardado. A sua próxima fatura será emitida assim.',
  'brand.preview': 'Pré-visualização',
  'brand.preview.show': 'Mostrar estas cores',
  'brand.preview.light': 'De dia',
  'brand.preview.dark': 'De noite',
  'brand.preview.mail': 'Os e-mails vêm de {name}.',
  'brand.preview.mail_replies': 'Os e-mails vêm de {name}; as respostas vão para {email}.',
  'brand.preview.contrast': 'Contraste dos links com a página: {ratio} : 1',
  'brand.preview.wrong': 'Seis algarismos ou letras de a a f depois de um #, como #1f2937',
};
