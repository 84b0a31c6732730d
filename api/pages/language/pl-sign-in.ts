import type { enSignIn } from './en-sign-in.ts';
import type { Words } from './words.ts';

export const plSignIn: Words<typeof enSignIn> = {
  'sign_in.title': 'Logowanie',
  'sign_in.by_mail': 'Przez link w wiadomości e-mail',
  'sign_in.email': 'Adres e-mail',
  'sign_in.send': 'Wyślij mi link',
  'sign_in.mail_hint': 'Link jest ważny 15 minut i działa jeden raz.',
  'sign_in.by_token': 'Przez token dostępu',
  'sign_in.token': 'Token dostępu lub token platformy',
  'sign_in.sign_in': 'Zaloguj się',
  'sign_in.sent':
    'Jeśli znamy ten adres, link jest już w drodze. Na jeden adres wysyłamy najwyżej pięć linków na godzinę.',
  'sign_in.not_an_address': 'Proszę podać adres e-mail, np. imie@example.com.',
  'sign_in.not_accepted': 'Ten token nie został przyjęty.',
  'sign_in.not_for_people': 'Ten token jest przeznaczony dla programów: nie można się nim zalogować.',
  'sign_in.confirm': 'Zaloguj się teraz',
  'sign_in.as': 'Zaloguj się na konto: {name}',
  'sign_in.as_team': 'Zaloguj się do zespołu',
  'sign_in.over': 'Ten link wygasł',
  'sign_in.over_text': 'Link został już użyty albo minęło 15 minut jego ważności.',
  'sign_in.again': 'Poproś o nowy link',
  'sign_in.insecure': 'Tutaj nie można się zalogować',
  'sign_in.insecure_text':
    'Ta strona nie została otwarta przez https, więc przeglądarka nie zapamięta logowania. Proszę użyć adresu https tej usługi albo otworzyć ją na komputerze, na którym działa.',
  'sign_in.sign_out': 'Wyloguj się',
  'sign_in.everywhere': 'Wyloguj się wszędzie',
  'sign_in.everywhere_hint': 'Kończy wszystkie sesje na każdym urządzeniu.',
  'sign_in.stay': 'Nie wylogowuj',
};
