import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const plAccount: Words<typeof enAccount> = {
  'orders.renews': 'Odnawia się',
  'orders.end': 'Zakończ odnawianie',
  'orders.end.title': 'Zakończ odnawianie zamówienia {id}',
  'orders.end.says':
    'W dniu {day} nie powstanie nowe zamówienie i kwota {price} nie zostanie wtedy naliczona. Samo zamówienie {id} trwa zgodnie z umową; zakończenie odnawiania nic nie kosztuje.',
  'orders.end.whole':
    'Aby anulować samo zamówienie, napiszcie do nas: najpierw powiemy, ile należy się za to, co dostarczono.',
  'orders.end.reason': 'Państwa powód',
  'orders.end.done': 'Odnawianie zakończono. Po tym zamówieniu nie nastąpi kolejne.',
  'blocked.title': 'Zablokowane domeny',
  'blocked.says': 'Nie umieszczamy linków w tych domenach ani w ich subdomenach. Linki, które już tam są, pozostają.',
  'blocked.none': 'Żadna domena nie jest zablokowana',
  'blocked.none.text': 'Podajcie witryny, w których nie chcecie linków, na przykład konkurencji.',
  'blocked.domain': 'Domena',
  'blocked.add': 'Zablokuj',
  'blocked.allow': 'Zezwól ponownie na linki w {domain}',
  'blocked.added': 'Domena {domain} jest zablokowana. Otwarte tam propozycje wycofano.',
  'blocked.allowed': 'Linki są tam znów dozwolone.',
  'billing.title': 'Dane do faktury',
  'billing.says':
    'Te dane znajdą się na każdej fakturze, którą odtąd wystawimy. Faktury już wystawione pozostają bez zmian.',
  'billing.name': 'Nazwa lub firma',
  'billing.address': 'Adres',
  'billing.tax_id': 'Numer podatkowy',
  'billing.email': 'Adres e-mail na fakturze',
  'billing.country': 'Kraj, dwie litery, na przykład DE',
  'billing.saved': 'Zapisano. Następna faktura zostanie tak wystawiona.',
  'brand.preview': 'Podgląd',
  'brand.preview.show': 'Pokaż te kolory',
  'brand.preview.light': 'W dzień',
  'brand.preview.dark': 'W nocy',
  'brand.preview.mail': 'Wiadomości przychodzą od {name}.',
  'brand.preview.mail_replies': 'Wiadomości przychodzą od {name}; odpowiedzi trafiają na {email}.',
  'brand.preview.contrast': 'Kontrast linków ze stroną: {ratio} : 1',
  'brand.preview.wrong': 'Sześć cyfr lub liter od a do f po znaku #, na przykład #1f2937',
};
