import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const frSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Se connecter',
  'sign_in.by_mail': 'Par un lien envoyé par e-mail',
  'sign_in.email': 'Adresse e-mail',
  'sign_in.send': 'M’envoyer un lien',
  'sign_in.mail_hint': 'Le lien est valable 15 minutes et une seule fois.',
  'sign_in.by_token': 'Par un jeton d’accès',
  'sign_in.token': 'Jeton d’accès ou jeton de la plateforme',
  'sign_in.sign_in': 'Se connecter',
  'sign_in.sent':
    'Si nous connaissons cette adresse, un lien est en route. Une adresse reçoit au plus cinq liens par heure.',
  'sign_in.not_an_address': 'Saisissez une adresse e-mail, par exemple nom@example.com.',
  'sign_in.not_accepted': 'Ce jeton n’est pas accepté.',
  'sign_in.not_for_people': 'Ce jeton est destiné aux programmes : personne ne peut se connecter avec.',
  'sign_in.confirm': 'Se connecter maintenant',
  'sign_in.as': 'Se connecter pour {name}',
  'sign_in.as_team': 'Se connecter à l’équipe',
  'sign_in.over': 'Ce lien a expiré',
  'sign_in.over_text': 'Il a déjà été utilisé, ou ses 15 minutes sont écoulées.',
  'sign_in.again': 'Demander un nouveau lien',
  'sign_in.insecure': 'Vous ne pouvez pas vous connecter ici',
  'sign_in.insecure_text':
    'Cette page n’a pas été ouverte en https, votre navigateur ne conserverait donc pas votre connexion. Utilisez l’adresse https de ce service, ou ouvrez-le sur la machine où il fonctionne.',
  'sign_in.sign_out': 'Se déconnecter',
  'sign_in.everywhere': 'Se déconnecter partout',
  'sign_in.everywhere_hint': 'Met fin à toutes vos sessions, sur tous vos appareils.',
  'sign_in.stay': 'Rester connecté',
};
