import type { labelsEn } from './labels-en.ts';
import type { Phrase } from './phrase.ts';

/** What a rendering says in words of ours, in French. */
export const labelsFr: Readonly<Record<keyof typeof labelsEn, Phrase>> = {
  'type.weekly': 'Rapport SEO hebdomadaire',
  'type.monthly': 'Rapport SEO mensuel',
  'type.quarterly': 'Rapport SEO trimestriel',

  'verdict.title': 'Bilan',
  'verdict.improving': 'En progression',
  'verdict.stable': 'Stable',
  'verdict.declining': 'En recul',
  'verdict.none': 'Pas encore assez de données',

  'first.win': 'Plus grand succès',
  'first.no_win': 'Aucun succès ne se détache cette fois-ci.',
  'first.priority': 'Priorité absolue',
  'first.no_priority': 'Rien ne presse.',
  'first.needs': 'Ce dont nous avons besoin de votre part',
  'first.no_needs': 'Rien pour le moment. Nous poursuivons.',
  'first.need_since': 'en attente depuis le {day}',
  'first.goals': 'Objectifs',
  'first.no_goals': 'Aucun objectif n’a encore été convenu.',
  'first.figures': 'Chiffres clés',

  'need.approval': 'Validation',
  'need.brief': 'Brief',
  'need.connection': 'Connexion',

  'pace.ahead': 'En avance',
  'pace.on_track': 'Dans les temps',
  'pace.behind': 'En retard',
  'pace.missed': 'Manqué',
  'pace.met': 'Atteint',
  'goal.by': '{target} d’ici au {day}',
  'goal.from': 'départ {baseline}',
  'goal.now': 'actuel : {value}',
  'goal.unknown': 'pas encore mesuré',

  'period.both': '{period}, comparé à {before} et, un an plus tôt, à {year_before}.',
  'period.cut':
    'Les données s’arrêtent au {day}. Base de comparaison : {compared} de cette période et autant de la période précédente et de la même période un an plus tôt.',
  'period.days': { one: '{count} jour', many: '{count} de jours', other: '{count} jours' },
  'period.paused': {
    one: 'Le service a été suspendu le {days}.',
    many: 'Le service a été suspendu pendant {count} de jours : {days}.',
    other: 'Le service a été suspendu pendant {count} jours : {days}.',
  },

  'change.against': 'vs {period}',
  'change.no_before': 'période préc. inconnue',
  'change.no_year': 'année préc. inconnue',
  'change.same': 'inchangé',
  'change.better': 'mieux',
  'change.worse': 'moins bien',
  'change.points': '{value} pt',

  'flag.green': 'En bonne voie',
  'flag.amber': 'À surveiller',
  'flag.red': 'Action requise',
  'flag.rule': 'Mode d’évaluation',

  'contents.title': 'Dans ce rapport',

  'part.next': 'Ce que cela signifie et la suite',
  'part.source': 'Source : {source}',
  'part.data_to': 'données jusqu’au {day}',
  'part.empty': 'Rien à afficher pour l’instant',
  'part.more_rows': 'Premières lignes affichées : {shown} sur {total}.',
  'part.no_rows': 'Aucun élément sur cette période.',
  'part.unknown': 'inconnu',
  'part.total': 'Total',
  'part.named': '{name} : {value}',

  'comment.title': 'Le mot de votre responsable de compte',
  'comment.by': '{author}, {when}',
  'annotation.title': 'Ce qui s’est passé, et quand',
  'annotation.number': 'Note {number}',

  'log.title': 'D’où viennent ces chiffres',
  'log.short': 'Journal, position {position}',
  'log.text':
    'Tous les chiffres découlent du journal jusqu’à la position {position}. Une même position donne toujours les mêmes chiffres ; ce qui est connu plus tard figure dans la version suivante.',
  'log.position': 'Position dans le journal',
  'log.version': 'Version',
  'log.version_short': 'Version {version}',
  'log.made': 'Établi le',
  'log.made_on': 'Établi le {day}',
  'log.report': 'Rapport',
  'page.of': 'Page {page} sur {pages}',
  'page.prepared_for': 'Préparé pour {client}',
  'page.prepared_by': 'Préparé par {name}',
  'page.skip': 'Aller au rapport',

  'link.pdf': 'Télécharger en PDF',
  'link.read': 'Lire le rapport complet',
  'link.open': 'Ouvrir',
  'link.unsubscribe': 'Ne plus recevoir ces rapports',

  'mail.subject': '{site} : {type}, {period}',
  'mail.greeting': 'Votre rapport pour {site} est prêt : {type}, {period}.',
  'mail.why': 'Vous recevez cet e-mail parce que les rapports sur {site} sont envoyés à cette adresse.',
  'mail.picture': 'Graphique : {alt}',

  'distribution.title': 'Diffusion presse pour {site}',
  'distribution.type': 'Rapport de diffusion presse',
  'distribution.order': 'Commande n° {id}',
  'distribution.claim': 'Parutions en ligne : {live} sur {total}.',
  'distribution.placements': 'Parutions',
  'distribution.where': 'Où le communiqué est paru',
  'distribution.outlet': 'Média',
  'distribution.live_since': 'En ligne depuis',

  'chart.alt': '{title}. {series}',
  'chart.alt_series': '{name} : de {first} ({from}) à {last} ({to}) ; minimum {low}, maximum {high}.',
  'chart.alt_share': '{name} : {value} ({percent}).',
  'chart.alt_bar': '{name} : {value}.',
  'chart.alt_marks': 'Repères : {marks}.',
};
