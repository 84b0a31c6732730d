import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/**
 * Sentences of ours about numbers, in Portuguese as Portugal writes it. The form `one` stands for none as well: it says its number
 * where there may be none. A million and its multiples take `de` before what they count.
 */
export const claimsPt: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: ' ',
  not_known: 'desconhecido',

  // The verdict's reason.
  reason_no_search: 'Ainda não há dados suficientes: não foram recebidos dados de pesquisa relativos a este período.',
  reason_unknown: 'Ainda não há dados suficientes: não existe um período com o qual comparar este.',
  reason_clicks_up: 'Os cliques a partir da pesquisa subiram de {from} para {to}.',
  reason_clicks_down: 'Os cliques a partir da pesquisa desceram de {from} para {to}.',
  reason_clicks_same: 'Os cliques a partir da pesquisa quase não variaram: de {from} para {to}.',
  reason_position_up: 'A posição média melhorou de {from} para {to}.',
  reason_position_down: 'A posição média piorou de {from} para {to}.',
  reason_position_same: 'A posição média quase não se alterou: era {from} e é agora {to}.',
  reason_links_up: {
    one: 'Foi publicado mais um link do que os que se perderam.',
    many: 'Os links publicados superaram os perdidos em {count}.',
    other: 'Os links publicados superaram os perdidos em {count}.',
  },
  reason_links_down: {
    one: 'Perdeu-se mais um link do que os que foram publicados.',
    many: 'Os links perdidos superaram os publicados em {count}.',
    other: 'Os links perdidos superaram os publicados em {count}.',
  },
  reason_links_same: 'Foram publicados tantos links quantos os que se perderam.',
  reason_opposed_below: 'Em comparação com o mesmo período do ano anterior, o número de cliques continua a ser menor.',
  reason_opposed_above: 'Em comparação com o mesmo período do ano anterior, o número de cliques continua a ser maior.',

  // The biggest win.
  win_conversions: {
    one: 'As conversões aumentaram {percent}, para {count}.',
    many: 'As conversões aumentaram {percent}, para {count}.',
    other: 'As conversões aumentaram {percent}, para {count}.',
  },
  win_conversions_from_nothing: {
    one: 'Chegou a primeira conversão.',
    many: 'Chegaram as primeiras conversões: {count}.',
    other: 'Chegaram as primeiras {count} conversões.',
  },
  win_top_3: '«{keyword}» entrou no top 3: ocupa agora a posição {place}.',
  win_top_10: '«{keyword}» entrou na primeira página de resultados: ocupa agora a posição {place}.',
  win_page: {
    one: '{page} gerou mais {count} clique do que antes.',
    many: '{page} gerou mais {count} de cliques do que antes.',
    other: '{page} gerou mais {count} cliques do que antes.',
  },
  win_link: 'Foi publicado um link a partir de um site com autoridade: {page}, com um Domain Rating de {dr}.',
  win_articles: {
    one: 'Foi publicado um novo artigo.',
    many: 'Foram publicados {count} de novos artigos.',
    other: 'Foram publicados {count} novos artigos.',
  },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'O objetivo de cliques em 28 dias ({target}) foi atingido em {day}.',
  goal_met_impressions: 'O objetivo de impressões em 28 dias ({target}) foi atingido em {day}.',
  goal_met_position: 'O objetivo de posição média ({target}) foi atingido em {day}.',
  goal_met_keywords_top_10: 'O objetivo de palavras-chave no top 10 ({target}) foi atingido em {day}.',
  goal_met_referring_domains: 'O objetivo de domínios de referência ({target}) foi atingido em {day}.',
  goal_met_articles: 'O objetivo de artigos publicados ({target}) foi atingido em {day}.',
  goal_met_conversions: 'O objetivo de conversões em 28 dias ({target}) foi atingido em {day}.',
  goal_missed_clicks:
    'O objetivo de cliques em 28 dias ({target} até {day}) não foi atingido; o último valor é {value}.',
  goal_missed_impressions:
    'O objetivo de impressões em 28 dias ({target} até {day}) não foi atingido; o último valor é {value}.',
  goal_missed_position: 'O objetivo de posição média ({target} até {day}) não foi atingido; o último valor é {value}.',
  goal_missed_keywords_top_10:
    'O objetivo de palavras-chave no top 10 ({target} até {day}) não foi atingido; o último valor é {value}.',
  goal_missed_referring_domains:
    'O objetivo de domínios de referência ({target} até {day}) não foi atingido; o último valor é {value}.',
  goal_missed_articles:
    'O objetivo de artigos publicados ({target} até {day}) não foi atingido; o último valor é {value}.',
  goal_missed_conversions:
    'O objetivo de conversões em 28 dias ({target} até {day}) não foi atingido; o último valor é {value}.',
  goal_behind_clicks:
    'O objetivo de cliques em 28 dias ({target} até {day}) avança mais devagar do que o previsto; o valor atual é {value}.',
  goal_behind_impressions:
    'O objetivo de impressões em 28 dias ({target} até {day}) avança mais devagar do que o previsto; o valor atual é {value}.',
  goal_behind_position:
    'O objetivo de posição média ({target} até {day}) avança mais devagar do que o previsto; o valor atual é {value}.',
  goal_behind_keywords_top_10:
    'O objetivo de palavras-chave no top 10 ({target} até {day}) avança mais devagar do que o previsto; o valor atual é {value}.',
  goal_behind_referring_domains:
    'O objetivo de domínios de referência ({target} até {day}) avança mais devagar do que o previsto; o valor atual é {value}.',
  goal_behind_articles:
    'O objetivo de artigos publicados ({target} até {day}) avança mais devagar do que o previsto; o valor atual é {value}.',
  goal_behind_conversions:
    'O objetivo de conversões em 28 dias ({target} até {day}) avança mais devagar do que o previsto; o valor atual é {value}.',
  goal_unknown: 'O valor atual de um objetivo de {target} até {day} é {value}.',

  // The top priority.
  priority_disconnected: 'O site está desligado: não é possível publicar nada até que a ligação seja restabelecida.',
  priority_indexing: {
    one: 'Há {count} página que não pode ser indexada ({percent} das inspecionadas): é o primeiro ponto a resolver.',
    many: 'Há {count} de páginas que não podem ser indexadas ({percent} das inspecionadas): é o primeiro ponto a resolver.',
    other:
      'Há {count} páginas que não podem ser indexadas ({percent} das inspecionadas): é o primeiro ponto a resolver.',
  },
  priority_page: {
    one: '{page} perdeu {count} clique e deve ser analisada em primeiro lugar.',
    many: '{page} perdeu {count} de cliques e deve ser analisada em primeiro lugar.',
    other: '{page} perdeu {count} cliques e deve ser analisada em primeiro lugar.',
  },
  priority_replacement: {
    one: 'É necessário substituir um link perdido, coberto pela garantia.',
    many: 'É necessário substituir {count} de links perdidos, cobertos pela garantia.',
    other: 'É necessário substituir {count} links perdidos, cobertos pela garantia.',
  },
  priority_approval: 'A aguardar a sua resposta desde {day}: {what}',
  priority_content: {
    one: 'Falta publicar um artigo do objetivo acordado para este período ({target}).',
    many: 'Faltam publicar {count} de artigos do objetivo acordado para este período ({target}).',
    other: 'Faltam publicar {count} artigos do objetivo acordado para este período ({target}).',
  },
  priority_action_us: 'Próximo passo da nossa parte, até {day}: {action}',
  priority_action_you: 'Próximo passo da sua parte, até {day}: {action}',

  // What we need.
  need_blueprint: 'Aprovar a arquitetura do site.',
  need_blueprint_named: 'Aprovar a arquitetura «{title}».',
  need_content: 'Rever um artigo antes da publicação.',
  need_content_named: 'Rever o artigo «{title}» antes da publicação.',
  need_order: 'Aprovar a encomenda de backlinks n.º {id}.',
  need_order_named: 'Aprovar a encomenda de backlinks «{title}».',
  need_placement: 'Aprovar um link em {domain}.',
  need_brief: 'Responder ao briefing da encomenda de backlinks n.º {id}.',
  need_connection: 'Voltar a ligar o site: o plugin perdeu a ligação.',
  need_search_console: 'Ligar o Google Search Console: não foram recebidos dados de pesquisa relativos a este período.',

  // The summary.
  sum_up_a: 'A pesquisa trouxe mais visitas do que no período anterior: os cliques aumentaram cerca de {percent}.',
  sum_up_b: 'Desta vez, mais pessoas encontraram o site, com cerca de {percent} mais cliques.',
  sum_down_a: 'A pesquisa trouxe menos visitas do que no período anterior: os cliques desceram cerca de {percent}.',
  sum_down_b: 'Desta vez, menos pessoas chegaram através da pesquisa, com cerca de {percent} menos cliques.',
  sum_steady_a: 'O tráfego de pesquisa manteve-se ao mesmo nível.',
  sum_steady_b: 'A pesquisa trouxe aproximadamente tantas visitas como no período anterior.',
  sum_from_nothing: 'O site começou a receber visitas a partir da pesquisa.',
  sum_first: {
    one: 'Este é o primeiro período com dados de pesquisa; o número de cliques ({count}) será o ponto de partida dos próximos relatórios.',
    many: 'Este é o primeiro período com dados de pesquisa: {count} de cliques, que serão o ponto de partida dos próximos relatórios.',
    other:
      'Este é o primeiro período com dados de pesquisa: {count} cliques, que serão o ponto de partida dos próximos relatórios.',
  },
  sum_no_search:
    'Não foram recebidos dados de pesquisa relativos a este período, pelo que ainda não é possível avaliar a visibilidade do site.',
  sum_year_still_above:
    'Ainda assim, há cerca de {percent} mais cliques do que no mesmo período do ano anterior, pelo que a tendência a longo prazo continua positiva.',
  sum_year_still_below: 'Ainda assim, há cerca de {percent} menos cliques do que no mesmo período do ano anterior.',
  sum_year_above: 'Em relação ao ano anterior, no entanto, há cerca de {percent} mais cliques.',
  sum_year_below: 'Em relação ao ano anterior, no entanto, há cerca de {percent} menos cliques.',
  sum_position_up: 'O posicionamento das páginas melhorou: a posição média é agora {place}.',
  sum_position_up_too: 'O posicionamento das páginas também melhorou: a posição média é agora {place}.',
  sum_position_up_though: 'Em contrapartida, o posicionamento das páginas melhorou: a posição média é agora {place}.',
  sum_position_down: 'O posicionamento das páginas piorou um pouco: a posição média é agora {place}.',
  sum_position_down_too: 'O posicionamento das páginas também piorou um pouco: a posição média é agora {place}.',
  sum_position_down_though:
    'Em contrapartida, o posicionamento das páginas piorou um pouco: a posição média é agora {place}.',
  sum_links_then_up: {
    one: 'Em {day} foi publicado um novo link; na semana seguinte, os cliques ficaram cerca de {percent} acima dos da semana precedente.',
    many: 'Em {day} foram publicados {count} de novos links; na semana seguinte, os cliques ficaram cerca de {percent} acima dos da semana precedente.',
    other:
      'Em {day} foram publicados {count} novos links; na semana seguinte, os cliques ficaram cerca de {percent} acima dos da semana precedente.',
  },
  sum_links_then_down: {
    one: 'Em {day} foi publicado um novo link; na semana seguinte, os cliques ficaram cerca de {percent} abaixo dos da semana precedente, mas os links costumam demorar mais tempo a produzir efeito.',
    many: 'Em {day} foram publicados {count} de novos links; na semana seguinte, os cliques ficaram cerca de {percent} abaixo dos da semana precedente, mas os links costumam demorar mais tempo a produzir efeito.',
    other:
      'Em {day} foram publicados {count} novos links; na semana seguinte, os cliques ficaram cerca de {percent} abaixo dos da semana precedente, mas os links costumam demorar mais tempo a produzir efeito.',
  },
  sum_conversions_up: 'As conversões aumentaram cerca de {percent}.',
  sum_conversions_up_too: 'As conversões também aumentaram, cerca de {percent}.',
  sum_conversions_up_though: 'As conversões, no entanto, aumentaram cerca de {percent}.',
  sum_conversions_down: 'As conversões diminuíram cerca de {percent}.',
  sum_conversions_down_too: 'As conversões também diminuíram, cerca de {percent}.',
  sum_conversions_down_though: 'As conversões, no entanto, diminuíram cerca de {percent}.',
  sum_articles_a: {
    one: 'Foi publicado um novo artigo.',
    many: 'Publicámos {count} de novos artigos.',
    other: 'Publicámos {count} novos artigos.',
  },
  sum_articles_b: {
    one: 'O site conta com mais um artigo.',
    many: 'O site conta com mais {count} de artigos.',
    other: 'O site conta com mais {count} artigos.',
  },
  sum_content_behind: {
    one: 'Ainda falta um dos artigos acordados para este período; será publicado o mais depressa possível.',
    many: 'Ainda faltam {count} dos artigos acordados para este período; serão publicados o mais depressa possível.',
    other: 'Ainda faltam {count} dos artigos acordados para este período; serão publicados o mais depressa possível.',
  },
  sum_links: {
    one: 'Foi publicado um novo link.',
    many: 'Foram publicados {count} de novos links.',
    other: 'Foram publicados {count} novos links.',
  },
  sum_approvals: {
    one: 'Há um assunto a aguardar a sua aprovação; com ela, poderemos avançar.',
    many: 'Há {count} de assuntos a aguardar a sua aprovação; com ela, poderemos avançar.',
    other: 'Há {count} assuntos a aguardar a sua aprovação; com ela, poderemos avançar.',
  },
  sum_briefs: {
    one: 'Para avançar, precisamos das respostas a um briefing.',
    many: 'Para avançar, precisamos das respostas a {count} de briefings.',
    other: 'Para avançar, precisamos das respostas a {count} briefings.',
  },
  sum_connections: {
    one: 'Para avançarmos, precisamos que estabeleça uma ligação.',
    many: 'Para avançarmos, precisamos que estabeleça {count} de ligações.',
    other: 'Para avançarmos, precisamos que estabeleça {count} ligações.',
  },
  sum_more_to_come: 'O próximo relatório terá mais para contar.',
  sum_plan_below: 'Os próximos passos encontram-se no final deste relatório.',
};
