import { frAccount } from './fr-account.ts';
import { frClient } from './fr-client.ts';
import { frMoney } from './fr-money.ts';
import { frOrders } from './fr-orders.ts';
import { frReports } from './fr-reports.ts';
import { frSignIn } from './fr-sign-in.ts';
import { frTalk } from './fr-talk.ts';
import { frTold } from './fr-told.ts';
import type { PageWords } from './page-words.ts';

/** What pages say, in French. */
export const fr: PageWords = {
  'frame.skip': 'Aller au contenu',
  'frame.menu': 'Pages',
  'frame.home': 'Accueil',
  'frame.path': 'Où vous êtes',
  'frame.sign_out': 'Se déconnecter',
  'frame.as.client': 'client',
  'frame.as.agency': 'agence',
  'frame.signed_in': 'Connecté : {name}',
  'frame.live': 'Les changements s’affichent d’eux-mêmes',
  'frame.sandbox': 'Bac à sable. Son horloge indique {time} ; rien ici n’est réel.',
  'frame.advance_by': 'Avancer l’horloge de',
  'frame.days.1': '1 jour',
  'frame.days.7': '7 jours',
  'frame.days.30': '30 jours',
  'frame.language': 'Langue',
  'frame.language.change': 'Changer',
  'language.title': 'Langue',
  'language.says':
    'Ces pages et les e-mails de connexion sont dans la langue que vous choisissez ici. Les rapports ont leur propre langue.',
  'list.show': 'Afficher',
  'list.clear': 'Effacer les filtres',
  'list.all': 'Tous',
  'list.csv': 'Télécharger en CSV',
  'list.range': '{from}–{to} sur {count}',
  'list.pages': 'Pages de la liste',
  'list.previous': 'Précédent',
  'list.next': 'Suivant',
  'list.none': 'Rien ne correspond à ces filtres.',
  'form.wrong': 'Cela n’a pas fonctionné',
  'form.optional': 'facultatif',
  'form.one_a_line': 'Un élément par ligne.',
  'form.back': 'Retour',
  'form.sent_before':
    'Ce formulaire a déjà été envoyé. Le voici de nouveau avec votre saisie : vérifiez-la et renvoyez-le.',
  'form.moved':
    'Quelqu’un a modifié ceci pendant que le formulaire était ouvert. Il montre l’état actuel et votre saisie : vérifiez-la et renvoyez-le.',
  'form.expired':
    'Le formulaire est resté ouvert trop longtemps, ou vous vous êtes reconnecté entre-temps. Envoyez-le de nouveau.',
  'problem.home': 'Aller à la première page',
  'problem.again': 'Réessayer',
  'problem.sign_in': 'Se connecter',
  'problem.reference': 'Si vous nous contactez à ce sujet, indiquez {id}.',
  'problem.missing.title': 'Cette page n’existe pas',
  'problem.missing.text':
    'Elle n’existe pas, ou elle ne vous est pas destinée. Une adresse que l’on vous a envoyée appartient peut-être à un autre compte.',
  'problem.unknown.title': 'Connectez-vous pour voir cette page',
  'problem.unknown.text': 'Vous n’êtes pas connecté, ou votre session a expiré.',
  'problem.forbidden.title': 'Vous n’avez pas ce droit',
  'problem.forbidden.text': 'Adressez-vous à la personne qui gère les membres de votre compte.',
  'problem.plan.title': 'Votre forfait ne comprend pas cela',
  'problem.plan.text': 'C’est compris dans le forfait {plan}.',
  'problem.plan.none': 'Demandez-nous quel forfait le comprend.',
  'problem.often.title': 'Trop de demandes',
  'problem.often.text': 'Attendez une minute, puis réessayez.',
  'problem.waiting.title': 'De retour dans un instant',
  'problem.waiting.text':
    'Nous ne pouvons pas répondre pour le moment. Rien n’est perdu ; réessayez dans quelques secondes.',
  'problem.gone.title': 'Cela n’existe plus',
  'problem.gone.text': 'L’élément a été retiré, ou son temps est écoulé.',
  'problem.refused.title': 'Cela n’a pas fonctionné',
  'problem.ours.title': 'Un problème est survenu chez nous',
  'problem.ours.text': 'C’est de notre fait, et l’erreur a été enregistrée.',
  'problem.foreign.text':
    'Le formulaire venait d’un autre site, rien n’a donc été fait. Ouvrez la page ici et envoyez-le de nouveau.',
  'start.title': 'Bienvenue',
  'start.none': 'Il n’y a encore rien ici pour vous',
  'start.later': 'Dès qu’il y aura quelque chose, vous le trouverez dans la navigation.',
  ...frAccount,
  ...frClient,
  ...frOrders,
  ...frMoney,
  ...frReports,
  ...frTalk,
  ...frTold,
  ...frSignIn,
};
