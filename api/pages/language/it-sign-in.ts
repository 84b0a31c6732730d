import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const itSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Accedi',
  'sign_in.by_mail': 'Con un link via e-mail',
  'sign_in.email': 'Indirizzo e-mail',
  'sign_in.send': 'Inviami un link',
  'sign_in.mail_hint': 'Il link è valido per 15 minuti e una sola volta.',
  'sign_in.by_token': 'Con un token di accesso',
  'sign_in.token': 'Token di accesso o token della piattaforma',
  'sign_in.sign_in': 'Accedi',
  'sign_in.sent':
    'Se conosciamo questo indirizzo, il link è in arrivo. Un indirizzo riceve al massimo cinque link all’ora.',
  'sign_in.not_an_address': 'Inserisca un indirizzo e-mail, per esempio nome@example.com.',
  'sign_in.not_accepted': 'Questo token non è accettato.',
  'sign_in.not_for_people': 'Questo token è per i programmi: nessuno può usarlo per accedere.',
  'sign_in.confirm': 'Accedi ora',
  'sign_in.as': 'Accedi per {name}',
  'sign_in.as_team': 'Accedi al team',
  'sign_in.over': 'Questo link è scaduto',
  'sign_in.over_text': 'È già stato usato, oppure i suoi 15 minuti sono passati.',
  'sign_in.again': 'Richiedi un nuovo link',
  'sign_in.insecure': 'Qui non è possibile accedere',
  'sign_in.insecure_text':
    'Questa pagina non è stata aperta tramite https, quindi il browser non conserverebbe l’accesso. Usi l’indirizzo https di questo servizio, oppure lo apra sulla macchina su cui è in funzione.',
  'sign_in.sign_out': 'Esci',
  'sign_in.everywhere': 'Esci ovunque',
  'sign_in.everywhere_hint': 'Termina tutte le Sue sessioni, su ogni dispositivo.',
  'sign_in.stay': 'Resta connesso',
};
