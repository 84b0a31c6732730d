import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const deAccount: Words<typeof enAccount> = {
  'orders.renews': 'Verlängert sich am',
  'orders.end': 'Verlängerung beenden',
  'orders.end.title': 'Verlängerung von Auftrag {id} beenden',
  'orders.end.says':
    'Am {day} folgt kein neuer Auftrag, und {price} werden dann nicht berechnet. Auftrag {id} selbst läuft wie vereinbart weiter; das Ende der Verlängerung kostet nichts.',
  'orders.end.whole':
    'Um den Auftrag selbst zu stornieren, schreiben Sie uns: Wir sagen Ihnen vorher, was für das Gelieferte zu zahlen ist.',
  'orders.end.reason': 'Ihr Grund',
  'orders.end.done': 'Die Verlängerung ist beendet. Auf diesen Auftrag folgt keiner.',
  'blocked.title': 'Gesperrte Websites',
  'blocked.says':
    'Auf diesen Websites und allem, was unter ihnen liegt, setzen wir keine Links. Links, die dort schon stehen, bleiben.',
  'blocked.none': 'Keine Website ist gesperrt',
  'blocked.none.text': 'Nennen Sie Websites, auf denen Sie keine Links möchten, etwa die von Mitbewerbern.',
  'blocked.domain': 'Adresse der Website',
  'blocked.add': 'Sperren',
  'blocked.allow': 'Links auf {domain} wieder zulassen',
  'blocked.added': '{domain} ist gesperrt. Offene Vorschläge dort sind zurückgezogen.',
  'blocked.allowed': 'Links sind dort wieder zugelassen.',
  'billing.title': 'Rechnungsangaben',
  'billing.says':
    'Diese Angaben stehen auf jeder Rechnung, die wir von nun an ausstellen. Bereits ausgestellte Rechnungen bleiben, wie sie sind.',
  'billing.name': 'Name oder Firma',
  'billing.address': 'Anschrift',
  'billing.tax_id': 'Steuernummer',
  'billing.email': 'E-Mail-Adresse auf der Rechnung',
  'billing.country': 'Land, zwei Buchstaben wie DE',
  'billing.saved': 'Gespeichert. Ihre nächste Rechnung wird so ausgestellt.',
  'brand.preview': 'Vorschau',
  'brand.preview.show': 'Diese Farben zeigen',
  'brand.preview.light': 'Bei Tag',
  'brand.preview.dark': 'Bei Nacht',
  'brand.preview.mail': 'E-Mails kommen von {name}.',
  'brand.preview.mail_replies': 'E-Mails kommen von {name}; Antworten gehen an {email}.',
  'brand.preview.contrast': 'Kontrast von Links zur Seite: {ratio} : 1',
  'brand.preview.wrong': 'Sechs Ziffern oder Buchstaben von a bis f nach einem #, etwa #1f2937',
};
