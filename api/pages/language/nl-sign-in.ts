import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const nlSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Inloggen',
  'sign_in.by_mail': 'Met een link per e-mail',
  'sign_in.email': 'E-mailadres',
  'sign_in.send': 'Stuur mij een link',
  'sign_in.mail_hint': 'De link is 15 minuten geldig en werkt één keer.',
  'sign_in.by_token': 'Met een toegangstoken',
  'sign_in.token': 'Toegangstoken of token van het platform',
  'sign_in.sign_in': 'Inloggen',
  'sign_in.sent': 'Als we dit adres kennen, is er een link onderweg. Een adres krijgt hoogstens vijf links per uur.',
  'sign_in.not_an_address': 'Vul een e-mailadres in, zoals naam@example.com.',
  'sign_in.not_accepted': 'Dit token wordt niet aangenomen.',
  'sign_in.not_for_people': 'Dit token is voor programma’s: niemand kan ermee inloggen.',
  'sign_in.confirm': 'Nu inloggen',
  'sign_in.as': 'Inloggen voor {name}',
  'sign_in.as_team': 'Inloggen bij het team',
  'sign_in.over': 'Deze link is verlopen',
  'sign_in.over_text': 'De link is al gebruikt, of de 15 minuten zijn voorbij.',
  'sign_in.again': 'Nieuwe link aanvragen',
  'sign_in.insecure': 'U kunt hier niet inloggen',
  'sign_in.insecure_text':
    'Deze pagina is niet via https geopend, dus uw browser zou uw aanmelding niet bewaren. Gebruik het https-adres van deze dienst, of open hem op de machine waarop hij draait.',
  'sign_in.sign_out': 'Uitloggen',
  'sign_in.everywhere': 'Overal uitloggen',
  'sign_in.everywhere_hint': 'Beëindigt al uw sessies, op elk apparaat.',
  'sign_in.stay': 'Ingelogd blijven',
};
