import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const ptSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Iniciar sessão',
  'sign_in.by_mail': 'Com um link por e-mail',
  'sign_in.email': 'Endereço de e-mail',
  'sign_in.send': 'Enviar-me um link',
  'sign_in.mail_hint': 'O link é válido durante 15 minutos e uma única vez.',
  'sign_in.by_token': 'Com um token de acesso',
  'sign_in.token': 'Token de acesso ou token da plataforma',
  'sign_in.sign_in': 'Iniciar sessão',
  'sign_in.sent':
    'Se conhecermos este endereço, o link está a caminho. Um endereço recebe no máximo cinco links por hora.',
  'sign_in.not_an_address': 'Introduza um endereço de e-mail, por exemplo nome@example.com.',
  'sign_in.not_accepted': 'Este token não é aceite.',
  'sign_in.not_for_people': 'Este token é para programas: ninguém pode iniciar sessão com ele.',
  'sign_in.confirm': 'Iniciar sessão agora',
  'sign_in.as': 'Iniciar sessão para {name}',
  'sign_in.as_team': 'Iniciar sessão na equipa',
  'sign_in.over': 'Este link expirou',
  'sign_in.over_text': 'Já foi usado, ou passaram os seus 15 minutos.',
  'sign_in.again': 'Pedir um novo link',
  'sign_in.insecure': 'Não pode iniciar sessão aqui',
  'sign_in.insecure_text':
    'Esta página não foi aberta por https, por isso o seu navegador não guardaria a sessão. Use o endereço https deste serviço, ou abra-o na máquina em que funciona.',
  'sign_in.sign_out': 'Terminar sessão',
  'sign_in.everywhere': 'Terminar sessão em todo o lado',
  'sign_in.everywhere_hint': 'Termina todas as suas sessões, em todos os dispositivos.',
  'sign_in.stay': 'Manter a sessão',
};
