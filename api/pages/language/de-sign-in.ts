import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const deSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Anmelden',
  'sign_in.by_mail': 'Mit einem Link per E-Mail',
  'sign_in.email': 'E-Mail-Adresse',
  'sign_in.send': 'Link senden',
  'sign_in.mail_hint': 'Der Link gilt 15 Minuten und nur einmal.',
  'sign_in.by_token': 'Mit einem Zugriffstoken',
  'sign_in.token': 'Zugriffstoken oder Token der Plattform',
  'sign_in.sign_in': 'Anmelden',
  'sign_in.sent':
    'Wenn wir diese Adresse kennen, ist ein Link dorthin unterwegs. Eine Adresse erhält höchstens fünf Links pro Stunde.',
  'sign_in.not_an_address': 'Geben Sie eine E-Mail-Adresse ein, etwa name@example.com.',
  'sign_in.not_accepted': 'Dieses Token wird nicht angenommen.',
  'sign_in.not_for_people': 'Dieses Token ist für Programme: Niemand kann sich damit anmelden.',
  'sign_in.confirm': 'Jetzt anmelden',
  'sign_in.as': 'Für {name} anmelden',
  'sign_in.as_team': 'Beim Team anmelden',
  'sign_in.over': 'Dieser Link ist abgelaufen',
  'sign_in.over_text': 'Er wurde schon verwendet, oder seine 15 Minuten sind vorbei.',
  'sign_in.again': 'Neuen Link anfordern',
  'sign_in.insecure': 'Hier können Sie sich nicht anmelden',
  'sign_in.insecure_text':
    'Diese Seite wurde nicht über https aufgerufen, deshalb würde Ihr Browser die Anmeldung nicht behalten. Verwenden Sie die https-Adresse dieses Dienstes, oder öffnen Sie ihn auf dem Rechner, auf dem er läuft.',
  'sign_in.sign_out': 'Abmelden',
  'sign_in.everywhere': 'Überall abmelden',
  'sign_in.everywhere_hint': 'Beendet alle Ihre Sitzungen, auf jedem Gerät.',
  'sign_in.stay': 'Angemeldet bleiben',
};
