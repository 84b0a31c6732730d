import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const itAccount: Words<typeof enAccount> = {
  'orders.renews': 'Si rinnova il',
  'orders.end': 'Termina il rinnovo',
  'orders.end.title': 'Termina il rinnovo dell’ordine {id}',
  'orders.end.says':
    'Il {day} non seguirà alcun nuovo ordine e {price} non saranno fatturati. L’ordine {id} prosegue come concordato; terminare il rinnovo non costa nulla.',
  'orders.end.whole':
    'Per annullare l’ordine stesso ci scriva: prima le diciamo quanto è dovuto per ciò che è stato consegnato.',
  'orders.end.reason': 'Il suo motivo',
  'orders.end.done': 'Il rinnovo è terminato. Nessun ordine segue questo.',
  'blocked.title': 'Domini bloccati',
  'blocked.says': 'Non inseriamo link su questi domini né su ciò che ne dipende. I link già presenti restano.',
  'blocked.none': 'Nessun dominio è bloccato',
  'blocked.none.text': 'Indichi i siti sui quali non desidera link, per esempio quelli dei concorrenti.',
  'blocked.domain': 'Dominio',
  'blocked.add': 'Blocca',
  'blocked.allow': 'Consenti di nuovo i link su {domain}',
  'blocked.added': '{domain} è bloccato. Le proposte ancora aperte sono state ritirate.',
  'blocked.allowed': 'Lì i link sono di nuovo consentiti.',
  'billing.title': 'Dati di fatturazione',
  'billing.says':
    'Questi dati compaiono su ogni fattura che emettiamo da ora in poi. Le fatture già emesse restano come sono.',
  'billing.name': 'Nome o azienda',
  'billing.address': 'Indirizzo',
  'billing.tax_id': 'Partita IVA',
  'billing.email': 'E-mail sulla fattura',
  'billing.country': 'Paese, due lettere come DE',
  'billing.saved': 'Salvato. La sua prossima fattura sarà intestata così.',
  'brand.preview': 'Anteprima',
  'brand.preview.show': 'Mostra questi colori',
  'brand.preview.light': 'Di giorno',
  'brand.preview.dark': 'Di notte',
  'brand.preview.mail': 'Le e-mail arrivano da {name}.',
  'brand.preview.mail_replies': 'Le e-mail arrivano da {name}; le risposte vanno a {email}.',
  'brand.preview.contrast': 'Contrasto dei link con la pagina: {ratio} : 1',
  'brand.preview.wrong': 'Sei cifre o lettere da a a f dopo un #, come #1f2937',
};
