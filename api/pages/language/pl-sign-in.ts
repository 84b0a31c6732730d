import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const plSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Logowanie',
  'sign_in.by_mail': 'Linkiem z wiadomości e-mail',
  'sign_in.email': 'Adres e-mail',
  'sign_in.send': 'Wyślij mi link',
  'sign_in.mail_hint': 'Link jest ważny 15 minut i działa jeden raz.',
  'sign_in.by_token': 'Tokenem dostępu',
  'sign_in.token': 'Token dostępu albo token platformy',
  'sign_in.sign_in': 'Zaloguj się',
  'sign_in.sent':
    'Jeśli znamy ten adres, link jest już w drodze. Na jeden adres wysyłamy najwyżej pięć linków na godzinę.',
  'sign_in.not_an_address': 'Wpisz adres e-mail, np. someone@example.com.',
  'sign_in.not_accepted': 'Ten token nie jest akceptowany.',
  'sign_in.not_for_people': 'Ten token jest dla programów: nikt nie może się nim zalogować.',
  'sign_in.confirm': 'Zaloguj się teraz',
  'sign_in.as': 'Zaloguj się: {name}',
  'sign_in.as_team': 'Zaloguj się do zespołu',
  'sign_in.over': 'Ten link stracił ważność',
  'sign_in.over_text': 'Został już użyty albo minęło jego 15 minut.',
  'sign_in.again': 'Poproś o nowy link',
  'sign_in.insecure': 'Tutaj nie można się zalogować',
  'sign_in.insecure_text':
    'Ta strona nie została otwarta przez https, więc przeglądarka nie zachowałaby danych logowania. Użyj adresu https tej usługi albo otwórz ją na komputerze, na którym działa.',
  'sign_in.sign_out': 'Wyloguj się',
  'sign_in.everywhere': 'Wyloguj się wszędzie',
  'sign_in.everywhere_hint': 'Kończy wszystkie Twoje sesje na każdym urządzeniu.',
  'sign_in.stay': 'Pozostań zalogowany',
};
