import { esAccount } from './es-account.ts';
import { esClient } from './es-client.ts';
import { esMoney } from './es-money.ts';
import { esOrders } from './es-orders.ts';
import { esReports } from './es-reports.ts';
import { esSignIn } from './es-sign-in.ts';
import { esTalk } from './es-talk.ts';
import { esTold } from './es-told.ts';
import type { PageWords } from './page-words.ts';

/** What pages say, in Spanish. */
export const es: PageWords = {
  'frame.skip': 'Ir al contenido',
  'frame.menu': 'Páginas',
  'frame.home': 'Inicio',
  'frame.path': 'Dónde está',
  'frame.sign_out': 'Cerrar sesión',
  'frame.as.client': 'cliente',
  'frame.as.agency': 'agencia',
  'frame.signed_in': 'Sesión iniciada: {name}',
  'frame.live': 'Los cambios se muestran por sí solos',
  'frame.sandbox': 'Entorno de pruebas. Su reloj marca {time}; nada de lo que hay aquí es real.',
  'frame.advance_by': 'Adelantar el reloj',
  'frame.days.1': '1 día',
  'frame.days.7': '7 días',
  'frame.days.30': '30 días',
  'frame.language': 'Idioma',
  'frame.language.change': 'Cambiar',
  'language.title': 'Idioma',
  'language.says':
    'Estas páginas y los correos de inicio de sesión están en el idioma que elija aquí. Los informes tienen su propio idioma.',
  'list.show': 'Mostrar',
  'list.clear': 'Quitar los filtros',
  'list.all': 'Todos',
  'list.csv': 'Descargar en CSV',
  'list.range': '{from}–{to} de {count}',
  'list.pages': 'Páginas de la lista',
  'list.previous': 'Anterior',
  'list.next': 'Siguiente',
  'list.none': 'Nada coincide con estos filtros.',
  'form.wrong': 'No ha funcionado',
  'form.optional': 'opcional',
  'form.one_a_line': 'Uno por línea.',
  'form.back': 'Volver',
  'form.sent_before':
    'Este formulario ya se envió. Aquí está de nuevo con lo que escribió: revíselo y envíelo otra vez.',
  'form.moved':
    'Alguien ha cambiado esto mientras tenía abierto el formulario. Muestra el estado actual y lo que escribió: revíselo y envíelo otra vez.',
  'form.expired':
    'El formulario ha estado abierto demasiado tiempo, o ha vuelto a iniciar sesión entretanto. Envíelo otra vez.',
  'problem.home': 'Ir a la primera página',
  'problem.again': 'Intentar de nuevo',
  'problem.sign_in': 'Iniciar sesión',
  'problem.reference': 'Si nos pregunta al respecto, indique {id}.',
  'problem.missing.title': 'Esta página no existe',
  'problem.missing.text':
    'No existe, o no le corresponde verla. Una dirección que le enviaron puede ser de otra cuenta.',
  'problem.unknown.title': 'Inicie sesión para ver esta página',
  'problem.unknown.text': 'No ha iniciado sesión, o su sesión ha caducado.',
  'problem.forbidden.title': 'No tiene permiso para eso',
  'problem.forbidden.text': 'Diríjase a quien gestiona los miembros de su cuenta.',
  'problem.plan.title': 'Su plan no incluye esto',
  'problem.plan.text': 'Está incluido en el plan {plan}.',
  'problem.plan.none': 'Pregúntenos qué plan lo incluye.',
  'problem.often.title': 'Demasiadas veces',
  'problem.often.text': 'Espere un minuto e inténtelo de nuevo.',
  'problem.waiting.title': 'Volvemos en un momento',
  'problem.waiting.text':
    'Ahora no podemos responder a esto. No se ha perdido nada; inténtelo de nuevo dentro de unos segundos.',
  'problem.gone.title': 'Esto ya no existe',
  'problem.gone.text': 'Se ha eliminado, o su plazo ha terminado.',
  'problem.refused.title': 'No ha funcionado',
  'problem.ours.title': 'Algo ha fallado aquí',
  'problem.ours.text': 'Es culpa nuestra y ha quedado registrado.',
  'problem.foreign.text':
    'El formulario venía de otro sitio, así que no se ha hecho nada. Abra la página aquí y envíelo otra vez.',
  'start.title': 'Le damos la bienvenida',
  'start.none': 'Aquí todavía no hay nada para usted',
  'start.later': 'En cuanto haya algo, lo encontrará en la navegación.',
  ...esAccount,
  ...esClient,
  ...esOrders,
  ...esMoney,
  ...esReports,
  ...esTalk,
  ...esTold,
  ...esSignIn,
};
