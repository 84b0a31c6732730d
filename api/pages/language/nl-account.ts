import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const nlAccount: Words<typeof enAccount> = {
  'orders.renews': 'Wordt verlengd op',
  'orders.end': 'Verlenging beëindigen',
  'orders.end.title': 'Verlenging van bestelling {id} beëindigen',
  'orders.end.says':
    'Op {day} volgt geen nieuwe bestelling en wordt {price} niet in rekening gebracht. Bestelling {id} zelf gaat door zoals afgesproken; de verlenging beëindigen kost niets.',
  'orders.end.whole':
    'Wilt u de bestelling zelf annuleren, schrijf ons dan: we zeggen u eerst wat er voor het geleverde verschuldigd is.',
  'orders.end.reason': 'Uw reden',
  'orders.end.done': 'De verlenging is beëindigd. Na deze bestelling volgt er geen.',
  'blocked.title': 'Geblokkeerde domeinen',
  'blocked.says': 'Op deze domeinen en alles wat eronder valt plaatsen we geen links. Links die er al staan, blijven.',
  'blocked.none': 'Er is geen domein geblokkeerd',
  'blocked.none.text': 'Noem websites waarop u geen links wilt, zoals die van concurrenten.',
  'blocked.domain': 'Domein',
  'blocked.add': 'Blokkeren',
  'blocked.allow': 'Links op {domain} weer toestaan',
  'blocked.added': '{domain} is geblokkeerd. Voorstellen die daar openstonden zijn ingetrokken.',
  'blocked.allowed': 'Links zijn daar weer toegestaan.',
  'billing.title': 'Factuurgegevens',
  'billing.says':
    'Deze gegevens staan op elke factuur die we vanaf nu uitgeven. Facturen die al zijn uitgegeven blijven zoals ze zijn.',
  'billing.name': 'Naam of bedrijf',
  'billing.address': 'Adres',
  'billing.tax_id': 'Fiscaal nummer',
  'billing.email': 'E-mailadres op de factuur',
  'billing.country': 'Land, twee letters zoals DE',
  'billing.saved': 'Opgeslagen. Uw volgende factuur wordt zo opgesteld.',
  'brand.preview': 'Voorbeeld',
  'brand.preview.show': 'Deze kleuren tonen',
  'brand.preview.light': 'Overdag',
  'brand.preview.dark': '’s Nachts',
  'brand.preview.mail': 'E-mails komen van {name}.',
  'brand.preview.mail_replies': 'E-mails komen van {name}; antwoorden gaan naar {email}.',
  'brand.preview.contrast': 'Contrast van links met de pagina: {ratio} : 1',
  'brand.preview.wrong': 'Zes cijfers of letters van a tot f na een #, zoals #1f2937',
};
