import type { PageWords } from './page-words.ts';
import { ptAccount } from './pt-account.ts';
import { ptClient } from './pt-client.ts';
import { ptMoney } from './pt-money.ts';
import { ptOrders } from './pt-orders.ts';
import { ptReports } from './pt-reports.ts';
import { ptSignIn } from './pt-sign-in.ts';
import { ptTalk } from './pt-talk.ts';
import { ptTold } from './pt-told.ts';

/** What pages say, in Portuguese. */
export const pt: PageWords = {
  'frame.skip': 'Ir para o conteúdo',
  'frame.menu': 'Páginas',
  'frame.home': 'Início',
  'frame.path': 'Onde está',
  'frame.sign_out': 'Terminar sessão',
  'frame.as.client': 'cliente',
  'frame.as.agency': 'agência',
  'frame.signed_in': 'Sessão iniciada: {name}',
  'frame.live': 'As alterações aparecem por si',
  'frame.sandbox': 'Ambiente de testes. O seu relógio marca {time}; nada aqui é real.',
  'frame.advance_by': 'Adiantar o relógio',
  'frame.days.1': '1 dia',
  'frame.days.7': '7 dias',
  'frame.days.30': '30 dias',
  'frame.language': 'Idioma',
  'frame.language.change': 'Mudar',
  'language.title': 'Idioma',
  'language.says':
    'Estas páginas e os e-mails de início de sessão estão no idioma que escolher aqui. Os relatórios têm um idioma próprio.',
  'list.show': 'Mostrar',
  'list.clear': 'Limpar filtros',
  'list.all': 'Todos',
  'list.csv': 'Descarregar em CSV',
  'list.range': '{from}–{to} de {count}',
  'list.pages': 'Páginas da lista',
  'list.previous': 'Anterior',
  'list.next': 'Seguinte',
  'list.none': 'Nada corresponde a estes filtros.',
  'form.wrong': 'Não funcionou',
  'form.optional': 'opcional',
  'form.one_a_line': 'Um por linha.',
  'form.back': 'Voltar',
  'form.sent_before':
    'Este formulário já foi enviado. Aqui está de novo com o que escreveu: verifique e envie-o outra vez.',
  'form.moved':
    'Alguém alterou isto enquanto tinha o formulário aberto. Mostra o estado atual e o que escreveu: verifique e envie-o outra vez.',
  'form.expired':
    'O formulário esteve aberto demasiado tempo, ou iniciou sessão de novo entretanto. Envie-o outra vez.',
  'problem.home': 'Ir para a primeira página',
  'problem.again': 'Tentar novamente',
  'problem.sign_in': 'Iniciar sessão',
  'problem.reference': 'Se nos perguntar sobre isto, indique {id}.',
  'problem.missing.title': 'Esta página não existe',
  'problem.missing.text':
    'Não existe, ou não lhe é destinada. Um endereço que lhe enviaram pode pertencer a outra conta.',
  'problem.unknown.title': 'Inicie sessão para ver esta página',
  'problem.unknown.text': 'Não tem sessão iniciada, ou a sua sessão expirou.',
  'problem.forbidden.title': 'Não tem permissão para isso',
  'problem.forbidden.text': 'Fale com quem gere os membros da sua conta.',
  'problem.plan.title': 'O seu plano não inclui isto',
  'problem.plan.text': 'Está incluído no plano {plan}.',
  'problem.plan.none': 'Pergunte-nos que plano o inclui.',
  'problem.often.title': 'Demasiadas vezes',
  'problem.often.text': 'Aguarde um minuto e tente novamente.',
  'problem.waiting.title': 'Voltamos dentro de momentos',
  'problem.waiting.text':
    'De momento não conseguimos responder. Nada se perdeu; tente novamente dentro de alguns segundos.',
  'problem.gone.title': 'Isto já não existe',
  'problem.gone.text': 'Foi removido, ou o seu prazo terminou.',
  'problem.refused.title': 'Não funcionou',
  'problem.ours.title': 'Algo correu mal do nosso lado',
  'problem.ours.text': 'A culpa é nossa e o erro ficou registado.',
  'problem.foreign.text':
    'O formulário veio de outro site, por isso nada foi feito. Abra a página aqui e envie-o outra vez.',
  'start.title': 'Damos-lhe as boas-vindas',
  'start.none': 'Ainda não há nada aqui para si',
  'start.later': 'Assim que houver, estará na navegação.',
  ...ptAccount,
  ...ptClient,
  ...ptOrders,
  ...ptMoney,
  ...ptReports,
  ...ptTalk,
  ...ptTold,
  ...ptSignIn,
};
