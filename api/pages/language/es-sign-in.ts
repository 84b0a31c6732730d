import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const esSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Iniciar sesión',
  'sign_in.by_mail': 'Con un enlace por correo',
  'sign_in.email': 'Correo electrónico',
  'sign_in.send': 'Enviarme un enlace',
  'sign_in.mail_hint': 'El enlace es válido durante 15 minutos y una sola vez.',
  'sign_in.by_token': 'Con un token de acceso',
  'sign_in.token': 'Token de acceso o token de la plataforma',
  'sign_in.sign_in': 'Iniciar sesión',
  'sign_in.sent':
    'Si conocemos esta dirección, el enlace está en camino. Una dirección recibe como máximo cinco enlaces por hora.',
  'sign_in.not_an_address': 'Introduzca una dirección de correo, por ejemplo nombre@example.com.',
  'sign_in.not_accepted': 'Este token no se acepta.',
  'sign_in.not_for_people': 'Este token es para programas: nadie puede iniciar sesión con él.',
  'sign_in.confirm': 'Iniciar sesión ahora',
  'sign_in.as': 'Iniciar sesión para {name}',
  'sign_in.as_team': 'Iniciar sesión en el equipo',
  'sign_in.over': 'Este enlace ha caducado',
  'sign_in.over_text': 'Ya se ha usado, o han pasado sus 15 minutos.',
  'sign_in.again': 'Pedir un enlace nuevo',
  'sign_in.insecure': 'No puede iniciar sesión aquí',
  'sign_in.insecure_text':
    'Esta página no se ha abierto por https, así que su navegador no conservaría la sesión. Use la dirección https de este servicio, o ábralo en el equipo en el que funciona.',
  'sign_in.sign_out': 'Cerrar sesión',
  'sign_in.everywhere': 'Cerrar sesión en todas partes',
  'sign_in.everywhere_hint': 'Cierra todas sus sesiones, en todos los dispositivos.',
  'sign_in.stay': 'Mantener la sesión',
};
