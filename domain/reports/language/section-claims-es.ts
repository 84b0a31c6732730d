import type { Phrase } from './phrase.ts';
import type { sectionClaimsEn } from './section-claims-en.ts';

/** Sentences of ours about the numbers of each section, in Spanish, as those of `claims-es.ts`. */
export const sectionClaimsEs: Readonly<Record<keyof typeof sectionClaimsEn, Phrase>> = {
  // Where data come from.
  source_summary: 'todas las secciones de este informe',
  source_search: 'Google Search Console',
  source_rankings: 'Google Search Console y, donde no hay datos, Ahrefs',
  source_conversions: 'conversiones comunicadas para el sitio web',
  source_articles: 'artículos publicados en el sitio web',
  source_indexing: 'inspecciones de URL de Google Search Console',
  source_links: 'nuestros pedidos y nuestras comprobaciones de cada enlace',
  source_social: 'publicaciones e interacciones medidas',
  source_health: 'mediciones de la arquitectura del sitio web',
  source_work: 'nuestro propio registro',
  source_plan: 'cola de contenidos, plan de campaña y aprobaciones pendientes',

  // Organic traffic.
  traffic_up: 'Los clics desde la búsqueda aumentaron un {percent}, hasta {clicks}.',
  traffic_down: 'Los clics desde la búsqueda disminuyeron un {percent}, hasta {clicks}.',
  traffic_steady: 'Los clics desde la búsqueda se mantuvieron estables: {clicks}.',
  traffic_first: {
    one: 'La búsqueda aportó un clic; no hay un periodo anterior con el que compararlo.',
    many: 'La búsqueda aportó {count} de clics; no hay un periodo anterior con el que compararlos.',
    other: 'La búsqueda aportó {count} clics; no hay un periodo anterior con el que compararlos.',
  },
  traffic_from_nothing: {
    one: 'La búsqueda aportó su primer clic.',
    many: 'La búsqueda aportó {count} de clics, tras no haber aportado ninguno en el periodo anterior.',
    other: 'La búsqueda aportó {count} clics, tras no haber aportado ninguno en el periodo anterior.',
  },
  traffic_still_nothing: 'La búsqueda no aportó ningún clic, igual que en el periodo anterior.',
  traffic_none: 'No hay datos de búsqueda de este periodo.',
  traffic_none_reason:
    'Google Search Console no ha comunicado nada sobre estos días. Los datos aparecerán aquí en cuanto esté conectado y los haya comunicado.',
  traffic_rule:
    'Verde: los clics no bajaron más de un 5\u00a0% respecto al periodo anterior. Ámbar: no más de un 20\u00a0%. Rojo: más.',
  traffic_next_first: 'A partir del próximo periodo, esta sección mostrará la comparación.',
  traffic_next_seen_not_clicked:
    'El sitio web se ve más, pero recibe menos clics por impresión: conviene revisar los títulos y las descripciones de las páginas más visibles.',
  traffic_next_seen_more:
    'El sitio web se ve más y quienes lo ven siguen haciendo clic: continuamos según lo previsto.',
  traffic_next_fewer_better:
    'El sitio web se ve menos, pero lo ve un público más adecuado. Ampliamos los temas que funcionan.',
  traffic_next_seen_less: 'El sitio web se ve menos. Revisamos primero las páginas que más han perdido.',
  traffic_next_clicked_less:
    'El sitio web se ve tanto como antes, pero recibe menos clics: conviene revisar los títulos y las descripciones de las páginas más visibles.',
  traffic_next_clicked_more:
    'El sitio web se ve tanto como antes y recibe más clics: lo que se lee en los resultados responde mejor a lo que la gente busca.',
  traffic_next_same:
    'El sitio web se ve más o menos tanto como antes; ahora, el crecimiento depende de nuevos temas y de mejores posiciones.',
  year_unknown: 'Se desconoce el dato de un año antes.',
  year_same: 'La cifra es similar a la de un año antes.',
  year_more: 'Es un {percent} más que un año antes.',
  year_less: 'Es un {percent} menos que un año antes.',
  search_cut: {
    one: 'Los datos de búsqueda llegan hasta el {day}, por lo que solo se compara el primer día de cada periodo.',
    many: 'Los datos de búsqueda llegan hasta el {day}, por lo que se comparan los primeros {count} de días de cada periodo.',
    other:
      'Los datos de búsqueda llegan hasta el {day}, por lo que se comparan los primeros {count} días de cada periodo.',
  },

  // Keyword rankings.
  rankings_first: {
    one: 'Una palabra clave está en el top 10; se desconoce el dato anterior.',
    many: '{count} de palabras clave están en el top 10; se desconoce el dato anterior.',
    other: '{count} palabras clave están en el top 10; se desconoce el dato anterior.',
  },
  rankings_same: {
    one: 'Una palabra clave está en el top 10, igual que antes.',
    many: '{count} de palabras clave están en el top 10, las mismas que antes.',
    other: '{count} palabras clave están en el top 10, tantas como antes.',
  },
  rankings_more: {
    one: 'Una palabra clave está ahora en el top 10; antes eran {before}.',
    many: '{count} de palabras clave están ahora en el top 10, frente a {before} en el periodo anterior.',
    other: '{count} palabras clave están ahora en el top 10, frente a {before} en el periodo anterior.',
  },
  rankings_fewer: {
    one: 'Una palabra clave sigue en el top 10; antes eran {before}.',
    many: '{count} de palabras clave están ahora en el top 10, frente a {before} en el periodo anterior.',
    other: '{count} palabras clave están ahora en el top 10, frente a {before} en el periodo anterior.',
  },
  rankings_new: {
    one: 'Una palabra clave aparece por primera vez en los resultados.',
    many: '{count} de palabras clave aparecen por primera vez en los resultados.',
    other: '{count} palabras clave aparecen por primera vez en los resultados.',
  },
  rankings_none: 'No hay posiciones de este periodo.',
  rankings_none_reason:
    'Ni Google Search Console ni Ahrefs han comunicado posiciones de estos días. Aparecerán aquí en cuanto lo haga uno de los dos.',
  rankings_rule:
    'Verde: el número de palabras clave en el top 10 no bajó más de un 5\u00a0% respecto al periodo anterior. Ámbar: no más de un 20\u00a0%. Rojo: más.',
  rankings_next_loser: '«{keyword}» es la que más ha bajado: su página es la primera que mejoramos.',
  rankings_next_gone: '«{keyword}» ya no está entre los 50 primeros resultados: su página es la primera que mejoramos.',
  rankings_next_winners:
    'Las palabras clave que han subido muestran qué temas funcionan; seguimos trabajando sobre ellos.',
  rankings_next_steady:
    'Las posiciones se mantienen estables. Los nuevos artículos y enlaces son lo que las hará avanzar.',

  // Conversions.
  conversions_first: {
    one: 'Se registró una conversión; no hay un periodo anterior con el que compararla.',
    many: 'Se registraron {count} de conversiones; no hay un periodo anterior con el que compararlas.',
    other: 'Se registraron {count} conversiones; no hay un periodo anterior con el que compararlas.',
  },
  conversions_same: {
    one: 'Se registró una conversión, igual que antes.',
    many: 'Se registraron {count} de conversiones, las mismas que antes.',
    other: 'Se registraron {count} conversiones, tantas como antes.',
  },
  conversions_up: {
    one: 'Se registró una conversión, un {percent} más que antes.',
    many: 'Se registraron {count} de conversiones, un {percent} más que antes.',
    other: 'Se registraron {count} conversiones, un {percent} más que antes.',
  },
  conversions_down: {
    one: 'Se registró una conversión, un {percent} menos que antes.',
    many: 'Se registraron {count} de conversiones, un {percent} menos que antes.',
    other: 'Se registraron {count} conversiones, un {percent} menos que antes.',
  },
  conversions_channel: 'El canal {channel} representa el {percent} del total.',
  conversions_none: 'No constan conversiones en este periodo.',
  conversions_none_reason:
    'No se han comunicado conversiones de este sitio web en estos días. Aparecerán aquí en cuanto se midan sus formularios, llamadas o ventas.',
  conversions_rule:
    'Verde: las conversiones no bajaron más de un 5\u00a0% respecto al periodo anterior. Ámbar: no más de un 20\u00a0%. Rojo: más.',
  conversions_next: 'Dirigimos las visitas y los enlaces a las páginas que convierten.',
  conversions_next_down:
    'Primero comprobamos que los formularios y la medición siguen funcionando; después, qué páginas han perdido visitas.',

  // Content.
  content_published: {
    one: 'Se publicó un artículo.',
    many: 'Se publicaron {count} de artículos.',
    other: 'Se publicaron {count} artículos.',
  },
  content_nothing: 'No se publicó ningún artículo.',
  content_target_met: 'Con ello se cumple el objetivo acordado ({target}).',
  content_target_missed: {
    one: 'Falta un artículo para cumplir el objetivo acordado ({target}).',
    many: 'Faltan {count} de artículos para cumplir el objetivo acordado ({target}).',
    other: 'Faltan {count} artículos para cumplir el objetivo acordado ({target}).',
  },
  content_none: 'No se publicaron artículos en este periodo.',
  content_none_reason:
    'Ninguna suscripción gestionada incluye este sitio web y no se publicó nada. Los artículos aparecerán aquí cuando se publiquen.',
  content_not_due_reason:
    'No se había acordado ninguno para estos días. Los artículos aparecerán aquí cuando se publiquen.',
  content_rule:
    'Verde: se publicaron todos los artículos acordados para el periodo. Ámbar: al menos el 80\u00a0%. Rojo: menos.',
  content_next: 'Los nuevos artículos suelen tardar unas semanas en mostrar su posición en los resultados de búsqueda.',
  content_next_behind: 'Lo que falta se publicará en primer lugar en el próximo periodo.',

  // Indexing.
  indexing_indexed: {
    one: 'Hay una página indexada, de un total inspeccionado de {inspected}.',
    many: 'Hay {count} de páginas indexadas, de un total inspeccionado de {inspected}.',
    other: 'Hay {count} páginas indexadas, de un total inspeccionado de {inspected}.',
  },
  indexing_more: {
    one: 'Es una más que antes.',
    many: 'Son {count} más que antes.',
    other: 'Son {count} más que antes.',
  },
  indexing_fewer: {
    one: 'Es una menos que antes.',
    many: 'Son {count} menos que antes.',
    other: 'Son {count} menos que antes.',
  },
  indexing_errors: {
    one: 'Una página presenta errores ({percent} del total).',
    many: '{count} de páginas presentan errores ({percent} del total).',
    other: '{count} páginas presentan errores ({percent} del total).',
  },
  indexing_none: 'Todavía no se ha inspeccionado ninguna página.',
  indexing_none_reason:
    'Las páginas se inspeccionan mediante Google Search Console. Aparecerán aquí en cuanto esté conectado.',
  indexing_rule:
    'Verde: como máximo el 2\u00a0% de las páginas inspeccionadas presenta errores. Ámbar: como máximo el 5\u00a0%. Rojo: más.',
  indexing_next:
    'Todas las páginas inspeccionadas se pueden encontrar. Las nuevas se inspeccionan a medida que se publican.',
  indexing_next_pending:
    'Las páginas pendientes se vuelven a inspeccionar; la mayoría se indexa en unas pocas semanas.',
  indexing_next_errors: 'Las páginas con errores figuran más abajo con su motivo; son las primeras que se corrigen.',

  // Backlinks.
  links_built: {
    one: 'Se publicó un nuevo enlace.',
    many: 'Se publicaron {count} de enlaces nuevos.',
    other: 'Se publicaron {count} enlaces nuevos.',
  },
  links_none_built: 'No se publicó ningún enlace nuevo en este periodo.',
  links_average: 'Su Domain Rating medio es de {dr}.',
  links_spent: 'Se utilizaron {spent} de un presupuesto de {budget}.',
  links_over_budget: 'Se utilizaron {spent}, más que el presupuesto de {budget}.',
  links_none: 'En este periodo no hubo campaña de backlinks.',
  links_none_reason:
    'La campaña forma parte del servicio contratado, pero en este periodo no hubo ningún pedido en curso. Los enlaces aparecerán aquí en cuanto se apruebe un pedido.',
  links_not_booked_reason:
    'No hay backlinks encargados para este sitio web. En cuanto se apruebe un pedido, sus enlaces aparecerán aquí uno a uno.',
  links_rule:
    'Verde: ningún pedido va con retraso y no queda ninguna reposición pendiente. Ámbar: hay un caso. Rojo: hay más, o un pedido ha superado su fecha de entrega.',
  links_next: 'Cada enlace se comprueba periódicamente mientras dura su garantía.',
  links_next_owed: {
    one: 'Se repondrá un enlace perdido, cubierto por la garantía.',
    many: 'Se repondrán {count} de enlaces perdidos, cubiertos por la garantía.',
    other: 'Se repondrán {count} enlaces perdidos, cubiertos por la garantía.',
  },
  links_next_past_due: {
    one: 'Un pedido ha superado su fecha de entrega; los enlaces que faltan tienen prioridad.',
    many: '{count} de pedidos han superado su fecha de entrega; los enlaces que faltan tienen prioridad.',
    other: '{count} pedidos han superado su fecha de entrega; los enlaces que faltan tienen prioridad.',
  },
  links_next_behind: {
    one: 'Un pedido va con retraso; sus enlaces tienen prioridad.',
    many: '{count} de pedidos van con retraso; sus enlaces tienen prioridad.',
    other: '{count} pedidos van con retraso; sus enlaces tienen prioridad.',
  },

  // Social media.
  social_no_posts: 'No hubo publicaciones.',
  social_posts: {
    one: 'Hubo una publicación.',
    many: 'Hubo {count} de publicaciones.',
    other: 'Hubo {count} publicaciones.',
  },
  social_engagement: {
    one: 'Las publicaciones obtuvieron una interacción en el periodo.',
    many: 'Las publicaciones obtuvieron {count} de interacciones en el periodo.',
    other: 'Las publicaciones obtuvieron {count} interacciones en el periodo.',
  },
  social_not_measured: 'Las interacciones todavía no se han medido.',
  social_none: 'En este periodo no hubo publicaciones.',
  social_none_reason:
    'Las publicaciones en redes sociales forman parte del servicio contratado, pero no hubo ninguna en estos días. Aparecerán aquí cuando se publiquen.',
  social_not_booked_reason:
    'Las redes sociales no forman parte del servicio contratado. Las publicaciones aparecerán aquí cuando se incluyan.',
  social_next: 'Las interacciones se vuelven a medir después de cada publicación.',
  social_next_best: 'La mejor publicación apareció en {platform}; haremos más de lo que funcionó allí.',

  // The blueprint's health.
  health_completion: 'Se ha completado el {percent} de la arquitectura del sitio web.',
  health_authority: 'La puntuación de autoridad es {score}.',
  health_authority_up: {
    one: 'La puntuación de autoridad subió un punto, hasta {score}.',
    many: 'La puntuación de autoridad subió {count} de puntos, hasta {score}.',
    other: 'La puntuación de autoridad subió {count} puntos, hasta {score}.',
  },
  health_authority_down: {
    one: 'La puntuación de autoridad bajó un punto, hasta {score}.',
    many: 'La puntuación de autoridad bajó {count} de puntos, hasta {score}.',
    other: 'La puntuación de autoridad bajó {count} puntos, hasta {score}.',
  },
  health_none: 'La arquitectura del sitio web todavía no se ha medido.',
  health_none_reason: 'Se mide en cuanto se aprueba una arquitectura y existen sus primeras páginas.',
  health_rule:
    'Verde: está completo al menos el 80\u00a0% de la arquitectura. Ámbar: al menos el 50\u00a0%. Rojo: menos.',
  health_next_none: 'No quedan lagunas en la arquitectura.',
  health_next_gaps: {
    one: 'Queda una laguna, que será lo próximo en cubrirse.',
    many: 'Quedan {count} de lagunas, que se irán cubriendo una tras otra.',
    other: 'Quedan {count} lagunas, que se irán cubriendo una tras otra.',
  },

  // Work done.
  work_days: {
    one: 'Se terminaron trabajos en un día de este periodo.',
    many: 'Se terminaron trabajos en {count} de días de este periodo.',
    other: 'Se terminaron trabajos en {count} días de este periodo.',
  },
  work_article: {
    one: 'Se publicó un artículo.',
    many: 'Se publicaron {count} de artículos.',
    other: 'Se publicaron {count} artículos.',
  },
  work_link_live: {
    one: 'Se publicó un enlace.',
    many: 'Se publicaron {count} de enlaces.',
    other: 'Se publicaron {count} enlaces.',
  },
  work_link_replaced: {
    one: 'Se repuso un enlace perdido.',
    many: 'Se repusieron {count} de enlaces perdidos.',
    other: 'Se repusieron {count} enlaces perdidos.',
  },
  work_page_indexed: {
    one: 'Una página entró en el índice.',
    many: '{count} de páginas entraron en el índice.',
    other: '{count} páginas entraron en el índice.',
  },
  work_schema: {
    one: 'Se añadieron datos estructurados a una página.',
    many: 'Se añadieron datos estructurados a {count} de páginas.',
    other: 'Se añadieron datos estructurados a {count} páginas.',
  },
  work_technical: {
    one: 'Se realizó una mejora técnica.',
    many: 'Se realizaron {count} de mejoras técnicas.',
    other: 'Se realizaron {count} mejoras técnicas.',
  },
  work_none: 'En este periodo no se terminó ningún trabajo.',
  work_none_reason:
    'En nuestro registro no figuran artículos, enlaces, páginas indexadas ni trabajos técnicos de estos días. Lo que se termina aparece aquí automáticamente.',
  work_next: 'Todo lo que figura aquí procede de nuestro registro; nadie lo introduce a mano.',

  // The plan.
  plan_publish: 'Publicar «{title}».',
  plan_link: 'Conseguir un enlace a {page} con el texto ancla «{anchor}».',
  plan_ours: {
    one: 'Hay un paso previsto por nuestra parte.',
    many: 'Hay {count} de pasos previstos por nuestra parte.',
    other: 'Hay {count} pasos previstos por nuestra parte.',
  },
  plan_ours_none: 'Aún no hay pasos previstos por nuestra parte.',
  plan_yours: {
    one: 'Hay uno a la espera de su respuesta.',
    many: 'Hay {count} a la espera de su respuesta.',
    other: 'Hay {count} a la espera de su respuesta.',
  },
  plan_none: 'Todavía no hay nada previsto para el próximo periodo.',
  plan_none_reason:
    'Los artículos en cola, los enlaces previstos y las aprobaciones pendientes aparecerán aquí en cuanto los haya.',
  plan_next: 'Para ello no necesitamos nada de usted.',
  plan_next_yours: 'Necesitamos su primera respuesta a más tardar el {day}.',
};
