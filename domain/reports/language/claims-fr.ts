import type { claimsEn } from './claims-en.ts';
import type { Phrase } from './phrase.ts';

/** Sentences of ours about numbers, in French; `claims-en.ts` says what they are for. `one` stands for none too. */
export const claimsFr: Readonly<Record<keyof typeof claimsEn, Phrase>> = {
  between_sentences: ' ',
  not_known: 'inconnue',

  // The verdict's reason.
  reason_no_search: 'Pas encore assez de données : aucune donnée de recherche n’a été reçue pour cette période.',
  reason_unknown: 'Pas encore assez de données : il n’existe aucun point de comparaison pour cette période.',
  reason_clicks_up: 'Les clics issus de la recherche sont passés de {from} à {to}.',
  reason_clicks_down: 'Les clics issus de la recherche ont baissé, passant de {from} à {to}.',
  reason_clicks_same: 'Les clics issus de la recherche ont à peine évolué, passant de {from} à {to}.',
  reason_position_up: 'La position moyenne s’est améliorée, passant de {from} à {to}.',
  reason_position_down: 'La position moyenne s’est dégradée, passant de {from} à {to}.',
  reason_position_same: 'La position moyenne n’a guère bougé : elle était de {from} et est de {to}.',
  reason_links_up: {
    one: 'Le nombre de liens mis en ligne dépasse de {count} celui des liens perdus.',
    many: 'Le nombre de liens mis en ligne dépasse de {count} celui des liens perdus.',
    other: 'Le nombre de liens mis en ligne dépasse de {count} celui des liens perdus.',
  },
  reason_links_down: {
    one: 'Le nombre de liens perdus dépasse de {count} celui des liens mis en ligne.',
    many: 'Le nombre de liens perdus dépasse de {count} celui des liens mis en ligne.',
    other: 'Le nombre de liens perdus dépasse de {count} celui des liens mis en ligne.',
  },
  reason_links_same: 'Autant de liens ont été mis en ligne que perdus.',
  reason_opposed_below: 'Par rapport à la même période un an plus tôt, les clics restent inférieurs.',
  reason_opposed_above: 'Par rapport à la même période un an plus tôt, les clics restent supérieurs.',

  // The biggest win.
  win_conversions: {
    one: 'Les conversions ont augmenté de {percent}, pour atteindre {count}.',
    many: 'Les conversions ont augmenté de {percent}, pour atteindre {count}.',
    other: 'Les conversions ont augmenté de {percent}, pour atteindre {count}.',
  },
  win_conversions_from_nothing: {
    one: 'La première conversion a été enregistrée.',
    many: 'Les premières conversions ont été enregistrées : {count}.',
    other: 'Les {count} premières conversions ont été enregistrées.',
  },
  win_top_3: '« {keyword} » a atteint le top 3 : ce mot-clé est désormais en position {place}.',
  win_top_10: '« {keyword} » a atteint la première page de résultats : ce mot-clé est désormais en position {place}.',
  win_page: {
    one: '{page} a apporté {count} clic de plus qu’auparavant.',
    many: '{page} a apporté {count} de clics de plus qu’auparavant.',
    other: '{page} a apporté {count} clics de plus qu’auparavant.',
  },
  win_link: 'Un lien depuis un site puissant a été mis en ligne : {page}, avec un Domain Rating de {dr}.',
  win_articles: {
    one: 'Un nouvel article a été publié.',
    many: '{count} de nouveaux articles ont été publiés.',
    other: '{count} nouveaux articles ont été publiés.',
  },

  // Goals, each in the words of what it counts.
  goal_met_clicks: 'L’objectif de clics sur 28 jours ({target}) a été atteint le {day}.',
  goal_met_impressions: 'L’objectif d’impressions sur 28 jours ({target}) a été atteint le {day}.',
  goal_met_position: 'L’objectif de position moyenne ({target}) a été atteint le {day}.',
  goal_met_keywords_top_10: 'L’objectif de mots-clés dans le top 10 ({target}) a été atteint le {day}.',
  goal_met_referring_domains: 'L’objectif de domaines référents ({target}) a été atteint le {day}.',
  goal_met_articles: 'L’objectif d’articles publiés ({target}) a été atteint le {day}.',
  goal_met_conversions: 'L’objectif de conversions sur 28 jours ({target}) a été atteint le {day}.',
  goal_missed_clicks:
    'L’objectif de clics sur 28 jours ({target} d’ici au {day}) n’a pas été atteint ; dernière valeur : {value}.',
  goal_missed_impressions:
    'L’objectif d’impressions sur 28 jours ({target} d’ici au {day}) n’a pas été atteint ; dernière valeur : {value}.',
  goal_missed_position:
    'L’objectif de position moyenne ({target} d’ici au {day}) n’a pas été atteint ; dernière valeur : {value}.',
  goal_missed_keywords_top_10:
    'L’objectif de mots-clés dans le top 10 ({target} d’ici au {day}) n’a pas été atteint ; dernière valeur : {value}.',
  goal_missed_referring_domains:
    'L’objectif de domaines référents ({target} d’ici au {day}) n’a pas été atteint ; dernière valeur : {value}.',
  goal_missed_articles:
    'L’objectif d’articles publiés ({target} d’ici au {day}) n’a pas été atteint ; dernière valeur : {value}.',
  goal_missed_conversions:
    'L’objectif de conversions sur 28 jours ({target} d’ici au {day}) n’a pas été atteint ; dernière valeur : {value}.',
  goal_behind_clicks:
    'L’objectif de clics sur 28 jours ({target} d’ici au {day}) a pris du retard ; valeur actuelle : {value}.',
  goal_behind_impressions:
    'L’objectif d’impressions sur 28 jours ({target} d’ici au {day}) a pris du retard ; valeur actuelle : {value}.',
  goal_behind_position:
    'L’objectif de position moyenne ({target} d’ici au {day}) a pris du retard ; valeur actuelle : {value}.',
  goal_behind_keywords_top_10:
    'L’objectif de mots-clés dans le top 10 ({target} d’ici au {day}) a pris du retard ; valeur actuelle : {value}.',
  goal_behind_referring_domains:
    'L’objectif de domaines référents ({target} d’ici au {day}) a pris du retard ; valeur actuelle : {value}.',
  goal_behind_articles:
    'L’objectif d’articles publiés ({target} d’ici au {day}) a pris du retard ; valeur actuelle : {value}.',
  goal_behind_conversions:
    'L’objectif de conversions sur 28 jours ({target} d’ici au {day}) a pris du retard ; valeur actuelle : {value}.',
  goal_unknown: 'Un objectif de {target} d’ici au {day} affiche actuellement la valeur suivante : {value}.',

  // The top priority.
  priority_disconnected: 'Le site est déconnecté : tant que la connexion n’est pas rétablie, rien ne peut être publié.',
  priority_indexing: {
    one: 'Une page ne peut pas être indexée ({percent} des pages inspectées) : c’est la priorité.',
    many: '{count} de pages ne peuvent pas être indexées ({percent} des pages inspectées) : c’est la priorité.',
    other: '{count} pages ne peuvent pas être indexées ({percent} des pages inspectées) : c’est la priorité.',
  },
  priority_page: {
    one: '{page} a perdu {count} clic et doit être examinée en premier.',
    many: '{page} a perdu {count} de clics et doit être examinée en premier.',
    other: '{page} a perdu {count} clics et doit être examinée en premier.',
  },
  priority_replacement: {
    one: 'Un lien perdu est à remplacer au titre de sa garantie.',
    many: '{count} de liens perdus sont à remplacer au titre de leur garantie.',
    other: '{count} liens perdus sont à remplacer au titre de leur garantie.',
  },
  priority_approval: 'En attente de votre part depuis le {day} : {what}',
  priority_content: {
    one: 'Il manque encore un article pour atteindre le nombre convenu sur cette période ({target}).',
    many: 'Il manque encore {count} d’articles pour atteindre le nombre convenu sur cette période ({target}).',
    other: 'Il manque encore {count} articles pour atteindre le nombre convenu sur cette période ({target}).',
  },
  priority_action_us: 'Prochaine étape de notre côté, d’ici au {day} : {action}',
  priority_action_you: 'Prochaine étape de votre côté, d’ici au {day} : {action}',

  // What we need.
  need_blueprint: 'Valider le plan directeur de votre site.',
  need_blueprint_named: 'Valider le plan directeur « {title} ».',
  need_content: 'Relire un article avant sa publication.',
  need_content_named: 'Relire l’article « {title} » avant sa publication.',
  need_order: 'Valider la commande de backlinks n° {id}.',
  need_order_named: 'Valider la commande de backlinks « {title} ».',
  need_placement: 'Valider un lien sur {domain}.',
  need_brief: 'Répondre au brief de la commande de backlinks n° {id}.',
  need_connection: 'Reconnecter votre site : l’extension a perdu la connexion.',
  need_search_console: 'Connecter Google Search Console : aucune donnée de recherche n’a été reçue pour cette période.',

  // The summary.
  sum_up_a:
    'La recherche a apporté plus de visiteurs qu’à la période précédente : les clics ont augmenté d’environ {percent}.',
  sum_up_b: 'Cette fois, davantage de personnes ont trouvé le site : les clics sont en hausse d’environ {percent}.',
  sum_down_a:
    'La recherche a apporté moins de visiteurs qu’à la période précédente : les clics ont baissé d’environ {percent}.',
  sum_down_b:
    'Cette fois, moins de personnes sont arrivées par la recherche : les clics sont en baisse d’environ {percent}.',
  sum_steady_a: 'Le trafic issu de la recherche s’est maintenu.',
  sum_steady_b: 'La recherche a apporté à peu près autant de visiteurs qu’à la période précédente.',
  sum_from_nothing: 'Le site commence à recevoir des visiteurs issus de la recherche.',
  sum_first: {
    one: 'C’est la première période avec des données de recherche : son total de {count} clic servira de point de départ aux prochains rapports.',
    many: 'C’est la première période avec des données de recherche : ses {count} de clics serviront de point de départ aux prochains rapports.',
    other:
      'C’est la première période avec des données de recherche : ses {count} clics serviront de point de départ aux prochains rapports.',
  },
  sum_no_search:
    'Aucune donnée de recherche n’a été reçue pour cette période : la visibilité du site ne peut pas encore être évaluée.',
  sum_year_still_above:
    'C’est toujours environ {percent} de plus que sur la même période un an plus tôt : à plus long terme, la tendance reste positive.',
  sum_year_still_below: 'C’est néanmoins environ {percent} de moins que sur la même période un an plus tôt.',
  sum_year_above: 'Par rapport à l’année précédente, c’est toutefois environ {percent} de plus.',
  sum_year_below: 'Par rapport à l’année précédente, c’est toutefois environ {percent} de moins.',
  sum_position_up: 'Les pages sont mieux classées qu’auparavant, désormais en position {place} en moyenne.',
  sum_position_up_too: 'Les pages sont aussi mieux classées qu’auparavant, désormais en position {place} en moyenne.',
  sum_position_up_though:
    'Les pages sont toutefois mieux classées qu’auparavant, désormais en position {place} en moyenne.',
  sum_position_down:
    'Les pages sont un peu moins bien classées qu’auparavant, désormais en position {place} en moyenne.',
  sum_position_down_too:
    'Les pages sont aussi un peu moins bien classées qu’auparavant, désormais en position {place} en moyenne.',
  sum_position_down_though:
    'Les pages sont toutefois un peu moins bien classées qu’auparavant, désormais en position {place} en moyenne.',
  sum_links_then_up: {
    one: 'Le {day}, un nouveau lien a été mis en ligne ; la semaine suivante, les clics dépassaient d’environ {percent} ceux de la semaine précédente.',
    many: 'Le {day}, {count} de nouveaux liens ont été mis en ligne ; la semaine suivante, les clics dépassaient d’environ {percent} ceux de la semaine précédente.',
    other:
      'Le {day}, {count} nouveaux liens ont été mis en ligne ; la semaine suivante, les clics dépassaient d’environ {percent} ceux de la semaine précédente.',
  },
  sum_links_then_down: {
    one: 'Le {day}, un nouveau lien a été mis en ligne ; la semaine suivante, les clics étaient inférieurs d’environ {percent} à ceux de la semaine précédente. Il faut généralement plus de temps pour que l’effet d’un lien se voie.',
    many: 'Le {day}, {count} de nouveaux liens ont été mis en ligne ; la semaine suivante, les clics étaient inférieurs d’environ {percent} à ceux de la semaine précédente. Il faut généralement plus de temps pour que l’effet des liens se voie.',
    other:
      'Le {day}, {count} nouveaux liens ont été mis en ligne ; la semaine suivante, les clics étaient inférieurs d’environ {percent} à ceux de la semaine précédente. Il faut généralement plus de temps pour que l’effet des liens se voie.',
  },
  sum_conversions_up: 'Les conversions ont augmenté d’environ {percent}.',
  sum_conversions_up_too: 'Les conversions ont elles aussi augmenté, d’environ {percent}.',
  sum_conversions_up_though: 'Les conversions, en revanche, ont augmenté d’environ {percent}.',
  sum_conversions_down: 'Les conversions ont baissé d’environ {percent}.',
  sum_conversions_down_too: 'Les conversions ont elles aussi baissé, d’environ {percent}.',
  sum_conversions_down_though: 'Les conversions, en revanche, ont baissé d’environ {percent}.',
  sum_articles_a: {
    one: 'Un nouvel article a été mis en ligne.',
    many: 'Nous avons mis en ligne {count} de nouveaux articles.',
    other: 'Nous avons mis en ligne {count} nouveaux articles.',
  },
  sum_articles_b: {
    one: 'Le site s’est enrichi d’un nouvel article.',
    many: 'Le site s’est enrichi de {count} de nouveaux articles.',
    other: 'Le site s’est enrichi de {count} nouveaux articles.',
  },
  sum_content_behind: {
    one: 'Un article convenu pour cette période manque encore ; nous le rattraperons.',
    many: 'Il manque encore {count} d’articles convenus pour cette période ; nous les rattraperons.',
    other: 'Il manque encore {count} des articles convenus pour cette période ; nous les rattraperons.',
  },
  sum_links: {
    one: 'Un nouveau lien a été mis en ligne.',
    many: '{count} de nouveaux liens ont été mis en ligne.',
    other: '{count} nouveaux liens ont été mis en ligne.',
  },
  sum_approvals: {
    one: 'Un élément attend votre validation ; dès que nous l’aurons, nous pourrons avancer.',
    many: '{count} d’éléments attendent votre validation ; dès que nous l’aurons, nous pourrons avancer.',
    other: '{count} éléments attendent votre validation ; dès que nous l’aurons, nous pourrons avancer.',
  },
  sum_briefs: {
    one: 'Pour continuer, nous avons besoin de vos réponses à un brief.',
    many: 'Pour continuer, nous avons besoin de vos réponses à {count} de briefs.',
    other: 'Pour continuer, nous avons besoin de vos réponses à {count} briefs.',
  },
  sum_connections: {
    one: 'Pour avancer, nous avons besoin d’une connexion de votre part.',
    many: 'Pour avancer, nous avons besoin de {count} de connexions de votre part.',
    other: 'Pour avancer, nous avons besoin de {count} connexions de votre part.',
  },
  sum_more_to_come: 'Le prochain rapport aura davantage à vous apprendre.',
  sum_plan_below: 'La suite de notre travail est présentée à la fin de ce rapport.',
};
