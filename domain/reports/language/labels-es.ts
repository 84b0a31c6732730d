import type { labelsEn } from './labels-en.ts';
import type { Phrase } from './phrase.ts';

/** What a rendering says in words of ours, in Spanish. */
export const labelsEs: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'Informe SEO semanal',
  'type.monthly': 'Informe SEO mensual',
  'type.quarterly': 'Informe SEO trimestral',

  'verdict.title': 'Valoración general',
  'verdict.improving': 'En mejora',
  'verdict.stable': 'Estable',
  'verdict.declining': 'En descenso',
  'verdict.none': 'Aún no hay datos suficientes',

  'first.win': 'Mayor logro',
  'first.no_win': 'Esta vez no destaca ningún logro en particular.',
  'first.priority': 'Máxima prioridad',
  'first.no_priority': 'No hay nada urgente.',
  'first.needs': 'Qué necesitamos de usted',
  'first.no_needs': 'Nada por el momento. Seguimos adelante.',
  'first.need_since': 'pendiente desde el {day}',
  'first.goals': 'Objetivos',
  'first.no_goals': 'Todavía no se han acordado objetivos.',
  'first.figures': 'Cifras clave',

  'need.approval': 'Aprobación',
  'need.brief': 'Briefing',
  'need.connection': 'Conexión',

  'pace.ahead': 'Adelantado',
  'pace.on_track': 'En plazo',
  'pace.behind': 'Con retraso',
  'pace.missed': 'No alcanzado',
  'pace.met': 'Alcanzado',
  'goal.by': '{target} para el {day}',
  'goal.from': 'desde {baseline}',
  'goal.now': 'ahora {value}',
  'goal.unknown': 'sin medir todavía',

  'period.both': '{period}, en comparación con {before} y, un año antes, con {year_before}.',
  'period.cut':
    'Los datos llegan hasta el {day}: la comparación abarca {compared} de este periodo y la misma duración del periodo anterior y del año anterior.',
  'period.days': { one: '{count} día', many: '{count} de días', other: '{count} días' },
  'period.paused': {
    one: 'El servicio estuvo en pausa el {days}.',
    many: 'El servicio estuvo en pausa {count} de días: {days}.',
    other: 'El servicio estuvo en pausa {count} días: {days}.',
  },

  'change.against': 'frente a {period}',
  'change.no_before': 'sin dato anterior',
  'change.no_year': 'sin dato del año anterior',
  'change.same': 'sin cambios',
  'change.better': 'mejor',
  'change.worse': 'peor',
  'change.points': '{value} p. p.',

  'flag.green': 'En buen camino',
  'flag.amber': 'En observación',
  'flag.red': 'Requiere medidas',
  'flag.rule': 'Cómo se valora',

  'contents.title': 'En este informe',

  'part.next': 'Qué significa y próximos pasos',
  'part.source': 'Fuente: {source}',
  'part.data_to': 'datos hasta el {day}',
  'part.empty': 'Todavía no hay nada que mostrar',
  'part.more_rows': 'Se muestran los primeros resultados: {shown} de {total}.',
  'part.no_rows': 'Sin resultados en este periodo.',
  'part.unknown': 'desconocido',
  'part.total': 'Total',
  'part.named': '{name}: {value}',

  'comment.title': 'Comentario de su responsable de cuenta',
  'comment.by': '{author}, {when}',
  'annotation.title': 'Qué ocurrió y cuándo',
  'annotation.number': 'Nota {number}',

  'log.title': 'De dónde proceden estas cifras',
  'log.short': 'Posición {position} del registro',
  'log.text':
    'Todas las cifras se derivan del registro hasta la posición {position}. La misma posición da siempre las mismas cifras; lo que se conozca después figurará en la próxima versión.',
  'log.position': 'Posición del registro',
  'log.version': 'Versión',
  'log.version_short': 'Versión {version}',
  'log.made': 'Elaborado',
  'log.made_on': 'Elaborado el {day}',
  'log.report': 'Informe',
  'page.of': 'Página {page} de {pages}',
  'page.prepared_for': 'Preparado para {client}',
  'page.prepared_by': 'Preparado por {name}',
  'page.skip': 'Ir al informe',

  'link.pdf': 'Descargar en PDF',
  'link.read': 'Leer el informe completo',
  'link.open': 'Abrir',
  'link.unsubscribe': 'No quiero recibir más estos informes',

  'mail.subject': '{site}: {type}, {period}',
  'mail.greeting': 'Su informe está listo. {type} de {site}, {period}.',
  'mail.why': 'Recibe este correo porque los informes de {site} se envían a esta dirección.',
  'mail.picture': 'Gráfico: {alt}',

  'distribution.title': 'Difusión de prensa para {site}',
  'distribution.type': 'Informe de difusión de prensa',
  'distribution.order': 'Pedido n.º {id}',
  'distribution.claim': 'Publicaciones en línea: {live} de {total}.',
  'distribution.placements': 'Publicaciones',
  'distribution.where': 'Dónde se ha publicado',
  'distribution.outlet': 'Medio',
  'distribution.live_since': 'En línea desde',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name}: de {first} ({from}) a {last} ({to}); mínimo: {low}; máximo: {high}.',
  'chart.alt_share': '{name}: {value} ({percent}).',
  'chart.alt_bar': '{name}: {value}.',
  'chart.alt_marks': 'Marcas: {marks}.',
};
