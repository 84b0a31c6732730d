import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const esAccount: Words<typeof enAccount> = {
  'orders.renews': 'Se renueva el',
  'orders.end': 'Poner fin a la renovación',
  'orders.end.title': 'Poner fin a la renovación del pedido {id}',
  'orders.end.says':
    'El {day} no seguirá ningún pedido nuevo y no se facturarán {price}. El pedido {id} sigue como se acordó; poner fin a su renovación no cuesta nada.',
  'orders.end.whole': 'Para cancelar el propio pedido, escríbanos: antes le decimos lo que se debe por lo entregado.',
  'orders.end.reason': 'Su motivo',
  'orders.end.done': 'La renovación ha terminado. Ningún pedido sigue a este.',
  'blocked.title': 'Dominios bloqueados',
  'blocked.says':
    'No ponemos enlaces en estos dominios ni en lo que depende de ellos. Los enlaces que ya están allí se quedan.',
  'blocked.none': 'Ningún dominio está bloqueado',
  'blocked.none.text': 'Indique sitios web en los que no quiere enlaces, por ejemplo los de la competencia.',
  'blocked.domain': 'Dominio',
  'blocked.add': 'Bloquear',
  'blocked.allow': 'Volver a permitir enlaces en {domain}',
  'blocked.added': '{domain} está bloqueado. Las propuestas que había abiertas allí se han retirado.',
  'blocked.allowed': 'Allí vuelven a permitirse los enlaces.',
  'billing.title': 'Datos de facturación',
  'billing.says':
    'Estos datos figuran en cada factura que emitamos a partir de ahora. Las facturas ya emitidas quedan como están.',
  'billing.name': 'Nombre o empresa',
  'billing.address': 'Dirección',
  'billing.tax_id': 'Número fiscal',
  'billing.email': 'Correo electrónico en la factura',
  'billing.country': 'País, dos letras como DE',
  'billing.saved': 'Guardado. Su próxima factura se emitirá así.',
  'brand.preview': 'Vista previa',
  'brand.preview.show': 'Mostrar estos colores',
  'brand.preview.light': 'De día',
  'brand.preview.dark': 'De noche',
  'brand.preview.mail': 'Los correos vienen de {name}.',
  'brand.preview.mail_replies': 'Los correos vienen de {name}; las respuestas van a {email}.',
  'brand.preview.contrast': 'Contraste de los enlaces con la página: {ratio} : 1',
  'brand.preview.wrong': 'Seis cifras o letras de la a a la f tras un #, como #1f2937',
};
