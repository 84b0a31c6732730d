import type { enAccount } from './en-account.ts';
import type { Words } from './words.ts';

export const frAccount: Words<typeof enAccount> = {
  'orders.renews': 'Renouvellement le',
  'orders.end': 'Mettre fin au renouvellement',
  'orders.end.title': 'Mettre fin au renouvellement de la commande {id}',
  'orders.end.says':
    'Aucune nouvelle commande ne suivra le {day}, et {price} ne seront pas facturés alors. La commande {id} se poursuit comme convenu ; mettre fin à son renouvellement ne coûte rien.',
  'orders.end.whole':
    'Pour annuler la commande elle-même, écrivez-nous : nous vous disons d’abord ce qui est dû pour ce qui a été livré.',
  'orders.end.reason': 'Votre raison',
  'orders.end.done': 'Le renouvellement a pris fin. Aucune commande ne suit celle-ci.',
  'blocked.title': 'Domaines bloqués',
  'blocked.says':
    'Nous ne plaçons aucun lien sur ces domaines ni sur ce qui en dépend. Les liens qui s’y trouvent déjà restent.',
  'blocked.none': 'Aucun domaine n’est bloqué',
  'blocked.none.text': 'Indiquez les sites sur lesquels vous ne voulez aucun lien, par exemple ceux de concurrents.',
  'blocked.domain': 'Domaine',
  'blocked.add': 'Bloquer',
  'blocked.allow': 'Autoriser de nouveau les liens sur {domain}',
  'blocked.added': '{domain} est bloqué. Les propositions qui y étaient ouvertes sont retirées.',
  'blocked.allowed': 'Les liens y sont de nouveau autorisés.',
  'billing.title': 'Coordonnées de facturation',
  'billing.says':
    'Ces indications figurent sur chaque facture que nous émettons désormais. Les factures déjà émises restent inchangées.',
  'billing.name': 'Nom ou société',
  'billing.address': 'Adresse',
  'billing.tax_id': 'Numéro fiscal',
  'billing.email': 'Adresse e-mail sur la facture',
  'billing.country': 'Pays, deux lettres comme DE',
  'billing.saved': 'Enregistré. Votre prochaine facture sera établie ainsi.',
  'brand.preview': 'Aperçu',
  'brand.preview.show': 'Afficher ces couleurs',
  'brand.preview.light': 'De jour',
  'brand.preview.dark': 'De nuit',
  'brand.preview.mail': 'Les e-mails viennent de {name}.',
  'brand.preview.mail_replies': 'Les e-mails viennent de {name} ; les réponses vont à {email}.',
  'brand.preview.contrast': 'Contraste des liens avec la page : {ratio} : 1',
  'brand.preview.wrong': 'Six chiffres ou lettres de a à f après un #, comme #1f2937',
};
