import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in Portuguese, as those of `claims-pt.ts`. */
export const sectionClaimsPt: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'todas as secções deste relatório',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console e, onde não há dados, Ahrefs',
  source_conversions: 'conversões comunicadas para o site',
  source_articles: 'artigos publicados no site',
  source_indexing: 'inspeções de URL pelo Google Search Console',
  source_links: 'as nossas encomendas e as nossas verificações de cada link',
  source_social: 'publicações e interações medidas',
  source_health: 'medições da arquitetura do site',
  source_work: 'o nosso próprio registo',
  source_plan: 'fila de conteúdos, plano da campanha e aprovações pendentes',

  // Organic traffic.
  traffic_up: 'Os cliques a partir da pesquisa aumentaram {percent}, para {clicks}.',
  traffic_down: 'Os cliques a partir da pesquisa diminuíram {percent}, para {clicks}.',
  traffic_steady: 'Os cliques a partir da pesquisa mantiveram-se estáveis: {clicks}.',
  traffic_first: {
    one: 'O número de cliques a partir da pesquisa foi {count}; não há um período anterior para comparação.',
    many: 'A pesquisa gerou {count} de cliques; não há um período anterior para comparação.',
    other: 'A pesquisa gerou {count} cliques; não há um período anterior para comparação.',
  },
  traffic_from_nothing: {
    one: 'A pesquisa gerou o seu primeiro clique.',
    many: 'A pesquisa gerou {count} de cliques, depois de nenhum no período anterior.',
    other: 'A pesquisa gerou {count} cliques, depois de nenhum no período anterior.',
  },
  traffic_still_nothing: 'A pesquisa não gerou nenhum clique, tal como no período anterior.',
  traffic_none: 'Não há dados de pesquisa relativos a este período.',
  traffic_none_reason:
    'O Google Search Console não comunicou nada sobre estes dias. Os dados aparecerão aqui assim que estiver ligado e os tiver comunicado.',
  traffic_rule:
    'Verde: os cliques não desceram mais de 5% em relação ao período anterior. Amarelo: não mais de 20%. Vermelho: mais.',
  traffic_next_first: 'A partir do próximo período, esta secção apresentará a comparação.',
  traffic_next_seen_not_clicked:
    'O site é visto mais vezes, mas recebe menos cliques por impressão: vale a pena rever os títulos e as descrições das páginas mais visíveis.',
  traffic_next_seen_more: 'O site é visto mais vezes e quem o vê continua a clicar: prosseguimos conforme o previsto.',
  traffic_next_fewer_better:
    'O site é visto menos vezes, mas por um público mais adequado. Alargamos os temas que funcionam.',
  traffic_next_seen_less: 'O site é visto menos vezes. Analisamos primeiro as páginas que mais perderam.',
  traffic_next_clicked_less:
    'O site é visto tantas vezes como antes, mas recebe menos cliques: vale a pena rever os títulos e as descrições das páginas mais visíveis.',
  traffic_next_clicked_more:
    'O site é visto tantas vezes como antes e recebe mais cliques: o que se lê nos resultados responde melhor ao que as pessoas procuram.',
  traffic_next_same:
    'O site é visto aproximadamente tantas vezes como antes; o crescimento depende agora de novos temas e de melhores posições.',
  year_unknown: 'O valor de um ano antes é desconhecido.',
  year_same: 'O valor é semelhante ao de um ano antes.',
  year_more: 'São {percent} mais do que um ano antes.',
  year_less: 'São {percent} menos do que um ano antes.',
  search_cut: {
    one: 'Os dados de pesquisa vão até {day}, pelo que só é comparado o primeiro dia de cada período.',
    many: 'Os dados de pesquisa vão até {day}, pelo que são comparados os primeiros {count} de dias de cada período.',
    other: 'Os dados de pesquisa vão até {day}, pelo que são comparados os primeiros {count} dias de cada período.',
  },

  // Keyword rankings.
  rankings_first: {
    one: 'O número de palavras-chave no top 10 é {count}; o valor anterior é desconhecido.',
    many: 'Há {count} de palavras-chave no top 10; o valor anterior é desconhecido.',
    other: 'Há {count} palavras-chave no top 10; o valor anterior é desconhecido.',
  },
  rankings_same: {
    one: 'O número de palavras-chave no top 10 é {count}, tal como antes.',
    many: 'Há {count} de palavras-chave no top 10, tantas como antes.',
    other: 'Há {count} palavras-chave no top 10, tantas como antes.',
  },
  rankings_more: {
    one: 'O número de palavras-chave no top 10 subiu de {before} para {count}.',
    many: 'Há agora {count} de palavras-chave no top 10, face a {before} no período anterior.',
    other: 'Há agora {count} palavras-chave no top 10, face a {before} no período anterior.',
  },
  rankings_fewer: {
    one: 'O número de palavras-chave no top 10 desceu de {before} para {count}.',
    many: 'Há agora {count} de palavras-chave no top 10, face a {before} no período anterior.',
    other: 'Há agora {count} palavras-chave no top 10, face a {before} no período anterior.',
  },
  rankings_new: {
    one: 'Uma palavra-chave surge pela primeira vez nos resultados.',
    many: '{count} de palavras-chave surgem pela primeira vez nos resultados.',
    other: '{count} palavras-chave surgem pela primeira vez nos resultados.',
  },
  rankings_none: 'Não há posições relativas a este período.',
  rankings_none_reason:
    'Nem o Google Search Console nem o Ahrefs comunicaram posições destes dias. Aparecerão aqui assim que um deles o fizer.',
  rankings_rule:
    'Verde: o número de palavras-chave no top 10 não desceu mais de 5% em relação ao período anterior. Amarelo: não mais de 20%. Vermelho: mais.',
  rankings_next_loser: '«{keyword}» foi a que mais desceu: a sua página é a primeira que melhoramos.',
  rankings_next_gone:
    '«{keyword}» já não está entre os 50 primeiros resultados: a sua página é a primeira que melhoramos.',
  rankings_next_winners: 'As palavras-chave que subiram mostram que temas funcionam; continuamos a trabalhá-los.',
  rankings_next_steady: 'As posições estão estáveis. Serão os novos artigos e links a fazê-las avançar.',

  // Conversions.
  conversions_first: {
    one: 'O número de conversões registadas é {count}; não há um período anterior para comparação.',
    many: 'Foram registados {count} de conversões; não há um período anterior para comparação.',
    other: 'Foram registadas {count} conversões; não há um período anterior para comparação.',
  },
  conversions_same: {
    one: 'O número de conversões registadas é {count}, tal como antes.',
    many: 'Foram registados {count} de conversões, tantas como antes.',
    other: 'Foram registadas {count} conversões, tantas como antes.',
  },
  conversions_up: {
    one: 'O número de conversões registadas subiu {percent}, para {count}.',
    many: 'Foram registados {count} de conversões, {percent} mais do que antes.',
    other: 'Foram registadas {count} conversões, {percent} mais do que antes.',
  },
  conversions_down: {
    one: 'O número de conversões registadas desceu {percent}, para {count}.',
    many: 'Foram registados {count} de conversões, {percent} menos do que antes.',
    other: 'Foram registadas {count} conversões, {percent} menos do que antes.',
  },
  conversions_channel: 'O canal {channel} representa {percent} do total.',
  conversions_none: 'Não há registo de conversões neste período.',
  conversions_none_reason:
    'Não foram comunicadas conversões deste site nestes dias. Aparecerão aqui assim que os formulários, as chamadas ou as vendas forem medidos.',
  conversions_rule:
    'Verde: as conversões não desceram mais de 5% em relação ao período anterior. Amarelo: não mais de 20%. Vermelho: mais.',
  conversions_next: 'É para as páginas que convertem que encaminhamos visitas e links.',
  conversions_next_down:
    'Verificamos primeiro se os formulários e a medição continuam a funcionar e, depois, que páginas perderam visitas.',

  // Content.
  content_published: {
    one: 'Foi publicado um artigo.',
    many: 'Foram publicados {count} de artigos.',
    other: 'Foram publicados {count} artigos.',
  },
  content_nothing: 'Não foi publicado nenhum artigo.',
  content_target_met: 'O objetivo acordado ({target}) fica assim cumprido.',
  content_target_missed: {
    one: 'Falta um artigo para cumprir o objetivo acordado ({target}).',
    many: 'Faltam {count} de artigos para cumprir o objetivo acordado ({target}).',
    other: 'Faltam {count} artigos para cumprir o objetivo acordado ({target}).',
  },
  content_none: 'Não foram publicados artigos neste período.',
  content_none_reason:
    'Nenhuma subscrição gerida abrange este site e nada foi publicado. Os artigos aparecerão aqui quando forem publicados.',
  content_not_due_reason:
    'Não estava acordado nenhum artigo para estes dias. Os artigos aparecerão aqui quando forem publicados.',
  content_rule:
    'Verde: foram publicados todos os artigos acordados para o período. Amarelo: pelo menos 80%. Vermelho: menos.',
  content_next:
    'Os novos artigos costumam demorar algumas semanas até mostrarem a sua posição nos resultados de pesquisa.',
  content_next_behind: 'O que falta será publicado em primeiro lugar no período seguinte.',

  // Indexing.
  indexing_indexed: {
    one: 'O número de páginas indexadas é {count}, de um total inspecionado de {inspected}.',
    many: 'Há {count} de páginas indexadas, de um total inspecionado de {inspected}.',
    other: 'Há {count} páginas indexadas, de um total inspecionado de {inspected}.',
  },
  indexing_more: {
    one: 'É mais uma do que antes.',
    many: 'São mais {count} do que antes.',
    other: 'São mais {count} do que antes.',
  },
  indexing_fewer: {
    one: 'É menos uma do que antes.',
    many: 'São menos {count} do que antes.',
    other: 'São menos {count} do que antes.',
  },
  indexing_errors: {
    one: 'Uma página apresenta erros ({percent} do total).',
    many: '{count} de páginas apresentam erros ({percent} do total).',
    other: '{count} páginas apresentam erros ({percent} do total).',
  },
  indexing_none: 'Ainda não foi inspecionada nenhuma página.',
  indexing_none_reason:
    'As páginas são inspecionadas através do Google Search Console. Aparecerão aqui assim que estiver ligado.',
  indexing_rule:
    'Verde: no máximo 2% das páginas inspecionadas apresentam erros. Amarelo: no máximo 5%. Vermelho: mais.',
  indexing_next:
    'Todas as páginas inspecionadas podem ser encontradas. As novas são inspecionadas à medida que são publicadas.',
  indexing_next_pending:
    'As páginas pendentes voltam a ser inspecionadas; a maioria é indexada no espaço de algumas semanas.',
  indexing_next_errors:
    'As páginas com erros constam abaixo com o respetivo motivo; são as primeiras a ser corrigidas.',

  // Backlinks.
  links_built: {
    one: 'Foi publicado um novo link.',
    many: 'Foram publicados {count} de novos links.',
    other: 'Foram publicados {count} novos links.',
  },
  links_none_built: 'Não foi publicado nenhum novo link neste período.',
  links_average: 'O Domain Rating médio destes links é {dr}.',
  links_spent: 'Foram utilizados {spent} de um orçamento de {budget}.',
  links_over_budget: 'Foram utilizados {spent}, mais do que o orçamento de {budget}.',
  links_none: 'Não houve campanha de backlinks neste período.',
  links_none_reason:
    'A campanha faz parte do serviço contratado, mas não houve nenhuma encomenda em curso neste período. Os links aparecerão aqui assim que uma encomenda for aprovada.',
  links_not_booked_reason:
    'Não há backlinks encomendados para este site. Assim que uma encomenda for aprovada, os seus links aparecerão aqui um a um.',
  links_rule:
    'Verde: nenhuma encomenda está atrasada e não há substituições pendentes. Amarelo: há um caso. Vermelho: há mais, ou uma encomenda ultrapassou o prazo.',
  links_next: 'Cada link é verificado regularmente enquanto durar a garantia.',
  links_next_owed: {
    one: 'Um link perdido será substituído ao abrigo da garantia.',
    many: '{count} de links perdidos serão substituídos ao abrigo da garantia.',
    other: '{count} links perdidos serão substituídos ao abrigo da garantia.',
  },
  links_next_past_due: {
    one: 'Uma encomenda ultrapassou o prazo; os links em falta têm prioridade.',
    many: '{count} de encomendas ultrapassaram o prazo; os links em falta têm prioridade.',
    other: '{count} encomendas ultrapassaram o prazo; os links em falta têm prioridade.',
  },
  links_next_behind: {
    one: 'Uma encomenda está atrasada; os seus links têm prioridade.',
    many: '{count} de encomendas estão atrasadas; os seus links têm prioridade.',
    other: '{count} encomendas estão atrasadas; os seus links têm prioridade.',
  },

  // Social media.
  social_no_posts: 'Não houve publicações.',
  social_posts: {
    one: 'Houve uma publicação.',
    many: 'Houve {count} de publicações.',
    other: 'Houve {count} publicações.',
  },
  social_engagement: {
    one: 'O número de interações obtidas no período é {count}.',
    many: 'As publicações obtiveram {count} de interações no período.',
    other: 'As publicações obtiveram {count} interações no período.',
  },
  social_not_measured: 'As interações ainda não foram medidas.',
  social_none: 'Não houve publicações neste período.',
  social_none_reason:
    'As publicações nas redes sociais fazem parte do serviço contratado, mas não houve nenhuma nestes dias. Aparecerão aqui quando forem publicadas.',
  social_not_booked_reason:
    'As redes sociais não fazem parte do serviço contratado. As publicações aparecerão aqui quando forem incluídas.',
  social_next: 'As interações voltam a ser medidas depois de cada publicação.',
  social_next_best: 'A melhor publicação surgiu em {platform}; faremos mais do que resultou aí.',

  // The blueprint's health.
  health_completion: 'Estão concluídos {percent} da arquitetura do site.',
  health_authority: 'A pontuação de autoridade é {score}.',
  health_authority_up: {
    one: 'A pontuação de autoridade subiu um ponto, para {score}.',
    many: 'A pontuação de autoridade subiu {count} de pontos, para {score}.',
    other: 'A pontuação de autoridade subiu {count} pontos, para {score}.',
  },
  health_authority_down: {
    one: 'A pontuação de autoridade desceu um ponto, para {score}.',
    many: 'A pontuação de autoridade desceu {count} de pontos, para {score}.',
    other: 'A pontuação de autoridade desceu {count} pontos, para {score}.',
  },
  health_none: 'A arquitetura do site ainda não foi medida.',
  health_none_reason: 'É medida assim que uma arquitetura é aprovada e as suas primeiras páginas existem.',
  health_rule: 'Verde: pelo menos 80% da arquitetura está concluída. Amarelo: pelo menos 50%. Vermelho: menos.',
  health_next_none: 'Não restam lacunas na arquitetura.',
  health_next_gaps: {
    one: 'Resta uma lacuna, que será a próxima a ser colmatada.',
    many: 'Restam {count} de lacunas, que serão colmatadas uma a uma.',
    other: 'Restam {count} lacunas, que serão colmatadas uma a uma.',
  },

  // Work done.
  work_days: {
    one: 'Foram concluídos trabalhos num dia deste período.',
    many: 'Foram concluídos trabalhos em {count} de dias deste período.',
    other: 'Foram concluídos trabalhos em {count} dias deste período.',
  },
  work_article: {
    one: 'Foi publicado um artigo.',
    many: 'Foram publicados {count} de artigos.',
    other: 'Foram publicados {count} artigos.',
  },
  work_link_live: {
    one: 'Foi publicado um link.',
    many: 'Foram publicados {count} de links.',
    other: 'Foram publicados {count} links.',
  },
  work_link_replaced: {
    one: 'Foi substituído um link perdido.',
    many: 'Foram substituídos {count} de links perdidos.',
    other: 'Foram substituídos {count} links perdidos.',
  },
  work_page_indexed: {
    one: 'Uma página entrou no índice.',
    many: '{count} de páginas entraram no índice.',
    other: '{count} páginas entraram no índice.',
  },
  work_schema: {
    one: 'Foram adicionados dados estruturados a uma página.',
    many: 'Foram adicionados dados estruturados a {count} de páginas.',
    other: 'Foram adicionados dados estruturados a {count} páginas.',
  },
  work_technical: {
    one: 'Foi feita uma melhoria técnica.',
    many: 'Foram feitos {count} de melhorias técnicas.',
    other: 'Foram feitas {count} melhorias técnicas.',
  },
  work_none: 'Não foi concluído nenhum trabalho neste período.',
  work_none_reason:
    'Não constam do nosso registo artigos, links, páginas indexadas ou trabalhos técnicos destes dias. O que for concluído aparecerá aqui automaticamente.',
  work_next: 'Tudo o que aqui consta provém do nosso registo; nada é introduzido à mão.',

  // The plan.
  plan_publish: 'Publicar «{title}».',
  plan_link: 'Obter um link para {page} com o texto âncora «{anchor}».',
  plan_ours: {
    one: 'Há um passo previsto da nossa parte.',
    many: 'Há {count} de passos previstos da nossa parte.',
    other: 'Há {count} passos previstos da nossa parte.',
  },
  plan_ours_none: 'Ainda não há passos previstos da nossa parte.',
  plan_yours: {
    one: 'Há um a aguardar a sua resposta.',
    many: 'Há {count} a aguardar a sua resposta.',
    other: 'Há {count} a aguardar a sua resposta.',
  },
  plan_none: 'Ainda não há nada previsto para o próximo período.',
  plan_none_reason:
    'Os artigos em fila, os links previstos e as aprovações pendentes aparecerão aqui assim que existirem.',
  plan_next: 'Para isto, não é necessário nada da sua parte.',
  plan_next_yours: 'A primeira resposta de que precisamos deve chegar até {day}.',
};
