import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/** Sentences of ours about numbers, in Spanish. A million and its multiples take `de` before what they count. */
export const claimsEs: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: ' ',
  not_known: 'desconocido',

  // The verdict's reason.
  reason_no_search: 'Aún no hay datos suficientes: no se han recibido datos de búsqueda de este periodo.',
  reason_unknown: 'Aún no hay datos suficientes: no existe un periodo con el que comparar este.',
  reason_clicks_up: 'Los clics desde la búsqueda subieron de {from} a {to}.',
  reason_clicks_down: 'Los clics desde la búsqueda bajaron de {from} a {to}.',
  reason_clicks_same: 'Los clics desde la búsqueda apenas variaron: de {from} a {to}.',
  reason_position_up: 'La posición media mejoró de {from} a {to}.',
  reason_position_down: 'La posición media empeoró de {from} a {to}.',
  reason_position_same: 'La posición media apenas se movió: era {from} y ahora es {to}.',
  reason_links_up: {
    one: 'Los enlaces publicados superaron en uno a los perdidos.',
    many: 'Los enlaces publicados superaron en {count} a los perdidos.',
    other: 'Los enlaces publicados superaron en {count} a los perdidos.',
  },
  reason_links_down: {
    one: 'Los enlaces perdidos superaron en uno a los publicados.',
    many: 'Los enlaces perdidos superaron en {count} a los publicados.',
    other: 'Los enlaces perdidos superaron en {count} a los publicados.',
  },
  reason_links_same: 'Se publicaron tantos enlaces como se perdieron.',
  reason_opposed_below: 'En comparación con el mismo periodo del año anterior, el número de clics sigue siendo menor.',
  reason_opposed_above: 'En comparación con el mismo periodo del año anterior, el número de clics sigue siendo mayor.',

  // The biggest win.
  win_conversions: {
    one: 'Las conversiones aumentaron un {percent}, hasta {count}.',
    many: 'Las conversiones aumentaron un {percent}, hasta {count}.',
    other: 'Las conversiones aumentaron un {percent}, hasta {count}.',
  },
  win_conversions_from_nothing: {
    one: 'Llegó la primera conversión.',
    many: 'Llegaron las primeras conversiones: {count}.',
    other: 'Llegaron las primeras {count} conversiones.',
  },
  win_top_3: '«{keyword}» ha entrado en el top 3: ahora ocupa el puesto {place}.',
  win_top_10: '«{keyword}» ha entrado en la primera página de resultados: ahora ocupa el puesto {place}.',
  win_page: {
    one: '{page} aportó {count} clic más que antes.',
    many: '{page} aportó {count} de clics más que antes.',
    other: '{page} aportó {count} clics más que antes.',
  },
  win_link: 'Se publicó un enlace desde un sitio con autoridad: {page}, con un Domain Rating de {dr}.',
  win_articles: {
    one: 'Se publicó un nuevo artículo.',
    many: 'Se publicaron {count} de artículos nuevos.',
    other: 'Se publicaron {count} artículos nuevos.',
  },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'El objetivo de clics en 28 días ({target}) se alcanzó el {day}.',
  goal_met_impressions: 'El objetivo de impresiones en 28 días ({target}) se alcanzó el {day}.',
  goal_met_position: 'El objetivo de posición media ({target}) se alcanzó el {day}.',
  goal_met_keywords_top_10: 'El objetivo de palabras clave en el top 10 ({target}) se alcanzó el {day}.',
  goal_met_referring_domains: 'El objetivo de dominios de referencia ({target}) se alcanzó el {day}.',
  goal_met_articles: 'El objetivo de artículos publicados ({target}) se alcanzó el {day}.',
  goal_met_conversions: 'El objetivo de conversiones en 28 días ({target}) se alcanzó el {day}.',
  goal_missed_clicks:
    'No se alcanzó el objetivo de clics en 28 días ({target} para el {day}); el último valor es {value}.',
  goal_missed_impressions:
    'No se alcanzó el objetivo de impresiones en 28 días ({target} para el {day}); el último valor es {value}.',
  goal_missed_position:
    'No se alcanzó el objetivo de posición media ({target} para el {day}); el último valor es {value}.',
  goal_missed_keywords_top_10:
    'No se alcanzó el objetivo de palabras clave en el top 10 ({target} para el {day}); el último valor es {value}.',
  goal_missed_referring_domains:
    'No se alcanzó el objetivo de dominios de referencia ({target} para el {day}); el último valor es {value}.',
  goal_missed_articles:
    'No se alcanzó el objetivo de artículos publicados ({target} para el {day}); el último valor es {value}.',
  goal_missed_conversions:
    'No se alcanzó el objetivo de conversiones en 28 días ({target} para el {day}); el último valor es {value}.',
  goal_behind_clicks:
    'El objetivo de clics en 28 días ({target} para el {day}) avanza más despacio de lo previsto; el valor actual es {value}.',
  goal_behind_impressions:
    'El objetivo de impresiones en 28 días ({target} para el {day}) avanza más despacio de lo previsto; el valor actual es {value}.',
  goal_behind_position:
    'El objetivo de posición media ({target} para el {day}) avanza más despacio de lo previsto; el valor actual es {value}.',
  goal_behind_keywords_top_10:
    'El objetivo de palabras clave en el top 10 ({target} para el {day}) avanza más despacio de lo previsto; el valor actual es {value}.',
  goal_behind_referring_domains:
    'El objetivo de dominios de referencia ({target} para el {day}) avanza más despacio de lo previsto; el valor actual es {value}.',
  goal_behind_articles:
    'El objetivo de artículos publicados ({target} para el {day}) avanza más despacio de lo previsto; el valor actual es {value}.',
  goal_behind_conversions:
    'El objetivo de conversiones en 28 días ({target} para el {day}) avanza más despacio de lo previsto; el valor actual es {value}.',
  goal_unknown: 'El valor actual de un objetivo de {target} para el {day} es {value}.',

  // The top priority.
  priority_disconnected: 'El sitio web está desconectado: no se puede publicar nada hasta que vuelva a conectarse.',
  priority_indexing: {
    one: 'Una página no puede indexarse ({percent} de las inspeccionadas): resolverlo es lo primero.',
    many: '{count} de páginas no pueden indexarse ({percent} de las inspeccionadas): resolverlo es lo primero.',
    other: '{count} páginas no pueden indexarse ({percent} de las inspeccionadas): resolverlo es lo primero.',
  },
  priority_page: {
    one: '{page} perdió {count} clic y debe revisarse en primer lugar.',
    many: '{page} perdió {count} de clics y debe revisarse en primer lugar.',
    other: '{page} perdió {count} clics y debe revisarse en primer lugar.',
  },
  priority_replacement: {
    one: 'Hay que reponer un enlace perdido, cubierto por la garantía.',
    many: 'Hay que reponer {count} de enlaces perdidos, cubiertos por la garantía.',
    other: 'Hay que reponer {count} enlaces perdidos, cubiertos por la garantía.',
  },
  priority_approval: 'Pendiente de su respuesta desde el {day}: {what}',
  priority_content: {
    one: 'Falta por publicar un artículo del objetivo acordado para este periodo ({target}).',
    many: 'Faltan por publicar {count} de artículos del objetivo acordado para este periodo ({target}).',
    other: 'Faltan por publicar {count} artículos del objetivo acordado para este periodo ({target}).',
  },
  priority_action_us: 'Próximo paso por nuestra parte, a más tardar el {day}: {action}',
  priority_action_you: 'Próximo paso por su parte, a más tardar el {day}: {action}',

  // What we need.
  need_blueprint: 'Apruebe la arquitectura de su sitio web.',
  need_blueprint_named: 'Apruebe la arquitectura «{title}».',
  need_content: 'Revise un artículo antes de su publicación.',
  need_content_named: 'Revise el artículo «{title}» antes de su publicación.',
  need_order: 'Apruebe el pedido de backlinks n.º {id}.',
  need_order_named: 'Apruebe el pedido de backlinks «{title}».',
  need_placement: 'Apruebe un enlace en {domain}.',
  need_brief: 'Responda al briefing del pedido de backlinks n.º {id}.',
  need_connection: 'Vuelva a conectar su sitio web: el plugin ha perdido la conexión.',
  need_search_console: 'Conecte Google Search Console: no se han recibido datos de búsqueda de este periodo.',

  // The summary.
  sum_up_a: 'La búsqueda trajo más visitas que en el periodo anterior: los clics aumentaron cerca de un {percent}.',
  sum_up_b: 'Esta vez, más personas encontraron el sitio web, con cerca de un {percent} más de clics.',
  sum_down_a: 'La búsqueda trajo menos visitas que en el periodo anterior: los clics bajaron cerca de un {percent}.',
  sum_down_b: 'Esta vez llegaron menos personas desde la búsqueda, con cerca de un {percent} menos de clics.',
  sum_steady_a: 'El tráfico de búsqueda se mantuvo en su nivel.',
  sum_steady_b: 'La búsqueda trajo más o menos las mismas visitas que en el periodo anterior.',
  sum_from_nothing: 'El sitio web ha empezado a recibir visitas desde la búsqueda.',
  sum_first: {
    one: 'Este es el primer periodo con datos de búsqueda, de modo que su único clic será el punto de partida de los próximos informes.',
    many: 'Este es el primer periodo con datos de búsqueda, de modo que sus {count} de clics serán el punto de partida de los próximos informes.',
    other:
      'Este es el primer periodo con datos de búsqueda, de modo que sus {count} clics serán el punto de partida de los próximos informes.',
  },
  sum_no_search:
    'No se han recibido datos de búsqueda de este periodo, por lo que todavía no se puede valorar la visibilidad del sitio web.',
  sum_year_still_above:
    'Aun así, los clics superan en cerca de un {percent} los del mismo periodo del año anterior, por lo que la tendencia a largo plazo sigue siendo positiva.',
  sum_year_still_below: 'Aun así, hay cerca de un {percent} menos de clics que en el mismo periodo del año anterior.',
  sum_year_above: 'Respecto al año anterior, en cambio, hay cerca de un {percent} más de clics.',
  sum_year_below: 'Respecto al año anterior, en cambio, hay cerca de un {percent} menos de clics.',
  sum_position_up: 'El posicionamiento de las páginas mejoró: la posición media es ahora de {place}.',
  sum_position_up_too: 'El posicionamiento de las páginas también mejoró: la posición media es ahora de {place}.',
  sum_position_up_though:
    'Sin embargo, el posicionamiento de las páginas mejoró: la posición media es ahora de {place}.',
  sum_position_down: 'El posicionamiento de las páginas empeoró un poco: la posición media es ahora de {place}.',
  sum_position_down_too:
    'El posicionamiento de las páginas también empeoró un poco: la posición media es ahora de {place}.',
  sum_position_down_though:
    'Sin embargo, el posicionamiento de las páginas empeoró un poco: la posición media es ahora de {place}.',
  sum_links_then_up: {
    one: 'El {day} se publicó un nuevo enlace; en la semana posterior, los clics superaron en cerca de un {percent} los de la semana previa.',
    many: 'El {day} se publicaron {count} de enlaces nuevos; en la semana posterior, los clics superaron en cerca de un {percent} los de la semana previa.',
    other:
      'El {day} se publicaron {count} enlaces nuevos; en la semana posterior, los clics superaron en cerca de un {percent} los de la semana previa.',
  },
  sum_links_then_down: {
    one: 'El {day} se publicó un nuevo enlace; en la semana posterior hubo cerca de un {percent} menos de clics que en la previa, aunque los enlaces suelen tardar más en notarse.',
    many: 'El {day} se publicaron {count} de enlaces nuevos; en la semana posterior hubo cerca de un {percent} menos de clics que en la previa, aunque los enlaces suelen tardar más en notarse.',
    other:
      'El {day} se publicaron {count} enlaces nuevos; en la semana posterior hubo cerca de un {percent} menos de clics que en la previa, aunque los enlaces suelen tardar más en notarse.',
  },
  sum_conversions_up: 'Las conversiones aumentaron cerca de un {percent}.',
  sum_conversions_up_too: 'Las conversiones también aumentaron, cerca de un {percent}.',
  sum_conversions_up_though: 'Las conversiones, en cambio, aumentaron cerca de un {percent}.',
  sum_conversions_down: 'Las conversiones disminuyeron cerca de un {percent}.',
  sum_conversions_down_too: 'Las conversiones también disminuyeron, cerca de un {percent}.',
  sum_conversions_down_though: 'Las conversiones, en cambio, disminuyeron cerca de un {percent}.',
  sum_articles_a: {
    one: 'Se publicó un nuevo artículo.',
    many: 'Publicamos {count} de artículos nuevos.',
    other: 'Publicamos {count} artículos nuevos.',
  },
  sum_articles_b: {
    one: 'El sitio web cuenta con un nuevo artículo.',
    many: 'El sitio web ha crecido con {count} de artículos nuevos.',
    other: 'El sitio web ha crecido con {count} artículos nuevos.',
  },
  sum_content_behind: {
    one: 'Aún falta un artículo de los acordados para este periodo; lo publicaremos cuanto antes.',
    many: 'Aún faltan {count} de artículos de los acordados para este periodo; los publicaremos cuanto antes.',
    other: 'Aún faltan {count} artículos de los acordados para este periodo; los publicaremos cuanto antes.',
  },
  sum_links: {
    one: 'Se publicó un nuevo enlace.',
    many: 'Se publicaron {count} de enlaces nuevos.',
    other: 'Se publicaron {count} enlaces nuevos.',
  },
  sum_approvals: {
    one: 'Hay un asunto pendiente de su aprobación; con ella podremos continuar.',
    many: 'Hay {count} de asuntos pendientes de su aprobación; con ella podremos continuar.',
    other: 'Hay {count} asuntos pendientes de su aprobación; con ella podremos continuar.',
  },
  sum_briefs: {
    one: 'Para continuar, necesitamos sus respuestas a un briefing.',
    many: 'Para continuar, necesitamos sus respuestas a {count} de briefings.',
    other: 'Para continuar, necesitamos sus respuestas a {count} briefings.',
  },
  sum_connections: {
    one: 'Para continuar, necesitamos que establezca una conexión.',
    many: 'Para continuar, necesitamos que establezca {count} de conexiones.',
    other: 'Para continuar, necesitamos que establezca {count} conexiones.',
  },
  sum_more_to_come: 'El próximo informe tendrá más que contar.',
  sum_plan_below: 'Los próximos pasos figuran al final de este informe.',
};
