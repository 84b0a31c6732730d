import type { labelsEn } from './labels-en.ts';
import type { Phrase } from './phrase.ts';

/** What a rendering says in words of ours, in Portuguese. */
export const labelsPt: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'Relatório SEO semanal',
  'type.monthly': 'Relatório SEO mensal',
  'type.quarterly': 'Relatório SEO trimestral',

  'verdict.title': 'Avaliação geral',
  'verdict.improving': 'A melhorar',
  'verdict.stable': 'Estável',
  'verdict.declining': 'A piorar',
  'verdict.none': 'Ainda não há dados suficientes',

  'first.win': 'Maior conquista',
  'first.no_win': 'Desta vez, nenhuma conquista se destaca.',
  'first.priority': 'Prioridade máxima',
  'first.no_priority': 'Não há nada urgente.',
  'first.needs': 'O que necessitamos da sua parte',
  'first.no_needs': 'Nada de momento. O trabalho prossegue.',
  'first.need_since': 'pendente desde {day}',
  'first.goals': 'Objetivos',
  'first.no_goals': 'Ainda não foram acordados objetivos.',
  'first.figures': 'Indicadores principais',

  'need.approval': 'Aprovação',
  'need.brief': 'Briefing',
  'need.connection': 'Ligação',

  'pace.ahead': 'Adiantado',
  'pace.on_track': 'Em dia',
  'pace.behind': 'Atrasado',
  'pace.missed': 'Não atingido',
  'pace.met': 'Atingido',
  'goal.by': '{target} até {day}',
  'goal.from': 'desde {baseline}',
  'goal.now': 'agora {value}',
  'goal.unknown': 'ainda sem medição',

  'period.both': '{period}, em comparação com {before} e, um ano antes, com {year_before}.',
  'period.cut':
    'Os dados vão até {day}: a comparação abrange {compared} deste período e a mesma duração do período anterior e do ano anterior.',
  'period.days': { one: '{count} dia', many: '{count} de dias', other: '{count} dias' },
  'period.paused': {
    one: 'O serviço esteve em pausa em {days}.',
    many: 'O serviço esteve em pausa durante {count} de dias: {days}.',
    other: 'O serviço esteve em pausa durante {count} dias: {days}.',
  },

  'change.against': 'face a {period}',
  'change.no_before': 'sem dado anterior',
  'change.no_year': 'sem dado do ano anterior',
  'change.same': 'sem alteração',
  'change.better': 'melhor',
  'change.worse': 'pior',
  'change.points': '{value} p.p.',

  'flag.green': 'No bom caminho',
  'flag.amber': 'A acompanhar',
  'flag.red': 'Requer medidas',
  'flag.rule': 'Como se avalia',

  'contents.title': 'Neste relatório',

  'part.next': 'O que significa e próximos passos',
  'part.source': 'Fonte: {source}',
  'part.data_to': 'dados até {day}',
  'part.empty': 'Ainda não há nada para mostrar',
  'part.more_rows': 'São apresentados os primeiros resultados: {shown} de {total}.',
  'part.no_rows': 'Sem resultados neste período.',
  'part.unknown': 'desconhecido',
  'part.total': 'Total',
  'part.named': '{name}: {value}',

  'comment.title': 'Comentário da gestão da sua conta',
  'comment.by': '{author}, {when}',
  'annotation.title': 'O que aconteceu e quando',
  'annotation.number': 'Nota n.º {number}',

  'log.title': 'De onde vêm estes números',
  'log.short': 'Posição {position} do registo',
  'log.text':
    'Todos os números resultam do registo até à posição {position}. A mesma posição dá sempre os mesmos números; o que vier a ser conhecido depois constará da versão seguinte.',
  'log.position': 'Posição do registo',
  'log.version': 'Versão',
  'log.version_short': 'Versão {version}',
  'log.made': 'Elaborado',
  'log.made_on': 'Elaborado a {day}',
  'log.report': 'Relatório',
  'page.of': 'Página {page} de {pages}',
  'page.prepared_for': 'Preparado para {client}',
  'page.prepared_by': 'Preparado por {name}',
  'page.skip': 'Ir para o relatório',

  'link.pdf': 'Descarregar em PDF',
  'link.read': 'Ler o relatório completo',
  'link.open': 'Abrir',
  'link.unsubscribe': 'Não quero receber mais estes relatórios',

  'mail.subject': '{site}: {type}, {period}',
  'mail.greeting': 'O seu relatório está pronto. {type} de {site}, {period}.',
  'mail.why': 'Recebe este e-mail porque os relatórios de {site} são enviados para este endereço.',
  'mail.picture': 'Gráfico: {alt}',

  'distribution.title': 'Divulgação na imprensa para {site}',
  'distribution.type': 'Relatório de divulgação na imprensa',
  'distribution.order': 'Encomenda n.º {id}',
  'distribution.claim': 'Publicações online: {live} de {total}.',
  'distribution.placements': 'Publicações',
  'distribution.where': 'Onde foi publicado',
  'distribution.outlet': 'Meio',
  'distribution.live_since': 'Online desde',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: de {first} ({from}) para {last} ({to}); mínimo: {low}; máximo: {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'Marcas: {marks}.',
};
